"""Frame slides with their minutes: the clock in their notes, or that nobody speaks to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckgen.compose.kit import Kit
from deckgen.plan.frames import FrameTime
from deckgen.tree import Para, Slide

OPENS_DAY = frozenset(("map", "agenda", "day", "objectives", "contract"))


def clock_note(kit: Kit, time: FrameTime) -> Para:
    """When a frame slide is shown and how long."""
    told = kit.phrase("clock_minutes", start=time.start, end=time.end, n=time.minutes)
    return kit.labelled(kit.phrase("time"), told)


def unspoken(slides: Sequence[Slide], times: Mapping[str, FrameTime]) -> frozenset[str]:
    """The slides that open a day and get none of its minutes, where others do: nobody speaks to them."""
    opening = [(slide.id, times[slide.id].minutes) for slide in slides if slide.kind in OPENS_DAY and slide.id in times]
    if not any(minutes for _, minutes in opening):
        return frozenset()
    return frozenset(name for name, minutes in opening if not minutes)


def timed(kit: Kit, slides: Sequence[Slide], times: Mapping[str, FrameTime]) -> tuple[Slide, ...]:
    """The slides with the minutes the plan has for them. Those that open a day share its minutes: some may get none."""
    silent = unspoken(slides, times)
    shown = []
    for slide in slides:
        time = times.get(slide.id)
        if time is not None and time.minutes:
            shown.append(replace(slide, minutes=time.minutes, notes=(clock_note(kit, time), *slide.notes)))
        elif slide.id in silent:
            shown.append(replace(slide, notes=(kit.labelled(kit.phrase("frame_note"), kit.phrase("frame_silent")),)))
        else:
            shown.append(slide)
    return tuple(shown)
