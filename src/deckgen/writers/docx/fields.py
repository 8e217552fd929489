"""Places to fill in: writing space and content controls into blocks. Refuses nothing."""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import plain
from deckgen.tree import Field, WritingSpace
from deckgen.writers.docx.blocks import Block, CellBlock, Paragraph, RowBlock, TableBlock
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.paragraphs import Place, spaced_style, write_checkbox
from deckgen.writers.docx.runs import NONE, PLACEHOLDER_STYLE, TAB, write_look, write_runs, write_text
from deckgen.writers.docx.style_ids import RULED_LINE, RULED_TABLE, style_id
from deckgen.writers.docx.styles import LABEL_EMS

_BLANK = "　" * 4  # what an empty control shows: room to click into, nothing printed
_NAME_LENGTH = 60  # characters of a control's name and tag; Word takes 64
_CONTROL = Template(
    '<w:sdt><w:sdtPr>{alias}{tag}<w:id w:val="{id}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
    "<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
)
_ALIAS, _TAG = Template('<w:alias w:val="{name}"/>'), Template('<w:tag w:val="{tag}"/>')
_TEXT = Markup("<w:text/>")
_DATE = Template(
    '<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{language}"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
_CHOICE = Template("<w:dropDownList>{items}</w:dropDownList>")
_ITEM = Template('<w:listItem w:displayText="{choice}" w:value="{choice}"/>')


def lower_writing(space: WritingSpace, ledger: Ledger, place: Place) -> list[Block]:
    """A prompt and ruled lines: rows of exact height with a line below each."""
    blocks: list[Block] = []
    if space.prompt:
        blocks.append(Paragraph(style_id("prompt"), write_runs(space.prompt, ledger), keep_next=True))
    height = ledger.theme.boxes.ruled_line
    rows = [
        RowBlock([CellBlock(place.width, [Paragraph(RULED_LINE, NONE)])], height=height, exact=True)
        for _ in range(space.lines)
    ]
    if rows:
        blocks.append(TableBlock(RULED_TABLE, [place.width], rows, description=plain(space.prompt)))
    return blocks


def lower_field(field: Field, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    """A label and its content control; on paper a line to write on follows."""
    label = write_runs(field.label, ledger)
    alias = _ALIAS(plain(field.label)[:_NAME_LENGTH]) if field.label else NONE
    tag = _TAG(field.tag[:_NAME_LENGTH]) if field.tag else NONE
    if field.control == "check":
        box = join((write_checkbox(ledger, alias, tag), write_text(TAB), label))
        return [Paragraph(spaced_style("check", ledger, place, below, above), box)]
    kind = _TEXT
    if field.control == "date":
        kind = _DATE(ledger.dress.language)
    elif field.control == "choice":
        kind = _CHOICE(join(_ITEM(choice) for choice in dict.fromkeys(field.choices)))
    shown = write_text(field.placeholder or _BLANK, write_look(PLACEHOLDER_STYLE))
    control = _CONTROL(alias, tag, ledger.control(), kind, shown)
    # labels share a tab stop; a longer one is followed by its control at once
    between = TAB if _ems(plain(field.label)) < LABEL_EMS - 1 else _BLANK[:1]
    style = spaced_style("field", ledger, place, below, above)
    return [Paragraph(style, join((label, write_text(between), control, write_text(TAB))))]


def _ems(text: str) -> float:
    """Width of a label in em, roughly: characters beyond ASCII are taken as one em wide."""
    return sum(0.6 if char.isascii() else 1.0 for char in text)
