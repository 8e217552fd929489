"""Files into the folder of a draft course: what is written, told, refused, and never touched."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.runs import Run, plain
from deckgen.cli.main import cli
from deckgen.importers.prose import clean, write_runs
from deckgen.pipeline.importing import Import, Imported, import_files
from deckgen.source.node import Located
from deckgen.source.reader import read_source
from deckgen.text.inline import parse_inline
from deckgen.text.marks import find_mistakes
from examples import some
from importers.test_foreign_office import png

LESSON = (Path(__file__).parent / "lesson.md").read_text("utf-8")


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lesson in a folder with its picture."""
    monkeypatch.chdir(tmp_path)
    Path("fig").mkdir()
    Path("fig/desk.png").write_bytes(png().getvalue())
    Path("lesson.md").write_text(LESSON, "utf-8")
    return Path("lesson.md")


def course_of(done: Imported) -> Any:
    """The data of the course that was written."""
    assert done.folder is not None
    data, found = read_source(done.folder / "course.yaml", done.folder, Path.read_bytes)
    assert found == ()
    return data


def slides_of(course: Located) -> list[Any]:
    return [slide for module in course["modules"] for block in module["blocks"] for slide in block["slides"]]


def test_a_lesson_becomes_a_draft_with_its_headings_minutes_exercises_and_pictures(lesson: Path) -> None:
    done = import_files(Import((lesson,)))
    course = course_of(done)
    assert done.folder == Path("curriculum/lesson")
    assert (course["status"], course["language"], course["title"]) == ("draft", "en", done.modules[0].title)
    (module,) = course["modules"]
    assert [len(module[key]) for key in ("goals", "summary")] == [2, 2]
    assert module["hook"] == "- Why do handovers fail?\n- What does a whole handover need?"
    assert [block["title"] for block in module["blocks"]] == [module["title"], "What gets lost", "Saying it"]
    slides = slides_of(course)
    assert "Three losses" in [slide["title"] for slide in slides]
    assert sum(slide["minutes"] for slide in slides) == 35 == round(course["deliveries"][0]["hours"] * 60)
    practice = {slide["title"]: slide["minutes"] for slide in slides if slide["kind"] == "activity"}
    assert practice == {"Find the missing question": 5, "What will you change tomorrow?": 10}
    sheets = [slide["sheet"] for slide in slides if "sheet" in slide]
    assert sheets[0]["guide"]["key"] == ["Nobody is named in this note at all."]
    assert "```\nRefund for Ms Zhang, before four.\n```" in sheets[0]["situation"]
    (picture,) = [picture for slide in slides for picture in slide.get("pictures", [])]
    assert (picture["alt"], picture["caption"]) == ('A desk with "three" open cases', "The desk")
    assert (done.folder / picture["file"]).read_bytes() == Path("fig/desk.png").read_bytes()
    read = "\n".join(slide.get("explain", "") for slide in slides)
    for words in (
        "> [!note] A name beats a team",
        "# 7*24",
        "> Somebody will do it.",
        "[the guide](https://example.com/guide)",
    ):
        assert words in read
    assert any("Let two people read their line aloud." in slide.get("say", "") for slide in slides)


def test_everything_without_a_place_stands_in_a_list(lesson: Path) -> None:
    done = import_files(Import((lesson,)))
    assert done.folder is not None
    told = (done.folder / "import.txt").read_text("utf-8").splitlines()
    assert len(told) == len(done.diagnostics) == 4
    for words in ("front matter: editor", "the link to logs.md", "HTML; its words are kept", "a picture of the web"):
        assert any(words in line and line.startswith("lesson.md:") for line in told), words


def test_two_deliveries_have_sittings_that_end_with_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(1, 7):
        Path(f"{number}.md").write_text(LESSON.replace("teaching: 20", f"teaching: {18 + number}"), "utf-8")
    course = course_of(import_files(Import(tuple(sorted(Path().glob("*.md"))), Path("made"), days=(1, 2))))
    ends, at = {0}, 0
    for block in (block for module in course["modules"] for block in module["blocks"]):
        at += sum(map(int, block["minutes"].split("/")))
        ends.add(at)
    for delivery in course["deliveries"]:
        assert round(delivery["hours"] * 60) == at
    one, two = course["deliveries"]
    assert (one["days"], two["days"]) == (1, 2)
    assert {at // 2, *range(0, at, one["sitting"])} <= ends
    assert {*range(0, at // 2, two["sitting"]), *range(at // 2, at, two["sitting"])} <= ends


def test_nothing_is_ever_overwritten(lesson: Path) -> None:
    Path("made").mkdir()
    Path("made/mine.txt").write_text("mine")
    done = import_files(Import((lesson,), Path("made")))
    assert done.folder is None
    assert [item.code for item in done.diagnostics if item.severity == "error"] == ["DG701"]
    assert [path.name for path in Path("made").iterdir()] == ["mine.txt"]
    assert not list(Path().glob(".new-*"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.key", b"x", "of no kind"),
        ("a.docx", b"no archive", "no whole Office file"),
        ("a.pptx", b"\xd0\xcf\x11\xe0", "encrypted or older"),
        ("a.md", b"\xff\xfe\xff", "cannot be read"),
        ("none.md", None, "cannot be read"),
        ("empty", "folder", "holds nothing"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_written(
    name: str, data: Any, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if data == "folder":
        Path(name).mkdir()
    elif data is not None:
        Path(name).write_bytes(data)
    done = import_files(Import((Path(name),), Path("made")))
    assert done.folder is None and not Path("made").exists()
    assert [item.code for item in done.diagnostics] == ["DG720"]
    assert words in done.diagnostics[0].message and done.diagnostics[0].hint


def test_an_archive_that_is_no_word_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("a.docx", "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    done = import_files(Import((Path("a.docx"),), Path("made")))
    assert [item.code for item in done.diagnostics] == ["DG720"]


def test_the_command_says_what_was_made_and_what_comes_next(lesson: Path) -> None:
    done = CliRunner().invoke(cli, ["import", "lesson.md", "--out", "made", "--title", "Handover", "--language", "en"])
    assert done.exit_code == 0
    assert "made: 1 modules, 3 blocks, 2 exercises, 35 minutes\nnext: deckgen check made" in done.output
    again = CliRunner().invoke(cli, ["import", "lesson.md", "--out", "made"])
    assert again.exit_code == 1
    assert "nothing was written" in again.output


PIECES = [
    "交接",
    "7*24",
    "a_b",
    "*",
    "**",
    "_x_",
    "`",
    "[x](y)",
    "<b>",
    "{{ x }}",
    "- ",
    "1. ",
    "# ",
    "> ",
    "|a|",
    "\\",
    "&amp;",
    " ",
    "，",
    "~~",
    "![",
    "•",
]


@settings(max_examples=some(150), deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8)
    .map("".join)
    .filter(lambda text: bool(clean(text).strip()))
)
def test_any_text_reads_as_it_looked(text: str) -> None:
    made, lost = write_runs((Run(text),))
    assert lost == ()
    assert not list(find_mistakes(made, long=True))
    looked = clean(text).strip().lstrip("• ")  # a list mark has no place in front of a paragraph
    assert "".join(plain(parse_inline(made)).lstrip("• ").split()) == "".join(looked.split())
