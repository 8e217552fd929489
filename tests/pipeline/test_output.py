from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.pipeline import output
from deckgen.pipeline.output import write_files


def listing(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_writes_into_a_new_folder(tmp_path: Path) -> None:
    write_files(tmp_path / "build" / "课程", {"deck.pptx": b"1", "img/a.svg": b"2"})
    assert listing(tmp_path) == {"build/课程/deck.pptx": b"1", "build/课程/img/a.svg": b"2"}
    assert sorted(p.name for p in (tmp_path / "build" / "课程").iterdir()) == ["deck.pptx", "img"]


def test_replaces_its_own_files_and_leaves_others(tmp_path: Path) -> None:
    write_files(tmp_path, {"deck.pptx": b"old", "guide.docx": b"old"})
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_files(tmp_path, {"deck.pptx": b"new"})
    assert listing(tmp_path) == {"deck.pptx": b"new", "guide.docx": b"old", "mine.txt": b"mine"}


@pytest.mark.parametrize("step", [0, 1, 2])
@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("failure", [OSError("no"), KeyboardInterrupt()])
def test_an_error_on_the_way_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, links: bool, failure: BaseException
) -> None:
    write_files(tmp_path, {"a": b"old a", "c": b"old c"})
    replace, done = Path.replace, []

    def fail_at_step(self: Path, target: Any) -> Path:
        done.append(target)
        if len(done) == step + 1:
            raise failure
        return replace(self, target)

    def no_links(source: Any, target: Any) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr(Path, "replace", fail_at_step)
    if not links:
        monkeypatch.setattr(output.os, "link", no_links)
    with pytest.raises(type(failure)):
        write_files(tmp_path, {"a": b"new a", "sub/b": b"new b", "c": b"new c"})
    assert listing(tmp_path) == {"a": b"old a", "c": b"old c"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "c"]


def test_an_error_removes_the_folders_it_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="disk full"):
        write_files(tmp_path / "build" / "x", {"a": b"1"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError):
        write_files(tmp_path, {"a": b"1", "b": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["b"]
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        write_files(tmp_path / "file" / "x", {"a": b"1"})


@pytest.mark.parametrize("name", ["../a", "/a", "", "a/../../b", "a\\b", "C:a", "."])
def test_names_stay_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name inside"):
        write_files(tmp_path / "build", {"fine": b"1", name: b"2"})
    assert list(tmp_path.iterdir()) == []
