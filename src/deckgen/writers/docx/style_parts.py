"""What paragraph styles are made of: the style itself, how its paragraphs stand and how its words look."""

from __future__ import annotations

import re

from deckgen.base.markup import Markup, Template, join, writable
from deckgen.theme import BookStyle, Theme
from deckgen.writers.docx.markup import eighths, half_points, twips
from deckgen.writers.docx.style_ids import OUTLINE

LABEL_EMS = 7  # where the control of a form field begins
TOC = ("toc1", "toc2", "toc3")
_LISTS = {"bullet": 1, "number": 2}  # numbering instances of the list styles
NONE = Markup("")
STYLE = Template(
    '<w:style w:type="{kind}"{default}{custom} w:styleId="{id}"><w:name w:val="{name}"/>'
    "{based_on}{next}{quick}{look}</w:style>"
)
_CUSTOM = Markup(' w:customStyle="1"')
_BASED_ON = Template('<w:basedOn w:val="{style}"/>')
_NEXT = Template('<w:next w:val="{style}"/>')
QUICK = Markup("<w:qFormat/>")
PARAGRAPH = Template("<w:pPr>{properties}</w:pPr>")
KEEP_NEXT = Markup("<w:keepNext/>")
_KEEP_LINES = Markup("<w:keepLines/>")
_NUMBERED = Template('<w:numPr><w:numId w:val="{instance}"/></w:numPr>')
_BORDERS = Template("<w:pBdr>{sides}</w:pBdr>")
SIDE = Template('<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{colour}"/>')
_FILL = Template('<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>')
_TABS = Template("<w:tabs>{stops}</w:tabs>")
_STOP = Template('<w:tab w:val="left" w:pos="{at}"/>')
_LED_STOP = Template('<w:tab w:val="right" w:leader="{leader}" w:pos="{at}"/>')
SPACING = Template('<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>')
_INDENT = Template("<w:ind{lengths}/>")
_LENGTH = Template(' w:{name}="{length}"')
_JUSTIFIED = Markup('<w:jc w:val="both"/>')
LEVEL = Template('<w:outlineLvl w:val="{level}"/>')
_FACES = Template("<w:rFonts{ascii}{east_asian}/>")
_LATIN_FACE = Template(' w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"')
_EAST_ASIAN_FACE = Template(' w:eastAsia="{face}"')
MONO = Template('<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>')
_LOOK = Template(
    '<w:rPr>{faces}{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{frame}</w:rPr>'
)
_WORD_FRAME = Template('<w:bdr w:val="{line}" w:sz="{width}" w:space="0" w:color="{colour}"/>')
_FRAME = 1.5  # points: a line around words
BOLD = Markup("<w:b/><w:bCs/>")


def write_style(
    identifier: str, name: str, base: str, look: Markup, follow: str = "", quick: bool = False, kind: str = "paragraph"
) -> Markup:
    """A style upon another one; `follow` is what the next paragraph has, `quick` lists it where styles are chosen."""
    return STYLE(
        kind=kind,
        default=NONE,
        custom=NONE if _is_built_in(name) else _CUSTOM,
        id=identifier,
        name=name,
        based_on=_BASED_ON(base),
        next=_NEXT(follow) if follow else NONE,
        quick=QUICK if quick else NONE,
        look=look,
    )


def _is_built_in(name: str) -> bool:
    pattern = (
        r"heading \d|toc \d|header|footer|caption|Title|Subtitle|List Bullet|List Number|Body Text|TOC Heading"
        r"|Emphasis|Hyperlink|page number|Placeholder Text|Table Grid"
    )
    return re.fullmatch(pattern, name) is not None


def paragraph_properties(theme: Theme, role: str, style: BookStyle, edge: float) -> Markup:
    """What is special about a paragraph; `edge` is where the column it stands in ends, in points."""
    boxes = theme.boxes
    sides = []
    if style.rule_above:
        sides.append(SIDE("top", eighths(boxes.rule), round(boxes.rule_gap), theme.colours[style.rule_above]))
    if style.bar:
        sides.append(SIDE("left", eighths(boxes.bar), round(boxes.bar_gap), theme.colours[style.bar]))
    if style.rule:
        width = boxes.hairline if role in ("header", "footer") else boxes.rule
        sides.append(SIDE("bottom", eighths(width), round(boxes.rule_gap), theme.colours[style.rule]))
    stops = []
    if role in TOC:
        stops = [_LED_STOP("dot", twips(edge))]
    elif role == "field":
        stops = [_STOP(twips(LABEL_EMS * style.size)), _LED_STOP("underscore", twips(edge))]
    properties = (
        join((KEEP_NEXT, _KEEP_LINES)) if style.keep_next else NONE,
        _NUMBERED(_LISTS[role]) if role in _LISTS else NONE,
        _BORDERS(join(sides)) if sides else NONE,
        _FILL(theme.colours[style.fill]) if style.fill and not style.frame else NONE,
        _TABS(join(stops)) if stops else NONE,
        SPACING(twips(style.before), twips(style.after), twips(style.line)),
        _indent(style),
        _JUSTIFIED if style.justify else NONE,
        LEVEL(OUTLINE[role]) if role in OUTLINE else NONE,
    )
    return PARAGRAPH(join(properties))


def _indent(style: BookStyle) -> Markup:
    """Indents; a first line of whole characters is written in character units, as Chinese text wants."""
    if not style.indent_left and not style.first_line:
        return NONE
    lengths = [("left", twips(style.indent_left))]
    if style.first_line < 0:
        lengths.append(("hanging", twips(-style.first_line)))
    elif style.first_line:
        characters = style.first_line / style.size
        if characters == round(characters):
            lengths.append(("firstLineChars", round(characters * 100)))
        lengths.append(("firstLine", twips(style.first_line)))
    return _INDENT(join(_LENGTH(name, length) for name, length in lengths))


def run_properties(theme: Theme, style: BookStyle, mono: bool = False) -> Markup:
    """How the words of a style look."""
    return _LOOK(
        MONO(writable(theme.fonts.mono)) if mono else _own_faces(style),
        BOLD if style.strong else NONE,
        theme.colours[style.colour],
        half_points(style.size),
        _frame(theme, style),
    )


def _frame(theme: Theme, style: BookStyle) -> Markup:
    """The line around the words of a style, and what lies behind them."""
    if not style.frame:
        return NONE
    width = eighths(_FRAME if style.frame == "single" else _FRAME / 2)
    line = _WORD_FRAME(style.frame, width, theme.colours[style.fill or style.colour])
    return join((line, _FILL(theme.colours[style.fill]) if style.fill else NONE))


def _own_faces(style: BookStyle) -> Markup:
    if not style.latin and not style.east_asian:
        return NONE
    latin = _LATIN_FACE(writable(style.latin)) if style.latin else NONE
    return _FACES(latin, _EAST_ASIAN_FACE(writable(style.east_asian)) if style.east_asian else NONE)
