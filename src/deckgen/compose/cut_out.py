"""Papers to be cut: two cards to a page, marks where the knife goes, and below each how often it is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from deckgen.base.runs import runs
from deckgen.base.units import POINTS_PER_CM, Frame, Margins
from deckgen.compose.desk import Desk
from deckgen.tree import BookSection, Element, Group, Para, Row, Table

WIDTH, HEIGHT = 17.0 * POINTS_PER_CM, 12.4 * POINTS_PER_CM
_X, _FIRST, _SECOND = (length * POINTS_PER_CM for length in (2.0, 1.6, 15.3))
FRAMES = (Frame(_X, _FIRST, WIDTH, HEIGHT), Frame(_X, _SECOND, WIDTH, HEIGHT))
"""The two cards of a page."""
MARGINS = Margins(top=_FIRST, right=56.7, bottom=28.3, left=_X, header=10.0, footer=12.0)
_LINES = 1.0  # points that an engine may add to a card for the lines around it

SIZES = ("role_card", "tool", "cell", "cell_dense", "small")
"""Roles of the words of a card, the largest first; a card takes the largest that it has room for."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its words, and what stands beside it."""

    table: Table
    slug: str


def largest(desk: Desk, make: Callable[[str], Table], sizes: Sequence[str]) -> Table | None:
    """The card in the largest size in which it is no higher than it may be; None where it is higher in all."""
    return next((table for size in sizes if fits(desk, table := make(size))), None)


def fits(desk: Desk, table: Table) -> bool:
    """Whether a card is no higher than it may be."""
    return desk.height_of(table, WIDTH) <= HEIGHT - _LINES


def cut_out(name: str, title: str, cards: Sequence[Card]) -> list[BookSection]:
    """The cards on pages of two; the last page of an odd number has one, and marks for one."""
    pages = [_page(cards[at : at + 2], new_page=at > 0) for at in range(0, len(cards) - len(cards) % 2, 2)]
    sections = [_section(name, title, pages, FRAMES)] if pages else []
    if len(cards) % 2:
        sections.append(_section(f"{name}-last", title, [_page(cards[-1:], new_page=False)], FRAMES[:1]))
    return sections


def _section(name: str, title: str, pages: Sequence[Element], frames: tuple[Frame, ...]) -> BookSection:
    return BookSection(name, title, tuple(pages), margins=MARGINS, bare=True, cut=frames)


def _page(cards: Sequence[Card], *, new_page: bool) -> Group:
    parts: list[Element] = []
    for card in cards:
        parts += [replace(card.table, height=HEIGHT, keep=True), Para(runs(card.slug), "slug")]
    return Group(tuple(parts), role="cut_out", keep=True, new_page=new_page)


def card(rows: Sequence[Row], widths: Sequence[float], alt: str) -> Table:
    """The table that a card is; its last row takes what room is left."""
    return Table(tuple(widths), (), tuple(rows), alt, "card")
