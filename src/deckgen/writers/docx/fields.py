"""Places to fill in: writing space and fields into blocks. Refuses nothing."""

from __future__ import annotations

from deckgen.base.markup import join
from deckgen.base.runs import plain
from deckgen.theme.boxes import FEW_LINES, PEN_COLUMN
from deckgen.tree import Field, WritingSpace
from deckgen.writers.docx.blocks import Block, CellBlock, Paragraph, RowBlock, TableBlock, keep_rows
from deckgen.writers.docx.controls import BLANK, TYPED, choice_kind, date_kind, write_checkbox, write_control
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.paragraphs import Place, spaced_style
from deckgen.writers.docx.runs import NONE, TAB, write_runs, write_text
from deckgen.writers.docx.style_ids import RULED_LINE, RULED_TABLE, style_id
from deckgen.writers.docx.style_parts import LABEL_EMS
from deckgen.writers.docx.tables import rule_row


def lower_writing(space: WritingSpace, ledger: Ledger, place: Place) -> list[Block]:
    """A prompt and ruled lines beside the bar of what is written on; what is typed goes to the first line."""
    room = place.width - PEN_COLUMN
    rows = []
    apart = space.apart or ledger.theme.boxes.ruled_line
    if space.prompt:
        words = Paragraph(style_id("prompt"), write_runs(space.prompt, ledger), keep_next=True)
        rows.append(RowBlock([CellBlock(room, [words])]))
        rule_row(rows[0], ledger, ruled=False)
    for line in range(space.lines):
        typed = write_control(ledger, plain(space.prompt)) if line == 0 else NONE
        ruled = RowBlock([CellBlock(room, [Paragraph(RULED_LINE, typed)])], height=apart)
        rule_row(ruled, ledger)
        rows.append(ruled)
    keep_rows(rows[:-1] if space.lines <= FEW_LINES else (*rows[: len(rows) - space.lines + 1], rows[-2]))
    return [TableBlock(RULED_TABLE, [PEN_COLUMN, room], rows, description=plain(space.prompt))] if rows else []


def lower_field(field: Field, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    """A label and its content control; on paper a line to write on follows, unless the row around has one."""
    label, name = write_runs(field.label, ledger), plain(field.label)
    if field.control == "check":
        box = write_checkbox(ledger, name or _told(place.asked, field.placeholder), field.tag, field.placeholder)
        if not field.label:
            return [Paragraph(style_id(place.role("")), box, align=place.align)]
        ticked = join((box, write_text(TAB), label))
        return [Paragraph(spaced_style("check", ledger, place, below, above), ticked)]
    kind = TYPED
    if field.control == "date":
        kind = date_kind(ledger.dress.language)
    elif field.control == "choice":
        kind = choice_kind(field.choices)
    if place.table == "lines":
        control = write_control(ledger, name, field.tag, kind, field.placeholder or BLANK[:1])
        return [Paragraph(style_id("line"), join((label, write_text(BLANK[:1]), control)))]
    control = write_control(ledger, name, field.tag, kind, field.placeholder or BLANK)
    # labels share a tab stop; a longer one is followed by its control at once
    between = TAB if _ems(name) < LABEL_EMS - 1 else BLANK[:1]
    style = spaced_style("field", ledger, place, below, above)
    return [Paragraph(style, join((label, write_text(between), control, write_text(TAB))))]


def _told(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _ems(text: str) -> float:
    """Width of a label in em, roughly: characters beyond ASCII are taken as one em wide."""
    return sum(0.6 if char.isascii() else 1.0 for char in text)
