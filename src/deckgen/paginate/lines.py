"""Paragraphs into strips: lines as a renderer may set them, with what their footnotes take.

Every length comes from the theme, whose line distances are exact; so a strip is as high on paper as
it is here, and text is measured on the safe side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deckgen.base.runs import Run, Runs
from deckgen.measure import Faces, count_lines, text_width
from deckgen.theme import BookStyle, Theme
from deckgen.theme.boxes import (
    boxed_role,
    cell_text_role,
    rule_above_height,
    rule_height,
    space_after,
    space_before,
    text_area,
)
from deckgen.tree import Element
from deckgen.tree.content import runs_in

FOOTNOTE = "small"  # the role of footnotes
_FOOT_LINE = 12.0  # the line above them, counted for each, since nobody knows which is a page's first
_LOOSE = 1.04  # a renderer may get so much more text on a line than is measured on the safe side
_LOOSE_EMS = 1.5
_ONE_LINE = 1.0  # points to spare where a text is taken to stay on one line: advances are exact
_NARROW_MARGINS = ((5.0, 1.0), (8.0, 0.5))  # columns below so many em: Latin words break unpredictably there
_WHOLE_LINES = 3  # paragraphs up to so many lines are never split (two above, two below)


class Strip(NamedTuple):  # thousands are made while the best page is sought: a tuple is made quickly
    """A stretch that is never split, in points; `after` counts only if something follows on the page.

    `glued` keeps it on one page with the next strip, `head` is the height of head rows repeated
    when a page begins with it, `writing` the height of it that people write on. `spare` is how much
    lower it may turn out where a renderer needs fewer lines; `foot` is what its footnotes take of its page.
    """

    height: float
    after: float = 0.0
    glued: bool = False
    anchors: tuple[str, ...] = ()
    head: float = 0.0
    writing: float = 0.0
    spare: float = 0.0
    foot: float = 0.0


class Column(NamedTuple):  # measures of elements are remembered by it: the hash of a tuple is made quickly
    """Where elements stand: the width they have and the box or cell around them."""

    width: float
    box: str = ""
    table: str = ""
    cell: str = ""

    def role(self, role: str) -> str:
        """The role of a paragraph, here; the same answer as the writer gives."""
        if self.cell:
            return cell_text_role(self.table, self.cell, role)
        return boxed_role(role) if self.box else role or "body"


@dataclass(frozen=True, slots=True)
class LineRuler:
    """Measures paragraphs with the numbers of a theme."""

    theme: Theme
    faces: Faces

    def _para(self, runs: Runs, role: str, column: Column, below: bool, above: bool) -> list[Strip]:
        style = self.theme.book_text[role]
        boxes = self.theme.boxes
        beside = not column.cell
        before = space_before(style, boxes, below_box=below and beside) + rule_above_height(style, boxes)
        after = space_after(style, boxes, above_box=above and beside) + rule_height(style, boxes)
        if role == "code":  # its lines are never broken
            return self._lines((1, 1), style, before, after)
        strips = self._lines(self._count(runs, style, column.width), style, before, after)
        return self._noted(strips, runs, style, column.width - style.indent_left)

    def _noted(self, strips: list[Strip], runs: Runs, style: BookStyle, room: float) -> list[Strip]:
        """The lines of a paragraph with the footnotes that each of them refers to."""
        for at, run in enumerate(runs):
            if run.note:
                line = count_lines(runs[: at + 1], style.size, room, self.faces, style.strong) - 1
                line = min(line, len(strips) - 1)
                strips[line] = strips[line]._replace(foot=strips[line].foot + self._foot(run.note))
        return strips

    def _foot(self, source: Runs) -> float:
        """Height of a footnote as wide as the narrowest text area, with the line that parts it from the text."""
        style = self.theme.book_text[FOOTNOTE]
        width = text_area(self.theme.page)[0]
        return count_lines(source, style.size, width - style.size, self.faces) * style.line + _FOOT_LINE

    def _feet(self, elements: Sequence[Element]) -> float:
        return sum(self._foot(run.note) for runs in runs_in(elements) for run in runs if run.note)

    def _count(self, runs: Runs, style: BookStyle, width: float) -> tuple[int, int]:
        """The most and the fewest lines a renderer may need."""
        lead: Runs = (Run("　" * round(style.first_line / style.size)),) if style.first_line > 0 else ()
        room = max(width - style.indent_left, style.size * 2)
        return self._range((*lead, *runs), style, room)

    def _range(self, runs: Runs, style: BookStyle, room: float) -> tuple[int, int]:
        if text_width(runs, style.size, self.faces, style.strong) <= room - _ONE_LINE:
            forced = 1 + sum(run.text.count("\n") for run in runs)
            return forced, forced
        ems = room / style.size
        spare = next((margin for below, margin in _NARROW_MARGINS if ems < below), 0.0)
        most = count_lines(runs, style.size, room - spare * style.size, self.faces, style.strong)
        if most == 1:
            return 1, 1
        loose = room * _LOOSE + _LOOSE_EMS * style.size
        return most, min(most, count_lines(runs, style.size, loose, self.faces, style.strong))

    def _lines(self, counts: tuple[int, int], style: BookStyle, before: float, after: float) -> list[Strip]:
        """Lines of a paragraph, glued so that neither a first nor a last line stands alone."""
        count, fewest = counts
        whole = count <= _WHOLE_LINES or style.keep_next
        strips = []
        for index in range(count):
            last = index == count - 1
            glued = style.keep_next if last else whole or index in (0, count - 2)
            height = style.line + (before if index == 0 else 0.0)
            spare = style.line if 0 < index <= count - fewest else 0.0
            strips.append(Strip(height, after if last else 0.0, glued, spare=spare))
        return strips
