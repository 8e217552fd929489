"""The calendar by the rules of RFC 5545: escaping, folding, the date of each day, nothing from the clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.text.inline import plain_lines
from deckgen.timetable.calendar import agenda_ics, course_date
from deckgen.timetable.views import agenda_rows
from examples import some
from small_courses import make_block, make_course
from small_plans import schedule

FIRST = date(2026, 2, 28)


def two_days() -> tuple[Course, Agenda]:
    blocks = [make_block(f"B{number}", "5/10/5") for number in range(1, 7)]
    course = make_course("d", {"d": (2, 2.0)}, {"M1": blocks[:3], "M2": blocks[3:]})
    return course, schedule(course, sitting=40, break_minutes=5, start=Clock(22 * 60))


def unfold(text: str) -> list[str]:
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def unescape(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def values(lines: list[str], name: str) -> list[str]:
    return [unescape(line.removeprefix(f"{name}:")) for line in lines if line.startswith(f"{name}:")]


def test_the_second_day_stands_on_the_next_date() -> None:
    course, agenda = two_days()
    lines = unfold(agenda_ics(course, agenda, FIRST))
    assert values(lines, "DTSTART") == [
        "20260228T220000", "20260228T222000", "20260228T224000", "20260228T224500",
        "20260301T220000", "20260301T222000", "20260301T224000", "20260301T224500",
    ]  # fmt: skip
    assert values(lines, "DTEND")[4:] == ["20260301T222000", "20260301T224000", "20260301T224500", "20260301T230500"]
    assert [text.split()[0] for text in values(lines, "SUMMARY")][3:6] == ["B3", "B4", "B5"]


def test_days_that_have_dates_keep_their_distance_from_the_first() -> None:
    course, agenda = two_days()
    first, second = agenda.days
    days = (replace(first, on=date(2026, 3, 2)), replace(second, on=date(2026, 3, 9)))
    lines = unfold(agenda_ics(course, replace(agenda, days=days), FIRST))
    assert sorted({value[:8] for value in values(lines, "DTSTART")}) == ["20260228", "20260307"]


def test_marks_of_the_format_are_escaped() -> None:
    block = make_block("B1", "5/10/5", title="a; b, c\\d")
    course = make_course("d", {"d": (1, 1 / 3)}, {"M1": [block]})
    lines = unfold(agenda_ics(course, schedule(course), FIRST))
    assert r"SUMMARY:B1 a\; b\, c\\d" in lines


def test_a_day_that_ends_at_midnight_ends_on_the_next_date() -> None:
    course = make_course("d", {"d": (1, 1 / 3)}, {"M1": [make_block("B1", "5/10/5")]})
    lines = unfold(agenda_ics(course, schedule(course, start=Clock(1420)), FIRST))
    assert (values(lines, "DTSTART"), values(lines, "DTEND")) == (["20260228T234000"], ["20260301T000000"])


def test_events_are_as_many_as_rows_and_have_names_of_their_own() -> None:
    course, agenda = two_days()
    text = agenda_ics(course, agenda, FIRST)
    assert text == agenda_ics(course, agenda, FIRST)
    lines = unfold(text)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(list(agenda_rows(agenda)))
    uids = values(lines, "UID")
    assert len(set(uids)) == len(uids)
    assert set(values(lines, "DTSTAMP")) == {"20260228T000000Z"}


@settings(max_examples=some(150), deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120).filter(
        lambda t: bool(t.strip()) and plain_lines(t) == t
    )
)
def test_any_title_arrives_as_typed_in_lines_of_75_octets(title: str) -> None:
    block = make_block("B1", "5/10/5", title=title)
    course = make_course("d", {"d": (1, 1 / 3)}, {"M1": [block]}, title=f"{title}; a, b\\n")
    text = agenda_ics(course, schedule(course), FIRST)
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is split
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line)
    lines = unfold(text)
    typed = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", re.sub(r"\r\n?|[\u2028\u2029]", "\n", title))
    assert values(lines, "SUMMARY") == [f"B1 {typed}"]
    assert values(lines, "X-WR-CALNAME")[0].startswith(f"{typed}; a, b\\n ")


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-01-15", date(2026, 1, 15)), ("soon", None), ("9999-12-31", None), ("0001-01-01", None), ("", None)],
)
def test_a_calendar_begins_on_the_date_of_the_course_if_it_can(text: str, day: date | None) -> None:
    course, _ = two_days()
    assert course_date(course.model_copy(update={"date": text})) == day
