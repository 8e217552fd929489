"""A theme's paragraph styles into the styles part, on top of the template's.

The template brings document defaults, latent styles and whatever a house style adds; every style the
theme answers for is written from the theme's own numbers, so that predicted pages are real pages.
Refuses a template without a `w:styles` root (a parse error of the file).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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

_PAGE_NUMBER = 12.0  # points
LABEL_EMS = 7  # where the control of a form field begins
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_ID, _VAL = f"{{{W}}}styleId", f"{{{W}}}val"
_TOC = ("toc1", "toc2", "toc3")
_LISTS = {"bullet": 1, "number": 2}  # numbering instances of the list styles

_NONE = Markup("")
_STYLES = Template('<w:styles xmlns:w="{w}">{styles}</w:styles>')
_STYLE = Template(
    '<w:style w:type="{kind}"{default}{custom} w:styleId="{id}"><w:name w:val="{name}"/>'
    "{based_on}{next}{quick}{look}</w:style>"
)
_DEFAULT, _CUSTOM = Markup(' w:default="1"'), Markup(' w:customStyle="1"')
_BASED_ON, _NEXT = Template('<w:basedOn w:val="{style}"/>'), Template('<w:next w:val="{style}"/>')
_QUICK = Markup("<w:qFormat/>")
_PARAGRAPH, _RUN = Template("<w:pPr>{properties}</w:pPr>"), Template("<w:rPr>{properties}</w:rPr>")
_TABLE = Template("<w:tblPr>{properties}</w:tblPr>")
_KEEP_NEXT, _KEEP_LINES = Markup("<w:keepNext/>"), Markup("<w:keepLines/>")
_NUMBERED = Template('<w:numPr><w:numId w:val="{instance}"/></w:numPr>')
_BORDERS = Template("<w:pBdr>{sides}</w:pBdr>")
_NO_BORDERS = Markup('<w:pBdr><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>')
_SIDE = Template('<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{colour}"/>')
_FILL = Template('<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>')
_TABS = Template("<w:tabs>{stops}</w:tabs>")
_STOP = Template('<w:tab w:val="left" w:pos="{at}"/>')
_LED_STOP = Template('<w:tab w:val="right" w:leader="{leader}" w:pos="{at}"/>')
_BETWEEN = Template('<w:spacing w:before="{before}" w:after="{after}"/>')
_SPACING = Template('<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>')
_FIGURE = Template('<w:spacing w:before="{gap}" w:after="{gap}" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>')
_SIGN = Template('<w:spacing w:before="{above}" w:after="{below}" w:line="240" w:lineRule="auto"/>')
_TINY = Markup('<w:rPr><w:sz w:val="2"/></w:rPr>')
_UNDER_TITLE = Markup('<w:keepNext/><w:spacing w:before="0"/>')
_INDENT, _LENGTH = Template("<w:ind{lengths}/>"), Template(' w:{name}="{length}"')
_LEFT = Markup('<w:jc w:val="left"/>')
_JUSTIFIED = Markup('<w:jc w:val="both"/>')
_LEVEL = Template('<w:outlineLvl w:val="{level}"/>')
_SIZE = Template('<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
_COLOUR, _UNDERLINED = Template('<w:color w:val="{colour}"/>'), Markup('<w:u w:val="single"/>')
_FACES = Template("<w:rFonts{ascii}{east_asian}/>")
_LATIN_FACE = Template(' w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"')
_EAST_ASIAN_FACE = Template(' w:eastAsia="{face}"')
_MONO = Template('<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>')
_LOOK = Template(
    '<w:rPr>{faces}{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{frame}</w:rPr>'
)
_WORD_FRAME = Template('<w:bdr w:val="{line}" w:sz="{width}" w:space="0" w:color="{colour}"/>')
_FRAME = 1.5  # points: a line around words
_BOLD = Markup("<w:b/><w:bCs/>")
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
) -> bytes:
    """The styles part; `variants` are the styles beside boxes that the body uses, `row_variants` those in rows of a
    least height; `contents_columns` is how many columns the contents stand in.

    A style of the template gives way to one of the same id or name: Word knows built-in styles by their names, and
    calls them by other ids in other languages.
    """
    facts = template.facts
    part = template.parts[facts.parts["styles"]]
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    _set_defaults(root, theme, language)
    ids = {style.name.casefold(): style.id for style in facts.styles}
    renamed: dict[str, str] = {}
    for style in etree.fromstring(
        _STYLES(W, join((*_styles(theme, facts, variants, contents_columns), *_row_styles(theme, row_variants))))
    ):
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
        unlisted = _PARAGRAPH(_LEVEL(9))
        yield _style(unlisted_id(level), f"{name} unlisted", f"Heading{level}", unlisted)
        yield _sheet_heading(theme, level)
    look = _dressed_heading(theme, theme.book_text["block_title"])
    yield _style(BLOCK_HEADING, "Block Heading", "Heading2", look)
    for role in CALLOUTS:
        name = f"Callout Title {role.replace('_', ' ')}"
        colour = _RUN(_COLOUR(theme.colours[theme.callouts[role]["title"]]))
        look = join((_PARAGRAPH(_UNDER_TITLE), colour))
        yield _style(callout_title_id(role), name, style_id("label"), look)
    boxes = theme.boxes
    for identifier, name, line in (
        (BOX_GAP, "Box Gap", boxes.gap),
        (ENTRY_GAP, "Entry Gap", BETWEEN_PARTS),
        (SECTION_END, "Section End", 1.0),
        (RULED_LINE, "Ruled Line", boxes.ruled_line - 2),
    ):
        yield _style(identifier, name, PLAIN, _PARAGRAPH(_SPACING(0, 0, twips(line))))
    figure = join((_PARAGRAPH(_FIGURE(twips(boxes.figure_gap))), _TINY))
    yield _style(FIGURE, "Figure", PLAIN, figure)
    sign = join((_PARAGRAPH(_SIGN(twips(SIGN_ABOVE), twips(SIGN_BELOW))), _TINY))
    yield _style(SIGN, "Sign", PLAIN, sign)
    yield _style(DRAWING_TEXT, "Drawing Text", PLAIN, _NONE)
    yield from _character_styles(theme, facts.default_style("character"))
    yield from _table_styles(theme, facts.default_style("table"))


def _text_style(theme: Theme, role: str, contents_columns: int) -> Markup:
    style = theme.book_text[role]
    edge = contents_width(text_area(theme.page)[0], contents_columns if role in _TOC else 1)
    look = join((_paragraph_properties(theme, role, style, edge), _run_properties(theme, style, mono=role == "code")))
    if role == "plain":
        return _STYLE("paragraph", _DEFAULT, _NONE, style_id(role), style.name, _NONE, _NONE, _QUICK, look)
    follow = style_id("body") if role in OUTLINE or role in ("cover_title", "lead") else ""
    return _style(style_id(role), style.name, PLAIN, look, follow, quick=role not in _TOC)


def _variant(theme: Theme, role: str, below: bool, above: bool) -> Markup:
    """The style of a role beside a box: more distance, else its own."""
    style = theme.book_text[role]
    before = space_before(style, theme.boxes, below_box=below)
    after = space_after(style, theme.boxes, above_box=above)
    place = " ".join(word for word, on in (("below box", below), ("above box", above)) if on)
    identifier = spaced_id(role, below_box=below, above_box=above)
    look = _PARAGRAPH(_BETWEEN(twips(before), twips(after)))
    return _style(identifier, f"{style.name} {place}", style_id(role), look)


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
        look = _PARAGRAPH(join((between, _LEFT)) if dense and base == FIGURE else between)
        identifier = row_id(base, first=first, last=last, dense=dense)
        yield _style(identifier, " ".join(word for word in (name, *words) if word), base, look)


def _style(
    identifier: str, name: str, base: str, look: Markup, follow: str = "", quick: bool = False, kind: str = "paragraph"
) -> Markup:
    return _STYLE(
        kind=kind,
        default=_NONE,
        custom=_NONE if _is_built_in(name) else _CUSTOM,
        id=identifier,
        name=name,
        based_on=_BASED_ON(base),
        next=_NEXT(follow) if follow else _NONE,
        quick=_QUICK if quick else _NONE,
        look=look,
    )


def _is_built_in(name: str) -> bool:
    pattern = (
        r"heading \d|toc \d|header|footer|caption|Title|Subtitle|List Bullet|List Number|Body Text|TOC Heading"
        r"|Emphasis|Hyperlink|page number|Placeholder Text|Table Grid"
    )
    return re.fullmatch(pattern, name) is not None


def _paragraph_properties(theme: Theme, role: str, style: BookStyle, edge: float) -> Markup:
    """What is special about a paragraph; `edge` is where the column it stands in ends, in points."""
    boxes = theme.boxes
    sides = []
    if style.rule_above:
        sides.append(_SIDE("top", eighths(boxes.rule), round(boxes.rule_gap), theme.colours[style.rule_above]))
    if style.bar:
        sides.append(_SIDE("left", eighths(boxes.bar), round(boxes.bar_gap), theme.colours[style.bar]))
    if style.rule:
        width = boxes.hairline if role in ("header", "footer") else boxes.rule
        sides.append(_SIDE("bottom", eighths(width), round(boxes.rule_gap), theme.colours[style.rule]))
    stops = []
    if role in _TOC:
        stops = [_LED_STOP("dot", twips(edge))]
    elif role == "field":
        stops = [_STOP(twips(LABEL_EMS * style.size)), _LED_STOP("underscore", twips(edge))]
    properties = (
        join((_KEEP_NEXT, _KEEP_LINES)) if style.keep_next else _NONE,
        _NUMBERED(_LISTS[role]) if role in _LISTS else _NONE,
        _BORDERS(join(sides)) if sides else _NONE,
        _FILL(theme.colours[style.fill]) if style.fill and not style.frame else _NONE,
        _TABS(join(stops)) if stops else _NONE,
        _SPACING(twips(style.before), twips(style.after), twips(style.line)),
        _indent(style),
        _JUSTIFIED if style.justify else _NONE,
        _LEVEL(OUTLINE[role]) if role in OUTLINE else _NONE,
    )
    return _PARAGRAPH(join(properties))


def _indent(style: BookStyle) -> Markup:
    """Indents; a first line of whole characters is written in character units, as Chinese text wants."""
    if not style.indent_left and not style.first_line:
        return _NONE
    lengths = [("left", twips(style.indent_left))]
    if style.first_line < 0:
        lengths.append(("hanging", twips(-style.first_line)))
    elif style.first_line:
        characters = style.first_line / style.size
        if characters == round(characters):
            lengths.append(("firstLineChars", round(characters * 100)))
        lengths.append(("firstLine", twips(style.first_line)))
    return _INDENT(join(_LENGTH(name, length) for name, length in lengths))


def _run_properties(theme: Theme, style: BookStyle, mono: bool = False) -> Markup:
    return _LOOK(
        _MONO(writable(theme.fonts.mono)) if mono else _own_faces(style),
        _BOLD if style.strong else _NONE,
        theme.colours[style.colour],
        half_points(style.size),
        _frame(theme, style),
    )


def _frame(theme: Theme, style: BookStyle) -> Markup:
    """The line around the words of a style, and what lies behind them."""
    if not style.frame:
        return _NONE
    width = eighths(_FRAME if style.frame == "single" else _FRAME / 2)
    line = _WORD_FRAME(style.frame, width, theme.colours[style.fill or style.colour])
    return join((line, _FILL(theme.colours[style.fill]) if style.fill else _NONE))


def _own_faces(style: BookStyle) -> Markup:
    if not style.latin and not style.east_asian:
        return _NONE
    latin = _LATIN_FACE(writable(style.latin)) if style.latin else _NONE
    return _FACES(latin, _EAST_ASIAN_FACE(writable(style.east_asian)) if style.east_asian else _NONE)


def _sheet_heading(theme: Theme, level: int) -> Markup:
    """A heading in the dress of a sheet's title that keeps its outline level."""
    look = _dressed_heading(theme, theme.book_text["sheet_title"])
    return _style(sheet_heading_id(level), f"Sheet Heading {level}", f"Heading{level}", look)


def _dressed_heading(theme: Theme, title: BookStyle) -> Markup:
    """How a heading looks in a dress that is not its own."""
    spacing = _SPACING(twips(title.before), twips(title.after), twips(title.line))
    return join((_PARAGRAPH(join((_KEEP_NEXT, _NO_BORDERS, spacing))), _run_properties(theme, title)))


def _character_styles(theme: Theme, plain: str) -> Iterable[Markup]:
    looks = (
        ("Emphasis", "Emphasis", _COLOUR(theme.colours["accent"])),
        ("Code", "Code", join((_MONO(writable(theme.fonts.mono)), _COLOUR(theme.colours["secondary"])))),
        ("Hyperlink", "Hyperlink", join((_COLOUR(theme.colours["secondary"]), _UNDERLINED))),
        ("PlaceholderText", "Placeholder Text", _COLOUR(theme.colours["muted"])),
        (CHAPTER_NUMBER, "Chapter Number Char", _COLOUR(theme.colours[theme.book_text["chapter_number"].colour])),
        (PAGE_NUMBER, "page number", join((_BOLD, _COLOUR(theme.colours["ink"]), _SIZE(half_points(_PAGE_NUMBER))))),
    )
    for identifier, name, look in looks:
        yield _style(identifier, name, plain, _RUN(look), kind="character")


def _table_styles(theme: Theme, plain: str) -> Iterable[Markup]:
    boxes = theme.boxes

    def borders(sides: Sequence[str], colour: str = "line", width: float = boxes.hairline) -> Markup:
        return _GRID(join(_SIDE(side, eighths(width), 0, theme.colours[colour]) for side in sides))

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
        yield _style(identifier, name, base, _TABLE(look), kind="table")


def cell_margins(x: float, y: float) -> Markup:
    """Padding of every cell of a table, in points."""
    return _MARGINS(y=twips(y), x=twips(x))
