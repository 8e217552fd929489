"""The door of `base.reading`, built: every file a build reads passes here and is remembered for the manifest.

Refuses what is not a regular file, so that a pipe or a device cannot stall a build, and files larger than
`MAX_BYTES`. A file is read once: a build sees one state of the disk, however long it takes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024  # one file


def read_file(path: Path) -> bytes:
    """The bytes of a regular file; raises OSError like `open`, which callers turn into a diagnostic."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(str(path))
    if not stat.S_ISREG(status.st_mode):
        raise PermissionError(errno.EACCES, "it is not a regular file", str(path))
    with path.open("rb", buffering=0) as stream:
        content, piece = b"", min(status.st_size, MAX_BYTES) + 1
        while len(content) <= MAX_BYTES and (more := stream.read(piece)):
            content += more
    if len(content) > MAX_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


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
            walk = os.walk(folder, onerror=_refuse) if folder.is_dir() else ()
            paths = (Path(place) / name for place, _, names in walk for name in names)
            self._listed[folder] = tuple(sorted(path for path in paths if path.is_file()))
        return self._listed[folder]


def _refuse(problem: OSError) -> None:
    """A folder that cannot be listed must not look like an empty one."""
    raise problem


class Record:
    """A `base.reading.Door` onto a disk that keeps what went through it: the inputs of one course, theme or set."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._seen: dict[Path, bytes] = {}
        self._listed: dict[Path, tuple[Path, ...]] = {}
        self._modules: dict[str, bytes] = {}

    @property
    def seen(self) -> Mapping[Path, bytes]:
        """Path -> bytes of every file that was read here."""
        return self._seen

    @property
    def listed(self) -> Mapping[Path, tuple[Path, ...]]:
        """Folder -> the files below it, of every folder that was asked for here."""
        return self._listed

    @property
    def modules(self) -> Mapping[str, bytes]:
        """Name -> source of every module that was read here."""
        return self._modules

    def __call__(self, path: Path, /) -> bytes:
        """The bytes of a regular file."""
        self._seen[path] = self._disk.read(path)
        return self._seen[path]

    def files(self, folder: Path, /) -> tuple[Path, ...]:
        """Every regular file below a folder."""
        self._listed[folder] = self._disk.files(folder)
        return self._listed[folder]

    def module(self, name: str, /) -> bytes:
        """The source of a module of the package, which need not be loaded."""
        self._modules[name] = read_module(name)
        return self._modules[name]


def read_module(name: str) -> bytes:
    """The source of a module, also from inside an archive; raises OSError where there is none."""
    spec = find_spec(name)
    get_data = getattr(spec.loader, "get_data", None) if spec else None
    if spec is None or spec.origin is None or get_data is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    source: bytes = get_data(spec.origin)
    return source
