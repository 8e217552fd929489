"""Every command of the documents for users does what it is typed for, in a folder like that of their readers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from deckgen.cli.main import cli
from documents.stories import ROOT, all_commands
from documents.test_stories import STORIES, prepare

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


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_a_document_do_what_they_say(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    workspace(tmp_path)
    inside = "handbook/starter" in document  # its reader stands in a new course
    if inside:
        language = Path(document).parent.name
        assert CliRunner().invoke(cli, ["new", "demo", "--language", language]).exit_code == 0
        monkeypatch.chdir(tmp_path / "demo")
    for words in (words for name, words in all_commands() if name == document):
        if not words or any(re.fullmatch(r"FILE\.*|NAME|PATH|FOLDER", word) for word in words):
            continue  # the form of a command
        own = ["own-course"] if "--theme" in words else []  # what is dressed there is a course of the reader's
        result = CliRunner().invoke(cli, [*words, *own])
        for course in (tmp_path / "curriculum").iterdir():  # those that were imported are none of its reader's
            if not (ROOT / "curriculum" / course.name).exists():
                shutil.rmtree(course)
        assert result.exit_code == 0, f"deckgen {' '.join(words)}\n{result.output[-2000:]}"
