"""How large each picture of a placed tree is shown: at the largest of its places, wherever that is."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.pictures import widths_in
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Deck,
    DeckSection,
    Drawing,
    Group,
    Image,
    Para,
    Picture,
    Properties,
    Row,
    Slide,
    Slot,
    Table,
)

PROPERTIES = Properties("", "", "en", "1", "2026-01-15")


def test_the_largest_place_counts_and_a_crop_asks_for_more() -> None:
    large = Slot("canvas", (Picture("a.png", "A", 300, 200),), Frame(0, 0, 600, 400))
    small = Slot("picture", (Picture("a.png", "A", 300, 200),), Frame(0, 0, 90, 60))
    cropped = Slot("canvas", (Picture("b.png", "B", 300, 200, crop=(0.5, 0, 0, 0)),), Frame(0, 0, 100, 100))
    drawn = Slot("canvas", (Drawing("pictures", Frame(0, 0, 9, 9), (Image(Frame(0, 0, 50, 50), "c.png", "C"),), "C"),))
    slides = tuple(Slide("s", "concept", "visual", runs("T"), (slot,)) for slot in (large, small, cropped, drawn))
    deck = Deck(PROPERTIES, (DeckSection("M", "M", slides),))
    assert widths_in(deck) == {"a.png": 600, "b.png": 200, "c.png": 50}


def test_no_place_of_a_book_is_forgotten() -> None:
    def picture(name: str) -> Picture:
        return Picture(name, "", 40, 20)

    children = (
        Para(runs("Text")),
        picture("flow"),
        Group((picture("group"),)),
        Callout("info", (), (picture("box"),)),
        Table((1,), (Row((Cell((picture("head"),)),)),), (Row((Cell((picture("cell"),)),)),), "T"),
        Drawing("slide", Frame(0, 0, 9, 9), (Image(Frame(0, 0, 30, 30), "drawing", ""),), "D"),
    )
    book = Book("guide", PROPERTIES, (BookSection("M", "M", children),))
    assert widths_in(book) == {
        **dict.fromkeys(("flow", "group", "box", "head", "cell"), 40), "drawing": 30,
    }  # fmt: skip
