"""Parts of records that several drawers read. A drawer states its own record as a Protocol in its file.

The model's frozen records have these shapes; nothing of the model is known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Titled(Protocol):
    """A node: what it is called and, where not empty, what it means."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


class Node(Titled, Protocol):
    """A node with an icon, where the name of one is not empty."""

    @property
    def icon(self) -> str: ...


class Item(Protocol):
    """A node of few words with an icon, where the name of one is not empty."""

    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...


class TitledList(Item, Protocol):
    """A heading with the items that stand under it."""

    @property
    def items(self) -> Sequence[Item]: ...
