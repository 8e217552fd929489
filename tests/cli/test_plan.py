"""The plan command on a small course: its views, its lengths, a late room, and what a mistake of usage offers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli.main import cli

COURSE = Path(__file__).resolve().parents[1] / "cases" / "every-kind"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["plan", str(COURSE), *words])


def rows_of(*words: str) -> list[tuple[int, str, str, int]]:
    """Day, start, block or pause, and minutes of every row of the one plan."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    (plan,) = json.loads(result.stdout)
    return [
        (day["day"], row["start"], row.get("block") or row["kind"], row["minutes"])
        for day in plan["days"]
        for row in day["rows"]
    ]


def test_the_second_day_begins_anew_and_breaks_inside_the_hours_are_given_back() -> None:
    assert rows_of("--days", "2") == [
        (1, "09:00", "B0.1", 8), (1, "09:08", "B1.1", 16), (1, "09:24", "B1.2", 15), (1, "09:39", "break", 0),
        (1, "09:49", "B2.1", 27), (1, "10:16", "B2.2", 14), (1, "10:30", "Z1", 6),
        (2, "09:00", "Z2", 7), (2, "09:07", "B2.3", 27), (2, "09:34", "B3.1", 10), (2, "09:44", "break", 0),
        (2, "09:54", "B3.2", 19), (2, "10:13", "B3.3", 23),
    ]  # fmt: skip


def test_lunch_follows_the_sitting_it_is_meant_to_follow() -> None:
    rows = rows_of("--days", "1")
    assert rows[3:6] == [(1, "11:15", "B2.1", 30), (1, "11:45", "lunch", 0), (1, "12:30", "B2.3", 24)]


def test_a_free_length_on_two_days_closes_the_first_and_opens_the_second() -> None:
    rows = rows_of("--minutes", "200", "--days", "2")
    first, second = ([row for row in rows if row[0] == day] for day in (1, 2))
    assert (first[-1][2], second[0][1:3]) == ("Z1", ("09:00", "Z2"))
    assert sum(row[3] for row in rows) == 180  # two breaks of ten minutes count as contact time


@pytest.mark.parametrize(
    ("day", "end", "kept", "cuts"),
    [
        ("1", "10:32", ["B1.2", "B2.1", "Z1"], [("B2.2", 2), ("B2.2", 12)]),
        ("2", "10:25", ["B3.1", "B3.3"], [("B3.3", 2), ("B3.2", 19)]),
    ],
)
def test_a_late_room_saves_as_little_as_it_must_and_keeps_its_close(
    day: str, end: str, kept: list[str], cuts: list[tuple[str, int]]
) -> None:
    result = run("--days", "2", "--late", "10", "--at", "09:20", "--day", day, "--json")
    (recovery,) = json.loads(result.stdout)
    assert (recovery["end"], recovery["overrun"]) == (end, 0)
    assert [row["block"] for row in recovery["rows"] if row["block"]] == kept
    assert [(cut["block"], cut["saves"]) for cut in recovery["cuts"]] == cuts


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--days", "3"), "there is: 1-day"),
        (("--late", "25"), "--late and --at go together"),
        (("--hours", "2", "--start", "9am"), "write hh:mm"),
        (("--hours", "2", "--lunch", "11:40/0"), "lunch takes 1 to 180 minutes"),
        (("--ics",), "name course and delivery"),
        (("--compare", "1-day", "2-day", "--trace"), "do not go together"),
        (("--hours", "2", "--minutes", "90"), "different lengths"),
        (("--hours", "2", "--ics", "--on", "soon"), "YYYY-MM-DD"),
    ],
)
def test_mistakes_of_usage_are_told(words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--days", "2"), "09:07-09:34"),
        (("--compare", "1-day", "2-day"), "35/91/46 = 172"),
        (("--days", "2", "--trace"), "02 03 04 05 06 07"),
        (("--days", "2", "--csv"), "2-day,2,,1,block,09:07,09:34,27,6,14,7,B2.3"),
        (("--days", "2", "--ics"), "DTSTART:20260303T090700"),
        (("--days", "2", "--svg"), "</svg>"),
        (("--days", "2", "--late", "10", "--at", "09:20"), "rest of day"),
    ],
)
def test_views_show_the_plan(words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert says in result.stdout


def test_a_view_is_the_same_twice() -> None:
    words = ("--days", "2", "--late", "10", "--at", "09:20", "--json")
    assert run(*words).stdout == run(*words).stdout


def test_wishes_of_the_room_apply_to_free_and_declared_lengths() -> None:
    words = ("--start", "08:30", "--lunch", "10:20/40", "--break", "5", "--sitting", "45")
    for length in (("--hours", "2.5"), ("--hours", "2")):
        rows = rows_of(*length, *words)
        assert rows[0][1] == "08:30"
        (lunch,) = (row for row in rows if row[2] == "lunch")
        assert "09:40" <= lunch[1] <= "10:20"
        lengths, minutes = [], 0
        for _, _, what, spent in rows:
            lengths.append(minutes)
            minutes = 0 if what in ("lunch", "break") else minutes + spent
        assert max(lengths) <= 45
