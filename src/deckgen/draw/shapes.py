"""The shapes all diagrams share: cards, badges, pills, arrows; one look for the whole deck."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin
from typing import Literal

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import CORNER, Box, Pen, Words
from deckgen.draw.records import Item
from deckgen.tree.drawing import Path, Shape

Insets = tuple[float, float, float, float]

SOFT: dict[Colour, Colour] = {
    "primary": "primary_soft",
    "secondary": "secondary_soft",
    "accent": "accent_soft",
    "positive": "positive_soft",
    "negative": "negative_soft",
    "muted": "surface",
}
"""The tint of a strong colour."""

TONES: dict[str, Colour] = {"good": "positive", "bad": "negative", "neutral": "primary"}
"""The colour of a tone."""

SIGNS: dict[str, str] = {"good": "✓", "bad": "✗", "neutral": ""}
"""The sign that says a tone without colour."""

SERIES: tuple[Colour, ...] = ("primary", "secondary", "accent")
"""Colours of things that differ in kind, in order."""


def strong(text: str, colour: Colour = "ink", icon: str = "") -> Words:
    """A heading inside a diagram, with its icon."""
    return Words(text, "strong", colour, icon=icon)


def label(text: str, colour: Colour = "ink", icon: str = "") -> Words:
    """Plain text inside a diagram, with its icon."""
    return Words(text, "label", colour, icon=icon)


def titled(node: Item, colour: Colour = "ink") -> Words:
    """The title of a node as a heading, with its icon."""
    return strong(node.title, colour, node.icon)


def labelled(node: Item, colour: Colour = "ink") -> Words:
    """The title of a node as plain text, with its icon."""
    return label(node.title, colour, node.icon)


def icon_height(nodes: Iterable[Item], pen: Pen) -> float:
    """Height in points for an icon above centred words, where any of the nodes has one."""
    return pen.strong[0] * 1.4 if any(node.icon for node in nodes) else 0.0


def display(text: str, scale: float, colour: Colour = "ink", icon: str = "") -> Words:
    """A number, symbol or sentence `scale` times as large as a heading, as far as its box allows, with its icon."""
    return Words(text, "display", colour, scale=scale, icon=icon)


def words(*given: Words) -> tuple[Words, ...]:
    """The paragraphs that have text."""
    return tuple(word for word in given if word.text)


def corner(frame: Frame, radius: float) -> tuple[float, ...]:
    """The adjust value that gives a rounded rectangle this corner radius."""
    return (round(min(0.5, radius / min(frame.w, frame.h)), 4),)


def card(
    frame: Frame,
    pen: Pen,
    text: tuple[Words, ...] = (),
    *,
    part: str = "",
    fill: Colour | None = "surface",
    line: Colour | None = None,
    align: Literal["left", "center", "right"] = "center",
    anchor: Literal["top", "middle", "bottom"] = "middle",
    insets: Insets | None = None,
    radius: float | None = None,
) -> Box:
    """A rounded card with text; its insets count from its edges, the corners' own share included."""
    pad = pen.pad
    adjust = corner(frame, pen.radius if radius is None else radius)
    own = adjust[0] * min(frame.w, frame.h) * CORNER
    left, top, right, bottom = insets or (pad, pad * 0.7, pad, pad * 0.7)
    return Box(
        frame,
        text,
        part,
        "round_rect",
        fill,
        line,
        pen.rule / 2,
        align,
        anchor,
        (max(0.0, left - own), max(0.0, top - own), max(0.0, right - own), max(0.0, bottom - own)),
        adjust,
    )


def panel(frame: Frame, pen: Pen, fill: Colour | None = "surface", line: Colour | None = None) -> Shape:
    """A rounded ground that other shapes stand on."""
    return Shape("round_rect", frame, fill, line, pen.rule / 2, adjust=corner(frame, pen.radius))


def plain_text(
    frame: Frame,
    text: tuple[Words, ...],
    *,
    part: str = "",
    align: Literal["left", "center", "right"] = "left",
    anchor: Literal["top", "middle", "bottom"] = "middle",
) -> Box:
    """Text without a shape of its own."""
    return Box(frame, text, part, align=align, anchor=anchor)


def pill(frame: Frame, pen: Pen, text: tuple[Words, ...], fill: Colour = "accent", *, part: str = "") -> Box:
    """A fully rounded tag."""
    shape = corner(frame, pen.rounding(frame.h))
    return Box(frame, text, part, "round_rect", fill, insets=(0.0, 0.0, 0.0, 0.0), adjust=shape)


def badge(
    x: float,
    y: float,
    pen: Pen,
    text: str,
    fill: Colour = "primary",
    size: float = 0.0,
    ink: Colour = "on_fill",
) -> Box:
    """A round badge around its centre, with a number or sign."""
    d = size or pen.badge
    word = display(text, pen.label[0] / pen.strong[0] * d / pen.badge, ink)
    return Box(Frame(x - d / 2, y - d / 2, d, d), (word,), geometry="ellipse", fill=fill)


def dot(x: float, y: float, d: float, fill: Colour, line: Colour | None = None, width: float = 1.0) -> Shape:
    """A filled circle around its centre."""
    return Shape("ellipse", Frame(x - d / 2, y - d / 2, d, d), fill, line, width)


def arrow(pen: Pen, *points: tuple[float, float], colour: Colour = "muted", smooth: bool = False) -> Path:
    """A line with an arrow head at its last point."""
    return Path(points, smooth=smooth, line=colour, line_width=pen.rule, arrow=True)


def leader(pen: Pen, *points: tuple[float, float], colour: Colour = "line") -> Path:
    """A thin line that leads from a shape to its text."""
    return Path(points, line=colour, line_width=pen.rule * 0.6)


def arc(
    cx: float, cy: float, rx: float, ry: float, start: float, end: float, steps: int = 12
) -> tuple[tuple[float, float], ...]:
    """Points on an ellipse from one angle to another (degrees clockwise from the top)."""
    angles = [start + (end - start) * i / steps for i in range(steps + 1)]
    return tuple((round(cx + rx * sin(a * pi / 180), 2), round(cy - ry * cos(a * pi / 180), 2)) for a in angles)


def split(start: float, length: float, count: int, gap: float) -> list[tuple[float, float]]:
    """Equal stretches with equal gaps: (start, length) each."""
    each = (length - gap * (count - 1)) / count
    return [(round(start + i * (each + gap), 2), round(each, 2)) for i in range(count)]


def share(start: float, length: float, weights: list[float], gap: float) -> list[tuple[float, float]]:
    """Stretches in proportion to their weights with equal gaps: (start, length) each."""
    room = length - gap * (len(weights) - 1)
    total = sum(weights) or 1.0
    stretches: list[tuple[float, float]] = []
    at = start
    for weight in weights:
        stretch = room * weight / total
        stretches.append((round(at, 2), round(stretch, 2)))
        at += stretch + gap
    return stretches


def rounded(frame: Frame) -> Frame:
    """A frame in hundredths of a point."""
    return Frame(*(round(value, 2) for value in frame))
