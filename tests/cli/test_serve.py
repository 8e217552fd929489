"""deckgen serve and deckgen watch: what they refuse before they begin, and files that follow what is saved."""

from __future__ import annotations

import builtins
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deckgen.cli.main import cli
from deckgen.serve import saves

CASE = Path(__file__).resolve().parents[1] / "cases" / "shift-handover" / "course.yaml"


@pytest.mark.parametrize("command", ["serve", "watch"])
def test_without_its_libraries_the_command_says_how_to_install_them(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def without(name: str, *others: Any, **more: Any) -> Any:
        if name.startswith("deckgen.serve."):
            raise ModuleNotFoundError("No module named 'watchfiles'", name="watchfiles")
        return load(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    told = CliRunner().invoke(cli, [command])
    assert told.exit_code == 2
    assert "needs watchfiles, which is not installed" in told.output and "pip install 'deckgen[serve]'" in told.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["serve", "no-such-course"], "no course no-such-course"),
        (["serve", "--editor", "javascript:{path}"], "an editor is one of vscode"),
        (["serve", "--port", "70000"], "a port is 0 to 65535"),
        (["watch", "no-such-course"], "no course no-such-course"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_begins(words: list[str], told: str) -> None:
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2 and told in result.output


def test_watch_builds_again_after_a_save_and_keeps_the_files_while_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = tmp_path / "course"
    course.mkdir()
    shutil.copy(CASE, course / "course.yaml")
    out, written = tmp_path / "out", list[bytes]()

    def save(folders: list[Path], into: Path) -> Any:
        assert folders[0] == course and into == out
        for old, new in (("Every case not closed", "Every open case"), ("text: One name", "text: [One name")):
            written.append(next(out.rglob("*.pptx")).read_bytes())
            text = (course / "course.yaml").read_text("utf-8")
            (course / "course.yaml").write_text(text.replace(old, new), "utf-8")
            yield
        written.append(next(out.rglob("*.pptx")).read_bytes())

    monkeypatch.setattr(saves, "next_saves", save)
    told = CliRunner().invoke(cli, ["watch", course.as_posix(), "--only", "deck", "--out", out.as_posix()])
    assert told.exit_code == 0, told.output
    assert written[0] != written[1] == written[2]
    assert told.output.count("files in") == 2 and "nothing was written" in told.output


def test_saves_are_those_of_files_that_count(tmp_path: Path) -> None:
    counts = saves.Saves([tmp_path / "build"])
    assert counts(saves.Change.modified, str(tmp_path / "course" / "m1.yaml"))
    for name in ("build/a.pptx", "course/.m1.yaml.x1y2", "course/m1.yaml~", "course/.git/index"):
        assert not counts(saves.Change.modified, str(tmp_path.resolve() / name)), name
