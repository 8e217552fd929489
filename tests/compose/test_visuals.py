"""Visuals of a course into elements: tables by tone, charts with their numbers, alternative texts."""

from __future__ import annotations

from typing import Any

import pytest

from adapters import read_diagram
from deckgen.base.runs import plain
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import ALT_LIMIT, alt_text, compose_diagram, compose_table
from deckgen.model.slides import SlideTable
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases
from deckgen.tree import Chart, Diagram, Table


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["shift-handover", "90-min"].planned
    return Kit(planned.course, planned.agenda, phrases("en"), "slide")


def compose(kit: Kit, **data: Any) -> Any:
    return compose_diagram(kit, read_diagram(data), "A title")


COMPARE = {"type": "compare", "columns": ["A", "B", "C"], "rows": [["r", "1", "2", "3"], ["s", "4", "5", "6"]]}


def test_columns_of_a_comparison_wear_their_tones(kit: Kit) -> None:
    made = compose(kit, **COMPARE, tones=["good", "bad", "neutral"])
    assert isinstance(made, Table)
    assert [plain(cell.content[0].runs) if cell.content else "" for cell in made.head[0].cells] == [
        "",
        "✓ A",
        "✗ B",
        "C",
    ]  # type: ignore[union-attr]
    assert [[cell.role for cell in row.cells] for row in made.rows] == [["row_head", "good", "bad", "cell"]] * 2
    assert [plain(cell.content[0].runs) for cell in made.rows[1].cells] == ["s", "4", "5", "6"]  # type: ignore[union-attr]


def test_a_comparison_without_tones_is_neutral(kit: Kit) -> None:
    made = compose(kit, **COMPARE)
    assert [cell.role for cell in made.rows[0].cells] == ["row_head", "cell", "cell", "cell"]


def test_a_chart_keeps_its_numbers_unit_and_source(kit: Kit) -> None:
    series = {"Open": [7, 4.5], "Done": [3, 4]}
    made = compose(kit, type="chart", kind="line", categories=["Mon", "Tue"], series=series, unit="%", source="Example")
    assert isinstance(made, Chart)
    assert (made.kind, made.categories, made.series) == ("line", ("Mon", "Tue"), ("Open", "Done"))
    assert made.values == ((7.0, 4.5), (3.0, 4.0)) and (made.unit, made.source) == ("%", "Example")
    assert "Open: Mon 7%" in made.alt


def test_words_left_out_are_phrases_of_the_language(kit: Kit) -> None:
    lists = {"traits": ["a", "b"], "needs": ["a", "b"], "avoid": ["a", "b"], "try": ["a", "b"]}
    made = compose(kit, type="persona", name="Kim", **lists, labels={"needs": "Wants"})
    assert isinstance(made, Diagram)
    assert (made.record.labels.needs, made.record.labels.avoid) == ("Wants", kit.phrase("persona.avoid"))  # type: ignore[attr-defined]


def test_a_table_of_a_slide_heads_its_rows(kit: Kit) -> None:
    made = compose_table(kit, SlideTable(head=("A", "B"), rows=(("1", "2"), ("3", "4")), widths=(1, 3)), "T")
    assert made.widths == (1.0, 3.0)
    assert [[cell.role for cell in row.cells] for row in (*made.head, *made.rows)] == [
        ["head", "head"], ["row_head", "cell"], ["row_head", "cell"],
    ]  # fmt: skip
    assert made.rows[0].cells[0].content[0].runs[0].strong  # type: ignore[union-attr]
    by_text = compose_table(kit, SlideTable(head=("A", "B"), rows=(("1", "x" * 30),)), "T")
    assert by_text.widths == (5.0, 24.0)


def test_the_alternative_text_says_what_there_is_room_for(kit: Kit) -> None:
    assert alt_text(kit, "hub", "Title", ("one", "two")) == "Hub and spokes: Title, one, two"
    long = alt_text(kit, "hub", "Title", ("x" * 60, "y" * 60, "z"))
    assert len(long) <= ALT_LIMIT and long.endswith("x" * 60)
    assert len(alt_text(kit, "hub", "t" * 400, ())) == ALT_LIMIT


def test_an_alternative_text_of_the_author_is_kept(kit: Kit) -> None:
    spokes = [{"title": "A"}, {"title": "B"}, {"title": "C"}]
    assert compose(kit, type="hub", center="C", spokes=spokes, alt="My own words").alt == "My own words"
