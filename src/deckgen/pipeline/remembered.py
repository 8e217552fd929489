"""What was made of files in this process, for as long as all of them are as they were.

A command makes everything once. Who shows a course while it is written, or tries one thing after the other with it,
asks for the same again and again.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.pipeline.door import Disk, Record

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    """A value, and all that its door had seen by then."""

    value: Value
    seen: Mapping[Path, bytes]
    listed: Mapping[Path, tuple[Path, ...]]
    modules: Mapping[str, bytes]

    def holds(self, door: Record) -> bool:
        """Whether everything is as it was; it is read again, so that `door` has seen it, too."""
        try:
            return (
                all(door.files(folder) == files for folder, files in self.listed.items())
                and all(door(path) == content for path, content in self.seen.items())
                and all(door.module(name) == source for name, source in self.modules.items())
            )
        except OSError:
            return False


class Remembered(Generic[Value]):
    """Values by what they are made for, the newest of them.

    Only what was made without a mistake may be kept: a file that was missing is none that the door has seen.
    """

    def __init__(self, most: int) -> None:
        """So many at `most`."""
        self._most = most
        self._kept: dict[Hashable, _Kept[Value]] = {}

    def find(self, key: Hashable, disk: Disk) -> tuple[Value, Record] | None:
        """The value, if all that it was made from is as it was, and a door that has seen all of it."""
        kept = self._kept.get(key)
        door = Record(disk)
        return (kept.value, door) if kept is not None and kept.holds(door) else None

    def keep(self, key: Hashable, value: Value, door: Record) -> None:
        """Remember what was made of that which came through a door."""
        self._kept.pop(key, None)
        while len(self._kept) >= self._most:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = _Kept(value, dict(door.seen), dict(door.listed), dict(door.modules))
