"""The calls that change a disk: each is flushed before anything relies on it, and fails by the name of its file."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # Linux
_RENAME_SWAP = 2  # macOS


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Every OSError inside speaks of `path`, the name the user knows."""
    try:
        yield
    except OSError as problem:
        problem.filename, problem.filename2 = str(path), None
        raise


def write_new(path: Path, content: bytes) -> None:
    """A new file with this content, on the disk when this returns."""
    handle = os.open(path, _NEW_FILE, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(path: Path, content: bytes, mode: int = 0o644) -> Path:
    """A file with these bytes: whole under its name, or what was there before. Returns its path."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return path


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can do so by itself."""
    if os.name == "nt":  # folders cannot be opened there; renames are written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _UNSUPPORTED:
            raise
    finally:
        os.close(handle)


def exchange(one: Path, other: Path) -> bool:
    """Let two names of one folder change places in one step; False where the file system cannot do it."""
    swap = _swapper()
    if swap is None:
        return False
    if swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one))


@cache
def _swapper() -> Callable[[bytes, bytes], int] | None:
    """The system's call that exchanges two names, if its library has it."""
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        call = library.renameat2
        return lambda one, other: int(call(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        swap = library.renamex_np
        return lambda one, other: int(swap(one, other, _RENAME_SWAP))
    return None


def make_folders(folder: Path) -> list[Path]:
    """Create a folder with its parents; those that were not there, outermost first."""
    missing: list[Path] = []
    at = folder
    while not at.exists():
        missing.append(at)
        at = at.parent
    if not at.is_dir():
        raise NotADirectoryError(None, "a file has the name of the folder", str(at))
    for each in reversed(missing):
        with naming(each):
            each.mkdir(exist_ok=True)
            sync_folder(each.parent)
    return missing[::-1]


def files_below(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder, links not followed, by name; and every empty folder."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            inner = list(files_below(path))
            yield from inner or [path]
        else:
            yield path
