"""Lists of a book into the numbering part: every ordered list counts for itself. Refuses nothing."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.theme import BookStyle, Theme
from deckgen.writers.docx.xml import DECLARATION, W, twips

_BULLETS = ("•", "–")
_NUMBERS = ("%1.", "(%2)")
_LEVELS = 2


def write_numbering(theme: Theme, starts: Sequence[int]) -> bytes:
    """The numbering part: instance 1 bullets, 2 the list style's own numbers, then one for each start."""
    colour = theme.colours["primary"]
    bullets = "".join(
        _level(level, "bullet", _BULLETS[level], theme.book_text["bullet"], colour) for level in range(_LEVELS)
    )
    numbers = "".join(
        _level(level, "decimal", _NUMBERS[level], theme.book_text["number"], colour) for level in range(_LEVELS)
    )
    parts = [
        f'{DECLARATION}<w:numbering xmlns:w="{W}">',
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>',
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    ]
    for index, start in enumerate(starts):
        parts.append(
            f'<w:num w:numId="{index + 3}"><w:abstractNumId w:val="1"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    parts.append("</w:numbering>")
    return "".join(parts).encode()


def _level(level: int, kind: str, text: str, style: BookStyle, colour: str) -> str:
    hanging = -style.first_line
    left = style.indent_left + level * hanging
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{colour}"/></w:rPr></w:lvl>'
    )
