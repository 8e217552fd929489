"""The flagship course in every length, and the plan command on it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.pipeline.build import Made, Request, build, plan_request

ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "curriculum" / "cs-frontline-leadership"
CORE_SKILLS = {"B2.2", "B2.4", "B3.4", "B4.4", "B5.2", "B5.3"}


@cache
def planned(**wanted: object) -> tuple[list[Made], Report]:
    report = Report()
    return plan_request(Request(courses=(str(FLAGSHIP),), **wanted), report), report  # type: ignore[arg-type]


FAST = (3, 4, 14)  # the edges of what must plan, and one that is too short
HOURS = [pytest.param(hours, marks=() if hours in FAST else pytest.mark.slow) for hours in range(2, 19)]


@pytest.mark.parametrize("hours", HOURS)
def test_every_whole_number_of_hours_plans_or_says_what_does(hours: int) -> None:
    made, report = planned(hours=float(hours))
    errors = [item for item in report if item.severity == "error"]
    if not made:
        assert not 4 <= hours <= 14
        assert [item.code for item in errors] == ["DG311"]
        assert re.search(r"the nearest that works: \d+ minutes", errors[0].hint)
        return
    assert not errors
    (one,) = made
    agenda = one.planned.agenda
    assert agenda.split.total == hours * 60
    assert {entry.block.id for entry in agenda} >= CORE_SKILLS
    assert all(sitting.minutes <= 90 for day in agenda.days for sitting in day.sittings)
    assert agenda.entries[-1].block.id == "B6.4"
    if hours >= 7 and len(agenda.days) == 2:
        assert agenda.days[0].entries[-1].block.id == "Z1"
        assert agenda.days[1].entries[0].block.id == "Z2"
    assert len(agenda.days) == (1 if hours <= 7 else 2 if hours <= 14 else 3)


def test_moved_and_missing_blocks_are_explained() -> None:
    (short,), _ = planned(hours=4.0)
    running = {entry.block.id for entry in short.planned.agenda}
    (day,), _ = planned(delivery="1-day")
    missing = {entry.block.id for entry in day.planned.agenda} - running
    assert missing
    reasons = {reason.block: reason for reason in short.planned.agenda.reasons}
    assert missing <= set(reasons)
    moved = short.planned.course.sheet("05")
    assert moved is not None and reasons["B1.2"].kind == "prework" and moved.title in reasons["B1.2"].text
    assert "05" in short.planned.course.prework
    told = {reason.block: reason.kind for reason in day.planned.agenda.reasons}
    assert (told["Z1"], told["B4.2"], told["B5.3"]) == ("dropped", "prework", "lighter")


@pytest.mark.slow
@pytest.mark.parametrize("hours", [4, 5, 7, 8, 9, 10, 11, 13, 14])
def test_free_lengths_build_without_errors(hours: int, tmp_path: Path) -> None:
    outcome = build(Request(courses=(str(FLAGSHIP),), hours=float(hours), out=tmp_path, themes=ROOT / "themes"))
    assert not outcome.failed, [item.message for item in outcome.diagnostics if item.severity == "error"]
    assert {path.suffix for path in outcome.made[0].files} == {".pptx", ".docx", ".json"}


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["plan", str(FLAGSHIP), *words])


@pytest.mark.slow  # tests/cli/test_plan.py does the same with a small course
def test_a_late_room_keeps_its_close() -> None:
    data = json.loads(run("--days", "2", "--late", "25", "--at", "14:10", "--json").stdout)
    (recovery,) = data
    assert (recovery["end"], recovery["overrun"], recovery["rows"][-1]["block"]) == ("16:30", 0, "Z1")
    assert sum(cut["saves"] for cut in recovery["cuts"]) == 25


@pytest.mark.slow  # as above
def test_wishes_of_the_room_apply_to_free_and_declared_lengths() -> None:
    words = ("--start", "08:30", "--lunch", "11:40/45", "--break", "10", "--sitting", "75")
    for length in (("--hours", "9"), ("--days", "2")):
        data = json.loads(run(*length, *words, "--json").stdout)
        for day in data[0]["days"]:
            assert day["start"] == "08:30"
            lunch = next(row for row in day["rows"] if row["kind"] == "lunch")
            assert "11:00" <= lunch["start"] <= "11:40"
            by_sitting: dict[int, int] = {}
            for row in day["rows"]:
                by_sitting[row["sitting"]] = by_sitting.get(row["sitting"], 0) + row["minutes"]
            assert max(by_sitting.values()) <= 75
