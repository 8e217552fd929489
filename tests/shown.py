"""What tests of the writers show where a tree names a picture."""

from __future__ import annotations

from deckgen.tree import ReadyPicture


def nothing(path: str) -> ReadyPicture:
    """A picture without a byte, where only its place matters."""
    return ReadyPicture(b"", "png")
