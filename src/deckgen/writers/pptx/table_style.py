"""The table style that tables of a deck have: that of the theme where its template has one, else Office's plain one."""

from __future__ import annotations

from collections.abc import Mapping

STYLE_ID = "{6B1E1A5C-7D0E-4E57-9B3A-0D6C1F5A2E41}"
"""Of the style in the templates that ship; a trainer's new tables have it, too."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # Office's table without style and grid
_PART = "ppt/tableStyles.xml"


def table_style_of(parts: Mapping[str, bytes]) -> str:
    """The id of the style for tables of decks from this template; a house's own styles are left to its own tables."""
    return STYLE_ID if f'styleId="{STYLE_ID}"'.encode() in parts.get(_PART, b"") else _PLAIN
