"""First courses are made as the documents tell; every command that a document names can be typed."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from docx import Document
from pptx import Presentation

from deckgen.cli.main import cli
from documents.stories import ROOT, Command, Writing, all_commands, steps_of
from pictures.samples import KINDS

STORIES = ("first-course.md", "first-course.zh-CN.md")


def prepare(folder: Path) -> None:
    """What a reader has: templates and a logo of the company."""
    Presentation().save(str(folder / "corporate.potx"))
    Document().save(str(folder / "corporate.dotx"))
    (folder / "logo.png").write_bytes(KINDS["png"]())


@pytest.mark.parametrize("story", STORIES)
def test_a_first_course_is_made_as_it_is_told(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here, checked, run = tmp_path, 0, CliRunner()
    steps = list(steps_of((ROOT / "docs" / story).read_text("utf-8")))
    last_build = max(at for at, step in enumerate(steps) if isinstance(step, Command) and "build" in step.words)
    for number, step in enumerate(steps):
        if isinstance(step, Writing):
            step.do(here)
            continue
        match step.words:
            case ("cd", name):
                here = here / name
                monkeypatch.chdir(here)
                prepare(here)
            case ("deckgen", "new", *rest):
                assert run.invoke(cli, ["new", *rest]).exit_code == 0
            case ("deckgen", "check") | ("deckgen", "build", *_) if "check" in step.words or number == last_build:
                result = run.invoke(cli, ["check", *step.words[2:]])
                wrong = any(" error " in line for line in step.prints)
                assert result.exit_code == wrong, result.output
                assert all(line in result.output for line in step.prints), result.output
                assert wrong or "warning" not in result.output, result.output
                checked += 1
    assert checked == 3 and len(steps) > 20


def test_both_languages_tell_the_same_story() -> None:
    one, other = (
        [step.words[:2] if isinstance(step, Command) else bool(step.place) for step in steps_of(text)]
        for text in ((ROOT / "docs" / story).read_text("utf-8") for story in STORIES)
    )
    assert [words for words in one if words != ("cd", "my-course")] == [w for w in other if w != ("cd", "开会课")]


def _typed(words: tuple[str, ...]) -> str:
    """What is wrong with a command as it is typed; nothing of it runs."""
    context = click.Context(cli)
    group: click.Command | None = cli
    name, rest = "deckgen", list(words)
    while isinstance(group, click.Group) and rest:
        name, *rest = rest
        if name.startswith("-"):
            return ""
        group = group.get_command(context, name)
    if group is None:
        return f"there is no command {name}"
    try:
        group.make_context(name, rest, parent=context)
    except (click.UsageError, click.exceptions.Exit) as wrong:
        return "" if "does not exist" in str(wrong) or "Exit" in type(wrong).__name__ else str(wrong)
    return ""


def test_every_command_of_the_documents_can_be_typed() -> None:
    commands = all_commands()
    assert len(commands) > 60 and {name for name, _ in commands} > {"README.md", "README.zh-CN.md", "docs/planning.md"}
    wrong = {
        f"{document}: deckgen {' '.join(words)}: {told}" for document, words in commands if (told := _typed(words))
    }
    assert not wrong, "\n".join(sorted(wrong))
