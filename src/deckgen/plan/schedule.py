"""Course and delivery into an Agenda, exact to the minute, or the reason why not.

Blocks keep their order and are never split over a pause. A delivery whose breaks count as contact
time gives them back from elastic minutes, half-day by half-day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course, Delivery
from deckgen.plan.agenda import Agenda, Day, Entry, Pause, Sitting
from deckgen.plan.forms import spend
from deckgen.plan.grid import LUNCH_MINUTES
from deckgen.plan.regroup import regroup_day
from deckgen.plan.rescale import rescale, rescale_splits
from deckgen.plan.sentences import explain_shorter


@dataclass(frozen=True, slots=True)
class _Timed:
    block: Block
    module: str
    split: Split


def plan_delivery(
    course: Course, delivery: Delivery, report: Report, *, regroups: bool = False, lunch_at: Clock | None = None
) -> Agenda | None:
    """The agenda of the delivery; None when its minutes cannot be met, and the report says why.

    Sittings are filled to the brim as the delivery declares them. With `regroups` they are as even as the
    blocks allow; with `lunch_at` lunch comes at the last possible pause up to that time.
    """
    timed = _timed_blocks(course, report)
    if timed is None:
        return None
    if delivery.minutes % delivery.days:
        report.add(
            "DG306",
            f"{delivery.minutes} minutes cannot be shared evenly over {delivery.days} days",
            delivery.span,
            "choose hours that divide by the days",
        )
        return None
    days = _fill_days(timed, delivery, report, _day_long(delivery) if regroups or lunch_at else delivery.sitting)
    if days is None:
        return None
    lunches = [delivery.lunch.after if delivery.lunch else 0] * len(days)
    if regroups or lunch_at:
        regrouped = [_regroup(number, day, delivery, lunch_at, report) for number, day in enumerate(days, start=1)]
        if not all(regrouped):
            return None
        days = [day for found in regrouped if found for day in [found[0]]]
        lunches = [found[1] for found in regrouped if found]
    _check_places(days, report)
    before = {item.block.id: item.split.total for item in timed}
    if delivery.breaks == "inclusive":
        trimmed = [_trim_day(day, lunch, delivery, report) for day, lunch in zip(days, lunches, strict=True)]
        if any(day is None for day in trimmed):
            return None
        days = [day for day in trimmed if day is not None]
    return Agenda(
        delivery,
        tuple(
            _clock_day(number, sittings, lunch, course, delivery)
            for number, (sittings, lunch) in enumerate(zip(days, lunches, strict=True), start=1)
        ),
        explain_shorter(
            course, [(item.block, item.split.total) for day in days for one in day for item in one], before
        ),
    )


def _day_long(delivery: Delivery) -> int:
    return delivery.minutes // delivery.days


def _regroup(
    number: int, sittings: list[list[_Timed]], delivery: Delivery, lunch_at: Clock | None, report: Report
) -> tuple[list[list[_Timed]], int] | None:
    """The blocks of a day in even sittings, and after which of them lunch comes."""
    blocks = [item for sitting in sittings for item in sitting]
    until = lunch_at.minutes - delivery.start.minutes if lunch_at else None
    wants_lunch = delivery.lunch is not None or lunch_at is not None
    found = regroup_day(
        [item.split.total for item in blocks], delivery.sitting, delivery.break_minutes, until, wants_lunch
    )
    if found is None:
        longest = max(blocks, key=lambda item: item.split.total)
        report.add(
            "DG302",
            f"{delivery.id}, day {number}: its blocks do not go into sittings of at most {delivery.sitting} minutes",
            longest.block.at("minutes"),
            f"block {longest.block.id} takes {longest.split.total}; allow longer sittings with `--sitting`",
        )
        return None
    sizes, lunch = found
    made, begin = [], 0
    for size in sizes:
        made.append(blocks[begin : begin + size])
        begin += size
    if lunch_at and lunch:
        taught = sum(item.split.total for sitting in made[:lunch] for item in sitting)
        start = delivery.start.later(taught + delivery.break_minutes * (lunch - 1))
        if start != lunch_at:
            report.add(
                "DG310",
                f"{delivery.id}, day {number}: lunch begins at {start}, {lunch_at} was asked for",
                None,
                "this is the nearest end of a sitting; another `--sitting` or `--start` moves it",
            )
    return made, lunch


def _timed_blocks(course: Course, report: Report) -> list[_Timed] | None:
    timed = []
    for module in course.modules:
        for block in module.blocks:
            if block.split is None:
                report.add(
                    "DG303",
                    f"block {block.id} {block.title} has no minutes in this delivery",
                    block.span,
                    "give `minutes: talk/activity/debrief`, or keep the block out with `in:`",
                )
            else:
                timed.append(_Timed(block, module.id, block.split))
    return timed if len(timed) == len(course.blocks) else None


def _fill_days(
    timed: Sequence[_Timed], delivery: Delivery, report: Report, sitting_minutes: int
) -> list[list[list[_Timed]]] | None:
    total = sum(item.split.total for item in timed)
    if total != delivery.minutes:
        excess = total - delivery.minutes
        word = "too many" if excess > 0 else "too few"
        report.add(
            "DG301",
            f"the blocks of {delivery.id} take {total} minutes, {abs(excess)} {word} for its {delivery.minutes}",
            delivery.at("hours"),
            _propose_moves(timed, excess),
        )
        return None
    per_day = delivery.minutes // delivery.days
    days: list[list[list[_Timed]]] = []
    queue = list(timed)
    for number in range(1, delivery.days + 1):
        sittings: list[list[_Timed]] = []
        left_today = per_day
        while left_today > 0:
            room = min(sitting_minutes, left_today)
            sitting: list[_Timed] = []
            while queue and room > 0:
                if queue[0].split.total > room:
                    _report_straddle(queue[0], room, number, len(sittings) + 1, delivery, report)
                    return None
                item = queue.pop(0)
                sitting.append(item)
                room -= item.split.total
            sittings.append(sitting)
            left_today -= min(sitting_minutes, left_today)
        days.append(sittings)
    return days


def _propose_moves(timed: Sequence[_Timed], excess: int) -> str:
    if excess < 0:
        longest = max(timed, key=lambda item: item.split.total)
        return f"give the missing minutes to blocks, for example to {longest.block.id} {longest.block.title}"
    moves = []
    for item in timed:
        if excess <= 0:
            break
        if item.block.elastic:
            spent = min(item.block.elastic, excess)
            moves.append(f"{item.block.id} -{spent}")
            excess -= spent
    if excess > 0:
        return "the elastic minutes do not suffice: move a block out with `in:` or to pre-work"
    return f"elastic minutes would cover it: {', '.join(moves)}"


def _report_straddle(item: _Timed, room: int, day: int, sitting: int, delivery: Delivery, report: Report) -> None:
    over = item.split.total - room
    report.add(
        "DG302",
        f"{delivery.id}, day {day}, sitting {sitting}: block {item.block.id} takes {item.split.total} minutes, "
        f"{room} are left before the pause ({over} too many)",
        item.block.at("minutes"),
        f"shorten this sitting's blocks by {over} or lengthen them by {room} so that the pause falls between blocks",
    )


def _check_places(days: Sequence[Sequence[Sequence[_Timed]]], report: Report) -> None:
    for number, sittings in enumerate(days, start=1):
        blocks = [item.block for sitting in sittings for item in sitting]
        for index, block in enumerate(blocks):
            wanted = {"day_start": 0, "day_end": len(blocks) - 1}.get(block.place)
            if wanted is not None and wanted != index:
                edge = "first" if block.place == "day_start" else "last"
                report.add(
                    "DG307",
                    f"block {block.id} must be the {edge} of its day; on day {number} it is block {index + 1}",
                    block.span,
                    "move it, or change the minutes before it",
                )


def _trim_day(
    sittings: Sequence[Sequence[_Timed]], lunch: int, delivery: Delivery, report: Report
) -> list[list[_Timed]] | None:
    """Give the breaks of each half-day back from elastic minutes, top-down."""
    after = lunch or len(sittings)
    made: list[list[_Timed]] = []
    for half in (sittings[:after], sittings[after:]):
        owed = delivery.break_minutes * max(0, len(half) - 1)
        for sitting in half:
            trimmed = []
            for item in sitting:
                spent = min(owed, item.block.elastic)
                owed -= spent
                trimmed.append(_Timed(item.block, item.module, spend(item.split, spent)))
            made.append(trimmed)
        if owed:
            report.add(
                "DG306",
                f"{delivery.id}: breaks count as contact time, {owed} elastic minutes are missing in a half-day",
                delivery.at("breaks"),
                "give more blocks of that half-day elastic minutes, or set `breaks: exclusive`",
            )
            return None
    return made


def _clock_day(
    number: int, sittings: Sequence[Sequence[_Timed]], lunch: int, course: Course, delivery: Delivery
) -> Day:
    clock = delivery.start
    made = []
    for index, items in enumerate(sittings, start=1):
        entries = []
        for item in items:
            entries.append(enter(item.block, item.module, item.split, number, index, clock, course))
            clock = clock.later(item.split.total)
        pause = _pause_after(index, len(sittings), lunch, clock, delivery)
        made.append(Sitting(number, index, tuple(entries), pause))
        if pause is not None:
            clock = pause.end
    return Day(number, tuple(made))


def _pause_after(sitting: int, sittings: int, lunch: int, clock: Clock, delivery: Delivery) -> Pause | None:
    if sitting == sittings:
        return None
    if lunch == sitting:
        return Pause("lunch", clock, clock.later(delivery.lunch.minutes if delivery.lunch else LUNCH_MINUTES))
    return Pause("break", clock, clock.later(delivery.break_minutes))


def enter(block: Block, module: str, split: Split, day: int, sitting: int, clock: Clock, course: Course) -> Entry:
    """The block at its time, with the minutes of its slides and of the steps of its sheets."""
    slides = rescale_splits([slide.split for slide in block.slides], split)
    sheets = [sheet for sheet_id in block.sheets if (sheet := course.sheet(sheet_id)) and sheet.has_steps]
    minutes = [step.minutes for sheet in sheets for step in sheet.steps]
    scaled = list(rescale(minutes, split.activity + split.debrief))
    steps = {}
    for sheet in sheets:
        steps[sheet.id] = tuple(scaled[: len(sheet.steps)])
        del scaled[: len(sheet.steps)]
    return Entry(block, module, day, sitting, clock, split, slides, steps)
