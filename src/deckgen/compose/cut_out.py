"""Papers to be cut: two cards to a page, with marks where the knife goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.units import POINTS_PER_CM, Frame, Margins
from deckgen.compose.kit import Kit
from deckgen.tree import Drawing, Element, Group, Path, Table

WIDTH, HEIGHT = 17.0 * POINTS_PER_CM, 12.2 * POINTS_PER_CM
_STRIP = 6.0  # points of height that the marks above or below a card take
MARGINS = Margins(top=26.0, right=56.7, bottom=28.0, left=56.7, header=10.0, footer=12.0)
"""Of pages that hold two cards."""


def cut_out(kit: Kit, cards: Sequence[Table]) -> tuple[Element, ...]:
    """The cards, two to a page where they are no higher than they should be, each between its marks."""
    pages: list[Element] = []
    for card in cards:
        parts = (_marks(kit), replace(card, height=HEIGHT, keep=True), _marks(kit))
        pages.append(Group(parts, role="job_aid", keep=True))
    return tuple(pages)


def _marks(kit: Kit) -> Drawing:
    """Marks in line with the sides of a card; its own frame says where to cut across."""
    lines = (Path(((x, 0.0), (x, _STRIP)), line="ink", line_width=0.5, part="mark") for x in (0.5, WIDTH - 0.5))
    return Drawing("marks", Frame(0.0, 0.0, WIDTH, _STRIP), tuple(lines), kit.phrase("crop_marks"))
