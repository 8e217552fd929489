"""What a diagram carries through the tree: a frozen record of the content wing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, Self


class Record(Protocol):
    """A diagram's record as the tree knows it; the drawer of its type states what else it reads.

    Iterating gives names and values of its fields; values are texts, numbers, tuples of those, or records alike.
    """

    @property
    def type(self) -> str:
        """The word of its type."""

    def __iter__(self) -> Iterator[tuple[str, Any]]: ...

    def rewrite(self, change: Callable[[str], str]) -> Self:
        """The record with every text for readers changed; words of the format stay as they are."""
