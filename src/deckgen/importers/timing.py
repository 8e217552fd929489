"""Minutes for drafts, so that every sitting ends where a block does.

A source gives minutes to a file, to some sections, to some exercises. What it does not give is shared out in whole
minutes by weight; what it gives is kept, unless a pause would fall into a block.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.importers.shape import PRACTICE, TALK, DraftBlock, DraftModule, DraftSlide, merge_slides
from deckgen.importers.texts import long_text

DAY = 420  # contact minutes; a longer course takes more days
LONGEST_DAY = 480  # contact minutes; material that is longer is brought to a usual day
SITTINGS = range(60, 121)  # minutes that a sitting may have, the nearest to 90 first
LEAST_SITTING = 15
LONG_DAY = 240  # contact minutes; a longer day has lunch


@dataclass(frozen=True, slots=True)
class Frame:
    """The minutes of a course: of each day, and of its sittings; the last one of a day may be shorter."""

    days: tuple[int, ...]
    sitting: int

    @property
    def total(self) -> int:
        """Minutes of all days."""
        return sum(self.days)

    def ends(self) -> list[int]:
        """Where sittings end, in minutes from the beginning, but for the last."""
        minutes, start = set(), 0
        for day in self.days:
            minutes |= {start + at for at in range(self.sitting, day, self.sitting)} | {start + day}
            start += day
        return sorted(minutes)[:-1]


def share(total: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes in proportion to the weights, at least one each while there are enough."""
    if not weights:
        return []
    if not any(weights):
        weights = [1] * len(weights)
    spare = max(total - len(weights), 0)
    whole = sum(weights)
    exact = [spare * weight / whole for weight in weights]
    shares = [int(value) for value in exact]
    order = sorted(range(len(weights)), key=lambda at: (shares[at] - exact[at], at))
    for at in order[: spare - sum(shares)]:
        shares[at] += 1
    return [value + 1 for value in shares]


def set_minutes(module: DraftModule) -> None:
    """Gives every slide of a module its minutes."""
    if module.total and not module.talk + module.practice:
        _merge(module, module.total - sum(slide.exercise is not None for slide in module.slides))
        _fill(module.slides, module.total)
        return
    if module.talk:
        _merge(module, module.talk)
    for block in module.blocks:
        if block.minutes and not module.talk:
            merge_slides(block, block.minutes)
            _fill(block.slides, block.minutes)
    for practice, total in ((False, module.talk), (True, module.practice)):
        slides = [slide for slide in module.slides if (slide.exercise is not None) == practice]
        if total:
            _fill(slides, total)
        for slide in slides:
            slide.minutes = slide.minutes or (PRACTICE if practice else TALK)


def _merge(module: DraftModule, most: int) -> None:
    """Joins slides that are spoken to, until there are no more than `most` in the module, or one in each block."""
    for block in sorted(module.blocks, key=lambda item: -len(item.slides)):
        spoken = sum(slide.exercise is None for slide in module.slides)
        if spoken > most:
            merge_slides(block, len(block.slides) - (spoken - most))


def _fill(slides: Sequence[DraftSlide], total: int) -> None:
    """Shares the minutes out over slides that have none of their own."""
    given = sum(slide.minutes for slide in slides)
    bare = [slide for slide in slides if not slide.minutes]
    if bare and total - given >= len(bare):
        for slide, minutes in zip(bare, share(total - given, [_weight(slide) for slide in bare]), strict=True):
            slide.minutes = minutes
    else:  # what is given does not fit together: in proportion
        for slide, minutes in zip(
            slides, share(total, [slide.minutes or slide.weight for slide in slides]), strict=True
        ):
            slide.minutes = minutes


def _weight(slide: DraftSlide) -> int:
    return slide.weight * 100 if slide.exercise else 100 + len(long_text(slide.pieces))


def length(block: DraftBlock) -> int:
    """Minutes of a block."""
    return sum(slide.minutes for slide in block.slides)


def choose_frame(total: int, days: int) -> Frame:
    """Days as equal as whole minutes allow for a course of so many minutes; none: as many days as it needs."""
    count = days or max(1, -(-total // DAY))
    return frame_of(tuple(total // count + (number < total % count) for number in range(count)))


def frame_of(days: tuple[int, ...]) -> Frame:
    """Days of so many minutes, with sittings near to 90 minutes that leave short rests."""

    def cost(length: int) -> tuple[int, int]:
        rests = sum((-day % length) // 15 for day in days) // len(days)
        return abs(length - 90) // 10 + rests, abs(length - 90)

    return Frame(days, max(LEAST_SITTING, min(min(SITTINGS, key=cost), max(days))))


def round_up(modules: Sequence[DraftModule], days: Sequence[int]) -> None:
    """Adds minutes to the last slide until every number of days divides the course."""
    total = minutes_of(modules)
    step = math.lcm(*(days or (1,)), max(1, -(-total // DAY)) if not days else 1)
    modules[-1].blocks[-1].slides[-1].minutes += -total % step


def minutes_of(modules: Sequence[DraftModule]) -> int:
    """Minutes of a course."""
    return sum(length(block) for module in modules for block in module.blocks)


def align(modules: Sequence[DraftModule], frames: Sequence[Frame]) -> None:
    """Moves minutes between the slides around each end of a sitting, until a block ends there."""
    blocks = [block for module in modules for block in module.blocks]
    last = 0  # the end that was seen to before; it stays
    for end in sorted({end for frame in frames for end in frame.ends()}):
        at = 0
        for index, block in enumerate(blocks):
            before, at = at, at + length(block)
            if at > end > before:
                blocks = _part(modules, blocks, index, end - before, movable=before > last)
            if at >= end:
                break
        last = end


def _part(
    modules: Sequence[DraftModule], blocks: list[DraftBlock], index: int, inside: int, *, movable: bool
) -> list[DraftBlock]:
    """Lets a block end `inside` minutes behind the beginning of this one; `movable` says whether that may move there.

    Whatever changes least: the beginning or the end of the block moves, or it is parted at a slide.
    """
    block = blocks[index]
    rest = length(block) - inside
    ends, at = [], 0
    for slide in block.slides[:-1]:
        at += slide.minutes
        ends.append(at)
    cut = min(range(len(ends)), key=lambda number: abs(ends[number] - inside), default=-1)
    costs = {"cut": abs(ends[cut] - inside)} if ends else {}
    if movable and index and rest >= len(block.slides):
        costs["beginning"] = inside
    if index + 1 < len(blocks) and inside >= len(block.slides):
        costs["end"] = rest
    choice = min(costs, key=lambda name: costs[name], default="")
    if choice == "beginning":
        _move(blocks[index - 1], block, inside)
    elif choice == "end":
        _move(blocks[index + 1], block, rest)
    elif choice == "cut":
        second = DraftBlock(block.slides[cut + 1].title, block.slides[cut + 1].line, block.slides[cut + 1 :])
        block.slides = block.slides[: cut + 1]
        _move(block, second, inside - ends[cut])
        owner = next(module for module in modules if any(each is block for each in module.blocks))
        place = next(number for number, each in enumerate(owner.blocks) if each is block)
        owner.blocks.insert(place + 1, second)
        return [*blocks[: index + 1], second, *blocks[index + 1 :]]
    return blocks


def _move(first: DraftBlock, second: DraftBlock, minutes: int) -> None:
    """Gives the first block that many minutes of the second, or the other way round when they are negative."""
    taker, giver = (first, second) if minutes > 0 else (second, first)
    for _ in range(abs(minutes)):
        source = max(giver.slides, key=lambda slide: slide.minutes)
        target = max(taker.slides, key=lambda slide: slide.minutes)
        if source.minutes <= 1:
            return
        source.minutes -= 1
        target.minutes += 1
