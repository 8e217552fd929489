"""The parts of one artefact while it is written: each is stored once, with its kind and its relationships.

A picture of a kind Office does not show is refused (ValueError, a bug of the caller).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.tree import Chart, ShowPicture
from deckgen.writers.drawingml.chart import write_chart
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.workbook import write_workbook
from deckgen.writers.parts import FILE_TYPES, Relationships, relationships_of

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


@dataclass(slots=True)
class Shelf:
    """Parts by name, and their kinds where a suffix does not tell them; `folder` is that of the main part."""

    folder: str
    show: ShowPicture
    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    _pictures: dict[str, tuple[str, str]] = field(default_factory=dict)
    _stored: dict[bytes, str] = field(default_factory=dict)  # parts of pictures by what they hold
    _charts: int = 0

    def put(self, name: str, part: bytes, kind: str, links: Relationships | None = None) -> None:
        """Store a part that a content type must name."""
        self.parts[name] = part
        self.kinds[name] = kind
        if links is not None and links.found:
            self.parts[relationships_of(name)] = links.part()

    def put_picture(self, path: str) -> tuple[str, str]:
        """The names of a picture's part and of its SVG's, which may be empty, below the folder; stored once."""
        if path not in self._pictures:
            ready = self.show(path)
            if not FILE_TYPES.get(ready.suffix, "").startswith("image/"):
                raise ValueError(f"{path}: no picture that Office shows")
            name = self._put_media(ready.data, ready.suffix)
            self._pictures[path] = name, self._put_media(ready.svg, "svg") if ready.svg else ""
        return self._pictures[path]

    def _put_media(self, content: bytes, suffix: str) -> str:
        """The part that holds these bytes: pictures that are alike share one."""
        if content not in self._stored:
            name = self._stored[content] = f"media/image{len(self._stored) + 1}.{suffix}"
            self.parts[f"{self.folder}/{name}"] = content
        return self._stored[content]

    def put_chart(self, chart: Chart, dress: Dress, size: float) -> str:
        """The name of a new chart's part below the folder; its workbook lies beside it. `size` of text in points."""
        self._charts += 1
        name, workbook = f"charts/chart{self._charts}.xml", f"embeddings/chart{self._charts}.xlsx"
        links = Relationships()
        markup = write_chart(chart, links.add("package", f"../{workbook}"), dress, size)
        self.parts[f"{self.folder}/{workbook}"] = write_workbook(chart)
        self.put(f"{self.folder}/{name}", markup, _CHART, links)
        return name
