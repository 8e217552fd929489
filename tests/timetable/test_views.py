from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from any_text import TEXTS, carried
from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.text.inline import plain_lines
from deckgen.timetable.timeline import agenda_svg
from deckgen.timetable.views import (
    agenda_rows,
    agenda_text,
    compare_rows,
)
from small_courses import two_forms


@pytest.fixture(scope="module")
def plan() -> tuple[Course, Agenda]:
    made = plan_free(two_forms(), Wishes(2, 540, Clock(540)), "9-hours", Report())
    assert made is not None
    return made.course, made.agenda


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    width = float(root.get("viewBox").split()[2])
    assert all(float(one.get("x")) + float(one.get("width")) <= width for one in blocks)


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
