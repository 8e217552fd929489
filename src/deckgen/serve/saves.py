"""What tells that something was saved: the folders that a course is made of, watched."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch, watch

_STEP, _DEBOUNCE = 5, 50  # milliseconds: how long more of the same save is waited for, at least and at most


class Saves(DefaultFilter):
    """Changes of files that a course can be made from. Those that are only being written have names with dots, and
    what a build writes is none.
    """

    def __init__(self, written: Sequence[Path] = ()) -> None:
        """`written` are folders that do not count."""
        super().__init__(ignore_paths=[path.resolve() for path in written])

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change counts."""
        return super().__call__(change, path) and not Path(path).name.startswith(".")


async def each_save(folders: Sequence[Path]) -> AsyncIterator[None]:
    """Comes once for every save, for as long as somebody waits."""
    async for _ in awatch(*folders, watch_filter=Saves(), step=_STEP, debounce=_DEBOUNCE):
        yield


def next_saves(folders: Sequence[Path], written: Path) -> Iterator[None]:
    """As `each_save`, for who has nothing else to do; `written` is the folder that is built into."""
    for _ in watch(*folders, watch_filter=Saves([written]), step=_STEP, debounce=_DEBOUNCE):
        yield
