"""Course and declared delivery into an Agenda, exact to the minute, or the reason why not."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course, Delivery
from deckgen.plan.agenda import Agenda
from deckgen.plan.clock import day_date, lay_day
from deckgen.plan.fill import check_total, fill_days, portions_of
from deckgen.plan.outline import Outline
from deckgen.plan.regroup import regroup
from deckgen.plan.sentences import explain_shorter
from deckgen.plan.times import check_lunch, check_midnight, end_without_lunch, lunch_within
from deckgen.plan.trim import trim_day


def plan_delivery(
    course: Course, delivery: Delivery, report: Report, *, regroups: bool = False, lunch_at: Sequence[Clock | None] = ()
) -> Agenda | None:
    """The agenda of the delivery; None when its minutes cannot be met, and the report says why.

    Sittings are filled to the brim as the delivery declares them. With `regroups` they are as even as the
    blocks allow; with `lunch_at`, one time for all days or one for each, lunch comes at the last possible pause up to
    that time.
    """
    portions = portions_of(course, report)
    if portions is None or not check_total(portions, delivery, report):
        return None
    each = [delivery.of_day(number) for number in range(1, delivery.days + 1)]
    lunches = _lunches(each, lunch_at, report)
    if regroups or any(lunches):
        days = fill_days(portions, delivery, report, whole=True)
        days = days and _all_or_none(
            [regroup(day, own, at, report) for day, own, at in zip(days, each, lunches, strict=True)]
        )
    else:
        days = fill_days(portions, delivery, report)
        days = days if days and _lunch_is_there(days, each, report) else None
    if not days:
        return None
    _check_places(days, report)
    if delivery.breaks == "inclusive":
        days = _all_or_none([trim_day(day, own, course, report) for day, own in zip(days, each, strict=True)])
        if days is None:
            return None
    laid = tuple(
        lay_day(day.number, own.start, day.stints(own), course, day_date(own))
        for day, own in zip(days, each, strict=True)
    )
    check_midnight(delivery.id, laid, delivery.at("start"), report)
    check_lunch(delivery.id, laid, lunches, report)
    return Agenda(delivery, laid, explain_shorter(course, [portion for day in days for portion in day.portions]))


def _all_or_none(days: Sequence[Outline | None]) -> list[Outline] | None:
    """All days, or None when one of them could not be made."""
    kept = [day for day in days if day is not None]
    return kept if len(kept) == len(days) else None


def _lunches(each: Sequence[Delivery], wanted: Sequence[Clock | None], report: Report) -> list[Clock | None]:
    """When each day has lunch, if a time was asked for: one time for all days only where they have lunch at all."""
    with_lunch = [own.lunch is not None for own in each]
    asked = list(wanted) or [None] * len(each)
    if len(wanted) == 1:
        asked = [wanted[0] if has or not any(with_lunch) else None for has in with_lunch]
    return [
        lunch_within(own.id, at, own.start, _end(own), own.at("start"), report)
        for own, at in zip(each, asked, strict=True)
    ]


def _end(day: Delivery) -> Clock:
    inclusive = day.breaks == "inclusive"
    return end_without_lunch(day.start, day.minutes, day.sitting, day.break_minutes, inclusive=inclusive)


def _lunch_is_there(days: Sequence[Outline], each: Sequence[Delivery], report: Report) -> bool:
    """Whether every day has a sitting behind the one that lunch follows."""
    for day, delivery in zip(days, each, strict=True):
        if delivery.lunch is not None and day.lunch_after >= len(day.sittings):
            count = len(day.sittings)
            report.add(
                "DG316",
                f"{delivery.id}: lunch comes after sitting {day.lunch_after}, day {day.number} has "
                f"{count} sitting{'s' if count > 1 else ''} of at most {delivery.sitting} minutes",
                delivery.lunch.at("after") or delivery.span,
                _lunch_hint(count),
            )
            return False
    return True


def _lunch_hint(sittings: int) -> str:
    if sittings == 1:
        return "leave `lunch:` out"
    return f"write `after: 1`{f' to `after: {sittings - 1}`' if sittings > 2 else ''}, or leave `lunch:` out"


def _check_places(days: Sequence[Outline], report: Report) -> None:
    """What opens a day is its first block, what closes it the last."""
    for day in days:
        blocks = [portion.block for portion in day.portions]
        for index, block in enumerate(blocks):
            wanted = {"day_start": 0, "day_end": len(blocks) - 1}.get(block.place)
            if wanted is not None and wanted != index:
                edge = "first" if block.place == "day_start" else "last"
                report.add(
                    "DG307",
                    f"block {block.id} must be the {edge} of its day; on day {day.number} it is block {index + 1}",
                    block.span,
                    "move it, or change the minutes before it",
                )
