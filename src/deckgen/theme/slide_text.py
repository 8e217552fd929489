"""A text role and a slot's size into the lengths that fit and the deck writer must agree on.

What fit measures is what the writer sets: both take sizes, indents and insets from here.
"""

from __future__ import annotations

from deckgen.theme.theme import TextRole, Theme

LIST_INDENT_EM = 1.2  # marker and gap; the text of an item hangs by as much
CELL_INSETS = (11.0, 4.0, 7.2, 4.0)  # left, top, right, bottom of a table cell, in points

BOX_INSETS = (16.0, 8.0, 12.0, 8.0)  # left, top, right, bottom of a box of words or code, in points
BOX_BAR = 5.0  # width of the bar at its left edge
FLOW_GAP = 12.0  # between text, boxes and tables that follow one another
_IN_BOX = {"code": "code", "small": "meta"}


def box_role(role: str) -> str:
    """The text role of slides that a paragraph in a box has: code, where a quotation comes from, or running text."""
    return _IN_BOX.get(role, "body")


def least_size(theme: Theme, role: TextRole, layout_size: float) -> float:
    """The least size in points of a text: its role's floor, or the layout's size where that is smaller.

    No layout makes a text smaller than the floor of second lines (`lead`), unless its role is.
    """
    return min(role.floor, max(layout_size, theme.slide_text["lead"].floor))


def list_indent(size: float, level: int = 0) -> float:
    """Points from the edge of the text to the text of a list item of `level` (0 to 2)."""
    return LIST_INDENT_EM * size * (level + 1)


def paragraph_size(theme: Theme, slot: str, role: str, size: float) -> float:
    """The size in points of a paragraph of `role` in a slot whose text is `size`.

    A paragraph of the slot's own role, or of the neutral role ``body``, has the slot's size; any
    other role has its own size, yet never more than the slot's.
    """
    own = theme.slide_text.get(role)
    if role in (slot, "body", "") or own is None:
        return size
    return min(size, own.size)


def line_height(theme: Theme, role: str, size: float) -> float:
    """The distance of two lines of `role` at `size`, in points."""
    style = theme.slide_text.get(role)
    return 1.2 * size * (style.spacing if style else 1.0)
