"""Two builds at once, and the order in which things are written."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sets_on_disk import ALL, batch, set_of

from deckgen.pipeline import disk, lock
from deckgen.pipeline.output import write_sets


def test_a_second_build_waits_for_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order = []
    turned_away, real = threading.Event(), lock._try_lock

    def noted(handle: int) -> bool:
        taken = real(handle)
        if not taken:
            turned_away.set()
        return taken

    def build() -> None:
        try:
            write_sets(tmp_path, [batch(tmp_path, ALL)])
        finally:
            order.append("second")
            turned_away.set()

    second = threading.Thread(target=build)
    with lock.locked(tmp_path):
        monkeypatch.setattr(lock, "_try_lock", noted)
        second.start()
        turned_away.wait()
        order.append("first")
    second.join()
    assert order == ["first", "second"] and set_of(tmp_path) == ALL


def test_a_build_that_waited_in_vain_says_so(tmp_path: Path) -> None:
    with lock.locked(tmp_path):
        with pytest.raises(lock.BusyError, match="another build is writing there") as found:
            write_sets(tmp_path, [batch(tmp_path, ALL)], patience=0.1)
        assert found.value.filename == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_killed_build_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).write_bytes(b"")
    write_sets(tmp_path, [batch(tmp_path, ALL)], patience=0.1)
    assert set_of(tmp_path) == ALL


def test_a_lock_whose_name_was_taken_away_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening the file and locking it its last holder may have ended and removed the name."""
    real, tries = lock._try_lock, []

    def late(handle: int) -> bool:
        tries.append(handle)
        if len(tries) == 1:
            (tmp_path / lock.NAME).unlink()
        return real(handle)

    monkeypatch.setattr(lock, "_try_lock", late)
    with lock.locked(tmp_path, patience=5), pytest.raises(lock.BusyError), lock.locked(tmp_path, patience=0):
        pass
    assert len(tries) == 3


def test_many_builds_at_once_leave_one_whole_set(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path; import sets_on_disk as t\n"
        "out, mine = Path(sys.argv[1]), sys.argv[3].encode()\n"
        "for n in range(4):\n"
        "    t.write_sets(out, [t.batch(out, {name: mine * 1000 for name in t.ALL})], patience=3600)\n"
    )
    builds = [
        subprocess.Popen([sys.executable, "-c", program, tmp_path, str(Path(__file__).parent), key]) for key in "ab"
    ]
    assert [build.wait() for build in builds] == [0, 0]
    assert len(set(set_of(tmp_path).values())) == 1


def test_everything_is_flushed_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    paths: dict[int, str] = {}
    written, flushed, at_change = set(), set(), []
    real_open, real_write, real_fsync, real_exchange = os.open, os.write, os.fsync, disk._swapper()
    if real_exchange is None:
        pytest.skip("names cannot be exchanged here")

    def note_open(path: os.PathLike[str] | str, *rest: int, **others: int) -> int:
        handle = real_open(path, *rest, **others)
        paths[handle] = os.fspath(path)
        return handle

    def note_write(handle: int, data: memoryview) -> int:
        written.add(paths[handle])
        return real_write(handle, data[:3])  # a disk may take less than it is given

    def note_fsync(handle: int) -> None:
        flushed.add(paths[handle])
        real_fsync(handle)

    def note_exchange(one: bytes, other: bytes) -> int:
        at_change.append((set(written), set(flushed)))
        return real_exchange(one, other)

    for name, stand_in in (("open", note_open), ("write", note_write), ("fsync", note_fsync)):
        monkeypatch.setattr(os, name, stand_in)
    monkeypatch.setattr(disk, "_swapper", lambda: note_exchange)
    write_sets(tmp_path, [batch(tmp_path, {**ALL, "trainer/card.docx": b"card"})])
    ((before, safe),) = at_change
    assert len(before) == 5 and before <= safe
    staged = {str(Path(path).parent) for path in before}
    assert len(staged) == 2 and staged <= safe
    assert str(tmp_path / "c") in flushed, "the exchange itself reaches the disk"
    assert set_of(tmp_path)["trainer/card.docx"] == b"card"
