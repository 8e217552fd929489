"""The texts of the flagship's books lead to their lines, and keep their ids from one delivery to the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from compose.test_origins import origins, texts
from deckgen.base.diagnostics import Span
from deckgen.base.runs import plain
from deckgen.compose.origins import bare, mark_book
from deckgen.pipeline.build import Made
from deckgen.tree import Book, Heading

pytestmark = pytest.mark.slow


def at(place: Span) -> str:
    """What is written from a place on, without spaces and quotes; of a folded text some lines."""
    lines = Path(place.file).read_text("utf-8").splitlines()[place.line - 1 : place.line + 5]
    return bare("".join([lines[0][place.column - 1 :], *lines[1:]])).replace('"', "").replace("'", "")


def books(made: Made) -> Iterator[Book]:
    assert made.trees is not None and made.trees.guide is not None
    yield from (made.trees.workbook, made.trees.guide)


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_every_heading_and_sheet_of_both_books_leads_to_its_line(delivery: str, flagship: dict[str, Made]) -> None:
    made = flagship[delivery]
    known = origins(made)
    sheets = {sheet.id for sheet in made.planned.course.sheets}
    for book in books(made):
        done = mark_book(book, made.planned.course, known)
        titled = 0
        for section in done.sections:
            for element, runs in texts(section.children):
                if isinstance(element, Heading):
                    place = known.places.get(runs[0].source)
                    assert runs[0].source and (place is not None or runs[0].source.count("/") == 1), plain(runs)
                    if runs[0].source.endswith("/title") and runs[0].source in known.said:
                        assert place is not None and bare(known.said[runs[0].source])[:6] in at(place), plain(runs)
                        titled += 1
        assert titled >= 15
        placed = {name: source for name, _, source in done.places}
        assert all(placed.values())
        told = {source.partition("/")[0] for source in placed.values()}
        if book.kind == "workbook":
            shown = {name.removeprefix("sheet-") for name in placed if name.startswith("sheet-")}
            assert shown and shown <= sheets and shown <= told


def test_paragraphs_keep_their_ids_from_one_delivery_to_the_other(flagship: dict[str, Made]) -> None:
    carried: list[dict[str, set[str]]] = []
    for delivery in ("1-day", "2-day"):
        made = flagship[delivery]
        ids: dict[str, set[str]] = {}
        for book in books(made):
            done = mark_book(book, made.planned.course, origins(made))
            for section in done.sections:
                for _, runs in texts(section.children):
                    if runs and runs[0].source:
                        ids.setdefault(f"{book.kind} {bare(plain(runs))}", set()).add(runs[0].source)
        carried.append(ids)
    one, two = (origins(flagship[delivery]).said for delivery in ("1-day", "2-day"))
    shared = carried[0].keys() & carried[1].keys()
    both = {name for name in one.keys() & two.keys() if one[name] == two[name]}  # what one leaves out has no id there
    ours, others = ({text: ids[text] & both for text in shared} for ids in carried)
    apart = [(text, ours[text], others[text]) for text in shared if ours[text] and others[text]]
    apart = [item for item in apart if not item[1] & item[2]]
    assert len(shared) > 500 and len(apart) <= 0.01 * len(shared), apart
