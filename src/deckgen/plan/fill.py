"""The blocks of a declared delivery into the sittings it declares, each filled to the brim.

Blocks keep their order and are never split over a pause; where one would be, the place and the way out are named.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.diagnostics import Report
from deckgen.model.course import Course, Delivery
from deckgen.plan.clock import Portion
from deckgen.plan.outline import Outline


def portions_of(course: Course, report: Report) -> list[Portion] | None:
    """Every block with its minutes; None when one has none or 0, and the report says which."""
    portions = []
    for module in course.modules:
        for block in module.blocks:
            split = block.split
            if split is None or not split.total:
                report.add(
                    "DG303",
                    f"block {block.id} {block.title} has {'no' if split is None else '0'} minutes in this delivery",
                    block.at("minutes"),
                    "give `minutes: talk/activity/debrief`, or keep the block out with `in:`",
                )
            else:
                portions.append(Portion(block, module.id, split))
    return portions if len(portions) == len(course.blocks) else None


def fill_days(
    portions: Sequence[Portion], delivery: Delivery, report: Report, *, whole: bool = False
) -> list[Outline] | None:
    """The days of the delivery in its sittings, or each as a `whole`; None when a block would lie across a pause."""
    queue = list(reversed(portions))
    days = []
    for number in range(1, delivery.days + 1):
        own = delivery.of_day(number)
        lunch_after = own.lunch.after if own.lunch else 0
        sittings: list[tuple[Portion, ...]] = []
        for room in _sitting_lengths(own.minutes, own.minutes if whole else own.sitting):
            sitting = _take(queue, room)
            left = room - sum(portion.split.total for portion in sitting)
            if left and queue:
                _report_straddle(queue[-1], left, number, len(sittings) + 1, delivery, report)
                return None
            sittings.append(sitting)
        days.append(Outline(number, tuple(sittings), lunch_after))
    return days


def _sitting_lengths(day_minutes: int, sitting_minutes: int) -> list[int]:
    """Full sittings, and what is left of the day."""
    full, rest = divmod(day_minutes, sitting_minutes)
    return [sitting_minutes] * full + ([rest] if rest else [])


def _take(queue: list[Portion], room: int) -> tuple[Portion, ...]:
    """The next blocks as long as there is room for them; the queue has the next one last."""
    taken = []
    while queue and queue[-1].split.total <= room and room > 0:
        room -= queue[-1].split.total
        taken.append(queue.pop())
    return tuple(taken)


def _report_straddle(portion: Portion, room: int, day: int, sitting: int, delivery: Delivery, report: Report) -> None:
    block, minutes = portion.block, portion.split.total
    over = minutes - room
    report.add(
        "DG302",
        f"{delivery.id}, day {day}, sitting {sitting}: block {block.id} takes {minutes} minutes, "
        f"{room} are left before the pause ({over} too many)",
        block.at("minutes"),
        f"shorten this sitting's blocks by {over} or lengthen them by {room} so that the pause falls between blocks",
    )


def check_total(portions: Sequence[Portion], delivery: Delivery, report: Report) -> bool:
    """Whether the blocks take exactly the minutes of the delivery and those divide by its days."""
    total = sum(portion.split.total for portion in portions)
    if total != delivery.minutes:
        excess = total - delivery.minutes
        word = "too many" if excess > 0 else "too few"
        report.add(
            "DG301",
            f"the blocks of {delivery.id} take {total} minutes, {abs(excess)} {word} for its {delivery.minutes}",
            delivery.at("hours"),
            _propose_moves(portions, excess),
        )
    even = bool(delivery.day_minutes) or delivery.minutes % delivery.days == 0
    if not even:
        report.add(
            "DG306",
            f"{delivery.minutes} minutes cannot be shared evenly over {delivery.days} days",
            delivery.span,
            "choose hours that divide by the days, or say the minutes of each day: `day_minutes: [170, 125]`",
        )
    return total == delivery.minutes and even


def _propose_moves(portions: Sequence[Portion], excess: int) -> str:
    if excess < 0:
        longest = max(portions, key=lambda portion: portion.split.total)
        return f"give the missing minutes to blocks, for example to {longest.block.id} {longest.block.title}"
    moves = []
    for portion in portions:
        if excess > 0 and portion.block.elastic:
            spent = min(portion.block.elastic, excess)
            moves.append(f"{portion.block.id} -{spent}")
            excess -= spent
    if excess > 0:
        return "the elastic minutes do not suffice: move a block out with `in:` or to pre-work"
    return f"elastic minutes would cover it: {', '.join(moves)}"
