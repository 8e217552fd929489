"""The one door through which a build reads.

Rooms that need a file are handed a reader of this shape; pipeline builds it, remembers what it gave and lists
that in the manifest. Nothing below pipeline opens a file by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class ReadBytes(Protocol):
    """Reads one file."""

    def __call__(self, path: Path, /) -> bytes:
        """The bytes of a regular file. Raises OSError as `open` does, with EFBIG for one that is too large."""
        ...


class Door(ReadBytes, Protocol):
    """Reads files and says which there are; reads the package's own modules that hold data."""

    def files(self, folder: Path, /) -> tuple[Path, ...]:
        """Every regular file below a folder, by name; none when there is no such folder. Raises OSError."""
        ...

    def module(self, name: str, /) -> bytes:
        """The source of a module of the package, which need not be loaded."""
        ...


class Store(Protocol):
    """Keeps between builds what takes long to find out again. Forgets at any time, and never fails."""

    def load(self, key: str, /) -> bytes | None:
        """What was saved under a key; None when that is gone."""
        ...

    def save(self, key: str, content: bytes, /) -> None:
        """Keep bytes under a key, if that can be done."""
        ...
