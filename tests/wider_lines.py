"""Texts of placed slides that would need more room than they have, were every line a little wider than measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.runs import Runs, plain
from deckgen.draw import text_area
from deckgen.fit.text import Piece, pieces_of
from deckgen.measure import LINE, Faces, break_lines
from deckgen.measure.lines import WIDE_FROM
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry, SlotBox
from deckgen.theme.slide_text import CELL_INSETS, line_height, list_indent, paragraph_size
from deckgen.tree import Drawing, Shape, Slide, Slot, Table, flat

_SLACK = 0.1  # points


class Wider:
    """Measures placed slides with lines `share` times as wide as the metric tables say, and no margin beside."""

    def __init__(self, geometry: DeckGeometry, theme: Theme, faces: Faces, share: float) -> None:
        self.geometry, self.theme, self.faces, self.share = geometry, theme, faces, share

    def over(self, slide: Slide) -> Iterator[str]:
        """The texts of a slide that would not fit."""
        layout = self.geometry.layouts[slide.layout]
        title = layout.slots["title"]
        style = self.theme.slide_text["title"]
        inner = title.frame.inset(*title.insets)
        high = self.lines(slide.title, slide.title_size, inner.w, style.strong) * line_height(
            self.theme, "title", slide.title_size
        )
        if high > inner.h + _SLACK:
            yield f"title {plain(slide.title)}"
        for slot in slide.slots:
            yield from self._of_slot(slot, layout.slots.get(slot.name))

    def lines(self, runs: Runs, size: float, width: float, strong: bool) -> int:
        """How many lines the text takes that are so much wider."""
        ems = width / size / self.share
        room = size * (ems + (0.5 if ems + 0.5 >= WIDE_FROM else 1.0))  # what break_lines leaves free at the end
        return len(break_lines(runs, size, room, self.faces, strong))

    def _of_slot(self, slot: Slot, box: SlotBox | None) -> Iterator[str]:
        pieces = pieces_of(slot.content)
        if pieces and slot.frame is not None:
            inner = slot.frame.inset(*(box.insets if box else (0.0, 0.0, 0.0, 0.0)))
            if self._tall(slot.name, pieces, slot.size or (box.size if box else 0.0), inner.w) > inner.h + _SLACK:
                yield f"{slot.name} {plain(pieces[0].runs)}"
        for element in slot.content:
            if isinstance(element, Drawing):
                yield from self._of_drawing(element)
            elif isinstance(element, Table):
                yield from self._of_table(element)

    def _tall(self, slot: str, pieces: Sequence[Piece], size: float, width: float) -> float:
        total, after = 0.0, 0.0
        for piece in pieces:
            key = slot if piece.role in (slot, "body", "") else piece.role
            style = self.theme.slide_text.get(key, self.theme.slide_text["body"])
            points = paragraph_size(self.theme, slot, piece.role, size)
            indent = list_indent(points, piece.level) if piece.block else 0.0
            lines = self.lines(piece.measured, points, width - indent, style.strong)
            total += after + lines * line_height(self.theme, key, points)
            after = style.space_after
        return total

    def _of_drawing(self, drawing: Drawing) -> Iterator[str]:
        for shape in flat(drawing.shapes):
            if not isinstance(shape, Shape) or shape.text is None:
                continue
            room = text_area(shape.geometry, shape.frame, shape.adjust).inset(*shape.text.insets)
            high = sum(
                self.lines(label.runs, label.size, room.w, label.strong) * label.size * LINE
                for label in shape.text.labels
            )
            if high > room.h + _SLACK:
                yield f"{drawing.type} {plain(shape.text.labels[0].runs)} {high:.0f} > {room.h:.0f}"

    def _of_table(self, table: Table) -> Iterator[str]:
        assert table.layout is not None
        size, rows = table.layout.size, (*table.head, *table.rows)
        for row, high in zip(rows, table.layout.rows, strict=True):
            at = 0
            for cell in row.cells:
                end = at + max(1, cell.columns)
                width = sum(table.layout.columns[at:end]) - CELL_INSETS[0] - CELL_INSETS[2]
                strong = row in table.head or cell.role in ("head", "row_head")
                need = sum(
                    self.lines(
                        piece.measured, size, width - (list_indent(size, piece.level) if piece.block else 0.0), strong
                    )
                    for piece in pieces_of(cell.content)
                )
                if need * size * LINE + CELL_INSETS[1] + CELL_INSETS[3] > high + _SLACK:
                    yield f"table {[plain(piece.runs) for piece in pieces_of(cell.content)]}"
                at = end
