"""Placed trees of one delivery tell one story: pages of the workbook, numbers of slides, contents, both days."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from deckgen.base.runs import Run, plain
from deckgen.compose.loose import is_loose
from deckgen.pipeline.build import Made
from deckgen.pipeline.stages import Trees
from deckgen.tree import Book, Drawing, Group, Heading, Row, Table, Toc
from walk import find, walk, words

Cases = dict[tuple[str, str], Made]
DELIVERIES = [("every-kind", "1-day"), ("every-kind", "2-day"), ("shift-handover", "90-min")]


def trees_of(case: Made) -> Trees:
    assert case.trees is not None
    return case.trees


def printed_pages(book: Book) -> dict[str, int]:
    """The page of every heading in the contents, by anchor."""
    return {entry.anchor: entry.page for toc in find(book, Toc) for entry in toc.entries}


def sheets_of(book: Book) -> Iterator[str]:
    for group in find(book, Group):
        if group.role in ("sheet", "job_aid"):
            yield group.id


@pytest.mark.parametrize("case", DELIVERIES)
def test_boards_send_people_to_the_page_the_contents_say(case: tuple[str, str], cases: Cases) -> None:
    trees, planned = trees_of(cases[case]), cases[case].planned
    pages = printed_pages(trees.workbook)
    slides = {slide.id: slide for slide in trees.deck.slides}
    checked = 0
    for entry in planned.agenda:
        for number, slide in enumerate(entry.block.slides, start=1):
            sheet = getattr(slide, "sheet", None)
            drawn = find(slides[slide.id or f"{entry.block.id}.s{number}"], Drawing)
            if sheet and drawn and drawn[0].type == "activity":
                (page,) = (shape for shape in drawn[0].shapes if shape.part == "page")
                assert re.findall(r"\d+", words(page.text))[-1] == str(pages[f"sheet-{sheet}"]), slide.title  # type: ignore[union-attr]
                checked += 1
    assert checked >= 2


@pytest.mark.parametrize("case", DELIVERIES)
def test_the_run_sheet_names_the_same_pages_as_plain_text(case: tuple[str, str], cases: Cases) -> None:
    trees, planned = trees_of(cases[case]), cases[case].planned
    pages = printed_pages(trees.workbook)
    rows = run_sheet_rows(trees)
    assert len(rows) == len(planned.agenda.entries)
    for entry, row in zip(planned.agenda, rows, strict=True):
        bound = [key for key in entry.block.sheets if not is_loose(planned.course, key)]
        told = "".join(plain(para.runs) for para in row.cells[7].content)  # type: ignore[union-attr]
        assert [int(number) for number in re.findall(r"\d+", told)] == [pages[f"sheet-{key}"] for key in bound]
    for book in (trees.guide, trees.papers["run-sheet"]["run-sheet"]):
        assert not [item for item in walk(book) if isinstance(item, Run) and item.page_of]


def run_sheet_rows(trees: Trees) -> list[Row]:
    """The rows of blocks, one a block."""
    return [row for table in find(trees.papers["run-sheet"]["run-sheet"], Table) for row in table.rows
            if len(row.cells) == 12]  # fmt: skip


@pytest.mark.parametrize("case", DELIVERIES)
def test_references_of_the_workbook_stay_references(case: tuple[str, str], cases: Cases) -> None:
    trees = trees_of(cases[case])
    references = [
        run for cell in find(trees.workbook.sections[-1], Table)[0].rows for run in find(cell, Run) if run.page_of
    ]
    anchors = {heading.anchor for heading in find(trees.workbook, Heading)}
    assert all(run.page_of in anchors and run.text.isdigit() for run in references)
    assert bool(references) == (case[0] == "every-kind")


@pytest.mark.parametrize("case", DELIVERIES)
def test_the_run_sheet_numbers_slides_as_the_deck_does(case: tuple[str, str], cases: Cases) -> None:
    trees, planned = trees_of(cases[case]), cases[case].planned
    numbers = {slide.id: number for number, slide in enumerate(trees.deck.slides, start=1)}
    for entry, row in zip(planned.agenda, run_sheet_rows(trees), strict=True):
        ids = [slide.id or f"{entry.block.id}.s{n}" for n, slide in enumerate(entry.block.slides, start=1)]
        told = "".join(plain(para.runs) for para in row.cells[6].content)  # type: ignore[union-attr]
        first, last = numbers[ids[0]], numbers[ids[-1]]
        assert [int(number) for number in re.findall(r"\d+", told)] == ([first, last] if last > first else [first])


@pytest.mark.parametrize("case", DELIVERIES)
def test_contents_rise_page_by_page_and_end_within_the_book(case: tuple[str, str], cases: Cases) -> None:
    for book in (trees_of(cases[case]).workbook, trees_of(cases[case]).guide):
        assert book is not None
        pages = [entry.page for toc in find(book, Toc) for entry in toc.entries]
        assert pages == sorted(pages) and pages[0] >= 2 and pages[-1] <= book.pages


def test_every_sheet_of_a_delivery_has_its_page_and_no_other(cases: Cases) -> None:
    short, long = (set(sheets_of(trees_of(cases["every-kind", key]).workbook)) for key in ("1-day", "2-day"))
    assert long - short == {"05", "F1", "F2"} and not short - long


def test_both_days_have_slides_and_a_clock_of_their_own(cases: Cases) -> None:
    trees = trees_of(cases["every-kind", "2-day"])
    first = {slide.id: plain(slide.notes[0].runs) for slide in trees.deck.slides}
    assert "09:00–09:04" in first["B0.1.s1"] and "09:00–09:01" in first["Z2.s1"]
    ids = list(first)
    assert ids.index("agenda-1") < ids.index("Z1.s2") < ids.index("agenda-2") < ids.index("day-2") < ids.index("Z2.s1")
