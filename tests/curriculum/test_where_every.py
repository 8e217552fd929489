"""`where` on what the flagship is built as: every slide of both decks, every heading and sheet of both books.

The lines are looked up without deckgen: PyYAML says what stands at each place of the course.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
import pptx
import pytest
import yaml

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, build
from deckgen.release.places import Place
from deckgen.release.where import where
from deckgen.release.where_books import where_in_book

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
COURSE = "curriculum/cs-frontline-leadership"
DAYS = ("1-day", "2-day")
# Where the frames of a deck are written, by their id and the key of course.yaml.
FRAMES = {"cover": "title", "close": "title", "map": "modules", "agenda": "deliveries", "day": "deliveries",
          "objectives": "objectives", "contract": "contract", "pause": "deliveries"}  # fmt: skip
_MARKS = re.compile(r"[\s*_`\\「」\[\]]+|\(#[^)]*\)")

Spot = tuple[str, int, int]


def bare(text: str) -> str:
    return _MARKS.sub("", text)


class Written:
    """Every node of the course by its place, with the keys that lead to it."""

    def __init__(self, folder: Path) -> None:
        self.nodes: dict[Spot, list[tuple[yaml.Node, tuple[str | int, ...]]]] = {}
        for path in sorted(folder.rglob("*.yaml")):
            node = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
            if node is not None:
                self._walk(path.relative_to(ROOT).as_posix(), node, ())

    def _walk(self, file: str, node: yaml.Node, way: tuple[str | int, ...]) -> None:
        self.nodes.setdefault((file, node.start_mark.line + 1, node.start_mark.column + 1), []).append((node, way))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._walk(file, value, (*way, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                self._walk(file, item, (*way, number))

    def at(self, place: Place) -> list[tuple[yaml.Node, tuple[str | int, ...]]]:
        return self.nodes.get((place.span.file, place.span.line, place.span.column), [])

    def key(self, place: Place) -> set[str]:
        """The keys that stand at a place, or whose value begins there."""
        keys = {str(step) for _, way in self.at(place) for step in way if isinstance(step, str)}
        return keys | {
            key.value for node, _ in self.at(place) if isinstance(node, yaml.MappingNode) for key, _ in node.value
        }


def texts(node: yaml.Node | None) -> Iterator[str]:
    """Everything that a node says."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from texts(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from texts(value)


def value(node: yaml.Node, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((item for own, item in pairs if own.value == key), None)


def says(title: str, node: yaml.Node | None) -> bool:
    """Whether a node, or one of its variants, says a title; the values of variables are let through."""
    said = bare(title)
    for text in texts(node):
        pieces = [re.escape(bare(piece)) for piece in re.split(r"\{\{.*?\}\}", text)]
        if re.fullmatch(".*".join(pieces), said) or bare(text) == said:
            return True
    return False


@pytest.fixture(scope="module")
def written() -> Written:
    return Written(ROOT / COURSE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Path]:
    """The decks and the books of both deliveries as files."""
    out = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        outcome = build(Request(courses=("cs-frontline-leadership",), kinds=("deck", "workbook", "guide"), out=out))
    assert not outcome.failed, list(outcome.diagnostics)
    files: dict[tuple[str, str], Path] = {}
    for made in outcome.made:
        for path in made.files:
            kind = path.stem.rpartition("-")[2]
            if kind in ("deck", "workbook", "guide"):
                shutil.copy(path, out)
                files[made.planned.delivery.id, kind] = out / path.name
    return files


@pytest.mark.parametrize("delivery", DAYS)
def test_every_slide_leads_to_its_line(
    delivery: str, built: Mapping[tuple[str, str], Path], written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    deck = built[delivery, "deck"]
    slides = list(pptx.Presentation(str(deck)).slides)
    found = where(deck, 0, Report())
    assert found is not None and len(found) == len(slides) > 80
    wrong = []
    for slide, (own, shapes) in zip(slides, ((item.place, item.shapes) for item in found), strict=True):
        title = slide.shapes.title.text_frame.text
        name = slide.name.partition("+")[0]
        part, _, rest = name.partition(".")
        nodes, frame = written.at(own), part.rstrip("0123456789").partition("-")[0]
        if kept := re.search(r"\.(text|key)$", name):  # in reserve: the word of `reserve:` that asks for it
            right = any("reserve" in way and [*texts(node)] == [kept[1]] for node, way in nodes)
        elif re.search(r"\.s\d+$", name) or not (
            frame in FRAMES or re.fullmatch(r"[A-Z]\d+", part)
        ):  # a slide of a block: a record of a list of slides, with this title
            right = any("slides" in way and isinstance(node, yaml.MappingNode) and (
                says(re.sub(r"[（(].*\d[）)]$", "", title), value(node, "title")) or value(node, "title") is None
            ) for node, way in nodes)  # fmt: skip
        elif re.fullmatch(r"[A-Z]\d+", part):  # of a module: its file, or what it sums up
            right = any(("modules" in own.span.file and (not rest or {"summary", "motto"} & {*way}))
                        or (isinstance(node, yaml.MappingNode) and says(title, value(node, "title")))
                        for node, way in nodes)  # fmt: skip
        else:
            right = own.span.file == f"{COURSE}/course.yaml" and FRAMES[frame] in written.key(own)
        if own.id != slide.name or not right or own.then != own.title:
            wrong.append((slide.name, title, str(own.span), own.then))
        for item in shapes:  # what they show stands in the course as they say it
            there = ["".join(texts(node)) for node, _ in written.at(item)]
            if item.title and not any(bare(item.title) in bare(text) or "{{" in text for text in there):
                wrong.append((slide.name, item.id, str(item.span), item.title))
    assert not wrong, wrong
    assert sum(len(item.shapes) for item in found) > 5 * len(found)


@pytest.mark.parametrize("kind", ["workbook", "guide"])
@pytest.mark.parametrize("delivery", DAYS)
def test_every_heading_and_sheet_leads_to_its_line(
    delivery: str, kind: str, built: Mapping[tuple[str, str], Path], written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    book = built[delivery, kind]
    places = where_in_book(book, "", Report())
    assert places is not None
    titled, wrong = 0, []
    for place in places:
        part, _, key = place.id.partition("/")
        nodes = written.at(place)
        if key.rpartition("/")[2] == "title":
            titled += 1
            right = any("title" in way[-2:] and says(place.title, node) for node, way in nodes)
        else:
            step = key.rpartition("/")[2].partition(".")[0]
            right = not step or step in written.key(place) or not part
        if not right or not place.page:
            wrong.append((place.id, place.title, str(place.span)))
    assert not wrong, wrong
    assert titled > 40
    headings = [" ".join(item.text.split()) for item in docx.Document(str(book)).paragraphs
                if item.style is not None and item.style.name.startswith("Heading")]  # fmt: skip
    told = bare(" ".join(f"{place.title} {place.then}" for place in places))
    missing = [item for item in headings if bare(re.sub(r"^第 \d+ 讲 ", "", re.split(r" · |\t", item)[-1])) not in told]
    assert headings and not missing, missing
