"""The deliveries of a draft, and minutes for each of their lengths: a shorter one keeps all, in less time."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.importers.pieces import Unplaced
from deckgen.importers.shape import DraftModule, merge_slides
from deckgen.importers.timing import (
    DAY,
    LONGEST_DAY,
    Frame,
    align,
    choose_frame,
    frame_of,
    minutes_of,
    round_up,
    share,
)


class TooShortError(ValueError):
    """Days that have fewer minutes than the material has slides and exercises."""


def set_lengths(
    modules: Sequence[DraftModule], days: Sequence[int], day_minutes: Sequence[tuple[int, ...]]
) -> tuple[list[Frame], list[Unplaced]]:
    """The deliveries asked for, and what became of the minutes; every slide gets those of each length.

    A number of `days` is of equal ones, and takes the minutes that the material gives, unless no day holds them;
    `day_minutes` say those of each day, whatever the material gives. Raises TooShortError.
    """
    kept = [count for count in days if minutes_of(modules) <= count * LONGEST_DAY]
    if kept or not (days or day_minutes):
        round_up(modules, kept)
    given = minutes_of(modules)
    frames = [choose_frame(given if count in kept else count * DAY, count) for count in days]
    frames += [frame_of(minutes) for minutes in day_minutes]
    frames = list(dict.fromkeys(frames)) or [choose_frame(given, 0)]
    totals = sorted({frame.total for frame in frames}, key=lambda total: (total != given, -total))
    _join(modules, min(totals))
    slides = [slide for module in modules for slide in module.slides]
    lost = []
    for total in totals:
        source = [slide.minutes for slide in slides]
        parts = [source, share(total, source)][total != given]
        for slide, minutes in zip(slides, parts, strict=True):
            slide.minutes = minutes
        fitting = [frame for frame in frames if frame.total == total]
        told = [name_of(frame, frames) for frame in fitting] if len(totals) > 1 or total != given else []
        before = {id(module): minutes_of([module]) for module in modules}
        align(modules, fitting)
        if total == given:
            lost += _moved(before, modules)
        else:
            share_of = f"{given} minutes in the material, {total} in the days: each part has {total / given:.0%}"
            lost.append(Unplaced(modules[0].file, 1, f"{share_of} of its time [{', '.join(told)}]"))
        lost += _unaligned(modules, fitting)
        for slide, minutes in zip(slides, source, strict=True):
            slide.lengths[total] = slide.minutes
            slide.minutes = minutes
    for slide in slides:
        slide.minutes = slide.lengths[totals[0]]
    return frames, lost


def name_of(frame: Frame, frames: Sequence[Frame]) -> str:
    """The id of a delivery: its days where these are equal and no other has as many, else their minutes."""
    alike = [other for other in frames if len(other.days) == len(frame.days) and len(set(other.days)) == 1]
    if len(set(frame.days)) == 1 and alike[0] == frame:
        return f"{len(frame.days)}-day"
    return f"{'-'.join(map(str, frame.days))}-min"


def _join(modules: Sequence[DraftModule], total: int) -> None:
    """Joins slides that say little until each has a minute of so many."""
    for block in (block for module in modules for block in module.blocks):
        spare = sum(len(module.slides) for module in modules) - total
        if spare > 0:
            merge_slides(block, len(block.slides) - spare)
    count = sum(len(module.slides) for module in modules)
    if count > total:
        raise TooShortError(f"{count} slides and exercises take a minute each at least, and the days {total}")


def _moved(before: dict[int, int], modules: Sequence[DraftModule]) -> list[Unplaced]:
    """Modules whose minutes are others than their files say, so that a pause falls between two blocks."""
    return [
        Unplaced(module.file, 1, f"{was} minutes, now {now}: a pause falls between two blocks")
        for module in modules
        if (was := before[id(module)]) != (now := minutes_of([module]))
    ]


def _unaligned(modules: Sequence[DraftModule], frames: Sequence[Frame]) -> list[Unplaced]:
    """Ends of sittings that fall into a block all the same."""
    ends, at = set(), 0
    for block in (block for module in modules for block in module.blocks):
        at += sum(slide.minutes for slide in block.slides)
        ends.add(at)
    bad = {end for frame in frames for end in frame.ends()} - ends
    return [
        Unplaced(modules[0].file, 1, f"minute {end} of the course is the end of a sitting, and no block ends there")
        for end in sorted(bad)
    ]
