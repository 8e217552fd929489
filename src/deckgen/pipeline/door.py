"""The door of `base.reading`, built: every file a build reads passes here and is remembered for the manifest.

Refuses what is not a regular file, so that a pipe or a device cannot stall a build, and files larger than
`MAX_BYTES`. A file is read once: a build sees one state of the disk, however long it takes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

MAX_BYTES = 64 * 1024 * 1024  # one file


def read_file(path: Path) -> bytes:
    """The bytes of a regular file; raises OSError like `open`, which callers turn into a diagnostic."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(str(path))
    if not stat.S_ISREG(mode):
        raise PermissionError(f"{path} is not a regular file")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


class Disk:
    """The files of one build, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, bytes] = {}
        self._listed: dict[Path, tuple[Path, ...]] = {}

    def read(self, path: Path) -> bytes:
        """The bytes of a file, as they were when it was first asked for."""
        if path not in self._read:
            self._read[path] = read_file(path)
        return self._read[path]

    def files(self, folder: Path) -> tuple[Path, ...]:
        """Every regular file below a folder, as it was when first asked for."""
        if folder not in self._listed:
            found = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
            self._listed[folder] = tuple(sorted(path for path in found if path.is_file()))
        return self._listed[folder]


class Record:
    """A `base.reading.Door` onto a disk that keeps what went through it: the inputs of one course, theme or set."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._seen: dict[Path, bytes] = {}

    @property
    def seen(self) -> Mapping[Path, bytes]:
        """Path -> bytes of every file that was read here."""
        return self._seen

    def __call__(self, path: Path, /) -> bytes:
        """The bytes of a regular file."""
        self._seen[path] = self._disk.read(path)
        return self._seen[path]

    def files(self, folder: Path, /) -> tuple[Path, ...]:
        """Every regular file below a folder."""
        return self._disk.files(folder)


def read_module(module: ModuleType | str) -> bytes:
    """The source of a module, also from inside an archive; raises OSError where only compiled code is installed."""
    found = import_module(module) if isinstance(module, str) else module
    origin = found.__spec__.origin if found.__spec__ else None
    if origin is None:
        raise FileNotFoundError(f"no file holds {found.__name__}")
    get_data = getattr(found.__loader__, "get_data", None)
    data: bytes = get_data(origin) if get_data else Path(origin).read_bytes()
    return data
