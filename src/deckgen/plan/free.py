"""Courses of the declared deliveries and wishes into the Agenda of a length nobody declared.

A length that cannot be planned is refused with DG311, which names the smallest set of rules to give up
and the nearest lengths that work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of, list_names
from deckgen.base.units import Clock
from deckgen.model.course import Course, DayTimes, Delivery, Lunch
from deckgen.plan.agenda import Agenda
from deckgen.plan.choice import Choice
from deckgen.plan.choose import choose
from deckgen.plan.clock import LUNCH_MINUTES, Portion, Stint, day_date, lay_day, rest_of
from deckgen.plan.effort import Effort
from deckgen.plan.forms import Candidate, gather_candidates
from deckgen.plan.grid import DayWish, Wishes, nearest_delivery
from deckgen.plan.merge import Merged, merge_course
from deckgen.plan.reasons import explain_choice
from deckgen.plan.relax import bounds_of, find_relaxations, nearest_lengths
from deckgen.plan.sentences import course_phrases
from deckgen.plan.sources import Sources
from deckgen.plan.times import check_lunch, check_midnight, end_without_lunch, lunch_within

LISTED = 8  # blocks named in one message


@dataclass(frozen=True, slots=True)
class FreePlan:
    """The course of a free length and its agenda."""

    course: Course
    agenda: Agenda


def plan_free(courses: Mapping[str, Course], wishes: Wishes, delivery_id: str, report: Report) -> FreePlan | None:
    """The plan of a free length; None when there is none, and the report says what would make it possible.

    `courses` has the course as every declared delivery sees it.
    """
    declared = next(iter(courses.values())).deliveries
    near = nearest_delivery(tuple(item for item in declared if item.id in courses), wishes.minutes)
    wishes = _with_possible_lunches(delivery_id, wishes, near, report)
    candidates = gather_candidates(courses, near.id, report)
    if candidates is None:
        return None
    effort = Effort()
    verdict = choose(candidates, wishes, effort)
    choice = verdict.choice
    if choice is None:
        _refuse(delivery_id, candidates, wishes, verdict.unweighed, effort, report)
        return None
    _check_weighed(delivery_id, candidates, verdict.unweighed, report)
    delivery = _make_delivery(courses[near.id], near, wishes, choice, delivery_id)
    merged = merge_course(Sources(courses, near.id), choice, delivery)
    each = [delivery.of_day(number) for number in range(1, delivery.days + 1)]
    days = tuple(
        lay_day(number, own.start, _stints(number, choice, merged, own), merged.course, day_date(own))
        for number, own in enumerate(each, start=1)
    )
    if merged.left_out:
        listed = ", ".join(f"{point.id} {point.name}" for point in merged.left_out)
        report.add(
            "DG309",
            f"{delivery_id} leaves out {len(merged.left_out)} point(s) of the outline: {listed}",
            merged.left_out[0].span,
            "give their blocks a higher `priority:`, or a sheet of the pre-work `covers:`",
        )
    check_midnight(delivery_id, days, near.at("start"), report)
    asked = [wishes.of_day(day.number).lunch for day in days]
    check_lunch(delivery_id, days, [lunch.at if lunch else None for lunch in asked], report)
    return FreePlan(merged.course, Agenda(delivery, days, explain_choice(courses, choice, merged)))


def _with_possible_lunches(delivery_id: str, wishes: Wishes, near: Delivery, report: Report) -> Wishes:
    """The wishes without times of lunch that do not lie within their day, which the report tells.

    One time for all days is that of the longest, of equal ones the first.
    """
    if not any(own.lunch for own in wishes.each):
        longest = 1 + max(range(wishes.days), key=lambda day: wishes.lengths[day])
        return replace(wishes, lunch_at=_possible_lunch(delivery_id, wishes, longest, near, report))
    each = []
    for number, own in enumerate(wishes.each, start=1):
        at = _possible_lunch(delivery_id, wishes, number, near, report)
        each.append(replace(own, lunch=own.lunch and own.lunch._replace(at=at)))
    return replace(wishes, each=tuple(each))


def _possible_lunch(delivery_id: str, wishes: Wishes, day: int, near: Delivery, report: Report) -> Clock | None:
    own, contact = wishes.of_day(day), wishes.lengths[day - 1]
    start, sitting, pause = own.start or wishes.start, own.sitting or wishes.sitting, own.break_minutes or 0
    end = end_without_lunch(start, contact, sitting, pause, inclusive=wishes.inclusive)
    at = own.lunch.at if own.lunch else None
    return lunch_within(delivery_id, at, start, end, near.at("start"), report)


def _make_delivery(course: Course, near: Delivery, wishes: Wishes, choice: Choice, delivery_id: str) -> Delivery:
    lunches = {stretch.day: stretch.number for stretch in choice.grid if stretch.pause == "lunch"}
    lunch_after = next(iter(lunches.values()), 0)
    usual = near.lunch.minutes if near.lunch else LUNCH_MINUTES
    minutes = usual if wishes.lunch_minutes is None else wishes.lunch_minutes
    return Delivery(
        id=delivery_id,
        title=_title(course, wishes, delivery_id),
        days=wishes.days,
        hours=wishes.minutes / 60,
        breaks="inclusive" if wishes.inclusive else "exclusive",
        start=wishes.start,
        sitting=max(15, wishes.sitting),
        break_minutes=wishes.break_minutes,
        lunch=Lunch(after=lunch_after, minutes=minutes) if lunch_after else None,
        day_minutes=wishes.lengths if wishes.day_minutes else (),
        each_day=tuple(_day_times(wishes.of_day(day), lunches.get(day), usual) for day in range(1, wishes.days + 1))
        if wishes.day_minutes or wishes.each
        else (),
        dates=wishes.dates,
    )


def _day_times(own: DayWish, lunch_after: int | None, usual: int) -> DayTimes:
    """What a day of a free length has for itself; lunch follows the sitting `lunch_after`, None is a day without."""
    minutes = own.lunch.minutes if own.lunch else None
    return DayTimes(
        start=own.start,
        sitting=max(15, own.sitting or 0),
        break_minutes=own.break_minutes,
        lunch=None if lunch_after is None else Lunch(after=lunch_after, minutes=minutes or usual),
        no_lunch=lunch_after is None,
    )


def _title(course: Course, wishes: Wishes, delivery_id: str) -> str:
    say = course_phrases(course)
    whole = say("length.hours", n=f"{wishes.minutes / 60:g}") if "-hours" in delivery_id else ""
    whole = whole or say("length.minutes", n=wishes.minutes)
    return say("length.over_days", length=whole, days=wishes.days) if wishes.days > 1 else whole


def _stints(number: int, choice: Choice, merged: Merged, delivery: Delivery) -> list[Stint]:
    """The sittings of one day with the chosen blocks."""
    blocks = {block.id: (block, module.id) for module in merged.course.modules for block in module.blocks}
    stints = []
    for index, stretch in enumerate(choice.grid):
        if stretch.day == number:
            portions = tuple(
                Portion(*blocks[placed.candidate.id], placed.form.split_of(placed.minutes))
                for placed in choice.placed
                if placed.sitting == index
            )
            stints.append(Stint(stretch.number, portions, rest_of(stretch.pause, delivery) if stretch.pause else None))
    return stints


def _check_weighed(delivery_id: str, candidates: Sequence[Candidate], unweighed: Sequence[str], report: Report) -> None:
    """Say which conditions may have cost the plan more than they must."""
    if not unweighed:
        return
    first = next(item for item in candidates if item.id in unweighed)
    report.add(
        "DG317",
        f"{delivery_id}: the conditions of {count_of(len(unweighed), 'block')} could not be weighed in every "
        f"combination ({list_names(unweighed, LISTED)}): the plan keeps them, another one may leave out less",
        first.block.at("conditions"),
        "let blocks that need each other follow closer, mark what must run with `core_skill: true`, or ask for less",
    )


def _length(wishes: Wishes, minutes: int) -> str:
    """Another length as it is asked for: in hours, or day by day in the same proportion."""
    if wishes.day_minutes:
        each = ",".join(map(str, replace(wishes, minutes=minutes).lengths))
        return f"{minutes} minutes (`--day-minutes {each}`)"
    return f"{minutes} minutes ({minutes / 60:g} hours)"


def _refuse(
    delivery_id: str,
    candidates: Sequence[Candidate],
    wishes: Wishes,
    unweighed: Sequence[str],
    effort: Effort,
    report: Report,
) -> None:
    shortest, longest = bounds_of(candidates)
    says = []
    if wishes.minutes < shortest:
        says.append(f"core skills, opening and close take at least {shortest} minutes")
    elif wishes.minutes > longest:
        says.append(f"the blocks fill at most {longest} minutes")
    elif relaxations := find_relaxations(candidates, wishes, effort.half()):
        says.append(f"it would work with {' and '.join(relaxations)}")
    if lengths := nearest_lengths(candidates, wishes, effort):
        near = " and ".join(_length(wishes, minutes) for minutes in lengths)
        says.append(f"the nearest that works: {near}")
    if not says:
        says.append(
            "ways out were not searched to the end: ask for another length, or take conditions away"
            if effort.is_spent
            else "the blocks do not fit: give some of them a wider `range:`"
        )
    days = "1 day" if wishes.days == 1 else f"{wishes.days} days"
    doubt = ""
    if unweighed:
        names = list_names(unweighed, LISTED)
        doubt = f"; the conditions of {names} could not be weighed in every combination, so there may be one"
    report.add(
        "DG311",
        f"no plan for {delivery_id}{' was found' if doubt else ''}: {wishes.minutes} minutes on {days} cannot be met "
        f"exactly with every core skill practised and sittings of at most {wishes.sitting} minutes{doubt}",
        None,
        "; ".join(says),
    )
