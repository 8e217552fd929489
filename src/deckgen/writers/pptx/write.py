"""A placed Deck, a Theme and its template into the bytes of a PPTX file.

Refuses a picture of an unknown kind (ValueError, a bug of the model). Each part is written once.
"""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from deckgen.base.reading import ReadBytes
from deckgen.theme.templates import DeckTemplate
from deckgen.theme.theme import Theme
from deckgen.tree import Chart, Deck
from deckgen.writers.core_properties import write_core_properties
from deckgen.writers.package import CONTENT_TYPES, write_package
from deckgen.writers.pptx.chart import write_chart
from deckgen.writers.pptx.markup import RELATIONSHIPS, Dress, Links, P, R
from deckgen.writers.pptx.notes import write_notes
from deckgen.writers.pptx.properties import write_app_properties
from deckgen.writers.pptx.slide import write_slide
from deckgen.writers.pptx.text import TextContext
from deckgen.writers.workbook import write_workbook

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_SLIDE_TYPE = f"{_OFFICE}.presentationml.slide+xml"
_NOTES_TYPE = f"{_OFFICE}.presentationml.notesSlide+xml"
_CHART_TYPE = f"{_OFFICE}.drawingml.chart+xml"
_FILE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
_FIRST_SLIDE_ID = 256
_NAMESPACE = uuid.UUID("6f1d3d1c-6a55-5c0e-9d27-3a7a5b0e6c11")  # of the ids of sections


def write_deck(deck: Deck, theme: Theme, template: DeckTemplate, read_bytes: ReadBytes) -> bytes:
    """The PPTX of a deck whose slots have frames and sizes; pictures come through `read_bytes`."""
    return write_package(_Build(deck, theme, template, read_bytes).parts())


@dataclass(slots=True)
class _Build:
    """The parts of one deck while they are written."""

    deck: Deck
    theme: Theme
    template: DeckTemplate
    read_bytes: ReadBytes
    written: dict[str, bytes] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    pictures: dict[Path, str] = field(default_factory=dict)
    charts: int = 0
    dress: Dress = field(init=False)

    def __post_init__(self) -> None:
        self.dress = Dress(self.theme, self.deck.properties.language)

    def parts(self) -> dict[str, bytes]:
        files = {slide.id: f"slide{at}.xml" for at, slide in enumerate(self.deck.slides, 1)}
        # links inside notes lead to slides of the neighbouring folder
        neighbours = {key: f"../slides/{file}" for key, file in files.items()}
        notes_master = self.template.facts.notes_master
        for number, slide in enumerate(self.deck.slides, 1):
            layout = self.template.geometry.layouts[slide.layout]
            name = f"ppt/slides/slide{number}.xml"
            links = Links()
            links.add("slideLayout", _target(name, layout.part))
            if slide.notes and notes_master:
                links.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
                self._notes(slide, number, notes_master, neighbours)
            context = TextContext(self.dress, links, files)
            self._put(name, write_slide(slide, layout, number, context, self), _SLIDE_TYPE, links)
        self.written["docProps/core.xml"] = write_core_properties(self.deck.properties)
        self.written["docProps/app.xml"] = write_app_properties(self.deck)
        template = self.template.parts
        return {
            **template,
            **self.written,
            **_presentation(self.deck, template, self.template.facts.part),
            CONTENT_TYPES: _content_types(template[CONTENT_TYPES], self.overrides, self.written),
        }

    def _put(self, name: str, markup: bytes, kind: str, links: Links) -> None:
        self.written[name] = markup
        self.overrides[name] = kind
        if links.found:
            self.written[relationships_of(name)] = links.markup()

    def _notes(self, slide: Any, number: int, master: str, targets: Mapping[str, str]) -> None:
        name = f"ppt/notesSlides/notesSlide{number}.xml"
        links = Links()
        links.add("notesMaster", _target(name, master))
        links.add("slide", f"../slides/slide{number}.xml")
        markup = write_notes(slide, number, TextContext(self.dress, links, targets))
        self._put(name, markup, _NOTES_TYPE, links)

    def put_picture(self, path: Path) -> str:
        """The target of a picture's part; equal paths share one."""
        found = self.pictures.get(path)
        if found is None:
            suffix = path.suffix.lower().lstrip(".")
            if suffix not in _FILE_TYPES or suffix == "xlsx":
                raise ValueError(f"{path}: pictures on slides are png, jpg or gif")
            found = self.pictures[path] = f"media/image{len(self.pictures) + 1}.{suffix}"
            self.written[f"ppt/{found}"] = self.read_bytes(path)
        return f"../{found}"

    def put_chart(self, chart: Chart) -> str:
        """The target of a new chart part with its workbook."""
        self.charts += 1
        workbook = f"embeddings/chart{self.charts}.xlsx"
        links = Links()
        reference = links.add("package", f"../{workbook}")
        self.written[f"ppt/{workbook}"] = write_workbook(chart)
        name = f"ppt/charts/chart{self.charts}.xml"
        self._put(name, write_chart(chart, reference, self.dress), _CHART_TYPE, links)
        return f"../charts/chart{self.charts}.xml"


def relationships_of(part: str) -> str:
    """The name of the relationships part of a part."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _target(part: str, other: str) -> str:
    """How a part's relationships refer to another part."""
    return posixpath.relpath(other, posixpath.dirname(part))


def _presentation(deck: Deck, parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The presentation part `name` with its list of slides and sections, and its relationships."""
    presentation = etree.fromstring(parts[name])
    relationships = etree.fromstring(parts[relationships_of(name)])
    taken = {str(item.get("Id")) for item in relationships}
    slides = etree.Element(f"{{{P}}}sldIdLst")
    for at in range(1, len(deck.slides) + 1):
        link = f"rIdSlide{at}"
        if link in taken:
            raise ValueError(f"the template uses the relationship id {link}")
        etree.SubElement(
            slides,
            f"{{{P}}}sldId",
            {"id": str(_FIRST_SLIDE_ID + at - 1), f"{{{R}}}id": link},
        )
        etree.SubElement(
            relationships,
            f"{{{RELATIONSHIPS}}}Relationship",
            {"Id": link, "Type": f"{R}/slide", "Target": _target(name, f"ppt/slides/slide{at}.xml")},
        )
    empty = presentation.find(f"{{{P}}}sldIdLst")
    if empty is not None:
        presentation.remove(empty)
    if len(slides):
        before = presentation.find(f"{{{P}}}sldSz")
        if before is None:
            raise ValueError("no slide size")
        before.addprevious(slides)
    _add_sections(deck, presentation)
    return {
        name: _serialise(presentation),
        relationships_of(name): _serialise(relationships),
    }


def _add_sections(deck: Deck, presentation: Any) -> None:
    extensions = presentation.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(presentation, f"{{{P}}}extLst")
    extension = etree.SubElement(extensions, f"{{{P}}}ext", {"uri": _SECTIONS})
    sections = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    number = _FIRST_SLIDE_ID
    for section in deck.sections:
        if not section.slides:
            continue
        name = f"{deck.properties.title}/{section.id}"
        guid = f"{{{str(uuid.uuid5(_NAMESPACE, name)).upper()}}}"
        entry = etree.SubElement(sections, f"{{{_P14}}}section", {"name": section.title, "id": guid})
        members = etree.SubElement(entry, f"{{{_P14}}}sldIdLst")
        for _ in section.slides:
            etree.SubElement(members, f"{{{_P14}}}sldId", {"id": str(number)})
            number += 1


def _content_types(template: bytes, overrides: Mapping[str, str], written: Mapping[str, bytes]) -> bytes:
    types = etree.fromstring(template)
    known = {str(item.get("Extension")).lower() for item in types if item.get("Extension")}
    suffixes = {name.rpartition(".")[2] for name in written}
    for suffix in sorted((suffixes & _FILE_TYPES.keys()) - known):
        default = etree.Element(f"{{{_TYPES}}}Default", {"Extension": suffix, "ContentType": _FILE_TYPES[suffix]})
        types.insert(0, default)
    for name, kind in overrides.items():
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind})
    return _serialise(types)


def _serialise(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
