"""The slots of a slide into frames, from the layout they stand on.

Refuses a slot or layout the template does not have with KeyError, a bug of compose.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.roles import OWN_PLACE
from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.theme.geometry import Layout
from deckgen.tree import Element, ListBlock, Para, Slot

CLEAR_UNDER_TITLE = 24.0  # points below the title's box, whose text leaves another half line: half an inch
_BESIDE_TEXT = 24.0  # points between a picture and the text whose place it shares
_BESIDE_SIDE = 12.0  # points between a picture on a side of the slide and the texts, whose boxes end in free room
_LEAST_SIDE = 0.25  # of the width of a slide: a free side as wide is a place for a picture
_KEPT = 0.55  # of the width of the text that shares its place with a picture
_FOLLOW_LEAD = ("body", "canvas")


def is_filled(slot: Slot) -> bool:
    """True when the slot shows anything."""
    return any(_shows(element) for element in slot.content)


def _shows(element: Element) -> bool:
    if isinstance(element, Para):
        return bool(plain(element.runs).strip())
    if isinstance(element, ListBlock):
        return bool(element.items)
    return True


def place_slots(slots: Sequence[Slot], layout: Layout, width: float, height: float) -> dict[str, Frame]:
    """The frame of each filled slot on a slide of this size, in points.

    A slide without a lead lets what would stand below it, body and canvas, begin where the lead
    would; their lower edges stay. A picture that no slot of the layout waits for gets the free side of the slide,
    or a part of the body.
    """
    frames = {
        slot.name: layout.slots[slot.name].frame
        for slot in slots
        if slot.name != OWN_PLACE or OWN_PLACE in layout.slots
    }
    if len(frames) < len(slots):
        _add_own_place(frames, layout, width, height)
    lead = layout.slots.get("lead")
    if lead is None or "lead" in frames:
        return frames
    followers = [layout.slots[name].frame for name in _FOLLOW_LEAD if name in layout.slots]
    title = layout.slots["title"].frame
    top = max(lead.frame.y, title.y + title.h + CLEAR_UNDER_TITLE)
    rise = min((frame.y - top for frame in followers), default=0.0)
    if rise <= 0:
        return frames
    for name in _FOLLOW_LEAD:
        if name in frames:
            x, y, w, h = frames[name]
            frames[name] = Frame(x, y - rise, w, h + rise)
    return frames


def _add_own_place(frames: dict[str, Frame], layout: Layout, width: float, height: float) -> None:
    """Add the place of a picture to the frames of a slide: a side that is free, to the edges of the slide."""
    taken = [layout.slots["title"].frame, *frames.values()]
    left = min(frame.x for frame in taken) - _BESIDE_SIDE
    right = max(frame.x + frame.w for frame in taken) + _BESIDE_SIDE
    if width - right >= _LEAST_SIDE * width:
        frames[OWN_PLACE] = Frame(right, 0.0, width - right, height)
    elif left >= _LEAST_SIDE * width:
        frames[OWN_PLACE] = Frame(0.0, 0.0, left, height)
    else:
        name = "body" if "body" in frames else max(frames, key=lambda name: frames[name].w * frames[name].h)
        x, y, w, h = frames[name]
        kept = w * _KEPT
        frames[name] = Frame(x, y, kept, h)
        frames[OWN_PLACE] = Frame(x + kept + _BESIDE_TEXT, y, w - kept - _BESIDE_TEXT, h)
