"""The icon before the title of a box: what those who measure the title and those who write it must agree on."""

from __future__ import annotations

_SIDE_EM = 1.15
_TAKEN_EM = 1.5  # its side, and what parts it from the words
_LOWERED_EM = 0.2  # below the line that letters stand on, so that it is centred on them


def icon_side(size: float) -> float:
    """Side in points of the icon before a title of this size."""
    return round(_SIDE_EM * size, 2)


def icon_room(name: str, size: float) -> float:
    """Points that a title of this size begins later for an icon of this name; none where it is empty."""
    return round(_TAKEN_EM * size, 2) if name else 0.0


def icon_drop(size: float) -> float:
    """Points by which the icon of a line of text reaches below the line that its letters stand on."""
    return _LOWERED_EM * size
