"""One build at a time writes into an output folder.

The lock is a file that the system itself lets go of when its holder ends, however it ends. A killed build
leaves the empty file; the next one takes it over and takes it away.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deckgen.pipeline.disk import naming

NAME = ".deckgen-lock"
PATIENCE = 60.0  # seconds: writing takes a fraction of one
_PAUSE = 0.05  # seconds between two tries


class BusyError(OSError):
    """Another build holds the folder."""


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder; raises BusyError when another build still does after `patience` seconds."""
    path = folder / NAME
    handle = _take(path, patience)
    try:
        yield
    finally:
        if os.name == "nt":  # an open file cannot be removed there
            os.close(handle)
            _remove(path)
        else:
            _remove(path)
            os.close(handle)


def _take(path: Path, patience: float) -> int:
    end = time.monotonic() + patience
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        taken = False
        try:
            with naming(path):
                taken = _try_lock(handle) and _is_still(path, handle)
        finally:
            if not taken:
                os.close(handle)
        if taken:
            return handle
        if time.monotonic() > end:
            raise BusyError(None, "another build is writing there", str(path.parent))
        time.sleep(_PAUSE)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file still bears the name: its last holder takes the name away."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _try_lock(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _remove(path: Path) -> None:
    """Take the name away; a file that stays is taken over by the next build."""
    try:
        path.unlink()
    except OSError:
        return
