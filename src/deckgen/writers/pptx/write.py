"""A placed Deck, a Theme and its template into the bytes of a PPTX file.

Refuses a picture of an unknown kind (ValueError, a bug of the caller). Each part is written once.
"""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Mapping
from typing import Any

from lxml import etree

from deckgen.base.markup import Markup, Template, join, writable
from deckgen.base.runs import on_one_line, plain
from deckgen.theme.templates import DeckTemplate
from deckgen.theme.theme import Theme
from deckgen.tree import Deck, DeckSection, ShowPicture
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.names import R
from deckgen.writers.package import CONTENT_TYPES, write_package
from deckgen.writers.parts import RELATIONSHIPS, Relationships, relationships_of, write_content_types
from deckgen.writers.pptx.faces import change_faces
from deckgen.writers.pptx.layouts import name_layouts
from deckgen.writers.pptx.markup import P
from deckgen.writers.pptx.naming import Names
from deckgen.writers.pptx.notes import write_notes
from deckgen.writers.pptx.slide import write_slide
from deckgen.writers.pptx.table_style import table_style_of
from deckgen.writers.pptx.text import TextContext
from deckgen.writers.properties import write_core_properties, write_deck_properties
from deckgen.writers.shelf import Shelf

_OFFICE = "application/vnd.openxmlformats-officedocument"
_SLIDE_TYPE = f"{_OFFICE}.presentationml.slide+xml"
_NOTES_TYPE = f"{_OFFICE}.presentationml.notesSlide+xml"
_FIRST_SLIDE_ID = 256
_NAMESPACE = uuid.UUID("6f1d3d1c-6a55-5c0e-9d27-3a7a5b0e6c11")  # of the ids of sections
_SECTIONS = Template(
    '<p:ext xmlns:p="{p}" uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{sections}</p14:sectionLst>'
    "</p:ext>"
)
_SECTION = Template('<p14:section name="{name}" id="{{{id}}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>')
_BEFORE_SHOWS = ("sldSz", "notesSz", "smartTags", "embeddedFontLst")  # of a presentation, in this order
_MEMBER = Template('<p14:sldId id="{id}"/>')


def write_deck(deck: Deck, theme: Theme, template: DeckTemplate, show: ShowPicture) -> bytes:
    """The PPTX of a deck whose slots have frames and sizes; `show` gives their pictures."""
    shelf = Shelf("ppt", show)
    _write_slides(deck, Dress(theme, deck.properties.language), template, shelf)
    titles = [plain(on_one_line(slide.title)) for slide in deck.slides]
    notes, hidden = sum(bool(slide.notes) for slide in deck.slides), sum(slide.hidden for slide in deck.slides)
    parts = {
        **template.parts,
        **change_faces(template, theme.fonts.east_asian),
        **(name_layouts(template, theme, deck) if theme.names_layouts else {}),
        **shelf.parts,
        "docProps/core.xml": write_core_properties(deck.properties),
        "docProps/app.xml": write_deck_properties(titles, notes, hidden),
        **_presentation(deck, template.parts, template.facts.part),
    }
    parts[CONTENT_TYPES] = write_content_types(parts, shelf.kinds, template.parts[CONTENT_TYPES])
    return write_package(parts)


def _write_slides(deck: Deck, dress: Dress, template: DeckTemplate, shelf: Shelf) -> None:
    """The parts of all slides and of their notes."""
    files = {slide.id: f"slide{at}.xml" for at, slide in enumerate(deck.slides, 1)}
    notes_master, words = template.facts.notes_master, dict(deck.words)
    style = table_style_of(template.parts)
    shows = {show.id: number for number, show in enumerate(deck.shows)}
    for number, slide in enumerate(deck.slides, 1):
        layout = template.geometry.layouts[slide.layout]
        name, notes = f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml"
        links = Relationships()
        links.add("slideLayout", _target(name, layout.part))
        if slide.notes and notes_master:
            links.add("notesSlide", _target(name, notes))
            notes_links = Relationships()
            notes_links.add("notesMaster", _target(notes, notes_master))
            notes_links.add("slide", _target(notes, name))
            # a notes part may relate to its own slide only, so that links to others are plain words there
            part = write_notes(slide, number, TextContext(dress, notes_links, {}))
            shelf.put(notes, part, _NOTES_TYPE, notes_links)
        context = TextContext(dress, links, files, Names(words), style, shows)
        part = write_slide(slide, layout, number, context, shelf)
        shelf.put(name, part, _SLIDE_TYPE, links)


def _target(part: str, other: str) -> str:
    """How a part's relationships refer to another part."""
    return posixpath.relpath(
        f"/{other}", posixpath.dirname(f"/{part}")
    )  # from the root: no folder of the disk is asked


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
        etree.SubElement(slides, f"{{{P}}}sldId", {"id": str(_FIRST_SLIDE_ID + at - 1), f"{{{R}}}id": link})
        target = _target(name, f"ppt/slides/slide{at}.xml")
        entry = {"Id": link, "Type": f"{R}/slide", "Target": target}
        etree.SubElement(relationships, f"{{{RELATIONSHIPS}}}Relationship", entry)
    empty = presentation.find(f"{{{P}}}sldIdLst")
    if empty is not None:
        presentation.remove(empty)
    if len(slides):
        before = presentation.find(f"{{{P}}}sldSz")
        if before is None:
            raise ValueError("no slide size")
        before.addprevious(slides)
    if deck.shows:
        _add_shows(deck, presentation)
    _add_sections(deck, presentation)
    return {
        name: _serialise(presentation),
        relationships_of(name): _serialise(relationships),
    }


def _add_shows(deck: Deck, presentation: Any) -> None:
    """The custom shows, at their place among what a presentation consists of."""
    listed = etree.Element(f"{{{P}}}custShowLst")
    for number, show in enumerate(deck.shows):
        entry = etree.SubElement(listed, f"{{{P}}}custShow", {"name": writable(show.title), "id": str(number)})
        slides, kept = etree.SubElement(entry, f"{{{P}}}sldLst"), set(show.slides)
        for at, slide in enumerate(deck.slides, start=1):
            if slide.id in kept or slide.id.rpartition("+")[0] in kept:
                etree.SubElement(slides, f"{{{P}}}sld", {f"{{{R}}}id": f"rIdSlide{at}"})
    before = [name for name in _BEFORE_SHOWS if presentation.find(f"{{{P}}}{name}") is not None]
    presentation.find(f"{{{P}}}{before[-1]}").addnext(listed)


def _add_sections(deck: Deck, presentation: Any) -> None:
    extensions = presentation.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(presentation, f"{{{P}}}extLst")
    sections = []
    number = _FIRST_SLIDE_ID
    for section in deck.sections:
        if section.slides:
            sections.append(_write_section(section, deck.properties.title, number))
            number += len(section.slides)
    extensions.append(etree.fromstring(_SECTIONS(P, join(sections))))


def _write_section(section: DeckSection, title: str, first: int) -> Markup:
    """A section whose slides are numbered from `first`; its id hangs on the title of the deck and its own id."""
    name = writable(f"{title}/{section.id}")
    guid = str(uuid.uuid5(_NAMESPACE, name)).upper()
    return _SECTION(section.title, guid, join(_MEMBER(first + at) for at in range(len(section.slides))))


def _serialise(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
