from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from any_text import TEXTS, carried
from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.text.inline import plain_lines
from deckgen.timetable.timeline import MARGIN, MINUTE, agenda_svg
from deckgen.timetable.views import (
    agenda_rows,
    agenda_text,
    compare_rows,
)
from examples import some
from small_courses import make_block, make_course, two_forms


@pytest.fixture(scope="module")
def plan() -> tuple[Course, Agenda]:
    made = plan_free(two_forms(), Wishes(2, 540, Clock(540)), "9-hours", Report())
    assert made is not None
    return made.course, made.agenda


@settings(max_examples=some(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_title_is_read_back_from_the_drawing(plan: tuple[Course, Agenda], text: str) -> None:
    course, agenda = plan
    svg = agenda_svg(course.model_copy(update={"title": text}), agenda)
    root = etree.fromstring(svg.encode())
    title = f"{carried(plain_lines(text))} · {agenda.delivery.title}"
    texts = [root.get("aria-label"), root.findtext("{*}title"), root.findtext("{*}text[@class='heading']")]
    assert texts == [title] * 3


def test_drawing_is_to_scale(plan: tuple[Course, Agenda]) -> None:
    course, agenda = plan
    root = etree.fromstring(agenda_svg(course, agenda).encode())
    space = {"s": "http://www.w3.org/2000/svg"}
    blocks = root.xpath("//s:rect[@class='block']", namespaces=space)
    assert len(blocks) == len(agenda.entries)
    assert sum(float(one.get("width")) for one in blocks) == 2 * 540
    assert len(root.xpath("//s:polyline", namespaces=space)) == 2
    starts = [float(one.get("x")) for one in blocks]
    first = [start for start, entry in zip(starts, agenda.entries, strict=True) if entry.day == 1]
    minutes = [entry.start.minutes - 540 for entry in agenda.entries if entry.day == 1]
    assert first == [MARGIN + minute * MINUTE for minute in minutes]  # the hour of nine is at the margin
    width = float(root.get("viewBox").split()[2])
    assert all(float(one.get("x")) + float(one.get("width")) <= width for one in blocks)


def test_the_table_tells_the_elastic_minutes_that_are_left() -> None:
    """Breaks that count as contact time take five of the nine."""
    blocks = [make_block("B1", "10/15/5", elastic=9), make_block("B2", "10/15/5"), make_block("B3", "10/15/5")]
    course = make_course("d", {"d": (1, 1.5)}, {"M1": blocks})
    (delivery,) = course.deliveries
    asked = delivery.model_copy(update={"breaks": "inclusive", "sitting": 60, "break_minutes": 5})
    agenda = plan_delivery(course, asked, Report(), regroups=True)
    assert agenda is not None
    assert {row.block: row.elastic for row in agenda_rows(agenda) if row.kind == "block"} == {"B1": 4, "B2": 0, "B3": 0}
    assert course.blocks[0].elastic == 9


def test_deliveries_stand_side_by_side(plan: tuple[Course, Agenda]) -> None:
    other = plan_free(two_forms(), Wishes(1, 120, Clock(540)), "2-hours", Report())
    assert other is not None
    rows = {row.block: row.minutes for row in compare_rows([other.agenda, plan[1]])}
    assert rows["Z1"] == ("", "2/9/4 = 15")
    assert rows[""][1].endswith("= 540")
    assert next(iter(rows)) == "M1a"


def test_text_of_an_agenda_names_every_block(plan: tuple[Course, Agenda]) -> None:
    text = agenda_text(*plan)
    assert text.count("\n") == 1 + 2 + len(list(agenda_rows(plan[1])))
