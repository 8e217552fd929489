"""Where a flow meets a box: what the pagination and the writer of books both go by."""

from __future__ import annotations

import pytest

from deckgen.base.runs import runs
from deckgen.tree import Callout, Element, Group, Heading, Para, Row, Table, WritingSpace
from deckgen.tree.edges import ends_in_box, starts_in_box

PARA = Para(runs("Text"))
TABLE = Table((1.0,), (), (Row(()),), "T")
BOX = Callout("info", (), (PARA,))


@pytest.mark.parametrize(
    ("element", "starts", "ends"),
    [
        (PARA, False, False),
        (Heading(1, runs("H"), "h"), False, False),
        (TABLE, True, True),
        (BOX, True, True),
        (WritingSpace(2), True, True),
        (WritingSpace(2, runs("Write")), True, True),
        (WritingSpace(0, runs("Write")), True, True),
        (WritingSpace(0), False, False),
        (Group(()), False, False),
        (Group((PARA, TABLE)), False, True),
        (Group((TABLE, PARA)), True, False),
        (Group((Group((BOX,)), PARA)), True, False),
        (Group((PARA, Group((PARA, BOX)))), False, True),
        (Group((TABLE,), new_page=True), False, True),
    ],
)
def test_an_element_begins_or_ends_with_a_box(element: Element, starts: bool, ends: bool) -> None:
    assert (starts_in_box(element), ends_in_box(element)) == (starts, ends)
