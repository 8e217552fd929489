from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from lxml import etree

from any_text import TEXTS, carried
from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.plan.late import replan_day
from deckgen.text.inline import plain_lines
from deckgen.timetable.timeline import agenda_svg
from deckgen.timetable.views import (
    agenda_json,
    agenda_rows,
    agenda_text,
    compare_rows,
    recovery_json,
)
from small_courses import two_forms


@pytest.fixture(scope="module")
def plan() -> tuple[Course, Agenda]:
    made = plan_free(two_forms(), Wishes(2, 540, Clock(540)), "9-hours", Report())
    assert made is not None
    return made.course, made.agenda


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(files("deckgen.timetable").joinpath("plan.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_json_keeps_its_schema(plan: tuple[Course, Agenda], validator: Draft202012Validator) -> None:
    course, agenda = plan
    data = agenda_json(course, agenda)
    validator.validate([data])
    assert data["contact_minutes"] == sum(row["minutes"] for day in data["days"] for row in day["rows"]) == 540
    assert data["reasons"]


def test_json_of_a_late_day_keeps_its_schema(plan: tuple[Course, Agenda], validator: Draft202012Validator) -> None:
    course, agenda = plan
    found = replan_day(course, agenda, 1, 20, Clock(600), {}, Report())
    assert found is not None
    validator.validate([recovery_json(course, agenda, found)])


@pytest.mark.parametrize("change", [{"version": 2}, {"contact_minutes": "540"}, {"extra": 1}, {"days": []}])
def test_the_schema_refuses_other_shapes(
    plan: tuple[Course, Agenda], validator: Draft202012Validator, change: dict[str, Any]
) -> None:
    assert not validator.is_valid([{**agenda_json(*plan), **change}])


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
