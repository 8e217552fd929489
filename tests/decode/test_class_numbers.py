"""Numbers that follow from the class size may stand in any text."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.decode.class_numbers import class_numbers
from deckgen.decode.course import decode_course
from deckgen.model.course import ClassSize
from deckgen.source.reader import read_source

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"
SENTENCE = "Set {{ tables }} tables, {{ pairs }} pairs, {{ triads }} triads, {{ copies }} copies for {{ people }}."


def said(edit: str = "", **values: str) -> str:
    """The first purpose of the base course, with the sentence in it; `edit` replaces its class size."""
    text = BASE.read_text("utf-8").replace("Give the structure before the drill.", SENTENCE, 1)
    text = text.replace("class_size: {min: 6, max: 12, table: 4}", edit or "class_size: {min: 6, max: 12, table: 4}", 1)
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text.encode(), keep_folds=True)
    assert not found
    report = Report()
    course = decode_course(raw, "60-min", values, report)
    assert course is not None, list(report)
    return course.blocks[0].slides[0].purpose


def test_the_largest_class_is_meant_and_groups_that_do_not_come_out_even_count() -> None:
    assert said() == "Set 3 tables, 6 pairs, 4 triads, 12 copies for 12."
    assert said("class_size: {min: 6, max: 13, table: 4}") == "Set 4 tables, 7 pairs, 5 triads, 13 copies for 13."


def test_the_class_size_of_this_run_counts() -> None:
    assert said(class_size="20") == "Set 5 tables, 10 pairs, 7 triads, 20 copies for 20."


def test_what_the_course_or_the_command_says_of_the_same_name_wins() -> None:
    assert said(tables="8").startswith("Set 8 tables")
    text = said("class_size: {min: 6, max: 12}", tables="nine")
    assert text.startswith("Set nine tables")


@pytest.mark.parametrize("size", [{"min": 9, "max": 1}, "many", 5, {}])
def test_a_wrong_size_is_one_mistake_and_no_unknown_variable(size: object) -> None:
    assert class_numbers(size).keys() == class_numbers({"min": 1, "max": 2}).keys()
    assert class_numbers(None) == {}


def test_a_table_of_one_is_a_table() -> None:
    assert ClassSize(min=1, max=1).numbers == {"people": 1, "copies": 1, "pairs": 1, "triads": 1, "tables": 1}
