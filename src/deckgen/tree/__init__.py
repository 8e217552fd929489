"""The neutral trees between compose and the writers."""

from deckgen.tree.book import Book, BookSection, PageUse, ThumbTab
from deckgen.tree.deck import CustomShow, Deck, DeckSection, Properties, Slide, Slot
from deckgen.tree.drawing import Bundle, Drawing, Geometry, Icon, Image, Label, Path, Primitive, Shape, TextBox, flat
from deckgen.tree.elements import (
    Callout,
    Cell,
    Chart,
    Diagram,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Picture,
    Row,
    Table,
    TableLayout,
    TargetLine,
    Toc,
    TocEntry,
    WritingSpace,
)
from deckgen.tree.picture import ReadyPicture, ShowPicture
from deckgen.tree.record import Record

__all__ = [
    "Book", "BookSection", "Bundle", "Callout", "Cell", "Chart", "CustomShow", "Deck", "DeckSection", "Diagram",
    "Drawing", "Element", "Field", "Geometry", "Group", "Heading", "Icon", "Image", "Label", "ListBlock", "PageUse",
    "Para", "Path", "Picture", "Primitive", "Properties", "ReadyPicture", "Record", "Row", "Shape", "ShowPicture",
    "Slide", "Slot", "Table", "TableLayout", "TargetLine", "TextBox", "ThumbTab", "Toc", "TocEntry", "WritingSpace",
    "flat",
]  # fmt: skip
