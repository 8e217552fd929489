"""What the body of a book asks of the other parts of its package: ids, links, pictures, lists, charts.

Refuses nothing; numbers are given out in reading order, so equal books give equal parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from deckgen.base.reading import ReadBytes
from deckgen.theme import Theme

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(slots=True)
class Relationship:
    """An entry of a part's relationships."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Ledger:
    """Gathers while the body is lowered; `anchors` maps an anchor to the name of its bookmark."""

    theme: Theme
    language: str
    read_bytes: ReadBytes
    anchors: dict[str, str]
    relationships: list[Relationship] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    charts: list[tuple[str, bytes, bytes]] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)  # start value of each numbered list
    variants: set[tuple[str, bool, bool]] = field(default_factory=set)  # style role, below box, above box
    _links: dict[str, str] = field(default_factory=dict)
    _pictures: dict[str, str] = field(default_factory=dict)
    _bookmarks: int = 0
    _drawings: int = 0
    _controls: int = 0

    def bookmark(self) -> int:
        """A bookmark id."""
        self._bookmarks += 1
        return self._bookmarks

    def drawing(self) -> int:
        """An id of drawing properties."""
        self._drawings += 1
        return self._drawings

    def control(self) -> int:
        """An id of a content control."""
        self._controls += 1
        return 100_000_000 + self._controls

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Relate the document part to a target; the relationship's id."""
        relationship = Relationship(f"rId{len(self.relationships) + 1}", f"{_OFFICE}/{kind}", target, external)
        self.relationships.append(relationship)
        return relationship.id

    def link(self, address: str) -> str:
        """The relationship of an outward link, one for each address."""
        if address not in self._links:
            self._links[address] = self.relate("hyperlink", address, external=True)
        return self._links[address]

    def picture(self, path: str) -> str:
        """The relationship of a picture, stored once however often it is shown."""
        if path not in self._pictures:
            suffix = path.rsplit(".", 1)[-1].lower()
            name = f"media/image{len(self._pictures) + 1}.{suffix}"
            self.media[f"word/{name}"] = self.read_bytes(Path(path))
            self._pictures[path] = self.relate("image", name)
        return self._pictures[path]

    def number(self, start: int) -> int:
        """A numbering instance of its own for one ordered list; the fixed ones are 1 and 2."""
        self.lists.append(start)
        return 2 + len(self.lists)

    def colour(self, role: str) -> str:
        """A colour role as RRGGBB."""
        return self.theme.colours[role]
