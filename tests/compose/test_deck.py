"""The deck of a delivery: the frame slides nobody writes, where they stand, and what the second day shows."""

from __future__ import annotations

import pytest

from compose.spaced import plain
from deckgen.compose.deck import compose_deck
from deckgen.compose.frames import course_map
from deckgen.compose.kit import Kit
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases
from deckgen.tree import Deck, Diagram, Slide, Table
from walk import find, words

Cases = dict[tuple[str, str], Made]


@pytest.fixture(scope="module")
def two_days(cases: Cases) -> Deck:
    planned = cases["every-kind", "2-day"].planned
    return compose_deck(planned.course, planned.agenda)


def slide(deck: Deck, key: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == key)


def clock_rows(found: Slide) -> list[str]:
    (table,) = find(found, Table)
    return [" ".join(plain(para.runs) for cell in row.cells for para in cell.content) for row in table.rows]


def test_sections_are_the_opening_the_modules_and_the_close(two_days: Deck) -> None:
    assert [section.id for section in two_days.sections] == [
        "opening", "M1", "M2", "day_end-1", "day_start-2", "M2+1", "M3", "closing", "reserve",
    ]  # fmt: skip
    opening, *modules, closing, _ = two_days.sections
    assert [one.id for one in opening.slides] == ["cover", "map", "agenda-1", "day-1", "objectives", "contract"]
    assert [(module.slides[0].id, module.slides[-1].id) for module in modules] == [
        ("M1", "pause-1-1"), ("M2", "B2.2.s3"), ("Z1.s1", "Z1.s2"), ("agenda-2", "Z2.s3"), ("B2.3.s1", "M2.recap"),
        ("M3", "M3.recap"),
    ]  # fmt: skip
    assert [one.id for one in closing.slides] == ["close"]
    ids = [one.id for one in two_days.slides]
    assert len(ids) == len(set(ids))


def test_the_second_day_opens_with_its_own_agenda_before_its_first_block(two_days: Deck) -> None:
    ids = [one.id for one in two_days.slides]
    assert ids[ids.index("Z1.s2") + 1 : ids.index("Z2.s1")] == ["agenda-2", "day-2"]
    assert clock_rows(slide(two_days, "agenda-1")) == [
        "09:00–09:39 第 1 节 交班只有三问", "09:39–09:49 休息 10 分钟", "09:49–10:36 第 2 节 开口交一次班",
    ]  # fmt: skip
    assert clock_rows(slide(two_days, "agenda-2")) == [
        "09:00–09:44 第 1 节 开口交一次班；把三问带回班组",
        "09:44–09:54 休息 10 分钟",
        "09:54–10:36 第 2 节 把三问带回班组",
    ]  # fmt: skip


def test_the_day_to_scale_has_every_block_of_its_day(two_days: Deck) -> None:
    lanes = [find(slide(two_days, f"day-{day}"), Diagram)[0].record.lanes for day in (1, 2)]
    assert [[[bar.id for bar in lane.bars] for lane in day] for day in lanes] == [
        [["B0.1", "B1.1", "B1.2"], ["B2.1", "B2.2", "Z1"]],
        [["Z2", "B2.3", "B3.1"], ["B3.2", "B3.3"]],
    ]
    assert [(lane.start, lane.end) for lane in lanes[1]] == [("09:00", "09:44"), ("09:54", "10:36")]
    assert [(bar.talk, bar.activity, bar.debrief) for bar in lanes[1][0].bars] == [(1, 4, 2), (6, 14, 7), (3, 4, 3)]


def test_links_of_the_agenda_lead_to_the_dividers(two_days: Deck) -> None:
    (table,) = find(slide(two_days, "agenda-2"), Table)
    links = [run.href for row in table.rows for cell in row.cells for para in cell.content for run in para.runs]
    assert [link for link in links if link] == ["#M2", "#M3", "#M3"]


@pytest.mark.parametrize(("key", "lit"), [("map", 0), ("M1", 1), ("M2", 2), ("M3", 3)])
def test_the_map_lights_the_stop_that_begins(two_days: Deck, key: str, lit: int) -> None:
    (diagram,) = (one for one in find(slide(two_days, key), Diagram) if one.type == "course_map")
    assert diagram.record.current == lit
    assert [stop.title for stop in diagram.record.stops] == ["三问", "演练", "带走"]


def test_dividers_say_minutes_and_goals_and_the_hook(two_days: Deck) -> None:
    divider = slide(two_days, "M2")
    assert "81分钟" in words(divider) and "三分钟交清三件事" in words(divider)
    assert "你上一次听别人把你的话复述一遍，是什么时候？" in words(divider.notes)


def test_the_cover_names_course_delivery_client_and_version(two_days: Deck) -> None:
    told = words(slide(two_days, "cover"))
    for text in ("把班交清楚", "三句话交班，一张卡片复述", "两天版", "3.2课时", "示例客户", "1.2", "2026年3月2日"):
        assert text in told


def test_objectives_name_the_stops_with_most_practice(two_days: Deck) -> None:
    (table,) = find(slide(two_days, "objectives"), Table)
    stops = [[run.href for para in row.cells[2].content for run in para.runs if run.href] for row in table.rows]
    assert stops == [["#M1", "#M2"], ["#M3"]]


def test_a_course_without_contract_and_summary_has_no_slides_for_them(cases: Cases) -> None:
    planned = cases["shift-handover", "90-min"].planned
    module = planned.course.modules[0].model_copy(update={"summary": ()})
    course = planned.course.model_copy(update={"contract": (), "modules": (module,)})
    ids = [one.id for one in compose_deck(course, planned.agenda).slides]
    assert "contract" not in ids and "M1.recap" not in ids
    whole = [one.id for one in compose_deck(planned.course, planned.agenda).slides]
    assert {"contract", "M1.recap"} <= set(whole)


@pytest.mark.parametrize(
    ("current", "first", "stops"),
    [(1, 1, list("ABCDEFGH")), (6, 2, list("BCDEFGHI")), (12, 5, list("EFGHIJKL")), (0, 1, list("ACEGIK"))],
)
def test_a_long_course_shows_the_stops_around_the_present_one(
    cases: Cases, current: int, first: int, stops: list[str]
) -> None:
    planned = cases["shift-handover", "90-min"].planned
    module = planned.course.modules[0]
    modules = tuple(module.model_copy(update={"id": f"M{n}", "short": "ABCDEFGHIJKL"[n]}) for n in range(12))
    kit = Kit(planned.course.model_copy(update={"modules": modules}), planned.agenda, phrases("en"), "slide")
    record = course_map(kit, current).record
    assert [stop.title for stop in record.stops] == stops  # type: ignore[attr-defined]
    shown = record.current  # type: ignore[attr-defined]
    assert (shown and stops[shown - 1]) == (current and "ABCDEFGHIJKL"[current - 1])
    assert record.first == first  # type: ignore[attr-defined]


def test_properties_come_from_the_course(two_days: Deck) -> None:
    known = two_days.properties
    assert known.title == "把班交清楚 · 讲师课件 · 两天版"
    assert (known.subject, known.language, known.version, known.date, known.author, known.keywords) == (
        "三句话交班，一张卡片复述", "zh-CN", "1.2", "2026-03-02", "示例课程组", "every-kind, 2-day",
    )  # fmt: skip
