"""Comma-separated values: every row, both days, Chinese intact in Excel, nothing that runs."""

from __future__ import annotations

import csv
import io

import pytest

from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.timetable.spreadsheet import HEAD, agenda_csv
from deckgen.timetable.views import agenda_rows
from small_courses import make_block, make_course
from small_plans import schedule


def lines(agenda: Agenda) -> list[dict[str, str]]:
    text = agenda_csv([agenda])
    assert text.startswith("\ufeff") and text.count("\ufeff") == 1
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def titled(title: str) -> tuple[Course, Agenda]:
    block = make_block("B1", "5/10/5", title=title, method=title)
    course = make_course("d", {"d": (1, 1 / 3)}, {"M1": [block]})
    return course, schedule(course)


def test_there_is_a_line_for_every_row_of_both_days() -> None:
    blocks = [make_block(f"B{number}", "5/10/5") for number in range(1, 7)]
    course = make_course("d", {"d": (2, 2.0)}, {"M1": blocks[:3], "M2": blocks[3:]})
    agenda = schedule(course, sitting=40, break_minutes=5)
    table = lines(agenda)
    assert list(table[0]) == list(HEAD)
    assert len(table) == len(list(agenda_rows(agenda))) == 8
    assert [(row["day"], row["sitting"], row["start"], row["block"] or row["kind"]) for row in table[4:]] == [
        ("2", "1", "09:00", "B4"), ("2", "1", "09:20", "B5"), ("2", "1", "09:40", "break"), ("2", "2", "09:45", "B6"),
    ]  # fmt: skip
    assert {row["delivery"] for row in table} == {"d"}


@pytest.mark.parametrize(
    "title",
    [
        '=HYPERLINK("http://x","点")',
        "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n", "＝1+1", "＋1", "－1", "＠A1",
        "\u3000=1", "\x0b=1", "=cmd|' /C calc'!A0",
    ],
    ids=repr,
)  # fmt: skip
def test_a_text_that_looks_like_a_formula_stands_behind_an_apostrophe(title: str) -> None:
    (row,) = lines(titled(title)[1])
    told = "'" + title.replace("\r", "\n")
    assert (row["title"], row["method"]) == (told, told)


@pytest.mark.parametrize(
    "title",
    [
        "交接只答三个问题",
        "a=b",
        "1-2",
        "“引号”，逗号",
        'a "quoted", b',
        "'=1",
        "two\nlines",
        "two\r\nlines",
        "—— 破折号",
    ],
)
def test_other_texts_stay_as_typed(title: str) -> None:
    (row,) = lines(titled(title)[1])
    assert (row["title"], row["start"], row["minutes"]) == (title.replace("\r\n", "\n"), str(Clock(540)), "20")
