"""A placed Deck and a Theme into the bytes of a PPTX file.

Refuses, all at once, a template that lacks what the theme names (DG602, DG603, DG609) and a picture
of an unknown kind (ValueError, a bug of the model). Each part is written once.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from deckgen.base.diagnostics import Diagnostic
from deckgen.theme.theme import Theme
from deckgen.tree import Chart, Deck
from deckgen.writers.core_properties import write_core_properties
from deckgen.writers.package import CONTENT_TYPES, write_package
from deckgen.writers.pptx.chart import write_chart
from deckgen.writers.pptx.markup import RELATIONSHIPS, Dress, Links, P, R
from deckgen.writers.pptx.notes import write_notes
from deckgen.writers.pptx.properties import write_app_properties
from deckgen.writers.pptx.slide import write_slide
from deckgen.writers.pptx.template import PRESENTATION, Template, read_deck_template, relationships_of
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


class TemplateError(Exception):
    """The theme's deck template cannot carry a deck; `diagnostics` say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(item.message for item in diagnostics))
        self.diagnostics = diagnostics


def write_deck(deck: Deck, theme: Theme, read_bytes: Callable[[Path], bytes]) -> bytes:
    """The PPTX of a deck whose slots have frames and sizes; pictures come through `read_bytes`.

    Read the template with `read_layouts` first: a template that lacks what the theme names raises
    TemplateError here, with the same diagnostics.
    """
    template, diagnostics = read_deck_template(theme)
    if template is None or diagnostics:
        raise TemplateError(diagnostics)
    return write_package(_Build(deck, theme, template, read_bytes).parts())


@dataclass(slots=True)
class _Build:
    """The parts of one deck while they are written."""

    deck: Deck
    theme: Theme
    template: Template
    read_bytes: Callable[[Path], bytes]
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
        notes_master = _target(self.template.parts, "notesMaster")
        for number, slide in enumerate(self.deck.slides, 1):
            layout = self.template.layouts[self.theme.layouts[slide.layout]]
            links = Links()
            links.add("slideLayout", "../" + layout.part.removeprefix("ppt/"))
            if slide.notes and notes_master:
                links.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
                self._notes(slide, number, notes_master, neighbours)
            context = TextContext(self.dress, links, files)
            name = f"ppt/slides/slide{number}.xml"
            self._put(name, write_slide(slide, layout, number, context, self), _SLIDE_TYPE, links)
        self.written["docProps/core.xml"] = write_core_properties(self.deck.properties)
        self.written["docProps/app.xml"] = write_app_properties(self.deck)
        template = self.template.parts
        return {
            **template,
            **self.written,
            **_presentation(self.deck, template),
            CONTENT_TYPES: _content_types(template[CONTENT_TYPES], self.overrides, self.written),
        }

    def _put(self, name: str, markup: bytes, kind: str, links: Links) -> None:
        self.written[name] = markup
        self.overrides[name] = kind
        if links.found:
            self.written[relationships_of(name)] = links.markup()

    def _notes(self, slide: Any, number: int, master: str, targets: Mapping[str, str]) -> None:
        links = Links()
        links.add("notesMaster", f"../{master}")
        links.add("slide", f"../slides/slide{number}.xml")
        markup = write_notes(slide, number, TextContext(self.dress, links, targets))
        self._put(f"ppt/notesSlides/notesSlide{number}.xml", markup, _NOTES_TYPE, links)

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


def _target(parts: Mapping[str, bytes], kind: str) -> str:
    """What the presentation's first relationship of `kind` points to, from ``ppt/``; empty = none."""
    root = etree.fromstring(parts[relationships_of(PRESENTATION)])
    for item in root:
        if str(item.get("Type")).endswith(f"/{kind}"):
            return str(item.get("Target")).removeprefix("/ppt/")
    return ""


def _presentation(deck: Deck, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The presentation part with its list of slides and sections, and its relationships."""
    presentation = etree.fromstring(parts[PRESENTATION])
    relationships = etree.fromstring(parts[relationships_of(PRESENTATION)])
    taken = {str(item.get("Id")) for item in relationships}
    slides = etree.Element(f"{{{P}}}sldIdLst")
    for at in range(1, len(deck.slides) + 1):
        name = f"rIdSlide{at}"
        if name in taken:
            raise ValueError(f"the template uses the relationship id {name}")
        etree.SubElement(
            slides,
            f"{{{P}}}sldId",
            {"id": str(_FIRST_SLIDE_ID + at - 1), f"{{{R}}}id": name},
        )
        etree.SubElement(
            relationships,
            f"{{{RELATIONSHIPS}}}Relationship",
            {"Id": name, "Type": f"{R}/slide", "Target": f"slides/slide{at}.xml"},
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
        PRESENTATION: _serialise(presentation),
        relationships_of(PRESENTATION): _serialise(relationships),
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
