"""Candidates into a choice for a length: which blocks run, in which form, how long, in which sitting.

The objective, level by level: core skills, opening and close run (a condition, not a cost); fewest blocks
dropped, the highest priority first; fewest in a lighter form, the highest priority first; most elastic minutes
in reserve; minutes close to typical; pauses close to even. Elastic minutes are spent only if nothing else fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.plan.allocate import Allocation, Item, Option, allocate
from deckgen.plan.forms import Candidate, Form
from deckgen.plan.grid import Stretch, Wishes, make_grid
from deckgen.text.inline import plain_text

PRIORITIES = 5
LEVELS = 2 * PRIORITIES + 2
_UNIT = 60  # closeness counts sixtieths of (minutes off)^2 / typical


@dataclass(frozen=True, slots=True)
class Setup:
    """Under which rules a choice is sought; the defaults are the strictest."""

    wishes: Wishes
    spends_elastic: bool = False
    extra_sittings: int = 0
    keeps_rhythm: bool = True  # something to do after lunch, no talk at the end of a day
    keeps_conditions: bool = True
    has_day_frames: bool = True
    released: frozenset[str] = frozenset()  # required blocks that may be dropped nevertheless


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that runs: its form, its minutes, its sitting (index into the grid)."""

    candidate: Candidate
    form: Form
    minutes: int
    sitting: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What runs and what does not, on which grid, under which setup."""

    setup: Setup
    grid: tuple[Stretch, ...]
    placed: tuple[Placed, ...]
    dropped: tuple[Candidate, ...]
    cost: tuple[int, ...]

    @property
    def dropped_cost(self) -> tuple[int, ...]:
        """Number of dropped blocks, from priority 5 to 1."""
        return self.cost[:PRIORITIES]


def choose(candidates: Sequence[Candidate], wishes: Wishes) -> Choice | None:
    """The best choice under the strictest setup that allows one; None when none does.

    One more sitting a half-day is tried as well and taken when it saves a block.
    """
    for spends_elastic, keeps_rhythm in ((False, True), (True, True), (True, False)):
        setup = Setup(wishes, spends_elastic, keeps_rhythm=keeps_rhythm)
        found = [choice for extra in (0, 1) if (choice := attempt(candidates, replace(setup, extra_sittings=extra)))]
        if found:
            return min(found, key=lambda choice: choice.dropped_cost)
    return None


def attempt(candidates: Sequence[Candidate], setup: Setup) -> Choice | None:
    """The best choice under one setup."""
    frames = _day_frames(candidates, setup)
    reserved = [[0, 0] for _ in range(setup.wishes.days)]
    for day, item in frames:
        reserved[day - 1][item.block.place == "day_end"] += item.forms[0].typical
    grid = make_grid(setup.wishes, setup.extra_sittings, tuple((first, last) for first, last in reserved))
    lessons = [item for item in candidates if not item.is_day_frame]
    if not grid or not lessons:
        return None
    longest = max(stretch.limit for stretch in grid)
    ends_open = tuple(not closing for _, closing in reserved)
    found = allocate([_item(item, setup, longest, ends_open) for item in lessons], grid)
    if found is None:
        return None
    return _read(candidates, lessons, frames, found, setup, grid)


def _day_frames(candidates: Sequence[Candidate], setup: Setup) -> list[tuple[int, Candidate]]:
    """Day and block of what opens and closes days: the first such block at the first boundary, and so on."""
    days, made = setup.wishes.days, []
    if days < 2 or not setup.has_day_frames:
        return []
    for place, first in (("day_end", 1), ("day_start", 2)):
        day = first
        for item in candidates:
            if item.block.place == place:
                wanted = item.day if item.day is not None and setup.keeps_conditions else day
                if first <= wanted <= days + first - 2:
                    made.append((wanted, item))
                day = wanted + 1
    return made


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
    made = list(options.values())
    if not candidate.required or candidate.id in setup.released:
        cost = [0] * LEVELS
        cost[PRIORITIES - candidate.priority] = 1
        cost[-2] = _most_elastic(candidate)
        made.append(Option(0, -1, tuple(cost)))
    if not made:
        made.append(Option(longest + 1, 0, (0,) * LEVELS))  # fits nowhere
    return Item(
        candidate.id,
        tuple(made),
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
    found: Allocation,
    setup: Setup,
    grid: tuple[Stretch, ...],
) -> Choice:
    placed = [
        Placed(item, item.forms[option.form], option.minutes, sitting)
        for item, option, sitting in zip(lessons, found.options, found.sittings, strict=True)
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
    return Choice(setup, grid, tuple(placed), dropped, found.cost)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One rule to give up so that a length becomes possible; `text` says it, `setup` does it."""

    text: str
    setup: Setup


def find_relaxations(candidates: Sequence[Candidate], wishes: Wishes) -> tuple[str, ...]:
    """The smallest set of relaxations under which the length works; empty when no pair of them is enough."""
    base = Setup(wishes, spends_elastic=True, extra_sittings=0, keeps_rhythm=False)
    singles = list(_relax(candidates, base))
    for one in singles:
        if _works(candidates, one.setup):
            return (one.text,)
    for number, one in enumerate(singles):
        known = {item.text for item in singles[: number + 1]}
        for other in _relax(candidates, one.setup):
            if other.text not in known and _works(candidates, other.setup):
                return (one.text, other.text)
    return ()


def _works(candidates: Sequence[Candidate], setup: Setup) -> bool:
    return any(attempt(candidates, replace(setup, extra_sittings=extra)) is not None for extra in (0, 1))


def _relax(candidates: Sequence[Candidate], base: Setup) -> Iterator[Relaxation]:
    wishes = base.wishes
    for more in (15, 30):
        longer = wishes.sitting + more
        yield Relaxation(f"sittings of up to {longer} minutes", replace(base, wishes=replace(wishes, sitting=longer)))
    if wishes.lunch_at is not None:
        free = replace(wishes, lunch_at=None, lunch_minutes=wishes.lunch_minutes or 60)
        yield Relaxation("lunch at another time", replace(base, wishes=free))
    if base.keeps_conditions and any(_has_conditions(item) for item in candidates):
        yield Relaxation("blocks without their conditions", replace(base, keeps_conditions=False))
    if base.has_day_frames and wishes.days > 1 and any(item.is_day_frame for item in candidates):
        yield Relaxation("days without their opening and close", replace(base, has_day_frames=False))
    for days in (wishes.days - 1, wishes.days + 1):
        if days >= 1:
            word = "1 day" if days == 1 else f"{days} days"
            yield Relaxation(f"{word} instead of {wishes.days}", replace(base, wishes=replace(wishes, days=days)))
    required = [item for item in candidates if item.required and item.id not in base.released]
    for item in sorted(required, key=lambda one: one.priority):
        what = "core skill" if item.block.core_skill else "frame"
        text = f"without {what} {item.id} {plain_text(item.block.title)}"
        yield Relaxation(text, replace(base, released=base.released | {item.id}))


def _has_conditions(item: Candidate) -> bool:
    return bool(item.needs or item.same_sitting or item.not_last or item.not_after_lunch or item.day)


def bounds_of(candidates: Sequence[Candidate]) -> tuple[int, int]:
    """Least minutes that everything required takes, and most that all blocks together can fill."""
    shortest = sum(min(form.least for form in item.forms) for item in candidates if item.required)
    return shortest, sum(max(form.maximum for form in item.forms) for item in candidates)


def nearest_lengths(candidates: Sequence[Candidate], wishes: Wishes, step: int = 30) -> tuple[int, ...]:
    """The nearest lengths in minutes, one shorter and one longer, that can be planned in as many days."""
    shortest, longest = bounds_of(candidates)
    made = []
    for direction in (-1, 1):
        minutes = (wishes.minutes - 1) // step * step if direction < 0 else (wishes.minutes // step + 1) * step
        minutes = min(minutes, longest // step * step) if direction < 0 else max(minutes, -(-shortest // step) * step)
        for _ in range(24):
            if not shortest <= minutes <= longest:
                break
            if choose(candidates, replace(wishes, minutes=minutes)) is not None:
                made.append(minutes)
                break
            minutes += direction * step
    return tuple(made)
