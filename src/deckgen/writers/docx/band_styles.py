"""The styles of the band that a sheet is known by. Refuses nothing."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.base.markup import Markup, Template, join
from deckgen.theme import Theme
from deckgen.theme.boxes import BAND_LINE, BAND_X, BAND_Y
from deckgen.writers.docx.markup import eighths, half_points, twips
from deckgen.writers.docx.style_ids import band_id, look_id, style_id
from deckgen.writers.docx.style_parts import BOLD, KEEP_NEXT, PARAGRAPH, SIDE, write_style

_FRAME = Template("<w:pBdr>{sides}</w:pBdr>")
_FILL = Template('<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
_INDENT = Template('<w:ind w:left="{room}" w:right="{room}" w:firstLine="0"/>')
_ON_A_LINE = ("sheet_kind", "sheet_number", "block_facts")
_LIGHT = Markup('<w:b w:val="0"/><w:bCs w:val="0"/>')
_NUMBER = Template('<w:rPr>{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')


def write_band_styles(theme: Theme, bases: Iterable[str], default: str) -> Iterable[Markup]:
    """The styles of the lines of a band, upon those that they have elsewhere, and the looks of its number.

    `default` is the character style that these are based on.
    """
    colours = theme.callouts["sheet_head"]
    line, fill = theme.colours[colours["line"]], theme.colours[colours["fill"]]
    gaps = (("top", BAND_Y), ("left", BAND_X), ("bottom", BAND_Y), ("right", BAND_X))
    sides = join(SIDE(side, eighths(BAND_LINE), round(gap), line) for side, gap in gaps)
    look = PARAGRAPH(join((KEEP_NEXT, _FRAME(sides), _FILL(fill), _INDENT(twips(BAND_X + BAND_LINE)))))
    used = sorted(bases)
    for base in used:
        yield write_style(band_id(base), f"{base} band", base, look)
    for role in _ON_A_LINE:
        style = theme.book_text[role]
        dress = _NUMBER(BOLD if style.strong else _LIGHT, theme.colours[style.colour], half_points(style.size))
        name = f"{style_id(role)} Char"
        yield write_style(look_id(role), name, default, dress, kind="character")
