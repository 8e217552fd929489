"""Where the slots of a role lie in the look of a template: frames in points.

Content keeps the proportions that the default theme has been drawn with, in the room that a layout leaves free.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from deckgen.base.roles import FURNITURE
from deckgen.base.units import Frame
from deckgen.theme.brand.recognise import texts_of, title_of
from deckgen.theme.office.facts import LayoutFacts
from deckgen.theme.office.ground import Stage, overlap

# The region of content below the title of the default theme, and its slots there.
REGION = Frame(44, 98, 872, 406)
_CONTENT: dict[str, dict[str, Frame]] = {
    "visual": {"lead": Frame(44, 98, 872, 34), "canvas": Frame(44, 138, 872, 346)},
    "table": {"lead": Frame(44, 98, 872, 34), "canvas": Frame(44, 138, 872, 346)},
    "split": {
        "lead": Frame(44, 98, 872, 34), "body": Frame(44, 142, 392, 342), "canvas": Frame(460, 138, 456, 346),
    },
    "text": {"lead": Frame(44, 98, 872, 34), "body": Frame(44, 142, 872, 342)},
    "statement": {"body": Frame(44, 170, 872, 270)},
    "activity": {"lead": Frame(44, 98, 872, 34), "canvas": Frame(44, 138, 872, 346)},
    "debrief": {"body": Frame(44, 112, 872, 254), "takeaway": Frame(44, 396, 872, 86)},
    "recap": {"body": Frame(44, 112, 872, 254), "takeaway": Frame(44, 396, 872, 86)},
}  # fmt: skip
_SOURCE = Frame(44, 487, 872, 17)
DIVIDER_REGION = Frame(40, 44, 876, 462)
_DIVIDER = {
    "title": Frame(40, 160, 296, 260), "kicker": Frame(40, 60, 280, 84), "body": Frame(376, 52, 540, 232),
    "canvas": Frame(376, 300, 540, 184), "source": Frame(376, 488, 540, 17),
}  # fmt: skip
_ON_PANEL = ("lead", "body", "canvas", "takeaway", "source")
_GAP = 6.0
_LARGER = 1.2  # of the default theme's slides: from here on texts grow with them
_LINE = 1.2


@dataclass(frozen=True, slots=True)
class Arranged:
    """Frames by slot; `region` is where content lies, `scale` its size beside the default theme's."""

    frames: Mapping[str, Frame]
    region: Frame
    scale: float
    notes: tuple[str, ...] = ()


def free_room(bounds: Frame, taken: Iterable[Frame], margin: float = 4.0) -> Frame:
    """The largest part of `bounds` that is left when one side after the other gives way to what is taken."""
    room = bounds
    for item in sorted(taken, key=lambda frame: -overlap(frame, bounds)):
        hit = Frame(item.x - margin, item.y - margin, item.w + 2 * margin, item.h + 2 * margin)
        if overlap(hit, room) <= 0:
            continue
        right, bottom = room.x + room.w, room.y + room.h
        sides = (
            Frame(room.x, room.y, hit.x - room.x, room.h),
            Frame(hit.x + hit.w, room.y, right - hit.x - hit.w, room.h),
            Frame(room.x, room.y, room.w, hit.y - room.y),
            Frame(room.x, hit.y + hit.h, room.w, bottom - hit.y - hit.h),
        )
        room = max(sides, key=lambda frame: max(0.0, frame.w) * max(0.0, frame.h))
    return room


def arrange_content(role: str, layout: LayoutFacts, stage: Stage) -> Arranged:
    """The slots of a role of content: title where the template has it, the rest in the room below."""
    size = stage.width, stage.height
    obstacles = list(stage.obstacles())
    furniture, line = _furniture(layout, stage, obstacles)
    title = _title(layout, stage, obstacles)
    left = min(title.x, *(item.frame.x for item in texts_of(layout) if item.frame), 0.07 * size[0])
    left = max(left, 0.02 * size[0])
    below = Frame(left, title.y + title.h + _GAP, size[0] - 2 * left, line - title.y - title.h - 2 * _GAP)
    region = free_room(below, obstacles)
    frames = {"title": title, **_mapped(_CONTENT[role], REGION, region), **furniture}
    frames["source"] = _map(_SOURCE, REGION, region)
    return Arranged(frames, region, _scale(REGION, region, size_of(*size)))


def arrange_divider(layout: LayoutFacts, stage: Stage) -> Arranged:
    """The slots of a module's opener: the title at the left, objectives and course map at the right."""
    obstacles = list(stage.obstacles())
    furniture, line = _furniture(layout, stage, obstacles)
    edge = 0.035 * stage.width
    bounds = Frame(edge, edge, stage.width - 2 * edge, line - edge - _GAP)
    region = free_room(bounds, obstacles)
    frames = {**_mapped(_DIVIDER, DIVIDER_REGION, region), **furniture}
    return Arranged(frames, region, _scale(DIVIDER_REGION, region, size_of(stage.width, stage.height)))


def arrange_cover(layout: LayoutFacts, stage: Stage) -> Arranged:
    """Title, subtitle and facts of a course, where the template has its title and subtitle."""
    width, height = stage.width, stage.height
    unit = min(width / 960, height / 540)
    own = title_of(layout)
    obstacles = list(stage.obstacles())
    if own is not None and own.frame:  # what the template sets its title on is a ground
        stands = own.frame
        obstacles = [item for item in obstacles if overlap(item, stands) < 0.4 * stands.w * stands.h]
    title = own.frame if own is not None and own.frame else Frame(0.1 * width, 0.25 * height, 0.8 * width, 0.3 * height)
    texts = [item.frame for item in texts_of(layout) if item.frame and item.frame.w > 0.3 * title.w]
    bottom = height - 24 * unit
    furniture = [
        item.frame for item in layout.placeholders if item.holder.kind in ("ftr", "sldNum", "dt") and item.frame
    ]
    bottom = min([bottom, *(frame.y - _GAP for frame in furniture if frame.y > title.y + title.h)])
    title = Frame(title.x, max(8.0, title.y), title.w, min(title.h, 0.6 * height))
    needed = (56 + 68) * unit + 2 * _GAP
    subtitle = next((frame for frame in texts if frame.y >= title.y + title.h - 8 * unit), None)
    column = subtitle or title
    first = max(title.y + title.h, column.y if subtitle else 0.0) + (0 if subtitle else _GAP)
    room = free_room(Frame(column.x, first, column.w, bottom - first), obstacles)
    if room.h < needed or room.w < 0.4 * width:
        # too little below: the three of them share the room from the top of the title
        whole = free_room(Frame(title.x, title.y, title.w, bottom - title.y), obstacles)
        if whole.h < 250 * unit:
            top = max(0.08 * height, whole.y + whole.h - 250 * unit)
            whole = free_room(Frame(whole.x, top, whole.w, bottom - top), obstacles)
        if whole.h < 200 * unit:
            whole = free_room(Frame(0.06 * width, 0.08 * height, 0.88 * width, bottom - 0.08 * height), obstacles)
        title = Frame(whole.x, whole.y, whole.w, whole.h - needed - _GAP)
        room = Frame(whole.x, whole.y + whole.h - needed, whole.w, needed)
    upper = min(max(0.4 * room.h, 56 * unit), 80 * unit)
    lower = min(room.h - upper - _GAP, 110 * unit)
    frames = {
        "title": title,
        "subtitle": Frame(room.x, room.y, room.w, upper),
        "meta": Frame(room.x, room.y + upper + _GAP, room.w, lower),
    }
    return Arranged(frames, room, min(size_of(width, height), unit))


def panels_of(frames: Mapping[str, Frame], *, furniture: bool) -> list[Frame]:
    """What panels behind the content of a layout have to cover, its breadcrumb and page number or not.

    Furniture has a panel of its own where one for all would lie under the title, as beside a divider's column.
    """
    content = _around(frames, _ON_PANEL)
    if not furniture:
        return [content]
    joint = _around(frames, (*_ON_PANEL, *FURNITURE))
    if any(overlap(joint, frames[slot]) for slot in ("title", "kicker") if slot in frames):
        return [content, _around(frames, FURNITURE)]
    return [joint]


def _around(frames: Mapping[str, Frame], slots: Collection[str], margin: float = 8.0) -> Frame:
    inside = [frame for slot, frame in frames.items() if slot in slots]
    x, y = min(f.x for f in inside) - margin, min(f.y for f in inside) - margin
    right, bottom = max(f.x + f.w for f in inside), max(f.y + f.h for f in inside)
    return Frame(max(0, x), max(0, y), right + margin - max(0, x), bottom + margin / 2 - max(0, y))


def capacity(frame: Frame, size: float) -> int:
    """Full-width characters that fit a place at a font size."""
    return int(max(0.0, frame.w / size - 1)) * int((frame.h + 0.5) / (_LINE * size))


def largest_size(frame: Frame, characters: int, most: float) -> float:
    """The largest font size, in half points, at which so many full-width characters fit a place."""
    size = float(round(most * 2) / 2)
    while size > 8 and capacity(frame, size) < characters:
        size -= 0.5
    return size


def _title(layout: LayoutFacts, stage: Stage, obstacles: list[Frame]) -> Frame:
    """The title's place: the template's own where it lies across the top, and room for two lines of it."""
    width, height = stage.width, stage.height
    own = title_of(layout)
    unit = min(width / 960, height / 540)
    usual = Frame(0.046 * width, 26 * unit, 0.908 * width, 70 * unit)
    frame = own.frame if own is not None and own.frame else usual
    asked = frame
    if own is None or frame.w < 0.5 * width or frame.y + frame.h > 0.45 * height or frame.h > frame.w:
        asked, frame = usual, free_room(usual, obstacles)
    frame = Frame(frame.x, frame.y, min(frame.w, width - frame.x), frame.h)
    frame = max((frame, free_room(frame, (item for item in obstacles if overlap(item, frame) > 4)))[::-1], key=_area)
    least, most = 58 * unit, 82 * unit
    if frame.w < 0.4 * width or frame.h < 0.4 * least:
        # decoration all over it: the title stands on it, in a colour that can be read there
        return Frame(asked.x, asked.y, min(asked.w, width - asked.x), min(max(asked.h, least), most))
    if frame.h < least:
        # a single line in the template: it grows up, then down, as far as nothing is in the way
        up = min(least - frame.h, max(0.0, frame.y - 8 * unit))
        grown = free_room(Frame(frame.x, frame.y - up, frame.w, least), obstacles, 1.0)
        frame = grown if grown.h > frame.h and grown.w > 0.8 * frame.w else Frame(frame.x, frame.y, frame.w, least)
    elif frame.h > most:
        frame = Frame(frame.x, frame.y + (frame.h - most) * (0.5 if frame.y < 20 * unit else 0.3), frame.w, most)
    return frame


def _area(frame: Frame) -> float:
    return max(0.0, frame.w) * max(0.0, frame.h)


def _furniture(layout: LayoutFacts, stage: Stage, obstacles: list[Frame]) -> tuple[dict[str, Frame], float]:
    """Breadcrumb and page number, and the height above which content may lie."""
    width, height = stage.width, stage.height
    unit = min(width / 960, height / 540)
    own = {item.holder.kind: item.frame for item in layout.placeholders if item.frame}
    low = {kind: frame for kind, frame in own.items() if 0.75 * height < frame.y <= height - frame.h}
    number = low.get("sldNum")
    h = 18 * unit
    if number is not None:
        y = number.y + max(0.0, (number.h - h) / 2)
        page = (
            Frame(number.x, y, number.w, h) if number.w >= 40 * unit else Frame(number.x - 40 * unit, y, 80 * unit, h)
        )
    else:
        room = free_room(Frame(0.046 * width, height - 34 * unit, 0.908 * width, 24 * unit), obstacles)
        if room.w < 0.4 * width or room.h < h:
            room = Frame(0.046 * width, height - 30 * unit, 0.6 * width, 22 * unit)
        y = room.y + (room.h - h) / 2
        page = Frame(room.x + room.w - 80 * unit, y, 80 * unit, h)
    if page.x > 0.3 * width:
        left = 0.046 * width
        strip = free_room(Frame(left, y, page.x - left - 8, h), obstacles)
        crumb = strip if strip.w > 0.25 * width and strip.h > 0.8 * h else Frame(left, y, page.x - left - 8, h)
    else:
        start = page.x + page.w + 8
        crumb = free_room(Frame(start, y, 0.954 * width - start, h), obstacles)
    crumb = Frame(crumb.x, y, crumb.w, h)
    return {"breadcrumb": crumb, "page": page}, y


def _mapped(slots: Mapping[str, Frame], source: Frame, target: Frame) -> dict[str, Frame]:
    return {name: _map(frame, source, target) for name, frame in slots.items()}


def _map(frame: Frame, source: Frame, target: Frame) -> Frame:
    sx, sy = target.w / source.w, target.h / source.h
    return Frame(target.x + (frame.x - source.x) * sx, target.y + (frame.y - source.y) * sy, frame.w * sx, frame.h * sy)


def size_of(width: float, height: float) -> float:
    """How large slides are beside the default theme's; what is only a little larger counts as equal."""
    unit = min(width / 960, height / 540)
    return unit if unit > _LARGER else min(1.0, unit)


def _scale(source: Frame, target: Frame, most: float) -> float:
    return min(max(1.0, most), target.w / source.w, target.h / source.h)
