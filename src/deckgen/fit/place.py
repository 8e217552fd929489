"""The slots of a slide into frames, from the layout they stand on.

Refuses a slot or layout the template does not have with KeyError, a bug of compose.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.theme.geometry import Layout
from deckgen.tree import Element, ListBlock, Para, Picture, Slot

CLEAR_UNDER_TITLE = 24.0  # points below the title's box, whose text leaves another half line: half an inch
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


def place_slots(slots: Sequence[Slot], layout: Layout) -> dict[str, Frame]:
    """The frame of each filled slot, in points.

    A slide without a lead lets what would stand below it, body and canvas, begin where the lead
    would; their lower edges stay.
    """
    frames = {slot.name: layout.slots[slot.name].frame for slot in slots}
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


def contain_picture(picture: Picture, frame: Frame) -> Frame:
    """The largest frame of the picture's aspect in the middle of `frame`."""
    if picture.width <= 0 or picture.height <= 0:
        return frame
    scale = min(frame.w / picture.width, frame.h / picture.height)
    w, h = picture.width * scale, picture.height * scale
    return Frame(frame.x + (frame.w - w) / 2, frame.y + (frame.h - h) / 2, w, h)
