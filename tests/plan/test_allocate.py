from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.units import Clock
from deckgen.plan import allocate as allocating
from deckgen.plan.allocate import Answer, allocate
from deckgen.plan.bounds import ROOM, UNIT, Bounds
from deckgen.plan.cells import Cells
from deckgen.plan.conditions import tighten
from deckgen.plan.costs import Scale, scale_for, unreached
from deckgen.plan.effort import Effort
from deckgen.plan.grid import Stretch, Wishes, make_grid
from deckgen.plan.items import Item, Option
from examples import some

Run = tuple[Option, int]  # an option and its sitting


def every_way(
    items: Sequence[Item], grid: Sequence[Stretch], index: int, minute: int, sitting: int
) -> Iterator[list[Run]]:
    """All ways to run the items from `index` on, sittings and pauses kept, conditions not yet looked at."""
    if index == len(items):
        if minute == grid[-1].end and sitting == len(grid) - 1:
            yield []
        return
    stretch = grid[sitting]
    for option in items[index].options:
        end = minute + option.minutes
        if end > stretch.end + stretch.behind:
            continue
        for rest in every_way(items, grid, index + 1, end, sitting):
            yield [(option, sitting), *rest]
        low = stretch.end - stretch.before
        if sitting + 1 < len(grid) and low <= end <= stretch.end + stretch.behind:
            for rest in every_way(items, grid, index + 1, end, sitting + 1):
                yield [(option, sitting), *rest]


def cost_of(items: Sequence[Item], grid: Sequence[Stretch], runs: Sequence[Run]) -> tuple[int, ...] | None:
    """Cost with the balance of the pauses; None when a condition is broken."""
    running = {item.id: sitting for item, (option, sitting) in zip(items, runs, strict=True) if option.form >= 0}
    minute, uneven = 0, 0
    for number, (item, (option, sitting)) in enumerate(zip(items, runs, strict=True)):
        if option.form >= 0:
            if any(other not in running for other in item.needs):
                return None
            if item.same_sitting in running and running[item.same_sitting] != sitting:
                return None
            if item.day is not None and grid[sitting].day != item.day:
                return None
            before = grid[sitting - 1] if sitting else None
            if (
                not option.may_follow_lunch
                and before is not None
                and grid[sitting].after_lunch
                and minute <= before.end + before.behind
            ):
                return None
        minute += option.minutes
        last = grid[sitting].pause == "" and minute == grid[sitting].end
        if option.form >= 0 and not option.may_end_day and last:
            return None
        following = runs[number + 1][1] if number + 1 < len(runs) else sitting
        if following != sitting:
            uneven += abs(minute - grid[sitting].end)
    levels = len(items[0].options[0].cost)
    return (*(sum(option.cost[level] for option, _ in runs) for level in range(levels)), uneven)


def best_by_trying_all(items: Sequence[Item], grid: Sequence[Stretch]) -> tuple[int, ...] | None:
    costs = [cost for runs in every_way(items, grid, 0, 0, 0) if (cost := cost_of(items, grid, runs)) is not None]
    return min(costs, default=None)


def stretches(lengths: Sequence[tuple[int, int]], day_after: int = 0, lunch_after: int = 0) -> tuple[Stretch, ...]:
    made, position = [], 0
    for number, (length, slack) in enumerate(lengths, start=1):
        ends_day = number in (day_after, len(lengths))
        pause = "" if ends_day else "lunch" if number == lunch_after else "break"
        made.append(
            Stretch(1 + (day_after > 0 and number > day_after), number, position, position + length, 99,
                    pause, 0 if ends_day else slack, 0 if ends_day else slack,
                    after_lunch=number == lunch_after + 1 and lunch_after > 0)
        )  # fmt: skip
        position += length
    return tuple(made)


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[Item], tuple[Stretch, ...]]:
    count = draw(st.integers(2, 5))
    items: list[Item] = []
    for number in range(count):
        lengths = draw(st.lists(st.integers(1, 8), min_size=1, max_size=3, unique=True))
        options = [
            Option(minutes, index, (0, draw(st.integers(0, 2)), draw(st.integers(0, 9))),
                   draw(st.booleans()) or draw(st.booleans()), draw(st.booleans()) or draw(st.booleans()))
            for index, minutes in enumerate(lengths)
        ]  # fmt: skip
        if draw(st.booleans()):
            options.append(Option(0, -1, (draw(st.integers(1, 2)), 0, 0)))
        others = [item.id for item in items]
        needs = tuple(draw(st.lists(st.sampled_from([f"b{n}" for n in range(count) if n != number]), max_size=1)))
        same = draw(st.none() | st.sampled_from(others)) if others else None
        day = draw(st.sampled_from([None, None, None, 1, 2]))
        items.append(Item(f"b{number}", tuple(options), needs, same, day))
    sittings = draw(st.lists(st.tuples(st.integers(5, 11), st.integers(0, 2)), min_size=1, max_size=3))
    day_after = draw(st.integers(0, len(sittings) - 1))
    lunch_after = draw(st.integers(0, len(sittings) - 1))
    return items, stretches(sittings, day_after, 0 if lunch_after == day_after else lunch_after)


@settings(max_examples=some(250), deadline=None)
@given(problems())
def test_no_way_is_better_than_the_chosen_one(problem: tuple[list[Item], tuple[Stretch, ...]]) -> None:
    items, grid = problem
    found = allocate(items, grid).allocation
    best = best_by_trying_all(items, grid)
    assert (found.cost if found else None) == best
    if found:
        runs = list(zip(found.options, found.sittings, strict=True))
        assert cost_of(items, grid, runs) == best
        assert allocate(items, grid).allocation == found


def dense(rng: random.Random) -> list[Item]:
    """Items that ask a lot of each other, forwards and backwards, in circles too."""
    count = rng.randint(3, 6)
    items = []
    for number in range(count):
        lengths = rng.sample(range(1, 9), rng.randint(1, 2))
        options = [
            Option(minutes, form, (0, rng.randint(0, 2), rng.randint(0, 9)), rng.random() < 0.85, rng.random() < 0.85)
            for form, minutes in enumerate(lengths)
        ]
        if rng.random() < 0.8:
            options.append(Option(0, -1, (rng.randint(0, 2), rng.randint(0, 1), rng.randint(0, 3))))
        needs = {f"b{rng.randrange(count)}" for _ in range(rng.choice((0, 1, 1, 2)))} - {f"b{number}"}
        same = f"b{rng.randrange(number)}" if number and rng.random() < 0.25 else None
        items.append(Item(f"b{number}", tuple(options), tuple(sorted(needs)), same))
    return items


def paired(rng: random.Random) -> list[Item]:
    """Items that are cheap to drop, each needed by later ones that are dear."""
    count = rng.randint(2, 3)
    items = []
    for number in range(2 * count):
        minutes = rng.randint(2, 4)
        cheap = number < count
        drop = Option(0, -1, (0, 1, 0) if cheap else (rng.randint(0, 2), 0, 1))
        needs = () if cheap else (f"b{number - count}",) if rng.random() < 0.7 else (f"b{rng.randrange(count)}",)
        items.append(
            Item(f"b{number}", (Option(minutes, 0, (0, 0, 0)), Option(minutes + 1, 1, (0, 0, 1)), drop), needs)
        )
    return items


def fitting_grid(items: Sequence[Item], rng: random.Random) -> tuple[Stretch, ...]:
    """One or two sittings that some options of the items fill."""
    total = max(4, sum(rng.choice(item.options).minutes for item in items))
    cut = rng.randint(2, total - 2)
    return stretches([(total, 0)] if rng.random() < 0.5 else [(cut, rng.randint(0, 1)), (total - cut, 1)])


@pytest.mark.parametrize("kind", [dense, paired])
@pytest.mark.parametrize("followed", [(1,), (1, 2), (3,)])
def test_few_branches_keep_all_conditions_and_never_claim_too_much(
    kind: Callable[[random.Random], list[Item]], followed: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With so few branches that the search must leave some out: what it calls proven is what trying all finds."""
    monkeypatch.setattr(allocating, "BRANCHES", 1)
    monkeypatch.setattr(allocating, "FOLLOWED", followed)
    proven = unproven = 0
    for seed in range(some(120)):
        rng = random.Random(seed)
        items = kind(rng)
        grid = fitting_grid(items, rng)
        answer, best = allocate(items, grid), best_by_trying_all(items, grid)
        choice = answer.allocation
        if choice is not None:
            assert cost_of(items, grid, list(zip(choice.options, choice.sittings, strict=True))) == choice.cost
            assert best is not None and choice.cost >= best
        if answer.unweighed:
            unproven += 1
        else:
            assert (choice.cost if choice else None) == best, seed
            proven += best is not None
    assert proven > unproven


@pytest.mark.parametrize("kind", [dense, paired])
def test_a_bound_is_never_dearer_than_a_plan_that_goes_through_it(
    kind: Callable[[random.Random], list[Item]],
) -> None:
    checked = 0
    for seed in range(some(150)):
        rng = random.Random(seed)
        items = tighten(kind(rng))
        grid = fitting_grid(items, rng)
        if not all(item.options for item in items):
            continue
        cells = Cells(grid, max(option.minutes for item in items for option in item.options))
        scale = scale_for(items, grid, UNIT, ROOM)
        bounds = Bounds(items, cells, scale, Effort())
        plans = [runs for runs in every_way(items, grid, 0, 0, 0) if cost_of(items, grid, runs)]
        for runs in plans[:: max(1, len(plans) // 8)]:
            whole = scale.weigh(cost_of(items, grid, runs) or ())
            for bound in bounds_along(items, grid, runs, cells, scale, bounds):
                assert bound <= whole, seed
                checked += 1
    assert checked > some(500)


def bounds_along(
    items: Sequence[Item], grid: Sequence[Stretch], runs: Sequence[Run], cells: Cells, scale: Scale, bounds: Bounds
) -> Iterator[tuple[int, ...]]:
    """The bound after every item of a plan and the pause behind it."""
    minute, off = 0, 0
    levels = [0] * len(items[0].options[0].cost)
    dropped: set[str] = set()
    for index, (item, (option, sitting)) in enumerate(zip(items, runs, strict=True)):
        minute += option.minutes
        following = runs[index + 1][1] if index + 1 < len(runs) else sitting
        off += abs(minute - grid[sitting].end) if following != sitting else 0
        levels = [one + other for one, other in zip(levels, option.cost, strict=True)]
        dropped |= set() if option.runs else {item.id}
        later = items[index + 1 :]
        markers = frozenset(f"-{key}" for key in dropped if any(key in other.needs for other in later))
        cell = int(np.flatnonzero((cells.minute == minute) & (cells.stretch == following))[0])
        costs = unreached(cells.size, scale.words)
        for word, value in zip(costs, scale.weigh((*levels, off)), strict=True):
            word[cell] = value
        yield tuple(int(word[cell]) for word in bounds.total(markers, costs, index + 1))


def option(minutes: int, *cost: int) -> Option:
    return Option(minutes, 0, cost or (0,))


def test_a_level_outweighs_everything_behind_it() -> None:
    dear = Item("a", (Option(10, 0, (0, 900)), Option(5, 1, (1, 0))))
    other = Item("b", (Option(10, 0, (0, 0)), Option(15, 1, (0, 0))))
    found = allocate([dear, other], stretches([(20, 0)])).allocation
    assert found is not None
    assert [one.minutes for one in found.options] == [10, 10]


def test_many_levels_do_not_fit_one_number() -> None:
    """Eleven levels of a hundred items are more than 64 bits hold."""
    levels = 11
    items = []
    for number in range(100):
        cost = [0] * levels
        cost[number % levels] = 9
        items.append(Item(f"b{number}", (Option(1, 0, tuple(cost)), Option(2, 1, (0,) * levels))))
    found = allocate(items, stretches([(150, 0)])).allocation
    assert found is not None
    assert sum(one.minutes for one in found.options) == 150
    assert found.cost[:5] == (0, 0, 0, 0, 0)
    assert found.cost[-2] > 0


@pytest.mark.parametrize(("minutes", "fits"), [((30, 31), True), ((29, 32), False), ((61,), False)])
def test_nothing_crosses_a_pause(minutes: tuple[int, ...], fits: bool) -> None:
    items = [Item(f"b{n}", (option(length),)) for n, length in enumerate(minutes)]
    assert (allocate(items, stretches([(30, 0), (31, 0)])).allocation is not None) == fits


def test_a_pause_moves_within_its_slack() -> None:
    items = [Item(f"b{n}", (option(length),)) for n, length in enumerate((29, 32))]
    found = allocate(items, stretches([(30, 1), (31, 1)])).allocation
    assert found is not None
    assert (found.sittings, found.cost) == ((0, 1), (0, 1))


def test_no_items_and_no_grid_have_no_plan() -> None:
    assert allocate([], stretches([(10, 0)])) == Answer(None)
    assert allocate([Item("a", (option(10),))], ()) == Answer(None)


def test_two_needs_and_a_shared_sitting_hold_at_once() -> None:
    drop = Option(0, -1, (1,))
    items = [
        Item("a", (option(10), drop)),
        Item("b", (option(5), drop), needs=("d",)),
        Item("c", (option(10), drop), needs=("a",), same_sitting="b"),
        Item("d", (option(10),)),
    ]
    grid = stretches([(10, 0), (25, 0)])
    found = allocate(items, grid).allocation
    assert found is not None
    assert found.cost == best_by_trying_all(items, grid) == (0, 0)
    assert found.sittings[1] == found.sittings[2]


def test_grid_of_nine_hours_has_equal_days_and_halves() -> None:
    grid = make_grid(Wishes(2, 540, Clock(540)))
    assert [(one.day, one.minutes, one.pause) for one in grid] == [
        (1, 68, "break"), (1, 67, "lunch"), (1, 68, "break"), (1, 67, ""),
        (2, 68, "break"), (2, 67, "lunch"), (2, 68, "break"), (2, 67, ""),
    ]  # fmt: skip
    for before, after in pairwise(grid):
        assert before.end == after.start
        assert before.minutes + before.behind + before.before <= 90


@settings(max_examples=some(200), deadline=None)
@given(
    st.integers(1, 4), st.integers(60, 500), st.integers(30, 120), st.integers(0, 30), st.booleans(), st.integers(0, 1)
)
def test_grids_sum_and_keep_the_limit(
    days: int, per_day: int, sitting: int, pause: int, inclusive: bool, extra: int
) -> None:
    wishes = Wishes(days, days * per_day, Clock(540), sitting, pause, inclusive)
    grid = make_grid(wishes, extra)
    if not grid:
        return
    breaks = sum(one.pause == "break" for one in grid) * pause * inclusive
    assert grid[-1].end + breaks == wishes.minutes
    for number, one in enumerate(grid):
        before = grid[number - 1] if number else None
        longest = one.minutes + one.behind + (before.before if before else 0)
        assert longest <= max(one.limit, one.minutes)
        assert one.minutes <= sitting
        assert one.before + (before.behind if before else 0) < one.minutes
