"""The run sheet: what the trainer holds in the hand while the day runs."""

from __future__ import annotations

from deckgen.compose.desk import Desk
from deckgen.compose.papers.run_sheet import compose_run_sheet
from deckgen.pipeline.build import Made
from deckgen.tree import Table
from walk import find, words


def test_a_break_names_the_last_slide_before_it(cases: dict[tuple[str, str], Made]) -> None:
    made = cases["every-kind", "2-day"]
    assert made.trees is not None
    slides = made.trees.deck.slides
    numbers = {slide.id: number for number, slide in enumerate(slides, start=1)}
    desk = Desk(made.planned.course, made.planned.agenda, {}, numbers)
    told = [
        words(row) for book in compose_run_sheet(desk).values() for table in find(book, Table) for row in table.rows
    ]
    behind = [number for number, slide in enumerate(slides) if slide.id.startswith("pause-")]
    assert len(behind) == 2 and any(slides[number - 1].id.endswith(("recap", "motto")) for number in behind)
    for number in behind:
        assert any(f"第{number}页应讲完" in row for row in told), number
