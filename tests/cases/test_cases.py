"""Small courses made for the code: their trees as text, compared with golden files.

`make golden` rewrites them; read the difference before committing it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.base.roles import TYPE_SCALE
from deckgen.pipeline.build import Made
from deckgen.tree import Book, Group, Heading
from default_theme import THEME
from trees import CASES, KINDS, tree_text
from type_sizes import sizes_of
from walk import find

GOLDENS = sorted({(path.parent.name, path.name.split(".")[1]) for path in CASES.glob("*/deck.*.txt")})

HALF = 0.55  # of a page: the least room that is left where a table of seldom seen rows must go to the next
WRITING = 0.12  # of the area of a small workbook


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("course", "delivery"), GOLDENS)
def test_tree(
    course: str, delivery: str, kind: str, cases: dict[tuple[str, str], Made], golden: Callable[[Path, str], None]
) -> None:
    golden(CASES / course / f"{kind}.{delivery}.txt", tree_text(kind, cases[course, delivery]))


def test_every_delivery_has_goldens(
    cases: dict[tuple[str, str], Made], golden: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        for (course, delivery), made in cases.items():
            for kind in KINDS:
                golden(CASES / course / f"{kind}.{delivery}.txt", tree_text(kind, made))
    assert sorted(cases) == sorted({(path.parent.name, path.name.split(".")[1]) for path in CASES.glob("*/deck.*.txt")})


def test_no_page_is_empty_but_where_a_chapter_ends_or_a_spread_follows_and_there_is_room_to_write(
    cases: dict[tuple[str, str], Made],
) -> None:
    for (course, delivery), made in cases.items():
        assert made.trees is not None and made.trees.guide is not None
        for book in (made.trees.workbook, made.trees.guide):
            bare = [use for use in book.uses if use.empty > HALF and not (use.ends or use.spread)]
            assert len(book.uses) == book.pages and not bare, (course, delivery, book.kind, bare)
        assert made.trees.workbook.writing_share > WRITING, (course, delivery)


def test_no_book_has_an_anchor_twice(cases: dict[tuple[str, str], Made]) -> None:
    for (course, delivery), made in cases.items():
        assert made.trees is not None
        papers = [paper for named in made.trees.papers.values() for paper in named.values() if isinstance(paper, Book)]
        for book in filter(None, (made.trees.workbook, made.trees.guide, *papers)):
            headings = [heading.anchor for heading in find(book, Heading)]
            groups = [group.id for group in find(book, Group) if group.id]
            own = [name for name in groups if name not in headings]  # a group may be called as the heading it holds
            twice = [name for name, times in Counter((*filter(None, headings), *own)).items() if times > 1]
            assert not twice, (course, delivery, book.title, twice)


def test_texts_of_every_deck_have_six_sizes(cases: dict[tuple[str, str], Made]) -> None:
    for (course, delivery), made in cases.items():
        assert made.trees is not None and made.trees.deck is not None
        sizes = sizes_of(made.trees.deck.slides, THEME)
        other = {size: slides for size, slides in sizes.items() if size not in TYPE_SCALE}
        assert not other, (course, delivery)
        assert len(sizes) > 3, "every deck has titles, text, second lines and sources"
