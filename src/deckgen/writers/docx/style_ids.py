"""The ids of the styles of a book, by which paragraphs and tables refer to them."""

from __future__ import annotations

from functools import cache

PLAIN = "Normal"
FIGURE = "Figure"
SIGN = "Sign"
BLOCK_HEADING = "BlockHeading"
BOX_GAP = "BoxGap"
ENTRY_GAP = "EntryGap"
SECTION_END = "SectionEnd"
RULED_LINE = "RuledLine"
DRAWING_TEXT = "DrawingText"
PAGE_NUMBER = "PageNumber"
CHAPTER_NUMBER = "ChapterNumberChar"
GRID = "CourseTable"
PLAIN_TABLE = "PlainTable"
BOX_TABLE = "BoxTable"
OPEN_TABLE = "OpenTable"
RULED_TABLE = "RuledTable"
STEPS_TABLE = "StepsTable"
TICKS_TABLE = "TicksTable"
CARD_TABLE = "CardTable"
ENTRY_TABLE = "EntryTable"
OUTLINE = {"heading1": 0, "heading2": 1, "heading3": 2, "heading4": 3}
_BUILT_IN = {
    "plain": "Normal",
    "code": "CodeBlock",
    "toc1": "TOC1",
    "toc2": "TOC2",
    "toc3": "TOC3",
    "toc_title": "TOCHeading",
}

_BAND = "Band"

StyleVariant = tuple[str, bool, bool]
"""A style role beside boxes: whether one stands above the text, and whether one below it."""

RowVariant = tuple[str, bool, bool, bool]
"""The id of a style in a row of a least height: whether the text is its cell's first and its last, and whether the
table is dense."""


@cache
def style_id(role: str) -> str:
    """The id of a paragraph style in the styles part."""
    if role in _BUILT_IN:
        return _BUILT_IN[role]
    if role in OUTLINE:
        return f"Heading{role[-1]}"
    return "".join(part.capitalize() for part in role.split("_"))


def spaced_id(role: str, *, below_box: bool, above_box: bool) -> str:
    """The id of a style's variant beside a box; equal to the style's own where nothing changes."""
    return style_id(role) + ("BelowBox" if below_box else "") + ("AboveBox" if above_box else "")


def row_id(style: str, *, first: bool, last: bool, dense: bool) -> str:
    """The id of a style's variant that carries the distance to the edges of its cell."""
    return style + ("DenseRow" if dense else "Row") + ("Top" if first else "") + ("Bottom" if last else "")


def unlisted_id(level: int) -> str:
    """Style of a heading that stays out of the table of contents."""
    return f"Heading{level}Unlisted"


def sheet_heading_id(level: int) -> str:
    """Style of a heading that stands in the band of an exercise sheet."""
    return f"SheetHeading{level}"


def band_id(style: str) -> str:
    """The id of a style's variant in the band at the head of a sheet."""
    return f"{style}{_BAND}"


def is_band_id(style: str) -> bool:
    """Whether a style is that of a line of a band."""
    return style.endswith(_BAND)


def look_id(role: str) -> str:
    """Character style of words that stand on a line with others: the number of a sheet, the clock beside a title."""
    return f"{style_id(role)}Char"


def callout_title_id(role: str) -> str:
    """Style of the title of a box."""
    return "CalloutTitle" + "".join(part.capitalize() for part in role.split("_"))
