"""What the disk refuses at the edges of a build is told with the path and the reason; nothing raises, nothing hangs."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from deckgen.cli import main as cli
from deckgen.pipeline import build as building
from deckgen.pipeline.build import Request, build
from deckgen.pipeline.choose import UsageError, find_courses
from deckgen.pipeline.listing import read_manifest
from deckgen.pipeline.verify import verify
from deckgen.source import folders
from deckgen.theme.find import find_theme

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "tiny.yaml"
REFUSED = OSError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "course.yaml").write_bytes(BASE.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(**asked: object) -> list[tuple[str, str]]:
    outcome = build(Request(courses=("c",), delivery="60-min", kinds=("deck",), **asked))  # type: ignore[arg-type]
    assert outcome.failed
    return [(item.code, item.message) for item in outcome.diagnostics]


@pytest.mark.parametrize("name", ["x" * 300, "ten-chars/" * 500])
def test_an_output_folder_whose_name_is_too_long(name: str) -> None:
    ((code, message),) = told(out=Path(name))
    assert code == "DG701" and "File name too long" in message and len(message) < 200


def test_a_delivery_that_is_a_link_in_a_circle() -> None:
    Path("out/handover").mkdir(parents=True)
    Path("out/handover/60-min").symlink_to("60-min")
    ((code, message),) = told(out=Path("out"))
    assert code == "DG701" and "out/handover/60-min" in message


def test_a_manifest_that_is_a_pipe_stalls_nobody() -> None:
    Path("out/handover/60-min").mkdir(parents=True)
    os.mkfifo("out/handover/60-min/manifest.json")
    ((code, message),) = told(out=Path("out"))
    assert code == "DG701" and "manifest.json" in message and "not a regular file" in message
    with pytest.raises(OSError, match="not a regular file"):
        read_manifest(Path("out/handover/60-min"))


def test_a_file_of_the_program_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), "deckgen/measure/tables/latin_sans.py")

    monkeypatch.setattr(building, "make_manifest", refuse)
    assert told() == [("DG018", "deckgen/measure/tables/latin_sans.py cannot be read: Permission denied")]
    assert not Path("build").exists()


def test_what_cannot_be_looked_into_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A course, a theme or a delivery may lie there."""
    look = os.lstat

    def lstat(path: Path) -> os.stat_result:
        if "locked" in Path(path).parts:
            raise REFUSED
        return look(path)

    for name in ("curriculum/locked", "curriculum/empty", "themes/locked", "out/c/locked"):
        (folder / name).mkdir(parents=True)
    monkeypatch.setattr(folders.os, "lstat", lstat)
    assert find_courses((), Path("curriculum")) == [Path("curriculum/locked")]
    assert find_courses(("locked",), Path("curriculum")) == [Path("curriculum/locked")]
    assert find_theme("locked", [Path("themes")]) == (Path("themes/locked"), ())
    with pytest.raises(FileNotFoundError):  # of the manifest that may be there
        verify(Path("out"))


def test_the_courses_that_are_meant_where_none_is_named_may_be_listed() -> None:
    for name in ("a", "b"):
        Path("curriculum", name).mkdir(parents=True)
        Path("curriculum", name, "course.yaml").touch()
    both = [Path("curriculum/a"), Path("curriculum/b")]
    assert find_courses((), Path("curriculum")) == both
    Path("curriculum/default.txt").write_text("b\n", encoding="utf-8")
    assert find_courses((), Path("curriculum")) == both[1:] and find_courses(("a",), Path("curriculum")) == both[:1]
    assert find_courses((), Path("curriculum"), every=True) == both
    Path("curriculum/default.txt").write_text("nowhere\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no course nowhere"):
        find_courses((), Path("curriculum"))
    Path("course.yaml").touch()
    assert find_courses((), Path("curriculum")) == [Path()]


def test_places_that_cannot_be_listed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("curriculum").symlink_to("curriculum")
    with pytest.raises(UsageError, match="curriculum cannot be read: Too many levels"):
        find_courses((), Path("curriculum"))
    found, (problem,) = find_theme("default", [Path("curriculum")])
    assert found is None and problem.message.startswith("curriculum cannot be read")


@pytest.mark.parametrize(("name", "said"), [("", "no course with an empty name"), ("x" * 5000, "no course xxx")])
def test_a_course_that_no_folder_can_be_is_not_there(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        find_courses((name,), Path("curriculum"))
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("argv", [["build", "c", "--out", ""], ["verify", ""]])
def test_an_empty_name_of_a_folder_is_none(
    argv: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["deckgen", *argv])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2 and "the name of a folder is empty" in capsys.readouterr().err


def test_whatever_else_the_disk_refuses_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), "c/somewhere")

    monkeypatch.setattr(cli.cli, "main", refuse)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "Error: c/somewhere: Input/output error\n"
