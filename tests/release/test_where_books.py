"""`deckgen where` of books: every heading and sheet leads to its line, also in a file that Word has saved."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from deckgen.cli.main import cli
from deckgen.pipeline.build import Request, build
from release.small_release import TINY

COURSE = "curriculum/handover/course.yaml"
# What every heading and sheet of both books is written as, by the beginning of its line.
LINES = {
    "/title": "title: Handing", "/objectives": "  - id: O1", "/deliveries": "  - {id: 60-min", "/modules": "  - id: M1",
    "/guide_use": "id: handover", "/how_to_use": "id: handover", "/room": "id: handover",
    "M1/title": "title: A handover",
    "M1/summary": "summary: [", "B1/title": "title: The three", "S1/title": "title: Handover drill",
    "B1/slides.1/title": "title: A handover answers", "B1/slides.2/title": "title: Hand over your own",
    "B1/slides.3/title": "title: What the listener",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "curriculum" / "handover").mkdir(parents=True)
    shutil.copy(TINY, folder / COURSE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (made,) = build(Request(kinds=("workbook", "guide", "answers"))).made
    for kind in ("workbook", "guide", "answers"):
        shutil.copy(
            folder / next(path for path in made.files if path.name.endswith(f"{kind}.docx")), folder / f"{kind}.docx"
        )
    shutil.rmtree(folder / "build")
    return folder


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def where(*words: str) -> Result:
    return CliRunner().invoke(cli, ["where", *words])


def line_of(text: str) -> int:
    lines = Path(COURSE).read_text("utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if text in line)


def test_every_heading_and_sheet_leads_to_its_line(here: Path) -> None:
    seen = set()
    for book, least in (("workbook", 6), ("guide", 12), ("answers", 2)):
        places = json.loads(where(f"{book}.docx", "--json").stdout)["places"]
        assert len(places) >= least
        for place in places:
            assert (place["file"], place["line"]) == (COURSE, line_of(LINES[place["id"]])), place
        headings = [" ".join(paragraph.text.split()) for paragraph in docx.Document(f"{book}.docx").paragraphs
                    if paragraph.style is not None and paragraph.style.name.startswith("Heading")]  # fmt: skip
        told = " ".join(f"{place['title']} {place['title_in_file']}" for place in places)
        assert headings and all(heading.split(" · ")[-1] in told for heading in headings), headings
        seen |= {place["id"] for place in places}
    assert LINES.keys() <= seen


def test_a_page_a_heading_a_sheet_and_words(here: Path) -> None:
    drill = f"{COURSE}:{line_of('title: Handover drill')}:12: page 4: S1/title Handover drill"
    assert drill in where("workbook.docx", "4").stdout.splitlines()
    assert where("workbook.docx", "s1").stdout.splitlines() == [drill]
    assert where("workbook.docx", "handover DRILL").stdout.splitlines() == [drill]
    (said,) = where("guide.docx", "nobody at the front desk knew").stdout.splitlines()
    assert said.startswith(f"{COURSE}:{line_of('say: At the end')}:18: B1/slides.1/say")
    assert "none of the number 99" in where("workbook.docx", "99").stderr
    assert "is called nonsense" in where("workbook.docx", "nonsense").stderr


def test_a_book_that_came_back_is_known_by_its_bookmarks(here: Path) -> None:
    changed = docx.Document("workbook.docx")
    heading = next(each for each in changed.paragraphs if each.style is not None and each.style.name == "Heading 1")
    heading.runs[-1].text += ", said aloud"
    changed.element.body.insert(0, heading._element)
    changed.core_properties.keywords = "handover 60-min"  # as LibreOffice writes it
    changed.save("workbook.docx")
    text = Path(COURSE).read_text("utf-8").replace("title: A handover in", "title: The handover in")
    Path(COURSE).write_text("# a line more\n" + text, "utf-8")
    assert where("workbook.docx", "said aloud").stdout == (
        f"{COURSE}:{line_of('title: The handover in')}:12: page 4: M1/title The handover in three questions "
        "(in the file: A handover in three questions, said aloud)\n"
    )


def test_an_item_that_moved_down_is_known_by_what_it_says(here: Path) -> None:
    text = Path(COURSE).read_text("utf-8")
    Path(COURSE).write_text(text.replace("goals: [Name", "goals: [Listen to the end, Name"), "utf-8")
    assert "M1/goals.2 Name the three questions" in where("workbook.docx", "Name the three").stdout


def test_what_cannot_be_told_is_said(here: Path) -> None:
    Path("other.docx").write_bytes(b"PK")
    assert "cannot be read as a book" in where("other.docx").stderr
    text = Path(COURSE).read_text("utf-8")
    Path(COURSE).write_text(text.replace("audience:", "audiense:"), "utf-8")
    result = where("guide.docx", "1")
    assert result.exit_code == 1 and "DG101" in result.stderr
    changed = docx.Document("guide.docx")
    changed.core_properties.keywords = ""
    changed.save("guide.docx")
    assert "does not say what course it is of" in where("guide.docx").stderr


def test_bookmarks_are_told_apart_and_listed(here: Path) -> None:
    with zipfile.ZipFile("guide.docx") as package:
        document, listed = package.read("word/document.xml").decode(), package.read("customXml/item1.xml").decode()
    names = [part.partition('"')[0] for part in document.split('w:name="_dg')[1:]]
    assert len(names) == len(set(names)) > 40 and all(len(name) < 38 for name in names)
    assert [part.partition('"')[0] for part in listed.split('bookmark="_dg')[1:]] == names
