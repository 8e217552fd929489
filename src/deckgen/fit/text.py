"""The paragraphs and lists of a text slot into sizes, heights and pages.

Refuses nothing: what fits at no size is answered with None, for the caller to report.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.base.runs import Runs, plain
from deckgen.fit.split import split_evenly, steps
from deckgen.measure import Faces, count_lines
from deckgen.theme import TextRole, Theme
from deckgen.theme.slide_text import least_size, line_height, list_indent, paragraph_size
from deckgen.tree import Element, ListBlock, Para

SLACK = 0.01  # points; what rounding may add
_JOINER = "\u2060"  # no line breaks at it, and it has no width


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or one item of a list: what is never split."""

    runs: Runs
    role: str
    block: ListBlock | None = None
    at: int = 0  # its place in the list

    @property
    def measured(self) -> Runs:
        """The runs as they are measured: LibreOffice takes the words of a link to the next line all together."""
        if not any(run.href for run in self.runs):
            return self.runs
        return tuple(replace(run, text=_JOINER.join(run.text)) if run.href else run for run in self.runs)

    @property
    def level(self) -> int:
        """The list level, 0 to 2."""
        return self.block.level(self.at) if self.block else 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides how large a text becomes: the slot and its theme, faces and room in points."""

    slot: str
    theme: Theme
    faces: Faces
    width: float
    height: float
    size: float  # tried first

    @property
    def role(self) -> TextRole:
        """The text role of the slot."""
        known = self.theme.slide_text
        return known[self.slot] if self.slot in known else known["body"]

    @property
    def floor(self) -> float:
        """The least size in points: the role's floor, or the layout's own size where that is smaller."""
        return least_size(self.theme, self.role, self.size)

    def sizes(self) -> tuple[float, ...]:
        """Font sizes to try, largest first."""
        return steps(max(self.size, self.floor), self.floor)

    def measure(self, piece: Piece, size: float) -> float:
        """Height in points of a piece, the space after it included."""
        key = self.slot if piece.role in (self.slot, "body", "") else piece.role
        style = self.theme.slide_text.get(key, self.role)
        points = paragraph_size(self.theme, self.slot, piece.role, size)
        indent = list_indent(points, piece.level) if piece.block else 0.0
        lines = count_lines(piece.measured, points, self.width - indent, self.faces, style.strong)
        return lines * line_height(self.theme, key, points) + style.space_after

    def total(self, pieces: Sequence[Piece], size: float) -> float:
        """Height in points of pieces that follow one another."""
        return sum(self.measure(piece, size) for piece in pieces)

    def fits(self, pieces: Sequence[Piece], size: float) -> bool:
        """True when the pieces have room at this size."""
        return self.total(pieces, size) <= self.height + SLACK


def pieces_of(content: Sequence[Element]) -> tuple[Piece, ...]:
    """The pieces of paragraphs and lists, in order; other elements are not text."""
    pieces: list[Piece] = []
    for element in content:
        if isinstance(element, Para):
            pieces.append(Piece(element.runs, element.role))
        elif isinstance(element, ListBlock):
            pieces.extend(Piece(item, element.role, element, at) for at, item in enumerate(element.items))
    return tuple(pieces)


def content_of(pieces: Sequence[Piece]) -> tuple[Element, ...]:
    """Paragraphs and lists again; a numbered list goes on where it was split."""
    content: list[Element] = []
    last: ListBlock | None = None
    for piece in pieces:
        if piece.block is None:
            content.append(Para(piece.runs, piece.role))
        elif piece.block is last and isinstance(content[-1], ListBlock):
            open_list = content[-1]
            levels = (*open_list.levels, piece.level) if piece.block.levels else ()
            content[-1] = replace(open_list, items=(*open_list.items, piece.runs), levels=levels)
        else:
            block = piece.block
            before = sum(1 for at in range(piece.at) if block.level(at) == 0)
            levels = (piece.level,) if block.levels else ()
            content.append(replace(block, items=(piece.runs,), levels=levels, start=block.start + before))
        last = piece.block
    return tuple(content)


def choose_size(pieces: Sequence[Piece], setting: Setting) -> float | None:
    """The largest font size at which the pieces fit, or None below the floor."""
    return next((size for size in setting.sizes() if setting.fits(pieces, size)), None)


def split_text(pieces: Sequence[Piece], setting: Setting) -> tuple[tuple[tuple[Piece, ...], ...], float] | None:
    """The pieces in pages of even fill and their common font size; None when one fits no page."""
    floor = setting.sizes()[-1]
    tied = [
        (piece.block is None and after.block is not None) or piece.level < after.level
        for piece, after in itertools.pairwise(pieces)
    ]
    cuts = split_evenly([setting.measure(piece, floor) for piece in pieces], setting.height, tied)
    if cuts is None:
        return None
    pages = tuple(tuple(pieces[start:end]) for start, end in cuts)
    size = next(size for size in setting.sizes() if all(setting.fits(page, size) for page in pages))
    return pages, size


def excess(pieces: Sequence[Piece], setting: Setting) -> int:
    """How many characters too long the text is at its floor; measured at its end."""
    floor = setting.sizes()[-1]
    room = setting.height + SLACK
    over = 0
    for piece in pieces:
        height = setting.measure(piece, floor)
        text = plain(piece.runs)
        if height <= room:
            room -= height
            continue
        low, high = 0, len(text)  # the longest beginning that fits
        while low < high:
            middle = (low + high + 1) // 2
            short = replace(piece, runs=(replace(piece.runs[0], text=text[:middle]),))
            if setting.measure(short, floor) <= room:
                low = middle
            else:
                high = middle - 1
        over += len(text) - low
        room = 0.0
    return max(1, over)
