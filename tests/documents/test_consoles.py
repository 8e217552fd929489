"""Every command of the documents for users does what it is typed for, in a folder like that of their readers."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from deckgen.cli.main import cli
from documents.stories import ROOT, all_commands
from documents.test_stories import STORIES, prepare
from release.small_release import RELEASE, commit, git

pytestmark = pytest.mark.slow
TOLD = {f"docs/{story}" for story in STORIES}  # made step by step elsewhere
DOCUMENTS = sorted({document for document, _ in all_commands()} - TOLD)
LESSON = "# Listening (20 min)\n\n## One question (20 min)\n\n- ask\n- wait\n"


def workspace(folder: Path) -> None:
    """The flagship, a profile and notes, material to import, templates of a company."""
    shutil.copytree(ROOT / "curriculum", folder / "curriculum")
    prepare(folder)
    for name, text in (("profiles", "client: North Bank\n"), ("notes", "B1.1: A story.\n")):
        (folder / name).mkdir()
        for stem in ("north-bank", "south", "kim", "lin"):
            (folder / name / f"{stem}.yaml").write_text(text, "utf-8")
    shutil.copy(folder / "corporate.potx", folder / "corporate-2027.potx")
    assert CliRunner().invoke(cli, ["new", "own-course", "--length", "90-min"]).exit_code == 0
    lesson = Document()
    lesson.add_heading("Listening", 1)
    lesson.add_heading("One question (20 min)", 2)
    lesson.add_paragraph("Ask, and wait.")
    for name in ("lesson.docx", "大纲.docx"):
        lesson.save(str(folder / name))
    (folder / "episodes").mkdir()
    (folder / "episodes" / "one.md").write_text(LESSON, "utf-8")
    room_for_releases(folder)


def room_for_releases(folder: Path) -> None:
    """A release to make, files that came back, another folder and two versions to compare with."""
    built = folder / "came-back"
    course = ["blameless-reviews", "--delivery", "half-day"]
    kinds = "deck,workbook,guide"
    assert CliRunner().invoke(cli, ["build", *course, "--only", kinds, "--out", str(built)]).exit_code == 0
    for name in ("deck.pptx", "workbook.docx", "guide.docx"):
        shutil.copy(next(built.rglob(f"*-{name}")), folder / name)
    shutil.rmtree(built)
    (folder / "release.yaml").write_text(RELEASE.replace("handover", "blameless-reviews"), "utf-8")
    shutil.copytree(folder / "curriculum", folder.parent / "before" / "curriculum")
    (folder / ".gitignore").write_text("build*/\ndist/\n", "utf-8")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    for tag in ("v1.1", "v1.2"):
        git(folder, "tag", tag)


def begin_and_end(words: Sequence[str]) -> str:
    """The first line that a command which goes on prints on its own; it is interrupted then, as with Ctrl+C."""
    command = [sys.executable, "-m", "deckgen", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    return line


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_a_document_do_what_they_say(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.chdir(room)
    workspace(room)
    inside = "handbook/starter" in document  # its reader stands in a new course
    if inside:
        language = Path(document).parent.name
        assert CliRunner().invoke(cli, ["new", "demo", "--language", language]).exit_code == 0
        monkeypatch.chdir(room / "demo")
    for words in (words for name, words in all_commands() if name == document):
        if not words or any(re.fullmatch(r"FILE\.*|NAME(\.zip)?|PATH|FOLDER", word) for word in words):
            continue  # the form of a command
        if words[0] == "release" and git(room, "status", "--porcelain"):
            commit(room)  # its reader's checkout is clean
        if words[0] in ("serve", "watch"):  # they end when somebody ends them
            told = begin_and_end(words)
            assert told, f"deckgen {' '.join(words)}"
            continue
        if "A.zip" in words:  # two bundles that its reader has made before
            for name, bundle in zip(("A.zip", "B.zip"), sorted((room / "dist").glob("*.zip")), strict=False):
                shutil.copy(bundle, room / name)
        own = ["own-course"] if "--theme" in words else []  # what is dressed there is a course of the reader's
        result = CliRunner().invoke(cli, [*words, *own])
        for course in (room / "curriculum").iterdir():  # those that were imported are none of its reader's
            if not (ROOT / "curriculum" / course.name).exists():
                shutil.rmtree(course)
        assert result.exit_code == 0, f"deckgen {' '.join(words)}\n{result.output[-2000:]}"
