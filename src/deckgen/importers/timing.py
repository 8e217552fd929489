"""Minutes for drafts, so that every sitting ends where a block does.

A source gives minutes to a file, to some sections, to some exercises. What it does not give is shared out in whole
minutes by weight; what it gives is kept, unless a pause would fall into a block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.importers.shape import PRACTICE, TALK, DraftBlock, DraftModule, DraftSlide, merge_slides
from deckgen.importers.texts import long_text

DAY = 420  # contact minutes; a longer course takes more days
SITTINGS = range(60, 121)  # minutes that a sitting may have, the nearest to 90 first
LONG_DAY = 240  # contact minutes; a longer day has lunch


@dataclass(frozen=True, slots=True)
class Frame:
    """The minutes of a course: of each day, and of its sittings; the last one of a day may be shorter."""

    days: tuple[int, ...]
    sitting: int

    def ends(self) -> list[int]:
        """Where sittings end, in minutes from the beginning, but for the last."""
        made, start = set(), 0
        for day in self.days:
            made |= {start + at for at in range(self.sitting, day, self.sitting)} | {start + day}
            start += day
        return sorted(made)[:-1]


def share(total: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes in proportion to the weights, at least one each while there are enough."""
    if not weights:
        return []
    if not any(weights):
        weights = [1] * len(weights)
    spare = max(total - len(weights), 0)
    whole = sum(weights)
    exact = [spare * weight / whole for weight in weights]
    made = [int(value) for value in exact]
    order = sorted(range(len(weights)), key=lambda at: (made[at] - exact[at], at))
    for at in order[: spare - sum(made)]:
        made[at] += 1
    return [value + 1 for value in made]


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
    """Days and sittings for a course of so many minutes; days are whole sittings, the last one has the rest."""
    count = days or max(1, -(-total // DAY))
    sitting = min(SITTINGS, key=lambda length: (abs(length - 90) // 10 + (-total % length) // 15, abs(length - 90)))
    sitting = min(sitting, total)
    sittings = -(-total // sitting)
    per_day = [sittings // count + (at < sittings % count) for at in range(count)]
    lengths = [number * sitting for number in per_day if number]
    lengths[-1] -= sum(lengths) - total
    return Frame(tuple(lengths), sitting)


def align(modules: Sequence[DraftModule], frames: Sequence[Frame]) -> None:
    """Moves minutes between the slides around each end of a sitting, until a block ends there."""
    blocks = [block for module in modules for block in module.blocks]
    for end in sorted({end for frame in frames for end in frame.ends()}):
        at = 0
        for index, block in enumerate(blocks):
            before, at = at, at + length(block)
            if at == end:
                break
            if at > end:
                blocks = _cut(modules, blocks, index, end - before)
                break


def _cut(modules: Sequence[DraftModule], blocks: list[DraftBlock], index: int, inside: int) -> list[DraftBlock]:
    """Lets a block end `inside` minutes behind its beginning, at the slide whose end is nearest to that."""
    block = blocks[index]
    ends, at = [0], 0
    for slide in block.slides:
        at += slide.minutes
        ends.append(at)
    cuts = range(1, len(block.slides))
    cut = min(cuts, key=lambda number: abs(ends[number] - inside), default=0)
    early, late = index > 0 and inside <= length(block) / 2, index + 1 < len(blocks)
    if not cut or abs(ends[cut] - inside) > min(inside, ends[-1] - inside):
        # the end of the block, or of the one before, moves instead
        if early or not late:
            _move(blocks[index - 1], block, inside) if index else None
        else:
            _move(block, blocks[index + 1], inside - ends[-1])
        return blocks
    second = DraftBlock(block.slides[cut].title, block.slides[cut].line, block.slides[cut:])
    block.slides = block.slides[:cut]
    _move(block, second, inside - ends[cut])
    owner = next(module for module in modules if any(each is block for each in module.blocks))
    place = next(number for number, each in enumerate(owner.blocks) if each is block)
    owner.blocks.insert(place + 1, second)
    return [*blocks[: index + 1], second, *blocks[index + 1 :]]


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
