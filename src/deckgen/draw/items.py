"""A drawing in its items, so that they can appear one by one: what a datum is drawn with, all in one bundle.

An item is what drawers give a numbered `part`. What has none (a badge, a rule, an arrow) goes with the item that it
touches, an arrow between two with the later one; what touches several, or has a part without a number, is the ground,
which is there from the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import hypot
from typing import TypeGuard

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.draw.settle import frame_around
from deckgen.draw.stacking import Key, shared_area, stack
from deckgen.tree import Bundle, Drawing, Path, Primitive, Shape, flat
from deckgen.tree.drawing import CLOCK, COUNTDOWN

_NUMBERED = re.compile(r"([a-z]+)-(\d+(?:-[a-z]*-?\d+)?)\Z")
_LAST = ("note",)  # parts without a number that are items, too
_FROM_THE_START = ("loop-1",)  # the head of a loop, of which a second one appears in its turn
_DIALS = ("gauge", "rings")  # their large shapes without words are one picture, which all items speak of
_SAME = {"caption": "picture"}  # parts of one item
_NEAR = 6.0  # points between what touches
_FAR = 30.0  # points between an arrow and what it comes from or leads to
_BESIDE = 60.0  # points between words and the item that they belong to
_SIGN = 40.0  # points: the longer side of a dot, a badge, an icon
_LONG = 0.6  # of the drawing's width or height: a longer line is an axis
_LESS = 0.6  # times what lies on one item, of what lies on another
_HAIR = 1.0  # points: half of what a line covers
_ONCE = 2  # rules that look at the shapes of data alone, so that nothing new can follow from them
_ROW = 12.0  # points by which the first items of two kinds differ where one stands below the other


def in_items(drawing: Drawing) -> Drawing:
    """The drawing with a bundle for every item, which appears at a click; nothing changes what lies over what."""
    atoms = [item for item in drawing.shapes if not _runs(item)]
    items = _gather(atoms, drawing.type)
    if not items:
        return drawing
    clicks = {key: number for number, key in enumerate(_in_order(items, atoms), start=1)}

    shapes = tuple(
        atoms[node] if isinstance(node, int) else _bundle([atoms[at] for at in items[node]], clicks[node])
        for node in stack(atoms, items)
    )
    return replace(drawing, shapes=(*shapes, *(item for item in drawing.shapes if _runs(item))))


def _runs(item: Primitive) -> bool:
    return isinstance(item, Bundle) and item.part in (CLOCK, COUNTDOWN)


def _bundle(members: Sequence[Primitive], click: int) -> Bundle:
    first = members[0]
    if len(members) == 1 and isinstance(first, Bundle):
        return replace(first, click=click)
    by_datum = sorted(flat(members), key=lambda shape: not shape.part)  # what shows the datum speaks for it
    name = next((said for shape in by_datum if (said := _said(shape))), "")
    part = next((shape.part for shape in flat(members) if shape.part), "")
    return Bundle(frame_around(members), tuple(members), name or part or f"{click}", click=click)


def _said(shape: Primitive) -> str:
    """The words of a shape; a number or a sign alone says nothing."""
    labels = shape.text.labels if isinstance(shape, Shape) and shape.text else ()
    texts = (" ".join(plain(label.runs).split()) for label in labels)
    return next((text for text in texts if len(text) > 1 and not text.isdigit()), "")


# -- what belongs together ---------------------------------------------------------------------------------------------


def _gather(atoms: Sequence[Primitive], type_: str) -> dict[Key, list[int]]:
    """The places of the shapes of every item."""
    seeds: dict[Key, list[int]] = {}
    loose: list[int] = []
    for at, atom in enumerate(atoms):
        if key := _key(atom):
            seeds.setdefault(key, []).append(at)
        elif not getattr(atom, "part", ""):
            loose.append(at)
    if not seeds:
        return {}
    order = {key: rank for rank, key in enumerate(_in_order(seeds, atoms))}
    frames = {key: frame_around([atoms[at] for at in places]) for key, places in seeds.items()}
    cores = {key: [frame] for key, frame in frames.items()}
    covered = {key: [frame] for key, frame in frames.items()}  # with what touches them
    whole = frame_around(atoms)
    rules: tuple[Callable[[Primitive], Key | None], ...] = (
        lambda atom: _led_to(atom, whole, cores, order),
        lambda atom: _lying_on(atom, cores, frames),
        lambda atom: _led_to(atom, whole, covered, order) or _lying_on(atom, covered, frames),
        lambda atom: _beside(atom, covered, order),
    )
    if type_ in _DIALS:
        touching = rules[2]
        rules = (*rules[:2], lambda atom: None if _is_large(atom) else touching(atom), *rules[3:])
    at_rule = 0
    while at_rule < len(rules):
        joined = [(at, led) for at in loose if (led := rules[at_rule](atoms[at])) is not None]
        for at, led_to in joined:
            seeds[led_to].append(at)
            covered[led_to].append(frame_around((atoms[at],)).inset(-_HAIR, -_HAIR, -_HAIR, -_HAIR))
            loose.remove(at)
        at_rule += not joined or at_rule < _ONCE
    return {key: sorted(places) for key, places in seeds.items()}


def _is_line(atom: Primitive) -> TypeGuard[Path]:
    return isinstance(atom, Path) and not atom.closed


def _is_large(atom: Primitive) -> bool:
    """Whether a shape without words is larger than a dot or a badge."""
    place = frame_around((atom,))
    return not _is_line(atom) and getattr(atom, "text", None) is None and max(place.w, place.h) > _SIGN


def _key(atom: Primitive) -> Key:
    """Which item a shape stands for; empty if it stands for none."""
    for shape in flat((atom,)):
        if (match := _NUMBERED.match(shape.part)) and shape.part not in _FROM_THE_START:
            numbers = tuple(int(number) for number in re.findall(r"\d+", match[2]))
            return () if match[1] == "link" else (_SAME.get(match[1], match[1]), *numbers)
        if shape.part in _LAST:
            return (shape.part,)
    return ()


def _in_order(items: dict[Key, list[int]], atoms: Sequence[Primitive]) -> list[Key]:
    """Items as one reads them: kinds from above and from the left, in each kind by number."""
    places: dict[int | str, list[tuple[float, float]]] = {}
    for key, numbers in items.items():
        frame = frame_around(atoms[at] for at in numbers)
        places.setdefault(key[0], []).append((frame.y // _ROW, frame.x))
    kinds = sorted(places, key=lambda kind: min(places[kind]))
    return sorted(items, key=lambda key: (kinds.index(key[0]), key[1:]))


def _led_to(
    line: Primitive, whole: Frame, items: Mapping[Key, Sequence[Frame]], order: Mapping[Key, int]
) -> Key | None:
    """The item to which a line leads, of two the later; none for an axis, along which they stand."""
    place = frame_around((line,))
    if not _is_line(line) or place.w > _LONG * whole.w or place.h > _LONG * whole.h:
        return None
    reach = _FAR if line.arrow else _NEAR
    ends = []
    for x, y in (line.points[0], line.points[-1]):
        gaps = {key: min(_apart(one, Frame(x, y, 0.0, 0.0)) for one in frames) for key, frames in items.items()}
        nearest = min(gaps, key=lambda key: gaps[key])
        ends += [nearest] if gaps[nearest] <= reach else []
    return max(ends, key=lambda key: order[key], default=None)


def _lying_on(shape: Primitive, items: Mapping[Key, Sequence[Frame]], cores: Mapping[Key, Frame]) -> Key | None:
    """The item that a shape lies on or under, and on no other as much; none for the ground of several."""
    if _is_line(shape):
        return None
    place = frame_around((shape,))
    grown = place.inset(-_NEAR, -_NEAR, -_NEAR, -_NEAR)
    shares = {key: share for key, frames in items.items() if (share := max(shared_area(grown, one) for one in frames))}
    if not shares or sum(_holds(place, cores[key]) for key in shares) > 1:
        return None
    best = max(shares, key=lambda key: shares[key])
    return best if all(share < shares[best] * _LESS for key, share in shares.items() if key != best) else None


def _beside(shape: Primitive, items: Mapping[Key, Sequence[Frame]], order: Mapping[Key, int]) -> Key | None:
    """The item nearest to words, or the later of the two between which a sign stands."""
    if not isinstance(shape, Shape) or shape.text is None:
        return None
    place = frame_around((shape,))
    near: dict[Key, tuple[float, float]] = {}
    for key, frames in items.items():
        gap, facing = min((_apart(one, place), -_facing(one, place)) for one in frames)
        if gap <= _BESIDE and facing:
            near[key] = (round(gap), round(facing, 1))
    least = min(near.values(), default=None)
    nearest = [key for key, gap in near.items() if gap == least]
    return max(nearest, key=lambda key: order[key]) if 0 < len(nearest) <= 2 else None


def _facing(one: Frame, other: Frame) -> float:
    """The share of the other's side that lies level with, or above or below, a frame."""
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(across / max(other.w, 1.0), down / max(other.h, 1.0), 0.0)


def _apart(one: Frame, other: Frame) -> float:
    """Points between two frames, 0 where they overlap."""
    across = max(one.x - other.x - other.w, other.x - one.x - one.w, 0.0)
    down = max(one.y - other.y - other.h, other.y - one.y - one.h, 0.0)
    return hypot(across, down)


def _holds(one: Frame, other: Frame) -> bool:
    return shared_area(one, other) > 0.9 * other.w * other.h
