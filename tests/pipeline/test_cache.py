"""The store between builds: keeps whole entries, forgets the oldest, and never fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.pipeline.cache import CacheFolder


def test_what_was_saved_is_there_for_the_next_build(tmp_path: Path) -> None:
    CacheFolder(tmp_path / "a" / "b").save("0f", b"1")
    again = CacheFolder(tmp_path / "a" / "b")
    assert again.load("0f") == b"1"
    assert again.load("10") is None
    again.save("0f", b"2")
    assert again.load("0f") == b"2"


def test_its_place_is_the_user_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    CacheFolder().save("0f", b"1")
    assert (tmp_path / "deckgen" / "templates" / "0f.json").read_bytes() == b"1"


def test_a_place_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = CacheFolder(tmp_path / "file" / "cache")
    store.save("0f", b"1")
    assert store.load("0f") is None


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", no_home)
    store = CacheFolder()
    store.save("0f", b"1")
    assert store.load("0f") is None


def test_a_full_disk_leaves_no_half_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = CacheFolder(tmp_path)
    store.save("0f", b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", full)
    store.save("0f", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["0f.json"]
    assert store.load("0f") == b"old"


def test_the_oldest_entries_make_room(tmp_path: Path) -> None:
    store = CacheFolder(tmp_path, most=3)
    for at in range(5):
        store.save(f"{at:02x}", b"x")
        os.utime(tmp_path / f"{at:02x}.json", (at, at))
    store.save("ff", b"x")
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["03", "04", "ff"]
