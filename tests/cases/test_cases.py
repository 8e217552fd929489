"""Small courses made for the code: their trees as text, compared with golden files.

`make golden` rewrites them; read the difference before committing it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.pipeline.build import Made
from deckgen.tree import Book, Group, Heading
from trees import CASES, KINDS, tree_text
from walk import find

GOLDENS = sorted({(path.parent.name, path.name.split(".")[1]) for path in CASES.glob("*/deck.*.txt")})


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
