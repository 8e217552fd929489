"""Candidates into a choice for a length: which blocks run, in which form, how long, in which sitting.

The objective, level by level: core skills, opening and close run (a condition, not a cost); fewest blocks
dropped, the highest priority first; fewest in a lighter form, the highest priority first; most elastic minutes
in reserve; minutes close to typical; pauses close to even. Elastic minutes are spent only if nothing else fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.plan.allocate import allocate
from deckgen.plan.choice import PRIORITIES, Choice, Placed, Setup
from deckgen.plan.effort import Effort
from deckgen.plan.forms import Candidate, Form
from deckgen.plan.grid import Stretch, Wishes, make_grid
from deckgen.plan.items import Allocation, Item, Option

LEVELS = 2 * PRIORITIES + 2
_UNIT = 60  # closeness counts sixtieths of (minutes off)^2 / typical


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best choice found, None when there is none.

    `unweighed` are the blocks whose conditions were not weighed to the end: a better choice cannot be excluded, which
    would drop at least `dropped_bound`.
    """

    choice: Choice | None
    unweighed: tuple[str, ...] = ()
    dropped_bound: tuple[int, ...] = ()


def choose(candidates: Sequence[Candidate], wishes: Wishes, effort: Effort) -> Verdict:
    """The best choice under the strictest setup that allows one.

    One more sitting a half-day is tried as well and taken when it saves a block.
    """
    doubts: list[str] = []  # blocks whose conditions may hide a choice under a stricter setup
    for spends_elastic, keeps_rhythm in ((False, True), (True, True), (True, False)):
        setup = Setup(wishes, spends_elastic, keeps_rhythm=keeps_rhythm)
        verdicts = [attempt(candidates, replace(setup, extra_sittings=extra), effort) for extra in (0, 1)]
        possible = [verdict for verdict in verdicts if verdict.choice is not None]
        if possible:
            best = min(possible, key=_dropped)
            for verdict in verdicts:
                if verdict is best or verdict.dropped_bound < _dropped(best):
                    doubts += verdict.unweighed
            return Verdict(best.choice, tuple(dict.fromkeys(doubts)))
        doubts += [key for verdict in verdicts for key in verdict.unweighed]
    return Verdict(None, tuple(dict.fromkeys(doubts)))


def _dropped(verdict: Verdict) -> tuple[int, ...]:
    return verdict.choice.dropped_cost if verdict.choice is not None else ()


def attempt(candidates: Sequence[Candidate], setup: Setup, effort: Effort) -> Verdict:
    """The best choice under one setup."""
    frames = _day_frames(candidates, setup)
    reserved = [[0, 0] for _ in range(setup.wishes.days)]
    for day, item in frames:
        reserved[day - 1][item.block.place == "day_end"] += item.forms[0].typical
    grid = make_grid(setup.wishes, setup.extra_sittings, tuple((first, last) for first, last in reserved))
    lessons = [item for item in candidates if not item.is_day_frame]
    if not grid or not lessons:
        return Verdict(None)
    longest = max(stretch.limit for stretch in grid)
    ends_open = tuple(not closing for _, closing in reserved)
    answer = allocate([_item(item, setup, longest, ends_open) for item in lessons], grid, effort)
    choice = None
    if answer.allocation is not None:
        choice = _read(candidates, lessons, frames, answer.allocation, setup, grid)
    return Verdict(choice, answer.unweighed, answer.bound[:PRIORITIES])


def _day_frames(candidates: Sequence[Candidate], setup: Setup) -> list[tuple[int, Candidate]]:
    """Day and block of what opens and closes days: the first such block at the first boundary, and so on."""
    days, frames = setup.wishes.days, []
    if days < 2 or not setup.has_day_frames:
        return []
    for place, first in (("day_end", 1), ("day_start", 2)):
        day = first
        for item in candidates:
            if item.block.place == place:
                wanted = item.day if item.day is not None and setup.keeps_conditions else day
                if first <= wanted <= days + first - 2:
                    frames.append((wanted, item))
                day = wanted + 1
    return frames


def _item(candidate: Candidate, setup: Setup, longest: int, ends_open: Sequence[bool]) -> Item:
    bound = setup.keeps_conditions
    options: dict[tuple[int, bool, bool], Option] = {}
    for index, form in enumerate(candidate.forms):
        for minutes in range(form.least if setup.spends_elastic else form.minimum, min(form.maximum, longest) + 1):
            split = form.split_of(minutes)
            quiet = setup.keeps_rhythm and any(ends_open) and split.talk > split.activity + split.debrief
            after_lunch = not setup.keeps_rhythm or split.activity >= split.talk
            option = Option(
                minutes,
                index,
                _cost(candidate, form, minutes),
                not (quiet or (bound and candidate.not_last)),
                after_lunch and not (bound and candidate.not_after_lunch),
            )
            key = (minutes, option.may_end_day, option.may_follow_lunch)
            if key not in options or option.cost < options[key].cost:
                options[key] = option
    ways = list(options.values())
    if not candidate.required or candidate.id in setup.released:
        cost = [0] * LEVELS
        cost[PRIORITIES - candidate.priority] = 1
        cost[-2] = _most_elastic(candidate)
        ways.append(Option(0, -1, tuple(cost)))
    if not ways:
        ways.append(Option(longest + 1, 0, (0,) * LEVELS))  # fits nowhere
    return Item(
        candidate.id,
        tuple(ways),
        candidate.needs if bound else (),
        candidate.same_sitting if bound else None,
        candidate.day if bound else None,
    )


def _cost(candidate: Candidate, form: Form, minutes: int) -> tuple[int, ...]:
    cost = [0] * LEVELS
    cost[2 * PRIORITIES - candidate.priority] = form.rank
    cost[-2] = _most_elastic(candidate) - (form.typical - form.least)
    cost[-1] = _UNIT * (minutes - form.typical) ** 2 // form.typical
    return tuple(cost)


def _most_elastic(candidate: Candidate) -> int:
    """Elastic minutes of the block in the form that has most of them."""
    return max(form.typical - form.least for form in candidate.forms)


def _read(
    candidates: Sequence[Candidate],
    lessons: Sequence[Candidate],
    frames: Sequence[tuple[int, Candidate]],
    allocation: Allocation,
    setup: Setup,
    grid: tuple[Stretch, ...],
) -> Choice:
    placed = [
        Placed(item, item.forms[option.form], option.minutes, sitting)
        for item, option, sitting in zip(lessons, allocation.options, allocation.sittings, strict=True)
        if option.form >= 0
    ]
    for day, item in frames:
        own = [index for index, stretch in enumerate(grid) if stretch.day == day]
        form = item.forms[0]
        if item.block.place == "day_start":
            place = next((n for n, one in enumerate(placed) if one.sitting >= own[0]), len(placed))
            placed.insert(place, Placed(item, form, form.typical, own[0]))
        else:
            place = next((n for n, one in enumerate(placed) if one.sitting > own[-1]), len(placed))
            placed.insert(place, Placed(item, form, form.typical, own[-1]))
    running = {one.candidate.id for one in placed}
    dropped = tuple(item for item in candidates if item.id not in running)
    return Choice(setup, grid, tuple(placed), dropped, allocation.cost)
