"""The flagship course in every length, and the plan command on it."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.pipeline.build import Made, Request, build, plan_request
from deckgen.pipeline.choose import Asked, choose_deliveries
from deckgen.pipeline.door import read_file
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.stages import Loaded, load_course

ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "curriculum" / "cs-frontline-leadership"
CORE_SKILLS = {"B2.2", "B2.4", "B3.4", "B4.4", "B5.2", "B5.3"}


def planned(**wanted: object) -> tuple[list[Made], Report]:
    report = Report()
    return plan_request(Request(courses=(str(FLAGSHIP),), **wanted), report), report  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", range(2, 19))
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


@pytest.mark.parametrize(("hours", "delivery"), [(6.0, "1-day"), (12.0, "2-day")])
def test_a_declared_delivery_wins(hours: float, delivery: str) -> None:
    made, _ = planned(hours=hours)
    assert [one.planned.delivery.id for one in made] == [delivery]


def test_moved_and_missing_blocks_are_explained() -> None:
    (short,), _ = planned(hours=4.0)
    running = {entry.block.id for entry in short.planned.agenda}
    (day,), _ = planned(delivery="1-day")
    missing = {entry.block.id for entry in day.planned.agenda} - running
    assert missing
    reasons = {reason.block: reason for reason in short.planned.agenda.reasons}
    assert missing <= set(reasons)
    assert reasons["B1.2"].kind == "prework" and "05" in reasons["B1.2"].text
    assert "05" in short.planned.course.prework
    told = {reason.block: reason.kind for reason in day.planned.agenda.reasons}
    assert (told["Z1"], told["B4.2"], told["B5.3"]) == ("dropped", "prework", "lighter")


@pytest.mark.slow
@pytest.mark.parametrize("hours", [4, 5, 7, 8, 9, 10, 11, 13, 14])
def test_free_lengths_build_without_errors(hours: int, tmp_path: Path) -> None:
    outcome = build(Request(courses=(str(FLAGSHIP),), hours=float(hours), out=tmp_path, themes=ROOT / "themes"))
    assert not outcome.failed, [item.message for item in outcome.diagnostics if item.severity == "error"]
    assert {path.suffix for path in outcome.made[0].files} == {".pptx", ".docx", ".json"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_course(FLAGSHIP, read_file, Report())


@pytest.mark.parametrize(
    ("delivery", "days", "hours", "minutes", "found"),
    [
        (None, None, 9.0, None, FreeLength("9-hours", 540, 2)),
        (None, None, 4.5, None, FreeLength("4.5-hours", 270, 1)),
        (None, None, None, 90, FreeLength("90-min", 90, 1)),
        (None, 3, 18.0, None, FreeLength("18-hours-3-days", 1080, 3)),
        (None, 2, 6.0, None, FreeLength("6-hours-2-days", 360, 2)),
        ("9-hours", None, None, None, FreeLength("9-hours", 540, 2)),
        ("18-hours-3-days", None, None, None, FreeLength("18-hours-3-days", 1080, 3)),
        (None, None, None, 360, "1-day"),
        (None, None, 1.33, None, FreeLength("80-min", 80, 1)),
    ],
)
def test_lengths_have_names(
    loaded: Loaded, delivery: str | None, days: int | None, hours: float | None, minutes: int | None, found: object
) -> None:
    assert choose_deliveries(loaded, Asked(delivery, days, hours, minutes), Report()) == (found,)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["plan", str(FLAGSHIP), *words])


def test_json_of_the_command_keeps_its_schema() -> None:
    schema = json.loads(files("deckgen.timetable").joinpath("plan.schema.json").read_text(encoding="utf-8"))
    for words in (("--hours", "9"), ("--days", "2"), ("--days", "2", "--late", "25", "--at", "14:10")):
        result = run(*words, "--json")
        assert result.exit_code == 0, result.output
        Draft202012Validator(schema).validate(json.loads(result.stdout))


def test_a_late_room_keeps_its_close() -> None:
    data = json.loads(run("--days", "2", "--late", "25", "--at", "14:10", "--json").stdout)
    (recovery,) = data
    assert (recovery["end"], recovery["overrun"], recovery["rows"][-1]["block"]) == ("16:30", 0, "Z1")
    assert sum(cut["saves"] for cut in recovery["cuts"]) == 25


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--days", "3"), "there is: 1-day"),
        (("--late", "25"), "--late and --at go together"),
        (("--hours", "9", "--start", "9am"), "write hh:mm"),
        (("--hours", "9", "--lunch", "11:40/0"), "lunch takes 1 to 180 minutes"),
        (("--ics",), "name course and delivery"),
        (("--compare", "1-day", "2-day", "--trace"), "do not go together"),
        (("--hours", "9", "--minutes", "90"), "different lengths"),
        (("--hours", "9", "--ics", "--on", "soon"), "YYYY-MM-DD"),
    ],
)
def test_mistakes_of_usage_are_told(words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output


TABLES = [
    (("--hours", "9"), "Z1"),
    (("--compare", "1-day", "9-hours"), "= 540"),
    (("--hours", "9", "--trace"), "O7"),
    (("--hours", "9", "--csv"), "9-hours,2,1,block"),
    (("--hours", "9", "--ics"), "SUMMARY:Z1"),
    (("--hours", "9", "--svg"), "</svg>"),
    (("--days", "1", "--late", "10", "--at", "10:00"), "rest of day"),
]


@pytest.mark.parametrize(("words", "says"), TABLES)
def test_views_show_the_plan(words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert says in result.stdout
    assert run(*words).stdout == result.stdout


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
