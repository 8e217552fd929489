"""`formula` data into terms and operators as one reads them, with the rule beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import SOFT, card, display, label, plain_text, strong, titled, words

_COMPARISONS = frozenset("><=≥≤≠→")


class Term(Node, Protocol):
    """A symbol and what it stands for."""

    @property
    def symbol(self) -> str: ...


class Formula(Protocol):
    """Terms with an operator between each two."""

    @property
    def terms(self) -> Sequence[Term]: ...
    @property
    def operators(self) -> Sequence[str]: ...
    @property
    def note(self) -> str: ...


def draw_formula(record: Formula, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Each term a card with its symbol large; what stands after a comparison takes another colour."""
    x, y, w, h = frame
    terms, operators, note = record.terms, record.operators, record.note
    bare = not any(term.text for term in terms)
    sign_w = pen.strong[0] * 2.1
    foot = 0.0
    if note:
        foot = pen.height((strong(note),), w - 4 * pen.pad) + 2.2 * pen.pad
    top_h = h - foot - (pen.gap * 1.2 if note else 0.0)
    tall = min(top_h, pen.strong[0] * (10 if bare else 14))
    y += (top_h - tall) / 2 * (0.0 if note else 1.0)
    if note:
        y += (top_h - tall) / 2
    most = pen.strong[0] * 14
    wide = min((w - sign_w * len(operators)) / len(terms), most)
    x_start = x + (w - wide * len(terms) - sign_w * len(operators)) / 2
    items: list[Item] = []
    colour: Colour = "primary"
    symbol_h = min(tall * 0.5, wide * 0.8, pen.strong[0] * 4.6)
    for number, term in enumerate(terms, 1):
        at = x_start + (number - 1) * (wide + sign_w)
        items.append(card(Frame(at, y, wide, tall), pen, fill=SOFT[colour]))
        head = card(Frame(at, y, wide, symbol_h), pen, (display(term.symbol, 3.0, "on_fill"),), fill=colour,
                    insets=(0.0, 0.0, 0.0, 0.0))  # fmt: skip
        items.append(head)
        body = Frame(at + pen.pad, y + symbol_h + pen.pad * 0.6, wide - 2 * pen.pad, tall - symbol_h - pen.pad * 1.2)
        items.append(
            plain_text(body, words(titled(term), label(term.text)), align="center",
                       part=f"term-{number}")
        )  # fmt: skip
        if number <= len(operators):
            operator = operators[number - 1]
            items.append(plain_text(Frame(at + wide, y, sign_w, symbol_h), (display(operator, 2.3),), align="center"))
            if any(char in _COMPARISONS for char in operator):
                colour = "accent"
    if note:
        items.append(
            card(Frame(frame.x, frame.y + frame.h - foot, w, foot), pen, (strong(note),), fill="accent_soft",
                 part="note", insets=(2 * pen.pad, pen.pad, 2 * pen.pad, pen.pad))
        )  # fmt: skip
    yield Plan(items, boost=1.3)
