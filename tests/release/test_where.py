"""`deckgen where`: every slide leads to its line, also when it was moved, renamed or has lost its name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner, Result

from deckgen.cli.main import cli
from deckgen.pipeline.build import Request, build
from release.small_release import TINY

COURSE = "curriculum/handover/course.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "curriculum" / "handover").mkdir(parents=True)
    shutil.copy(TINY, folder / COURSE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (made,) = build(Request(kinds=("deck",))).made
    shutil.copy(folder / next(path for path in made.files if path.suffix == ".pptx"), folder / "deck.pptx")
    return folder


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(built / "curriculum", tmp_path / "curriculum")
    shutil.copy(built / "deck.pptx", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def where(number: int, *words: str) -> Result:
    return CliRunner().invoke(cli, ["where", "deck.pptx", str(number), *words])


def line_of(text: str) -> int:
    lines = Path(COURSE).read_text("utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if text in line)


def number_of(title: str) -> int:
    slides = pptx.Presentation("deck.pptx").slides
    return 1 + next(at for at, slide in enumerate(slides) if slide.shapes.title and slide.shapes.title.text == title)


TITLE = "Hand over your own shift in three minutes"


def test_every_slide_leads_to_a_line_of_the_course(here: Path) -> None:
    slides = list(pptx.Presentation("deck.pptx").slides)
    assert all(slide.name for slide in slides) and len({slide.name for slide in slides}) == len(slides)
    told = json.loads(where(number_of(TITLE), "--json").stdout)
    assert (told["file"], told["id"], told["title"]) == (COURSE, "B1.s2", TITLE)
    assert told["line"] == line_of("- kind: activity")
    lines = {
        "cover": "title: Handing", "close": "title: Handing", "map": "  - id: M1", "agenda-1": "  - {id: 60-min",
        "day-1": "  - {id: 60-min", "objectives": "  - id: O1", "contract": "id: handover", "M1": "  - id: M1",
        "M1.recap": "summary: [", "B1.s1": "- kind: concept", "B1.s2": "- kind: activity", "B1.s3": "- kind: debrief",
    }  # fmt: skip
    listed = CliRunner().invoke(cli, ["where", "deck.pptx"]).stdout.splitlines()
    assert listed[4] == where(5).stdout.splitlines()[0] and "(in the file" not in "".join(listed)
    places = {slide.name: line for slide, line in zip(slides, listed, strict=True)}
    assert places.keys() <= lines.keys() | {slide.name for slide in slides if "+" in slide.name}
    for name, place in places.items():
        assert place.startswith(f"{COURSE}:{line_of(lines[name.partition('+')[0]])}:"), (name, place)


def test_a_slide_that_was_moved_is_known_by_its_name(here: Path) -> None:
    changed = pptx.Presentation("deck.pptx")
    ids = changed.slides._sldIdLst
    ids.insert(0, ids[number_of(TITLE) - 1])
    changed.slides[0].shapes.title.text = "My own words"
    changed.save("deck.pptx")
    text = Path(COURSE).read_text("utf-8")
    Path(COURSE).write_text("# a line more\n" + text, "utf-8")
    result = where(1)
    assert result.stdout.splitlines()[0] == (
        f"{COURSE}:{line_of('- kind: activity')}:13: B1.s2 {TITLE} (in the file: My own words)"
    ), result.output


def test_what_the_shapes_of_a_slide_show_leads_to_its_line(here: Path) -> None:
    changed = pptx.Presentation("deck.pptx")
    slide = changed.slides[number_of(TITLE) - 1]
    tree = slide.shapes._spTree
    groups = [group for group in tree.iter("{*}grpSp") if "Find a" in "".join(group.itertext())]
    (words,) = [run for run in groups[-1].iter("{*}t") if "Find a" in run.text]
    words.text = "Look for somebody."
    tree.append(groups[-1])  # out of its group, and behind all others
    changed.save("deck.pptx")
    Path(COURSE).write_text("# a line more\n" + Path(COURSE).read_text("utf-8"), "utf-8")
    shapes = json.loads(where(number_of(TITLE), "--json").stdout)["shapes"]
    lines = {shape["id"]: (shape["line"], shape["title_in_file"]) for shape in shapes}
    first, second = line_of("Find a partner and"), line_of("Hand over, repeat, swap.")
    assert list(lines)[-1] == "S1/steps.1/do" and lines["S1/steps.1/do"] == (first, "Look for somebody.")
    assert lines["S1/steps.2/do"] == (second, "Hand over, repeat, swap.")
    assert lines["B1/slides.2/title"] == (line_of(f"title: {TITLE}"), TITLE)
    assert lines["S1/grouping"][0] == line_of("grouping: Pairs") and len(lines) == len(shapes)


def test_a_slide_without_a_name_or_with_a_shifted_one_is_known_by_its_title(here: Path) -> None:
    changed = pptx.Presentation("deck.pptx")
    slide = changed.slides[number_of(TITLE) - 1]
    for name in ("", "B1.s3"):
        slide._element.cSld.set("name", name)
        changed.save("deck.pptx")
        assert f": B1.s2 {TITLE}\n" in where(number_of(TITLE)).stdout


def test_what_cannot_be_found_is_said(here: Path) -> None:
    assert "and none of the number 99" in where(99).stderr
    Path("other.pptx").write_bytes(b"PK")
    assert "cannot be read as a deck" in CliRunner().invoke(cli, ["where", "other.pptx", "1"]).stderr
    text = Path(COURSE).read_text("utf-8")
    Path(COURSE).write_text(text.replace("audience:", "audiense:"), "utf-8")
    result = where(1)
    assert result.exit_code == 1 and "DG101" in result.stderr
    Path(COURSE).write_text(text.replace("id: handover", "id: other"), "utf-8")
    assert "no course here has the id handover" in where(1).stderr
    changed = pptx.Presentation("deck.pptx")
    changed.core_properties.keywords = ""
    changed.save("deck.pptx")
    assert "does not say what course it is of" in where(1).stderr
