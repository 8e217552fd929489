"""The blocks of a day into sittings: as few as the limit allows, as even as the blocks allow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Delivery
from deckgen.plan.outline import Outline


def regroup(outline: Outline, delivery: Delivery, lunch_at: Clock | None, report: Report) -> Outline | None:
    """The day in even sittings, lunch at the last possible pause up to `lunch_at`; None when a block is too long."""
    portions = outline.portions
    until = lunch_at.minutes - delivery.start.minutes if lunch_at else None
    wants_lunch = delivery.lunch is not None or lunch_at is not None
    minutes = [portion.split.total for portion in portions]
    regrouped = regroup_day(minutes, delivery.sitting, delivery.break_minutes, until, wants_lunch)
    longest = max(portions, key=lambda portion: portion.split.total)
    if regrouped is None and longest.split.total <= delivery.sitting:
        report.add(
            "DG316",
            f"{delivery.id}, day {outline.number}: no lunch can come between the blocks of a day that has only one",
            longest.block.span,
            "leave lunch out, or divide the block into two",
        )
    elif regrouped is None:
        report.add(
            "DG302",
            f"{delivery.id}, day {outline.number}: its blocks do not go into sittings of at most "
            f"{delivery.sitting} minutes",
            longest.block.at("minutes"),
            f"block {longest.block.id} takes {longest.split.total}; allow longer sittings with `--sitting`",
        )
    if regrouped is None:
        return None
    sizes, lunch_after = regrouped
    bounds = pairwise(accumulate(sizes, initial=0))
    return Outline(outline.number, tuple(portions[first:last] for first, last in bounds), lunch_after)


def regroup_day(
    minutes: Sequence[int], limit: int, break_minutes: int, lunch_by: int | None, wants_lunch: bool
) -> tuple[list[int], int] | None:
    """How many blocks each sitting has, and after which sitting lunch comes (0 = none); None when a block is too long.

    `lunch_by` is the latest start of lunch in minutes after the start of the day; when no sitting ends by
    then, lunch follows the first sitting that can end. Without it lunch comes nearest to the middle.
    """
    if not wants_lunch:
        sizes = even_sittings(minutes, limit)
        return (sizes, 0) if sizes else None
    splits = []
    for count in range(1, len(minutes)):
        morning, afternoon = even_sittings(minutes[:count], limit), even_sittings(minutes[count:], limit)
        if morning and afternoon:
            taught = sum(minutes[:count])
            splits.append(
                (taught + break_minutes * (len(morning) - 1), abs(2 * taught - sum(minutes)), morning, afternoon)
            )
    if not splits:
        return None
    if lunch_by is None:
        best = min(splits, key=lambda split: (split[1], split[0]))
    else:
        in_time = [split for split in splits if split[0] <= lunch_by]
        best = max(in_time, key=lambda split: split[0]) if in_time else splits[0]
    return best[2] + best[3], len(best[2])


def even_sittings(minutes: Sequence[int], limit: int) -> list[int]:
    """Sizes of the fewest sittings within the limit, with the least sum of squares; empty when there is none."""
    unreached = (len(minutes) + 1, 0)
    best: list[tuple[int, int]] = [(0, 0)] + [unreached] * len(minutes)
    came_from = [0] * (len(minutes) + 1)
    for end in range(1, len(minutes) + 1):
        length = 0
        for start in range(end - 1, -1, -1):
            length += minutes[start]
            if length > limit:
                break
            if best[start] == unreached:
                continue
            cost = (best[start][0] + 1, best[start][1] + length * length)
            if cost < best[end]:
                best[end], came_from[end] = cost, start
    if not minutes or best[-1] == unreached:
        return []
    sizes, end = [], len(minutes)
    while end:
        sizes.append(end - came_from[end])
        end = came_from[end]
    return sizes[::-1]
