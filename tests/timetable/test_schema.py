"""The JSON of plans keeps its published schema: of a free length, of a late day, and of the command."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.cli.main import cli
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.plan.late import replan_day
from deckgen.timetable.views import agenda_json, recovery_json
from small_courses import two_forms

EVERY_KIND = Path(__file__).resolve().parents[1] / "cases" / "every-kind"


@pytest.fixture(scope="module")
def plan() -> tuple[Course, Agenda]:
    made = plan_free(two_forms(), Wishes(2, 540, Clock(540)), "9-hours", Report())
    assert made is not None
    return made.course, made.agenda


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads(files("deckgen.timetable").joinpath("plan.schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.Draft202012Validator(schema)


def test_json_keeps_its_schema(plan: tuple[Course, Agenda], validator: Any) -> None:
    course, agenda = plan
    data = agenda_json(course, agenda)
    validator.validate([data])
    assert data["contact_minutes"] == sum(row["minutes"] for day in data["days"] for row in day["rows"]) == 540
    assert data["reasons"]


def test_json_of_a_late_day_keeps_its_schema(plan: tuple[Course, Agenda], validator: Any) -> None:
    course, agenda = plan
    found = replan_day(course, agenda, 1, 20, Clock(600), {}, Report())
    assert found is not None
    validator.validate([recovery_json(course, agenda, found)])


@pytest.mark.parametrize("change", [{"version": 2}, {"contact_minutes": "540"}, {"extra": 1}, {"days": []}])
def test_the_schema_refuses_other_shapes(plan: tuple[Course, Agenda], validator: Any, change: dict[str, Any]) -> None:
    assert not validator.is_valid([{**agenda_json(*plan), **change}])


@pytest.mark.parametrize(
    "words", [("--hours", "2"), ("--days", "2"), ("--days", "2", "--late", "10", "--at", "09:20")], ids=" ".join
)
def test_json_of_the_command_keeps_its_schema(words: tuple[str, ...], validator: Any) -> None:
    result = CliRunner().invoke(cli, ["plan", str(EVERY_KIND), *words, "--json"])
    assert result.exit_code == 0, result.output
    validator.validate(json.loads(result.stdout))
