from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.checks.minutes import check_minutes
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda
from deckgen.plan.forms import gather_candidates
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes, nearest_delivery
from deckgen.plan.late import replan_day
from deckgen.plan.rescale import rescale
from deckgen.plan.schedule import plan_delivery
from examples import some
from small_courses import make_block, make_course

Courses = dict[str, Course]


@st.composite
def courses(draw: st.DrawFn) -> Courses:
    """A course of 4 to 14 blocks in a short and a long delivery, with minutes as splits, lumps, ranges or missing."""
    count = draw(st.integers(4, 14))
    short, long = [], []
    for number in range(count):
        key = f"B{number}"
        common: dict[str, object] = {"core_skill": draw(st.integers(0, 4)) == 0}
        if draw(st.integers(0, 2)) == 0:
            common["priority"] = draw(st.integers(1, 5))
        if number and draw(st.integers(0, 3)) == 0:
            common["conditions"] = {"needs": [f"B{draw(st.integers(0, number - 1))}"]}
        if draw(st.integers(0, 9)) == 0:
            common["conditions"] = {"not_last": True, "not_after_lunch": True}
        talk, act, debrief = draw(st.integers(0, 9)), draw(st.integers(1, 14)), draw(st.integers(0, 6))
        if draw(st.integers(0, 9)):
            elastic = 0 if common["core_skill"] else draw(st.integers(0, min(4, talk)))
            short.append(make_block(key, f"{talk}/{act}/{debrief}", elastic=elastic, **common))
        how = draw(st.sampled_from(["split", "lump", "missing", "range"]))
        more = talk + act + debrief + draw(st.integers(0, 20))
        if how == "split":
            long.append(make_block(key, f"{talk}/{act + more // 2}/{debrief + 2}", **common))
        elif how == "lump":
            long.append(make_block(key, more, **common))
        elif how == "missing":
            long.append(make_block(key, None, **common))
        else:
            long.append(make_block(key, None, range=f"{max(1, more - 5)}-{more + 1}-{more + 15}", **common))
    short = short or [make_block("B0", "1/4/1")]
    declared = {"short": (1, 2.0), "long": (1, 5.0)}
    half = len(long) // 2
    return {
        "short": make_course("short", declared, {"M1": short}),
        "long": make_course("long", declared, {"M1": long[:half], "M2": long[half:]}),
    }


@settings(max_examples=some(30), deadline=None)
@given(courses(), st.integers(4, 36), st.integers(1, 3), st.sampled_from([60, 75, 90]), st.booleans())
def test_any_length_is_exact_in_order_and_in_range(
    courses: Courses, tens: int, days: int, sitting: int, inclusive: bool
) -> None:
    wishes = Wishes(days, 10 * tens, Clock(540), sitting, 10, inclusive)
    report = Report()
    plan = plan_free(courses, wishes, f"{wishes.minutes}-min", report)
    if plan is None:
        assert [item.code for item in report] == ["DG311"]
        return
    agenda = plan.agenda
    _check_sums(agenda, wishes)
    _check_blocks(courses, plan.course, agenda, wishes)
    assert not list(check_minutes(plan.course))


@settings(max_examples=some(6), deadline=None)
@given(courses(), st.integers(8, 30))
def test_a_length_is_planned_the_same_way_twice(courses: Courses, tens: int) -> None:
    wishes = Wishes(1, 10 * tens, Clock(540))
    first, again = (plan_free(courses, wishes, f"{wishes.minutes}-min", Report()) for _ in "ab")
    assert (first and first.agenda) == (again and again.agenda)


def _check_sums(agenda: Agenda, wishes: Wishes) -> None:
    breaks = sum(
        sitting.pause.end.minutes - sitting.pause.start.minutes
        for day in agenda.days
        for sitting in day.sittings
        if sitting.pause is not None and sitting.pause.kind == "break"
    )
    assert agenda.split.total + (breaks if wishes.inclusive else 0) == wishes.minutes
    assert len(agenda.days) == wishes.days
    for day in agenda.days:
        clock = wishes.start
        for sitting in day.sittings:
            assert sitting.minutes <= wishes.sitting
            for entry in sitting.entries:
                assert entry.start == clock
                assert sum(entry.slides, Split()) == entry.split
                clock = entry.end
            if sitting.pause is not None:
                assert sitting.pause.start == clock
                clock = sitting.pause.end
    lengths = [day.minutes for day in agenda.days]
    if not wishes.inclusive:
        assert max(lengths) - min(lengths) <= 1


def _check_blocks(courses: Courses, course: Course, agenda: Agenda, wishes: Wishes) -> None:
    nearest = nearest_delivery(course.deliveries[:2], wishes.minutes).id
    candidates = gather_candidates(courses, nearest, Report())
    assert candidates is not None
    by_id = {item.id: item for item in candidates}
    order = [item.id for item in candidates]
    running = [entry.block.id for entry in agenda]
    assert running == [key for key in order if key in running]
    assert {item.id for item in candidates if item.required} <= set(running)
    for entry in agenda:
        item = by_id[entry.block.id]
        assert any(form.least <= entry.split.total <= form.maximum for form in item.forms)
        assert all(other in running for other in item.needs)
        if item.block.core_skill:
            assert entry.split.activity >= min(form.split.activity for form in item.forms) or item.block.range
    explained = {reason.block for reason in agenda.reasons}
    longer = [item for item in course.deliveries[:2] if item.minutes >= wishes.minutes]
    compared = min(longer, key=lambda item: item.minutes).id if longer else None
    for key in set(order) - set(running):
        declared_there = compared is None or any(block.id == key for block in courses[compared].blocks)
        assert (key in explained) == declared_there
    for day in agenda.days:
        wanted = by_id[day.entries[-1].block.id]
        assert not wanted.not_last
        if len(day.halves) > 1:
            assert not by_id[day.halves[1][0].entries[0].block.id].not_after_lunch


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(0, 300))
def test_shares_sum_and_keep_their_order(parts: list[int], total: int) -> None:
    shares = rescale(parts, total)
    assert len(shares) == len(parts)
    if parts:
        assert sum(shares) == total
    for one, other in zip(zip(parts, shares, strict=True), list(zip(parts, shares, strict=True))[1:], strict=False):
        if one[0] > other[0]:
            assert one[1] >= other[1]


@settings(max_examples=some(60), deadline=None)
@given(courses(), st.integers(1, 90), st.integers(0, 400))
def test_a_late_room_loses_nothing_that_must_stay(drawn: Courses, late: int, later: int) -> None:
    course = drawn["short"]
    total = sum(block.split.total for block in course.blocks if block.split)
    delivery = course.deliveries[0].model_copy(update={"hours": total / 60, "sitting": 60, "lunch": None})
    agenda = plan_delivery(course, delivery, Report(), regroups=True)
    assert agenda is not None
    report = Report()
    recovery = replan_day(course, agenda, 1, late, Clock(540 + later), {}, report)
    if recovery is None:
        assert [item.code for item in report] == ["DG312"]
        return
    ahead = [entry for entry in agenda if entry.start.minutes + late > recovery.at.minutes]
    rest = {entry.block.id: entry for entry in recovery.rest.entries}
    assert {entry.block.id for entry in ahead if entry.block.core_skill} <= set(rest)
    for entry in ahead:
        if entry.block.core_skill:
            assert rest[entry.block.id].split == entry.split
    saved = sum(cut.saves for cut in recovery.cuts)
    assert recovery.overrun == max(0, recovery.rest.end.minutes - agenda.days[0].end.minutes)
    given_up = [key for key in rest if key != agenda.entries[-1].block.id and not rest[key].block.core_skill]
    assert saved >= late or recovery.overrun == 0 or not given_up
