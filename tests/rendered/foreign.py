"""A folder of Office templates, each tried as a house would: mapped or refused, built, validated, drawn, examined.

    PYTHONPATH=tests python -m rendered.foreign FOLDER [COURSE [DELIVERY [OUT]]]

prints a line a template. `examine` is what a slow test asks for templates that it makes itself.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from deckgen.pipeline.build import Request, build
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import check_theme, new_theme
from deckgen.theme import Theme, read_theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.theme.templates import Templates, read_templates
from deckgen.tree import Deck
from deckgen.writers.docx.sources import NAMESPACE
from default_theme import Memory
from rendered.artefacts import FLAGSHIP
from rendered.boxes import boxes_of, strays
from rendered.pages import NEVER_FIRST, Page, in_tab, missing_signs, read_pages, signs
from tools import to_pdf, validate

DECKS, BOOKS = (".potx", ".pptx", ".potm", ".pptm", ".ppsx", ".ppt"), (".dotx", ".docx", ".dotm", ".docm", ".doc")
_TEXT = re.compile(r"<(?:a|w):t(?: [^>]*)?>([^<]{8,})</(?:a|w):t>")
_FOREIGN = re.compile(
    r"vbaProject|printerSettings|customXml|/tags/|\.fntdata|\.odttf|comments|activeX|glossary|docProps/(custom|thumbnail)"
)
_SAMPLES = re.compile(r"ppt/(slides|notesSlides|comments)/[^/]+\.xml|word/(document|comments|footnotes)\.xml")


@dataclass
class Verdict:
    """What came of one template."""

    name: str
    refused: str = ""
    nearest: tuple[str, ...] = ()  # roles made from the nearest layout
    problems: list[str] = field(default_factory=list)  # of the build, without which there is nothing to look at
    overflow: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)  # of the validator
    leftovers: list[str] = field(default_factory=list)  # of the house's samples

    @property
    def is_right(self) -> bool:
        return not (self.problems or self.overflow or self.errors or self.leftovers)

    def __str__(self) -> str:
        if self.refused:
            return f"{self.name}: refused: {self.refused}"
        told = [f"nearest: {', '.join(self.nearest) or 'none'}"]
        for what in ("problems", "overflow", "errors", "leftovers"):
            found = getattr(self, what)
            told.append(f"{what}: {len(found)}" + (f" ({found[0]})" if found else ""))
        return f"{self.name}: mapped; " + "; ".join(told)


def examine(template: Path, out: Path, course: Path = FLAGSHIP, delivery: str = "1-day") -> Verdict:
    """Try one template; everything is written below `out`."""
    verdict = Verdict(template.name)
    is_book = template.suffix.lower() in BOOKS
    done = new_theme("house", None if is_book else template, template if is_book else None, out / "themes")
    if done.folder is None:
        verdict.refused = "; ".join(item.message for item in done.diagnostics)
        return verdict
    checked = check_theme("house", out / "themes")
    verdict.problems += [item.message for item in checked.diagnostics if item.severity == "error"]
    if checked.made is not None:
        verdict.nearest = tuple(role for role, served in checked.made.layouts.items() if served.nearest)
    request = Request(
        courses=(str(course),), delivery=delivery, kinds=("deck", "workbook"), theme="house", themes=out / "themes",
        out=out / "build",
    )  # fmt: skip
    outcome = build(request)
    if outcome.failed:
        verdict.problems += [f"{item.code} {item.message}" for item in outcome.diagnostics if item.severity == "error"]
        return verdict
    (item,) = outcome.made
    assert item.trees is not None
    theme, templates = _read(done.folder)
    files = {path.suffix: path for path in item.files}
    (out / "drawn").mkdir(parents=True, exist_ok=True)
    for suffix in (".pptx", ".docx"):
        copy = out / f"copy{suffix}"
        copy.write_bytes(files[suffix].read_bytes())
        verdict.errors += validate(copy)
        verdict.leftovers += leftovers(template.read_bytes(), files[suffix].read_bytes())
    verdict.overflow += _look_through(item.trees.deck, files[".pptx"], templates, out / "drawn")
    pages = read_pages(to_pdf(files[".docx"], out / "drawn"))
    if len(pages) != item.trees.workbook.pages:
        verdict.overflow.append(f"{len(pages)} pages of a workbook of {item.trees.workbook.pages}")
    mirrored = b"w:mirrorMargins" in templates.book.parts[templates.book.facts.parts["settings"]]
    verdict.overflow += _beyond(pages, theme, mirrored=mirrored)
    return verdict


def _read(folder: Path) -> tuple[Theme, Templates]:
    theme, _ = read_theme(folder, Record(Disk()))
    assert theme is not None
    templates, _ = read_templates(theme, Record(Disk()), Memory())
    assert templates is not None
    return theme, templates


def leftovers(template: bytes, artefact: bytes) -> list[str]:
    """Words, pictures and parts of a house's samples that an artefact holds; words of its layouts are its look."""
    house, shown = _parts(template), _parts(artefact)
    look = "".join(
        part.decode("utf-8", "replace") for name, part in house.items() if "slideLayout" in name or "Master" in name
    )
    samples = {
        text for name, part in house.items() if _SAMPLES.fullmatch(name) for text in _words(part) if text not in look
    }
    told = "\n".join(text for name, part in shown.items() if name.endswith(".xml") for text in _words(part))
    found = [f"words: {text}" for text in sorted(samples) if len(signs(text)) >= 8 and text in told]
    ours = {name for name, part in shown.items() if NAMESPACE.encode() in part}  # where a book was written
    ours |= {"customXml/_rels/item1.xml.rels"} if ours else set()
    found += [f"part: {name}" for name in shown if _FOREIGN.search(name) and name not in ours]
    links = "".join(part.decode("utf-8", "replace") for name, part in shown.items() if name.endswith(".rels"))
    found += [f"picture: {name}" for name in shown if "/media/" in name and name.rpartition("/")[2] not in links]
    return found


def _words(part: bytes) -> set[str]:
    return set(_TEXT.findall(part.decode("utf-8", "replace")))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _look_through(deck: Deck, path: Path, templates: Templates, folder: Path) -> list[str]:
    """Words of a drawn deck that stand outside of their boxes, and characters that it lost."""
    geometry: DeckGeometry = templates.deck.geometry
    house = _words_of_the_look(templates)
    pages = read_pages(to_pdf(path, folder))
    if len(pages) != len(deck.slides):
        return [f"{len(pages)} pages of {len(deck.slides)} slides"]
    found = []
    for number, (slide, page) in enumerate(zip(deck.slides, pages, strict=True), 1):
        boxes = boxes_of(slide, number, geometry)
        found += [f"slide {number}: {one}" for one in strays(_without_hanging(page), boxes) if not _is_look(one, house)]
        lost = missing_signs((box.text for box in boxes), page.words)
        found += [f"slide {number} lost {dict(lost)}"] if lost else []
    return found


def _without_hanging(page: Page) -> Page:
    """The page as if no closing mark hung past the edge of its line, which LibreOffice does whatever a file says."""
    lines = tuple(
        tuple(
            replace(word, x1=word.x1 - 0.45 * (word.y1 - word.y0)) if word.text[-1] in NEVER_FIRST else word
            for word in line
        )
        for line in page.lines
    )
    return replace(page, lines=lines)


def _is_look(stray: str, house: str) -> bool:
    word = re.search("“(.*)”", stray)
    return word is not None and signs(word[1]) in house


def _words_of_the_look(templates: Templates) -> str:
    """What is written on layouts and masters beside placeholders."""
    told = []
    for name, part in templates.deck.parts.items():
        if ("slideLayout" not in name and "slideMaster" not in name) or not name.endswith(".xml"):
            continue
        for shape in etree.fromstring(part).iter("{http://schemas.openxmlformats.org/presentationml/2006/main}sp"):
            if shape.find(".//{http://schemas.openxmlformats.org/presentationml/2006/main}ph") is None:
                told += shape.itertext("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    return signs("".join(told))


def _beyond(pages: tuple[Page, ...], theme: Theme, *, mirrored: bool) -> list[str]:
    """Words of drawn pages that stand beside the text, but those that the house has there and the tabs of chapters.

    Where margins are `mirrored` the left one is the inner one: on even pages it is at the right.
    """
    margins, found = theme.page, []
    house = signs("".join(item.text for item in theme.page_items))
    for number, page in enumerate(pages, 1):
        inner, outer = margins.left + margins.gutter, margins.right
        left, right = (outer, inner) if mirrored and number % 2 == 0 else (inner, outer)
        left, right = left - 3, page.width - right + 3
        for word in page.words:
            hanging = word.y1 - word.y0
            outside = word.x0 < left or word.x1 > right + hanging
            if outside and signs(word.text) not in house and not (mirrored and in_tab(word, page)):
                found.append(f"page {number}: “{word.text}” at {word.x0:.0f}-{word.x1:.0f}")
    return found


def main(arguments: list[str]) -> int:
    """Try every template of a folder."""
    folder = Path(arguments[0])
    course = Path(arguments[1]) if len(arguments) > 1 else FLAGSHIP
    delivery = arguments[2] if len(arguments) > 2 else "1-day"
    out = Path(arguments[3]) if len(arguments) > 3 else Path("build") / "templates"
    wrong = 0
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (*DECKS, *BOOKS):
            verdict = examine(path, out / path.stem, course, delivery)
            wrong += not (verdict.refused or verdict.is_right)
            print(verdict, flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
