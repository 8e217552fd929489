"""What appears at the clicks of a slide: in reading order a paragraph, an item with all below it, a whole object."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.tree import Bundle, Callout, Cell, Drawing, ListBlock, Para, Row, Shape, Slide, Slot, Table
from deckgen.tree.clicks import BUILT, READING_ORDER, Click, clicks_of

BOX = Shape("rect", Frame(0, 0, 9, 9), "paper")
ITEMS = (Bundle(BOX.frame, (BOX,), "later", click=2), Bundle(BOX.frame, (BOX,), "sooner", click=1))
DRAWING = Drawing("cards", Frame(0, 0, 99, 9), (BOX, *ITEMS), "Cards")
LIST = ListBlock((runs("one"), runs("below"), runs("two")), levels=(0, 1, 0))
TABLE = Table((1.0,), (), (Row((Cell((Para(runs("cell")),)),)),), "A table")


def built(*slots: Slot) -> Slide:
    return Slide("B1.s1", "concept", "split", runs("Title"), slots, build=True)


def test_texts_come_before_the_visual_and_the_takeaway_last() -> None:
    slide = built(
        Slot("takeaway", (Para(runs("Keep"), "takeaway"),)),
        Slot("canvas", (DRAWING,)),
        Slot("lead", (Para(runs("Lead"), "lead"),)),
        Slot("body", (Para(runs("first")), Para(()), LIST)),
    )
    assert clicks_of(slide) == (
        Click(3, 0, "first", (0,)), Click(3, 0, "one", (2, 3)), Click(3, 0, "two", (4,)),
        Click(1, 0, "sooner", bundles=1), Click(1, 0, "later", bundles=2), Click(0, 0, "Keep"),
    )  # fmt: skip
    assert set(BUILT) < set(READING_ORDER)


def test_what_has_no_items_appears_whole() -> None:
    box = Callout("info", (), (Para(runs("said")),))
    slide = built(Slot("body", (box,), free=True), Slot("canvas", (TABLE,)))
    assert clicks_of(slide) == (Click(0, 0, "said"), Click(1, 0, "A table"))


def test_nothing_waits_on_a_slide_that_is_not_built() -> None:
    assert clicks_of(replace(built(Slot("body", (LIST,))), build=False)) == ()
