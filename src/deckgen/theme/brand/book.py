"""The book template of a house into the book template of a theme: page, faces, sizes, colours of its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from deckgen.theme.brand.clean import clean, package, parse, serialise
from deckgen.theme.office.facts import BookFacts, Scheme, StyleFacts
from deckgen.theme.office.prepared import learn
from deckgen.theme.theme import BookStyle, PageSetup, Theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STALE = ("attachedTemplate", "mailMerge", "docVars", "rsids", "footnotePr", "endnotePr", "schemaLibrary",
          "attachedSchema", "documentProtection", "writeProtection", "revisionView", "trackRevisions",
          "updateFields", "linkStyles")  # fmt: skip
_BODY = (10.0, 12.0)  # points, least and most of running text: forms and tables are drawn for it
_LEAST_TEXT = 400.0  # points of width that tables and sheets need
_TYPES = {
    "theme": ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "settings": (
        "word/settings.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
    ),
}  # fmt: skip


@dataclass(slots=True)
class BookBrand:
    """A book template of a theme, its look, and in plain words what was done with the house's."""

    parts: dict[str, bytes]
    page: PageSetup
    book_text: dict[str, BookStyle]
    latin: str
    east_asian: str
    scheme: Scheme | None
    notes: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def brand_book(parts: Mapping[str, bytes], usual: Theme, usual_parts: Mapping[str, bytes]) -> BookBrand:
    """The template without its text; `usual` is the default theme. Raises UnusableError with the reason."""
    facts = learn("book", parts)
    assert isinstance(facts, BookFacts)
    cleaned = clean("book", parts, facts.part)
    _empty(cleaned.parts, facts)
    for kind, (name, content_type) in _TYPES.items():
        if kind not in facts.parts:
            cleaned.parts[name] = usual_parts[name]
            cleaned.types[name] = content_type
            _relate(cleaned.parts, facts.part, kind, name)
    notes: list[str] = []
    page = _page(facts.page, usual.page, notes)
    plain = next((style for style in facts.styles if style.kind == "paragraph" and style.default), None)
    latin = (plain.latin if plain else "") or usual.fonts.latin
    east_asian = (plain.east_asian if plain else "") or (facts.scheme.text.hans if facts.scheme else "")
    if not east_asian or (east_asian == latin and east_asian.isascii()):
        notes.append(f"fonts: Chinese text of books is set in {usual.fonts.east_asian}: the template names none for it")
        east_asian = usual.fonts.east_asian
    styles = _styles(facts, plain, usual, notes)
    packed = package(cleaned.parts, cleaned.types, facts.part)
    return BookBrand(packed, page, styles, latin, east_asian, facts.scheme, notes, cleaned.dropped)


def _empty(parts: dict[str, bytes], facts: BookFacts) -> None:
    """Take out text, and whatever of styles and settings points at parts that a book writes itself."""
    document = parse(parts[facts.part])
    body = document.find(f"{W}body")
    for child in list(body):
        if child.tag != f"{W}sectPr":
            body.remove(child)
    for section in body.iter(f"{W}sectPr"):
        for child in list(section):
            if child.tag in (f"{W}headerReference", f"{W}footerReference", f"{W}printerSettings"):
                section.remove(child)
    parts[facts.part] = serialise(document)
    styles = parse(parts[facts.parts["styles"]])
    for numbered in list(styles.iter(f"{W}numPr")):
        numbered.getparent().remove(numbered)
    for kind, name in (("character", "Default Paragraph Font"), ("table", "Normal Table")):
        if not facts.default_style(kind):
            identifier = name.replace(" ", "")
            style = etree.SubElement(
                styles, f"{W}style", {f"{W}type": kind, f"{W}default": "1", f"{W}styleId": identifier}
            )
            etree.SubElement(style, f"{W}name", {f"{W}val": name})
    parts[facts.parts["styles"]] = serialise(styles)
    if "settings" in facts.parts:
        settings = parse(parts[facts.parts["settings"]])
        for child in [child for child in settings if etree.QName(child).localname in _STALE]:
            settings.remove(child)
        parts[facts.parts["settings"]] = serialise(settings)
    if "fontTable" in facts.parts:
        fonts = parse(parts[facts.parts["fontTable"]])
        for child in [item for item in fonts.iter() if "embed" in str(item.tag)]:
            child.getparent().remove(child)
        parts[facts.parts["fontTable"]] = serialise(fonts)


def _relate(parts: dict[str, bytes], main: str, kind: str, name: str) -> None:
    folder, _, file = main.rpartition("/")
    links = f"{folder}/_rels/{file}.rels"
    root: Any = parse(parts[links]) if links in parts else etree.Element(f"{{{_PACKAGE}}}Relationships")
    target = {"Id": f"rIdUsual{kind.title()}", "Type": f"{_R}/{kind}", "Target": f"/{name}"}
    etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", target)
    parts[links] = serialise(root)


def _page(page: PageSetup | None, usual: PageSetup, notes: list[str]) -> PageSetup:
    if page is None or page.width < 300 or page.height < 400:
        notes.append("page: as in the default theme; the template gives none that a book fits on")
        return usual
    if page.width > page.height:
        notes.append("page: upright; the template's lies on its side, and sheets that need it are turned one by one")
        page = replace(page, width=page.height, height=page.width, top=page.left, bottom=page.right, left=page.top,
                       right=page.bottom)  # fmt: skip
    spare = page.width - page.left - page.right - page.gutter
    if spare < _LEAST_TEXT:
        side = max(36.0, (page.width - page.gutter - _LEAST_TEXT) / 2)
        notes.append(f"page: margins at the sides are {side / 28.3465:.1f} cm, so that tables and sheets have room")
        page = replace(page, left=min(page.left, side), right=min(page.right, side))
    top = max(min(page.top, 0.16 * page.height), page.header + 22)
    bottom = max(min(page.bottom, 0.16 * page.height), page.footer + 22)
    header, footer = min(page.header, top - 22), min(page.footer, bottom - 22)
    return replace(page, top=top, bottom=bottom, header=header, footer=footer)


def _styles(facts: BookFacts, plain: StyleFacts | None, usual: Theme, notes: list[str]) -> dict[str, BookStyle]:
    """The default theme's styles in the template's sizes, so far as forms and tables bear them."""
    size = plain.size if plain and plain.size else usual.book_text["plain"].size
    body = min(max(size, _BODY[0]), _BODY[1])
    if body != size:
        notes.append(
            f"sizes: running text of books is {body:g} pt (the template has {size:g}): sheets are drawn for it"
        )
    share = min(1.0, body / usual.book_text["plain"].size)
    by_name = {style.name.casefold(): style for style in facts.styles}
    styles = {}
    for role, style in usual.book_text.items():
        own = by_name.get(style.name.casefold())
        scaled = replace(style, size=_half(style.size * share), line=_half(style.line * share))
        if role.startswith("heading") and own is not None and own.size:
            most = {"heading1": 24.0, "heading2": 16.0, "heading3": 13.0, "heading4": 12.0}[role]
            least = max(scaled.size * 0.8, body)
            chosen = _half(min(max(own.size, least), most))
            scaled = replace(scaled, size=chosen, line=_half(chosen * style.line / style.size), strong=own.strong)
        styles[role] = scaled
    return styles


def _half(value: float) -> float:
    return round(value * 2) / 2
