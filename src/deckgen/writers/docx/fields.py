"""Places to fill in: writing space and content controls into blocks. Refuses nothing."""

from __future__ import annotations

from deckgen.base.runs import plain
from deckgen.tree import Field, WritingSpace
from deckgen.writers.docx.blocks import Block, CellBlock, Paragraph, RowBlock, TableBlock
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.paragraphs import Place, spaced_style, write_checkbox
from deckgen.writers.docx.runs import PLACEHOLDER_STYLE, TAB, write_runs, write_text
from deckgen.writers.docx.styles import LABEL_EMS, RULED_LINE, RULED_TABLE, style_id
from deckgen.writers.docx.xml import escape

_BLANK = "　" * 4  # what an empty control shows: room to click into, nothing printed


def lower_writing(space: WritingSpace, ledger: Ledger, place: Place) -> list[Block]:
    """A prompt and ruled lines: rows of exact height with a line below each."""
    blocks: list[Block] = []
    if space.prompt:
        blocks.append(Paragraph(style_id("prompt"), write_runs(space.prompt, ledger), keep_next=True))
    height = ledger.theme.boxes.ruled_line
    rows = [
        RowBlock([CellBlock(place.width, [Paragraph(RULED_LINE, "")])], height=height, exact=True)
        for _ in range(space.lines)
    ]
    if rows:
        blocks.append(TableBlock(RULED_TABLE, [place.width], rows, description=plain(space.prompt)))
    return blocks


def lower_field(field: Field, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    """A label and its content control; on paper a line to write on follows."""
    label = write_runs(field.label, ledger)
    alias = f'<w:alias w:val="{escape(plain(field.label)[:60])}"/>' if field.label else ""
    if field.control == "check":
        box = write_checkbox(ledger, escape(field.tag), alias)
        return [Paragraph(spaced_style("check", ledger, place, below, above), f"{box}{write_text(TAB)}{label}")]
    tag = f'<w:tag w:val="{escape(field.tag[:60])}"/>' if field.tag else ""
    kind = "<w:text/>"
    if field.control == "date":
        kind = (
            f'<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{escape(ledger.language)}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    elif field.control == "choice":
        items = "".join(
            f'<w:listItem w:displayText="{escape(choice)}" w:value="{escape(choice)}"/>'
            for choice in dict.fromkeys(field.choices)
        )
        kind = f"<w:dropDownList>{items}</w:dropDownList>"
    shown = write_text(field.placeholder or _BLANK, f'<w:rStyle w:val="{PLACEHOLDER_STYLE}"/>')
    control = (
        f'<w:sdt><w:sdtPr>{alias}{tag}<w:id w:val="{ledger.control()}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )
    # labels share a tab stop; a longer one is followed by its control at once
    between = TAB if _ems(plain(field.label)) < LABEL_EMS - 1 else _BLANK[:1]
    style = spaced_style("field", ledger, place, below, above)
    return [Paragraph(style, f"{label}{write_text(between)}{control}{write_text(TAB)}")]


def _ems(text: str) -> float:
    """Width of a label in em, roughly: characters beyond ASCII are taken as one em wide."""
    return sum(0.6 if char.isascii() else 1.0 for char in text)
