"""Private notes of a trainer: in the guide and in the notes of the deck, and nowhere that participants read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli.main import EXIT_DIAGNOSTICS, EXIT_USAGE, cli
from deckgen.pipeline.printed import printed_text

BASES = Path(__file__).resolve().parents[1] / "diagnostics" / "base"
NOTES = """\
M1: Say hello to the night shift.
B1: |
  Tell the story of the lift at {{ desk }}.

  - first the noise
  - then the silence
B1.s2: [Hold the card up high., "Look at [the drill](#S1)."]
S1: Bring the blue cards.
"""
SAID = ("hello to the night shift", "story of the lift at the front desk", "then the silence", "card up high",
        "blue cards")  # fmt: skip


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a course in a working folder with the notes of `kim` at its root."""
    folder = tmp_path / "curriculum" / "handover"
    folder.mkdir(parents=True)
    shutil.copy(BASES / "tiny.yaml", folder / "course.yaml")
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "notes" / "kim.yaml", NOTES)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def shown(tree: str, *more: str) -> str:
    result = run("show", tree, "--delivery", "60-min", "--trainer", "kim", *more)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_note_is_in_guide_and_notes_pane_once_and_never_in_the_workbook() -> None:
    deck, guide, workbook = (shown(tree) for tree in ("deck", "guide", "workbook"))
    for text in SAID:
        assert deck.count(text) == 1 and guide.count(text) == 1, text
        assert text not in workbook
    assert guide.count("My own note") == deck.count("My own note") == 5


def test_no_file_for_participants_holds_a_note_and_the_manifest_names_the_notes(tmp_path: Path) -> None:
    result = run("build", "--delivery", "60-min", "--trainer", "kim")
    assert result.exit_code == 0, result.output
    (folder,) = tmp_path.glob("build/*/60-min")
    texts = {path.relative_to(folder).as_posix(): printed_text(path.read_bytes()) for path in folder.rglob("*.*x")}
    assert any(name.startswith("participant/") and name.endswith("-handout.pptx") for name in texts)
    (guide,) = (said for name, said in texts.items() if name.endswith("-guide.docx"))
    for text in SAID:
        assert text in guide
        assert not {name for name in texts if text in texts[name] and not name.startswith("trainer/")}, text
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["options"]["trainer"] == "kim"
    assert any(item["path"].endswith("notes/kim.yaml") for item in manifest["inputs"])


def test_the_course_has_notes_of_its_own_and_a_profile_may_name_the_trainer(course: Path, tmp_path: Path) -> None:
    write(course / "notes" / "kim.yaml", "B1: Mine alone.\n")
    assert "Mine alone" in shown("guide") and "the lift" not in shown("guide")
    write(tmp_path / "profiles" / "bank.yaml", "trainer: kim\n")
    assert "Mine alone" in run("show", "guide", "--delivery", "60-min", "--profile", "bank").stdout


def test_a_note_may_be_about_a_part_of_another_delivery(course: Path, tmp_path: Path) -> None:
    text = (BASES / "course.yaml").read_text("utf-8")
    one, other = (
        "          - kind: concept\n",
        "          - kind: concept\n            id: {60-min: brief, 90-min: long}\n",
    )
    write(course / "course.yaml", text.replace(one, other, 1))
    write(tmp_path / "notes" / "kim.yaml", "long: Only in the long one.\n")
    assert run("check", "--delivery", "60-min", "--trainer", "kim").exit_code == 0
    assert "Only in the long one" not in shown("guide")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "B1: Yes.\nB11: No.\n",
            "notes/kim.yaml:2:1: error DG214: a note about B11, and the course has no such module",
        ),
        ("B1: {a: b}\n", "notes/kim.yaml:1:5: error DG103: B1: a note is a text"),
        ("B1: \n", "error DG103: B1: a note is a text"),
        ("B1: [Yes., true]\n", "notes/kim.yaml:1:12: error DG103: B1: a note is a text"),
        ("- B1\n", "notes/kim.yaml:1:1: error DG103: notes are a mapping of ids to texts"),
        ("B1: '{{ nobody }}'\n", "notes/kim.yaml:1:6: error DG107: unknown variable"),
        ("B1: 'see [x](#B99)'\n", "notes/kim.yaml:1:10: error DG212"),
        ("B1: 'x\n", "error DG001"),
    ],
)
def test_a_mistake_in_notes_has_its_place(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "notes" / "kim.yaml", text)
    result = run("check", "--trainer", "kim")
    assert result.exit_code == EXIT_DIAGNOSTICS and words in result.stderr, result.stderr
    assert "1 error\n" in result.stderr


def test_a_trainer_without_notes_is_refused() -> None:
    result = run("build", "--trainer", "kin")
    assert result.exit_code == EXIT_USAGE and "did you mean kim?" in result.stderr, result.stderr
