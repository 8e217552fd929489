"""A theme's paragraph styles into the styles part, on top of the template's.

The template brings document defaults, latent styles and whatever a house style adds; every style the
theme answers for is written from the theme's own numbers, so that predicted pages are real pages.
Refuses a template without a `w:styles` root (a parse error of the file).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree

from deckgen.base.languages import latin_tag
from deckgen.base.markup import Markup, Template, join, writable
from deckgen.base.roles import BOOK_TEXT, CALLOUTS
from deckgen.theme import BookStyle, BookTemplate, Theme
from deckgen.theme.boxes import ENTRY_GAP as BETWEEN_PARTS
from deckgen.theme.boxes import (
    SIGN_ABOVE,
    SIGN_BELOW,
    contents_width,
    space_after,
    space_before,
    table_line,
    table_padding,
    text_area,
)
from deckgen.theme.office.facts import BookFacts
from deckgen.writers.docx.band_styles import write_band_styles
from deckgen.writers.docx.markup import W, eighths, half_points, twips
from deckgen.writers.docx.style_ids import (
    BLOCK_HEADING,
    BOX_GAP,
    BOX_TABLE,
    CARD_TABLE,
    CHAPTER_NUMBER,
    DRAWING_TEXT,
    ENTRY_GAP,
    ENTRY_TABLE,
    FIGURE,
    GRID,
    OPEN_TABLE,
    OUTLINE,
    PAGE_NUMBER,
    PLAIN,
    PLAIN_TABLE,
    RULED_LINE,
    RULED_TABLE,
    SECTION_END,
    SIGN,
    STEPS_TABLE,
    TICKS_TABLE,
    RowVariant,
    StyleVariant,
    callout_title_id,
    row_id,
    sheet_heading_id,
    spaced_id,
    style_id,
    unlisted_id,
)
from deckgen.writers.docx.style_parts import (
    BOLD,
    KEEP_NEXT,
    LEVEL,
    MONO,
    NONE,
    PARAGRAPH,
    QUICK,
    SIDE,
    SPACING,
    STYLE,
    TOC,
    paragraph_properties,
    run_properties,
    write_style,
)

_PAGE_NUMBER = 12.0  # points
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_ID, _VAL = f"{{{W}}}styleId", f"{{{W}}}val"

_STYLES = Template('<w:styles xmlns:w="{w}">{styles}</w:styles>')
_DEFAULT = Markup(' w:default="1"')
_RUN = Template("<w:rPr>{properties}</w:rPr>")
_TABLE = Template("<w:tblPr>{properties}</w:tblPr>")
_NO_BORDERS = Markup('<w:pBdr><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>')
_BETWEEN = Template('<w:spacing w:before="{before}" w:after="{after}"/>')
_FIGURE = Template('<w:spacing w:before="{gap}" w:after="{gap}" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>')
_SIGN = Template('<w:spacing w:before="{above}" w:after="{below}" w:line="240" w:lineRule="auto"/>')
_TINY = Markup('<w:rPr><w:sz w:val="2"/></w:rPr>')
_UNDER_TITLE = Markup('<w:keepNext/><w:spacing w:before="0"/>')
_LEFT = Markup('<w:jc w:val="left"/>')
_SIZE = Template('<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
_COLOUR = Template('<w:color w:val="{colour}"/>')
_UNDERLINED = Markup('<w:u w:val="single"/>')
_GRID = Template("<w:tblBorders>{sides}</w:tblBorders>")
_MARGINS = Template(
    '<w:tblCellMar><w:top w:w="{y}" w:type="dxa"/><w:left w:w="{x}" w:type="dxa"/>'
    '<w:bottom w:w="{y}" w:type="dxa"/><w:right w:w="{x}" w:type="dxa"/></w:tblCellMar>'
)


def write_styles(
    template: BookTemplate,
    theme: Theme,
    language: str,
    variants: Iterable[StyleVariant],
    row_variants: Iterable[RowVariant] = (),
    contents_columns: int = 1,
    bands: Iterable[str] = (),
) -> bytes:
    """The styles part; `variants` are the styles beside boxes that the body uses, `row_variants` those in rows of a
    least height, `bands` those that lines of bands are based on; `contents_columns` is how many columns the contents
    stand in.

    A style of the template gives way to one of the same id or name: Word knows built-in styles by their names, and
    calls them by other ids in other languages.
    """
    facts = template.facts
    part = template.parts[facts.parts["styles"]]
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    _set_defaults(root, theme, language)
    ids = {style.name.casefold(): style.id for style in facts.styles}
    renamed: dict[str, str] = {}
    styles = (
        *_styles(theme, facts, variants, contents_columns),
        *_row_styles(theme, row_variants),
        *write_band_styles(theme, bands, facts.default_style("character")),
    )
    for style in etree.fromstring(_STYLES(W, join(styles))):
        identifier, name = style.get(_ID), style.find(f"{{{W}}}name")
        known = ids.get(name.get(_VAL, "").casefold(), identifier) if name is not None else identifier
        renamed[str(known)] = str(identifier)
        for old in [old for old in root.iterfind(f"{{{W}}}style") if old.get(_ID) in (identifier, known)]:
            root.remove(old)
        root.append(style)
    for reference in root.iter(*(f"{{{W}}}{tag}" for tag in ("basedOn", "next", "link"))):
        if new := renamed.get(str(reference.get(_VAL))):
            reference.set(_VAL, new)
    # prefixes that may be ignored are named in a text, where nobody sees that they are used
    etree.cleanup_namespaces(root, keep_ns_prefixes=str(root.get(_IGNORABLE, "")).split())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_defaults(root: etree._Element, theme: Theme, language: str) -> None:
    fonts = root.find(f".//{{{W}}}rPrDefault//{{{W}}}rFonts")
    if fonts is not None:
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(f"{{{W}}}{slot}", writable(theme.fonts.latin))
        fonts.set(f"{{{W}}}eastAsia", writable(theme.fonts.east_asian))
    lang = root.find(f".//{{{W}}}rPrDefault//{{{W}}}lang")
    if lang is not None:
        lang.set(f"{{{W}}}eastAsia", writable(language))
        lang.set(f"{{{W}}}val", writable(latin_tag(language)))


def _styles(
    theme: Theme, facts: BookFacts, variants: Iterable[StyleVariant], contents_columns: int
) -> Iterable[Markup]:
    for role in ("plain", *(role for role in BOOK_TEXT if role != "plain")):
        yield _text_style(theme, role, contents_columns)
    for role, below, above in sorted(variants):
        yield _variant(theme, role, below, above)
    for level in range(1, 5):
        name = theme.book_text[f"heading{level}"].name
        unlisted = PARAGRAPH(LEVEL(9))
        yield write_style(unlisted_id(level), f"{name} unlisted", f"Heading{level}", unlisted)
        yield _sheet_heading(theme, level)
    title = theme.book_text["block_title"]  # which keeps its own distance from the tables of entries
    title = replace(title, before=title.before + BETWEEN_PARTS, after=title.after + BETWEEN_PARTS)
    look = _dressed_heading(theme, title)
    yield write_style(BLOCK_HEADING, "Block Heading", "Heading2", look)
    for role in CALLOUTS:
        name = f"Callout Title {role.replace('_', ' ')}"
        colour = _RUN(_COLOUR(theme.colours[theme.callouts[role]["title"]]))
        look = join((PARAGRAPH(_UNDER_TITLE), colour))
        yield write_style(callout_title_id(role), name, style_id("label"), look)
    boxes = theme.boxes
    for identifier, name, line in (
        (BOX_GAP, "Box Gap", boxes.gap),
        (ENTRY_GAP, "Entry Gap", BETWEEN_PARTS),
        (SECTION_END, "Section End", 1.0),
        (RULED_LINE, "Ruled Line", boxes.ruled_line - 2),
    ):
        yield write_style(identifier, name, PLAIN, PARAGRAPH(SPACING(0, 0, twips(line))))
    figure = join((PARAGRAPH(_FIGURE(twips(boxes.figure_gap))), _TINY))
    yield write_style(FIGURE, "Figure", PLAIN, figure)
    sign = join((PARAGRAPH(_SIGN(twips(SIGN_ABOVE), twips(SIGN_BELOW))), _TINY))
    yield write_style(SIGN, "Sign", PLAIN, sign)
    yield write_style(DRAWING_TEXT, "Drawing Text", PLAIN, NONE)
    yield from _character_styles(theme, facts.default_style("character"))
    yield from _table_styles(theme, facts.default_style("table"))


def _text_style(theme: Theme, role: str, contents_columns: int) -> Markup:
    style = theme.book_text[role]
    edge = contents_width(text_area(theme.page)[0], contents_columns if role in TOC else 1)
    look = join((paragraph_properties(theme, role, style, edge), run_properties(theme, style, mono=role == "code")))
    if role == "plain":
        return STYLE("paragraph", _DEFAULT, NONE, style_id(role), style.name, NONE, NONE, QUICK, look)
    follow = style_id("body") if role in OUTLINE or role in ("cover_title", "lead") else ""
    return write_style(style_id(role), style.name, PLAIN, look, follow, quick=role not in TOC)


def _variant(theme: Theme, role: str, below: bool, above: bool) -> Markup:
    """The style of a role beside a box: more distance, else its own."""
    style = theme.book_text[role]
    before = space_before(style, theme.boxes, below_box=below)
    after = space_after(style, theme.boxes, above_box=above)
    place = " ".join(word for word, on in (("below box", below), ("above box", above)) if on)
    identifier = spaced_id(role, below_box=below, above_box=above)
    look = PARAGRAPH(_BETWEEN(twips(before), twips(after)))
    return write_style(identifier, f"{style.name} {place}", style_id(role), look)


def _row_styles(theme: Theme, variants: Iterable[RowVariant]) -> Iterable[Markup]:
    """The styles that carry the distance to the edges of a cell, beside their own space before and after."""
    boxes = theme.boxes
    own = {style_id(role): (style.name, style.before, style.after) for role, style in theme.book_text.items()}
    own |= {unlisted_id(level): own[f"Heading{level}"] for level in range(1, 5)}
    own |= {BOX_GAP: ("Box Gap", 0.0, 0.0), FIGURE: ("Figure", boxes.figure_gap, boxes.figure_gap)}
    for base, first, last, dense in sorted(variants):
        name, before, after = own[base]
        y = boxes.dense_y if dense else boxes.cell_y
        if dense and base == FIGURE:
            before = after = 0.0
        words = ("dense row" if dense else "row", "top" if first else "", "bottom" if last else "")
        between = _BETWEEN(twips(before + y * first), twips(after + y * last))
        look = PARAGRAPH(join((between, _LEFT)) if dense and base == FIGURE else between)
        identifier = row_id(base, first=first, last=last, dense=dense)
        yield write_style(identifier, " ".join(word for word in (name, *words) if word), base, look)


def _sheet_heading(theme: Theme, level: int) -> Markup:
    """A heading in the dress of a sheet's title that keeps its outline level."""
    look = _dressed_heading(theme, theme.book_text["sheet_title"])
    return write_style(sheet_heading_id(level), f"Sheet Heading {level}", f"Heading{level}", look)


def _dressed_heading(theme: Theme, title: BookStyle) -> Markup:
    """How a heading looks in a dress that is not its own."""
    spacing = SPACING(twips(title.before), twips(title.after), twips(title.line))
    return join((PARAGRAPH(join((KEEP_NEXT, _NO_BORDERS, spacing))), run_properties(theme, title)))


def _character_styles(theme: Theme, plain: str) -> Iterable[Markup]:
    looks = (
        ("Emphasis", "Emphasis", _COLOUR(theme.colours["accent"])),
        ("Code", "Code", join((MONO(writable(theme.fonts.mono)), _COLOUR(theme.colours["secondary"])))),
        ("Hyperlink", "Hyperlink", join((_COLOUR(theme.colours["secondary"]), _UNDERLINED))),
        ("PlaceholderText", "Placeholder Text", _COLOUR(theme.colours["muted"])),
        (CHAPTER_NUMBER, "Chapter Number Char", _COLOUR(theme.colours[theme.book_text["chapter_number"].colour])),
        (PAGE_NUMBER, "page number", join((BOLD, _COLOUR(theme.colours["ink"]), _SIZE(half_points(_PAGE_NUMBER))))),
    )
    for identifier, name, look in looks:
        yield write_style(identifier, name, plain, _RUN(look), kind="character")


def _table_styles(theme: Theme, plain: str) -> Iterable[Markup]:
    boxes = theme.boxes

    def borders(sides: Sequence[str], colour: str = "line", width: float = boxes.hairline) -> Markup:
        return _GRID(join(SIDE(side, eighths(width), 0, theme.colours[colour]) for side in sides))

    grid = borders(("top", "left", "bottom", "right", "insideH", "insideV"))
    cell = cell_margins(boxes.cell_x, boxes.cell_y)
    card = borders(("top", "left", "bottom", "right", "insideH"))
    steps = borders(("insideH",), "paper", table_line("steps", boxes))
    looks = (
        ("TableGrid", "Table Grid", plain, grid),
        (GRID, "Course Table", "TableGrid", join((grid, cell))),
        (PLAIN_TABLE, "Plain Course Table", plain, cell),
        (BOX_TABLE, "Box", plain, cell_margins(boxes.box_x, boxes.box_y)),
        (OPEN_TABLE, "Open Columns", plain, cell_margins(0.0, 0.0)),
        (RULED_TABLE, "Ruled Lines", plain, cell_margins(*table_padding("lines", boxes))),
        (STEPS_TABLE, "Steps", plain, join((steps, cell_margins(*table_padding("steps", boxes))))),
        (CARD_TABLE, "Card to Cut", plain, join((card, cell_margins(*table_padding("card", boxes))))),
        (ENTRY_TABLE, "Entry", plain, cell_margins(*table_padding("entry", boxes))),
        (TICKS_TABLE, "Ticks", plain, join((borders(("top", "bottom", "insideH")), cell))),
    )
    for identifier, name, base, look in looks:
        yield write_style(identifier, name, base, _TABLE(look), kind="table")


def cell_margins(x: float, y: float) -> Markup:
    """Padding of every cell of a table, in points."""
    return _MARGINS(y=twips(y), x=twips(x))
