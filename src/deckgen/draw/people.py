"""Portraits: a person's look and mood into a bundle of free forms, the same at every size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import atan2, cos, pi, sin

from deckgen.base.people import Look, Mood
from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw import people_parts as parts
from deckgen.tree.drawing import Bundle, Path, Shape

Point = tuple[float, float]
Outline = tuple[Point, ...]

_KEPT = 512  # portraits: a drawing that is tried in several sizes has the same people at the same places
_STEPS = 6  # points of a curve
_HEAD = Frame(-0.42, -0.53, 0.84, 1.07)
_SHOULDER = 0.6  # where the shoulders meet the disc, below its middle
_TOKEN = re.compile(r"[MLQCZ]|-?\d*\.?\d+")
_HAIR: dict[str, Colour] = {"black": "dark", "brown": "brown", "grey": "line"}
_SKIN: dict[str, tuple[Colour, Colour]] = {
    "light": ("skin_light", "skin_light_shade"),
    "middle": ("skin", "skin_shade"),
    "deep": ("skin_deep", "skin_deep_shade"),
}
_CLOTH: dict[str, tuple[Colour, Colour]] = {  # and its folds
    "accent": ("accent", "accent_shade"),
    "secondary": ("secondary", "ink_soft"),
    "positive": ("positive", "positive_shade"),
    "mark": ("mark", "mark_shade"),
    "primary": ("primary", "dark"),
    "dark": ("ink_soft", "dark"),
    "grey": ("muted", "ink_soft"),
}


@lru_cache(maxsize=_KEPT)
def portrait(
    look: Look, cx: float, cy: float, r: float, mood: Mood = "calm", disc: Colour = "disc", part: str = ""
) -> Bundle:
    """Head and shoulders on a disc of radius `r` around `cx`, `cy`; the mood changes brows, eyes and mouth only."""
    shapes = tuple(_shapes(look, cx, cy, r, mood, disc))
    high = r * 1.06 if look.hair == "bun" else r
    frame = Frame(*(round(value, 2) for value in (cx - r, cy - high, 2 * r, r + high)))
    return Bundle(frame, shapes, look.name, look.said or look.name, part)


@lru_cache(maxsize=_KEPT)
def bust(look: Look, cx: float, cy: float, r: float, mood: Mood = "calm") -> Bundle:
    """The same without the disc, cut off straight at `cy` + `r`: somebody behind a desk or at the edge of a scene."""
    shapes = tuple(_shapes(look, cx, cy, r, mood, None))
    high = r * 1.06 if look.hair == "bun" else r * 0.74
    frame = Frame(*(round(value, 2) for value in (cx - 0.8 * r, cy - high, 1.6 * r, r + high)))
    return Bundle(frame, shapes, look.name, look.said or look.name)


def _shapes(look: Look, cx: float, cy: float, r: float, mood: Mood, disc: Colour | None) -> Iterator[Shape | Path]:
    hair = _HAIR[look.tint]
    skin, shade = _SKIN[look.skin]
    cloth, fold = _CLOTH[look.dye]
    ink: Colour = "dark"
    named: dict[str, Colour] = {"hair": hair, "skin": skin, "cloth": cloth, "fold": fold}

    def area(outlines: str, colour: Colour) -> Path:
        first, *more = (_moved(points, cx, cy, r) for points in outline(outlines))
        return Path(first, closed=True, fill=colour, line=None, more=tuple(more))

    def strokes(outlines: str, colour: Colour, width: float) -> Iterator[Path]:
        for points in outline(outlines):
            yield Path(_moved(points, cx, cy, r), line=colour, line_width=round(width * r, 2))

    if disc is not None:
        yield Shape("ellipse", _frame(Frame(-1, -1, 2, 2), cx, cy, r), disc)
    if look.hair in parts.BACK_HAIR:
        yield area(parts.BACK_HAIR[look.hair], hair)
    yield Path(_moved(_shoulders(flat=disc is None), cx, cy, r), closed=True, fill=cloth, line=None)
    yield area(parts.NECK, shade)
    if "headset-off" in look.extras:
        yield area(parts.HEADSET_OFF, ink)
    else:
        for colour, outlines in parts.CLOTHES[look.clothes]:
            yield area(outlines, named.get(colour, colour))  # type: ignore[arg-type]
    if "badge" in look.extras:
        yield from strokes(parts.LANYARD, "accent", 0.035)
        yield area(parts.BADGE, "light")
    yield area(parts.EARS, shade)
    yield Shape("ellipse", _frame(_HEAD, cx, cy, r), skin)
    if "beard" in look.extras:
        yield area(parts.BEARD, shade)
    yield area(parts.FRONT_HAIR[look.hair], hair)
    brows: Colour = hair if look.tint != "grey" else "muted"
    yield from strokes(parts.BROWS[mood], brows, 0.05)
    if mood in parts.CLOSED_EYES:
        yield from strokes(parts.CLOSED_EYES[mood], ink, 0.045)
    else:
        yield area(parts.OPEN_EYES, ink)
    yield from strokes(parts.NOSE, shade, 0.035)
    yield from strokes(parts.MOUTHS[mood], "negative", 0.045)
    if "moustache" in look.extras:
        yield area(parts.MOUSTACHE, hair)
    if "glasses" in look.extras:
        yield from _glasses(cx, cy, r)
    if "headset" in look.extras:
        yield from strokes(parts.HEADSET_BAND, ink, 0.06)
        yield area(parts.HEADSET_CUPS, ink)
        yield from strokes(parts.HEADSET_BOOM, ink, 0.035)
        yield area(parts.MICROPHONE, ink)


def _glasses(cx: float, cy: float, r: float) -> Iterator[Shape | Path]:
    for left in (-0.27, 0.03):
        yield Shape(
            "ellipse", _frame(Frame(left, -0.14, 0.24, 0.24), cx, cy, r), line="dark", line_width=round(0.035 * r, 2)
        )
    yield Path(_moved(((-0.03, -0.03), (0.03, -0.03)), cx, cy, r), line="dark", line_width=round(0.035 * r, 2))


@lru_cache(maxsize=2)
def _shoulders(flat: bool) -> Outline:
    """From one side of the disc over the neck to the other, and back along the foot of the disc, or a flat one."""
    reach = (1 - _SHOULDER**2) ** 0.5
    (over,) = outline(
        f"M-{reach:.3f},{_SHOULDER} C-.62,.54 -.4,.52 -.2,.47 L.2,.47 C.4,.52 .62,.54 {reach:.3f},{_SHOULDER}"
    )
    if flat:
        return (*over, (reach + 0.03, 1.0), (-reach - 0.03, 1.0))
    begin, end = atan2(_SHOULDER, reach), pi - atan2(_SHOULDER, reach)
    foot = tuple((cos(begin + (end - begin) * n / 12), sin(begin + (end - begin) * n / 12)) for n in range(1, 12))
    return (*over, *foot)


def _moved(points: Outline, cx: float, cy: float, r: float) -> Outline:
    return tuple((round(cx + x * r, 2), round(cy + y * r, 2)) for x, y in points)


def _frame(frame: Frame, cx: float, cy: float, r: float) -> Frame:
    return Frame(*(round(v, 2) for v in (cx + frame.x * r, cy + frame.y * r, frame.w * r, frame.h * r)))


@lru_cache(maxsize=256)
def outline(text: str) -> tuple[Outline, ...]:
    """An outline in the words of SVG (M, L, Q, C, Z; absolute) as polygons."""
    tokens = _TOKEN.findall(text)
    outlines: list[list[Point]] = []
    at = 0
    command = ""

    def point() -> Point:
        nonlocal at
        at += 2
        return float(tokens[at - 2]), float(tokens[at - 1])

    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                continue
        if command == "M":
            outlines.append([point()])
            command = "L"
        elif command == "L":
            outlines[-1].append(point())
        else:
            bend = [outlines[-1][-1], *(point() for _ in range(2 if command == "Q" else 3))]
            outlines[-1] += [_on_curve(bend, step / _STEPS) for step in range(1, _STEPS + 1)]
    return tuple(tuple(points) for points in outlines)


def _on_curve(bend: list[Point], share: float) -> Point:
    """A point of a Bézier curve (de Casteljau)."""
    while len(bend) > 1:
        bend = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(bend)]
    return bend[0]
