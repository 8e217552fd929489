"""The door: regular files only, each read once, and a record of what went through."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from deckgen.measure.tables import latin_sans
from deckgen.pipeline import door
from deckgen.pipeline.door import Disk, Record, read_file, read_module
from deckgen.source.reader import read_source


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00\xff" * 5000)
    assert read_file(tmp_path / "a") == b"\x00\xff" * 5000


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PermissionError, match="not a regular file"):
        read_file(tmp_path / "pipe")


def test_a_file_beyond_the_limit_is_refused_and_never_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MAX_BYTES", 8)
    (tmp_path / "fits").write_bytes(b"12345678")
    (tmp_path / "long").write_bytes(b"123456789")
    assert read_file(tmp_path / "fits") == b"12345678"
    with pytest.raises(OSError) as caught:
        read_file(tmp_path / "long")
    assert caught.value.errno == errno.EFBIG
    _, found = read_source(tmp_path / "long", tmp_path, read_file)
    assert [item.code for item in found] == ["DG017"]


def test_a_build_sees_one_state_of_the_disk(tmp_path: Path) -> None:
    disk = Disk()
    (tmp_path / "a").write_bytes(b"first")
    assert disk.files(tmp_path) == (tmp_path / "a",)
    assert disk.read(tmp_path / "a") == b"first"
    (tmp_path / "a").write_bytes(b"second")
    (tmp_path / "b").write_bytes(b"new")
    assert disk.read(tmp_path / "a") == b"first"
    assert disk.files(tmp_path) == (tmp_path / "a",)


def test_folders_are_listed_in_order_through_all_levels_without_what_is_no_file(tmp_path: Path) -> None:
    for name in ("b/c.xml", "a.xml", "b/_rels/.rels", "z"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    listed = [path.relative_to(tmp_path).as_posix() for path in Disk().files(tmp_path)]
    assert listed == ["a.xml", "b/_rels/.rels", "b/c.xml", "z"]
    assert Disk().files(tmp_path / "none") == ()


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "a").write_bytes(b"")
    scan = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("inside"):
            raise PermissionError("no")
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    with pytest.raises(PermissionError):
        Disk().files(tmp_path)


def test_a_record_lists_what_went_through_it_and_nothing_else(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(name.encode())
    disk = Disk()
    one, other = Record(disk), Record(disk)
    one(tmp_path / "a")
    other(tmp_path / "b")
    other(tmp_path / "a")
    with pytest.raises(FileNotFoundError):
        one(tmp_path / "none")
    assert one.seen == {tmp_path / "a": b"a"}
    assert set(other.seen) == {tmp_path / "a", tmp_path / "b"}


def test_the_source_of_a_module_is_what_its_file_holds() -> None:
    assert read_module(latin_sans.__name__) == Path(str(latin_sans.__file__)).read_bytes()
