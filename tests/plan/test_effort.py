"""What a plan may cost: many conditions open at once cost a bounded amount of work, counted and not timed."""

from __future__ import annotations

import random
from typing import Any

import pytest

import examples
from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import effort as efforts
from deckgen.plan.allocate import allocate
from deckgen.plan.choose import Verdict, choose
from deckgen.plan.costs import NEVER, scale_for
from deckgen.plan.effort import PLAN, Effort
from deckgen.plan.forms import gather_candidates
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Stretch, Wishes
from deckgen.plan.items import Item, Option
from small_courses import make_block, make_course


def pairs(count: int, **needer: Any) -> Course:
    """So many optional blocks, each needed by a later one, none of which comes before all optional ones are decided."""
    optional = [make_block(f"A{number}", "2/6/2", optional=True) for number in range(count)]
    needers = [
        make_block(f"B{number}", "2/6/2", conditions={"needs": [f"A{number}"]}, **needer) for number in range(count)
    ]
    return make_course("d", {"d": (1, 6.0)}, {"M1": optional, "M2": needers})


def chosen(course: Course, minutes: int, effort: Effort) -> Verdict:
    candidates = gather_candidates({"d": course}, "d", Report())
    assert candidates is not None
    verdict = choose(candidates, Wishes(-(-minutes // 420), minutes, Clock(540)), effort)
    if verdict.choice is not None:
        running = {placed.candidate.id for placed in verdict.choice.placed}
        assert sum(placed.minutes for placed in verdict.choice.placed) == minutes
        assert all(need in running for placed in verdict.choice.placed for need in placed.candidate.needs)
    return verdict


MANY = [(8, 64), (13, 182), (16, 304), (20, 380), (60, 1140), (60, 1440)]


@pytest.mark.parametrize(("count", "minutes"), MANY if examples.run == "full" else [(13, 182), (60, 1140)])
def test_pairs_are_planned_and_proven_best(count: int, minutes: int) -> None:
    """Their table would have a row for each of 2 ^ count sets of dropped blocks."""
    effort = Effort()
    verdict = chosen(pairs(count), minutes, effort)
    assert verdict.choice is not None and verdict.unweighed == ()
    assert effort.left > PLAN * 3 // 4
    dropped = verdict.choice.dropped_cost
    assert sum(dropped) == max(0, 2 * count - minutes // 10)


def test_what_could_not_be_weighed_is_named_and_kept() -> None:
    verdict = chosen(pairs(20), 220, Effort(0))
    assert verdict.choice is not None
    assert set(verdict.unweighed) <= {f"B{number}" for number in range(20)} and verdict.unweighed
    again = chosen(pairs(20), 220, Effort(0))
    assert again.choice is not None and again.choice.placed == verdict.choice.placed


@pytest.mark.parametrize("seed", range(examples.some(4)))
def test_work_is_bounded_whatever_the_conditions(seed: int) -> None:
    rng = random.Random(seed)
    blocks = []
    for number in range(40):
        conditions: dict[str, object] = {}
        if number and rng.random() < 0.6:
            conditions["needs"] = sorted({f"B{rng.randrange(number)}" for _ in range(rng.randint(1, 3))})
        if number and rng.random() < 0.2:
            conditions["same_sitting"] = f"B{rng.randrange(number)}"
        minutes = f"{rng.randint(0, 5)}/{rng.randint(2, 9)}/{rng.randint(0, 4)}"
        extra = {"conditions": conditions} if conditions else {}
        blocks.append(make_block(f"B{number}", minutes, priority=rng.randint(1, 5), **extra))
    effort = Effort(PLAN // 20)
    chosen(make_course("d", {"d": (1, 6.0)}, {"M1": blocks}), 240, effort)
    assert effort.left > -PLAN // 4


def test_a_plan_says_which_conditions_were_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(efforts, "PLAN", 0)
    report = Report()
    plan = plan_free({"d": pairs(20)}, Wishes(1, 220, Clock(540)), "220-min", report)
    assert plan is not None and plan.agenda.split.total == 220
    (found,) = list(report)
    assert (found.code, found.severity) == ("DG317", "warning")
    assert "220-min: the conditions of 20 blocks" in found.message and "and 12 more" in found.message


def test_a_refusal_without_effort_says_that_there_may_be_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(efforts, "PLAN", 0)
    blocks = [make_block(f"A{number}", "2/6/2", optional=True) for number in range(20)]
    blocks += [make_block(f"B{number}", "2/6/2", conditions={"same_sitting": f"A{number}"}) for number in range(20)]
    report = Report()
    course = make_course("d", {"d": (1, 6.0)}, {"M1": blocks})
    assert plan_free({"d": course}, Wishes(1, 240, Clock(540)), "240-min", report) is None
    (found,) = list(report)
    assert found.code == "DG311" and "no plan for 240-min was found" in found.message
    assert "so there may be one" in found.message and "not searched to the end" in found.hint


@pytest.mark.parametrize("huge", [10**9, 2**40, 2**62, 10**30])
def test_no_number_is_too_large(huge: int) -> None:
    items = [
        Item(f"b{number}", (Option(5, 0, (0, huge)), Option(6, 1, (0, huge + 1)), Option(0, -1, (1, huge))))
        for number in range(300)
    ]
    grid = (Stretch(1, 1, 0, 100, 200, ""),)
    scale = scale_for(items, grid, unit=12, room=4)
    assert all(0 <= word < NEVER for word in scale.weigh((300, 300 * huge, 10)))
    answer = allocate(items, grid)
    assert answer.allocation is not None
    assert sum(option.minutes for option in answer.allocation.options) == 100
