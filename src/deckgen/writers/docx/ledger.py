"""What the body of a book asks of the other parts of its package: ids, links, pictures, lists, charts.

Refuses nothing; numbers are given out in reading order, so equal books give equal parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.base.names import bookmark_of
from deckgen.base.runs import Runs
from deckgen.theme import Theme
from deckgen.tree import Chart
from deckgen.writers.docx.style_ids import RowVariant, StyleVariant
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.parts import Relationships
from deckgen.writers.shelf import Shelf


@dataclass(slots=True)
class Ledger:
    """Gathers while the body is lowered; `anchors` maps an anchor to the name of its bookmark."""

    dress: Dress
    shelf: Shelf
    anchors: dict[str, str]
    links: Relationships = field(default_factory=Relationships)
    lists: list[int] = field(default_factory=list)  # start value of each numbered list
    footnotes: list[Runs] = field(default_factory=list)
    variants: set[StyleVariant] = field(default_factory=set)
    row_variants: set[RowVariant] = field(default_factory=set)
    bands: set[str] = field(default_factory=set)  # ids of the styles that lines of bands are based on
    contents_columns: int = 1
    sources: dict[str, str] = field(default_factory=dict)  # name of a bookmark -> id of what stands in it
    _bookmarks: int = 0
    _drawings: int = 0
    _controls: int = 0

    theme: Theme = field(init=False)

    def __post_init__(self) -> None:
        self.theme = self.dress.theme

    def bookmark(self) -> int:
        """A bookmark id."""
        self._bookmarks += 1
        return self._bookmarks

    def source(self, name: str) -> str:
        """The name of a new bookmark around the text of this id, with a number behind it where it comes again."""
        stem = bookmark = bookmark_of(name)
        times = 1
        while bookmark in self.sources:
            times += 1
            bookmark = f"{stem}_{times}"
        self.sources[bookmark] = name
        return bookmark

    def drawing(self) -> int:
        """An id of drawing properties."""
        self._drawings += 1
        return self._drawings

    def control(self) -> int:
        """An id of a content control."""
        self._controls += 1
        return 100_000_000 + self._controls

    def number(self, start: int) -> int:
        """A numbering instance of its own for one ordered list; the fixed ones are 1 and 2."""
        self.lists.append(start)
        return 2 + len(self.lists)

    def footnote(self, source: Runs) -> int:
        """The id of a footnote with these words."""
        self.footnotes.append(source)
        return len(self.footnotes)

    def link(self, address: str) -> str:
        """The relationship of an outward link, one for each address."""
        return self.links.add("hyperlink", address, external=True)

    def picture(self, path: str) -> tuple[str, str]:
        """The relationships of a picture and of its SVG, which may be empty; stored once however often it is shown."""
        part, vector = self.shelf.put_picture(path)
        return self.links.add("image", part), self.links.add("image", vector) if vector else ""

    def chart(self, chart: Chart) -> str:
        """The relationship of a chart, whose text is as large as that of tables."""
        size = self.theme.book_text["cell"].size
        return self.links.add("chart", self.shelf.put_chart(chart, self.dress, size))

    def colour(self, role: str) -> str:
        """A colour role as RRGGBB."""
        return self.theme.colours[role]
