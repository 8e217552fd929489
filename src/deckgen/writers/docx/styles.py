"""A theme's paragraph styles into the styles part, on top of the template's.

The template brings document defaults, latent styles and whatever a house style adds; every style the
theme answers for is written from the theme's own numbers, so that predicted pages are real pages.
Refuses a template without a `w:styles` root (a parse error of the file).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from deckgen.base.roles import BOOK_TEXT, CALLOUTS
from deckgen.theme import BookStyle, BookTemplate, Theme
from deckgen.theme.boxes import space_after, space_before, text_area
from deckgen.theme.office.facts import BookFacts
from deckgen.writers.docx.xml import W, escape, half_points, twips

PLAIN = "Normal"
FIGURE = "Figure"
BOX_GAP = "BoxGap"
SECTION_END = "SectionEnd"
RULED_LINE = "RuledLine"
DRAWING_TEXT = "DrawingText"
GRID = "CourseTable"
PLAIN_TABLE = "PlainTable"
BOX_TABLE = "BoxTable"
RULED_TABLE = "RuledTable"
_OUTLINE = {"heading1": 0, "heading2": 1, "heading3": 2, "heading4": 3}
_ID, _VAL = f"{{{W}}}styleId", f"{{{W}}}val"
LABEL_EMS = 7  # where the control of a form field begins
_CUSTOM = ' w:customStyle="1"'
_TOC = ("toc1", "toc2", "toc3")
_LISTS = {"bullet": 1, "number": 2}  # numbering instances of the list styles
_BUILT_IN = {"plain": "Normal", "toc1": "TOC1", "toc2": "TOC2", "toc3": "TOC3", "toc_title": "TOCHeading"}


def style_id(role: str) -> str:
    """The id of a paragraph style in the styles part."""
    if role in _BUILT_IN:
        return _BUILT_IN[role]
    if role in _OUTLINE:
        return f"Heading{role[-1]}"
    return "".join(part.capitalize() for part in role.split("_"))


def spaced_id(role: str, *, below_box: bool, above_box: bool) -> str:
    """The id of a style's variant beside a box; equal to the style's own where nothing changes."""
    return style_id(role) + ("BelowBox" if below_box else "") + ("AboveBox" if above_box else "")


def unlisted_id(level: int) -> str:
    """Style of a heading that stays out of the table of contents."""
    return f"Heading{level}Unlisted"


def sheet_heading_id(level: int) -> str:
    """Style of a heading that stands in the band of an exercise sheet."""
    return f"SheetHeading{level}"


def callout_title_id(role: str) -> str:
    """Style of the title of a box."""
    return "CalloutTitle" + "".join(part.capitalize() for part in role.split("_"))


def write_styles(
    template: BookTemplate, theme: Theme, language: str, variants: Iterable[tuple[str, bool, bool]]
) -> bytes:
    """The styles part; `variants` are the styles beside boxes that the body uses.

    A style of the template gives way to one of the same id or name: Word knows built-in styles by their names, and
    calls them by other ids in other languages.
    """
    facts = template.facts
    part = template.parts[facts.parts["styles"]]
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    _set_defaults(root, theme, language)
    ids = {style.name.casefold(): style.id for style in facts.styles}
    renamed: dict[str, str] = {}
    for xml in _styles(theme, facts, variants):
        style = etree.fromstring(xml)
        identifier, name = style.get(_ID), style.find(f"{{{W}}}name")
        known = ids.get(name.get(_VAL, "").casefold(), identifier) if name is not None else identifier
        renamed[str(known)] = str(identifier)
        for old in [old for old in root.iterfind(f"{{{W}}}style") if old.get(_ID) in (identifier, known)]:
            root.remove(old)
        root.append(style)
    for reference in root.iter(*(f"{{{W}}}{tag}" for tag in ("basedOn", "next", "link"))):
        if new := renamed.get(str(reference.get(_VAL))):
            reference.set(_VAL, new)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_defaults(root: etree._Element, theme: Theme, language: str) -> None:
    fonts = root.find(f".//{{{W}}}rPrDefault//{{{W}}}rFonts")
    if fonts is not None:
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(f"{{{W}}}{slot}", theme.fonts.latin)
        fonts.set(f"{{{W}}}eastAsia", theme.fonts.east_asian)
    lang = root.find(f".//{{{W}}}rPrDefault//{{{W}}}lang")
    if lang is not None:
        lang.set(f"{{{W}}}eastAsia", language)
        lang.set(f"{{{W}}}val", language)


def _styles(theme: Theme, facts: BookFacts, variants: Iterable[tuple[str, bool, bool]]) -> Iterable[str]:
    boxes = theme.boxes
    for role in ("plain", *(role for role in BOOK_TEXT if role != "plain")):
        yield _paragraph_style(theme, role)
    for role, below, above in sorted(variants):
        style = theme.book_text[role]
        spacing = (
            f'<w:spacing w:before="{twips(space_before(style, boxes, below_box=below))}"'
            f' w:after="{twips(space_after(style, boxes, above_box=above))}"/>'
        )
        place = " ".join(word for word, on in (("below box", below), ("above box", above)) if on)
        base = style_id(role)
        name = f"{style.name} {place}"
        yield _style(spaced_id(role, below_box=below, above_box=above), name, base, f"<w:pPr>{spacing}</w:pPr>")
    for level in range(1, 5):
        head = theme.book_text[f"heading{level}"]
        yield _style(
            unlisted_id(level),
            f"{head.name} unlisted",
            f"Heading{level}",
            '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
        )
        yield _sheet_heading(theme, level)
    for role in CALLOUTS:
        colour = theme.colours[theme.callouts[role]["title"]]
        look = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>'
        name = f"Callout Title {role.replace('_', ' ')}"
        spacing = '<w:pPr><w:keepNext/><w:spacing w:before="0"/></w:pPr>'
        yield _style(callout_title_id(role), name, style_id("label"), spacing + look)
    ruled = theme.colours["line"]
    gap = '<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>'
    yield _style(BOX_GAP, "Box Gap", PLAIN, f"<w:pPr>{gap.format(twips(boxes.gap))}</w:pPr>")
    yield _style(SECTION_END, "Section End", PLAIN, f"<w:pPr>{gap.format(20)}</w:pPr>")
    yield _style(RULED_LINE, "Ruled Line", PLAIN, f"<w:pPr>{gap.format(twips(boxes.ruled_line - 2))}</w:pPr>")
    figure = (
        f'<w:spacing w:before="{twips(boxes.figure_gap)}" w:after="{twips(boxes.figure_gap)}"'
        ' w:line="240" w:lineRule="auto"/>'
    )
    yield _style(
        FIGURE,
        "Figure",
        PLAIN,
        f'<w:pPr>{figure}<w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="2"/></w:rPr>',
    )
    yield _style(DRAWING_TEXT, "Drawing Text", PLAIN, "")
    yield from _character_styles(theme, facts.default_style("character"))
    yield from _table_styles(theme, ruled, facts.default_style("table"))


def _paragraph_style(theme: Theme, role: str) -> str:
    style = theme.book_text[role]
    properties = _paragraph_properties(theme, role, style)
    identifier = style_id(role)
    if role == "plain":
        return (
            f'<w:style xmlns:w="{W}" w:type="paragraph" w:default="1" w:styleId="{identifier}">'
            f'<w:name w:val="{escape(style.name)}"/><w:qFormat/>{properties}{_run_properties(theme, style)}</w:style>'
        )
    follow = style_id("body") if role in _OUTLINE or role in ("cover_title", "lead") else ""
    look = properties + _run_properties(theme, style)
    return _style(identifier, style.name, PLAIN, look, follow, quick=role not in _TOC)


def _style(identifier: str, name: str, base: str, look: str, follow: str = "", quick: bool = False) -> str:
    next_style = f'<w:next w:val="{follow}"/>' if follow else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{identifier}"'
        f"{'' if _is_built_in(name) else _CUSTOM}>"
        f'<w:name w:val="{escape(name)}"/><w:basedOn w:val="{base}"/>{next_style}'
        f"{'<w:qFormat/>' if quick else ''}{look}</w:style>"
    )


def _is_built_in(name: str) -> bool:
    pattern = r"heading \d|toc \d|header|footer|caption|Title|Subtitle|List Bullet|List Number|Body Text|TOC Heading"
    return re.fullmatch(pattern, name) is not None


def _paragraph_properties(theme: Theme, role: str, style: BookStyle) -> str:
    boxes = theme.boxes
    parts = []
    if style.keep_next:
        parts.append("<w:keepNext/><w:keepLines/>")
    if role in _LISTS:
        parts.append(f'<w:numPr><w:numId w:val="{_LISTS[role]}"/></w:numPr>')
    borders = []
    if style.bar:
        borders.append(
            f'<w:left w:val="single" w:sz="{round(boxes.bar * 8)}" w:space="{round(boxes.bar_gap)}"'
            f' w:color="{theme.colours[style.bar]}"/>'
        )
    if style.rule:
        width = boxes.hairline if role in ("header", "footer") else boxes.rule
        borders.append(
            f'<w:bottom w:val="single" w:sz="{round(width * 8)}" w:space="{round(boxes.rule_gap)}"'
            f' w:color="{theme.colours[style.rule]}"/>'
        )
    if borders:
        parts.append(f"<w:pBdr>{''.join(borders)}</w:pBdr>")
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{theme.colours[style.fill]}"/>')
    if role in _TOC:
        edge = twips(text_area(theme.page)[0])
        parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>')
    if role == "field":
        edge = twips(text_area(theme.page)[0])
        parts.append(
            f'<w:tabs><w:tab w:val="left" w:pos="{twips(LABEL_EMS * style.size)}"/>'
            f'<w:tab w:val="right" w:leader="underscore" w:pos="{edge}"/></w:tabs>'
        )
    parts.append(
        f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"'
        f' w:line="{twips(style.line)}" w:lineRule="exact"/>'
    )
    parts.append(_indent(style))
    if role in _OUTLINE:
        parts.append(f'<w:outlineLvl w:val="{_OUTLINE[role]}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _indent(style: BookStyle) -> str:
    """Indents; a first line of whole characters is written in character units, as Chinese text wants."""
    if not style.indent_left and not style.first_line:
        return ""
    parts = [f'w:left="{twips(style.indent_left)}"']
    if style.first_line < 0:
        parts.append(f'w:hanging="{twips(-style.first_line)}"')
    elif style.first_line:
        characters = style.first_line / style.size
        if characters == round(characters):
            parts.append(f'w:firstLineChars="{round(characters * 100)}"')
        parts.append(f'w:firstLine="{twips(style.first_line)}"')
    return f"<w:ind {' '.join(parts)}/>"


def _run_properties(theme: Theme, style: BookStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.strong else ""
    size = half_points(style.size)
    return (
        f'<w:rPr>{bold}<w:color w:val="{theme.colours[style.colour]}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _sheet_heading(theme: Theme, level: int) -> str:
    """A heading in the dress of a sheet's title that keeps its outline level."""
    title = theme.book_text["sheet_title"]
    look = (
        f'<w:pPr><w:keepNext/><w:pBdr><w:left w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(title.line)}" w:lineRule="exact"/></w:pPr>'
        f"{_run_properties(theme, title)}"
    )
    return _style(sheet_heading_id(level), f"Sheet Heading {level}", f"Heading{level}", look)


def _character_styles(theme: Theme, plain: str) -> Iterable[str]:
    def style(identifier: str, name: str, look: str, custom: bool = False) -> str:
        mark = _CUSTOM if custom else ""
        return (
            f'<w:style xmlns:w="{W}" w:type="character"{mark} w:styleId="{identifier}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{escape(plain)}"/><w:rPr>{look}</w:rPr></w:style>'
        )

    colours = theme.colours
    yield style("Emphasis", "Emphasis", f'<w:color w:val="{colours["accent"]}"/>')
    yield style("Code", "Code", f'<w:color w:val="{colours["secondary"]}"/>', custom=True)
    yield style("Hyperlink", "Hyperlink", f'<w:color w:val="{colours["secondary"]}"/><w:u w:val="single"/>')
    yield style("PlaceholderText", "Placeholder Text", f'<w:color w:val="{colours["muted"]}"/>')


def _table_styles(theme: Theme, line: str, plain: str) -> Iterable[str]:
    boxes = theme.boxes

    def style(identifier: str, name: str, base: str, look: str) -> str:
        custom = "" if name == "Table Grid" else _CUSTOM
        return (
            f'<w:style xmlns:w="{W}" w:type="table"{custom}'
            f' w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="{escape(base)}"/>'
            f"<w:tblPr>{look}</w:tblPr></w:style>"
        )

    def border(side: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{round(boxes.hairline * 8)}" w:space="0" w:color="{line}"/>'

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = f"<w:tblBorders>{''.join(border(side) for side in sides)}</w:tblBorders>"
    yield style("TableGrid", "Table Grid", plain, grid)
    yield style(GRID, "Course Table", "TableGrid", grid + cell_margins(boxes.cell_x, boxes.cell_y))
    yield style(PLAIN_TABLE, "Plain Course Table", plain, cell_margins(boxes.cell_x, boxes.cell_y))
    yield style(BOX_TABLE, "Box", plain, cell_margins(boxes.box_x, boxes.box_y))
    ruled = f"<w:tblBorders>{border('bottom')}{border('insideH')}</w:tblBorders>"
    yield style(RULED_TABLE, "Ruled Lines", plain, ruled + cell_margins(0, 0))


def cell_margins(x: float, y: float) -> str:
    """Padding of every cell of a table."""
    return (
        f'<w:tblCellMar><w:top w:w="{twips(y)}" w:type="dxa"/><w:left w:w="{twips(x)}" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(y)}" w:type="dxa"/><w:right w:w="{twips(x)}" w:type="dxa"/></w:tblCellMar>'
    )
