"""The book template of a house into the book template of a theme: page, faces, sizes, colours of its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from deckgen.theme.brand.clean import PICTURES, clean, package, parse, serialise
from deckgen.theme.brand.letterhead import read_letterhead
from deckgen.theme.brand.page_room import Letterhead
from deckgen.theme.brand.record import Served
from deckgen.theme.faces import has_chinese
from deckgen.theme.office.facts import BookFacts, Scheme, StyleFacts
from deckgen.theme.office.prepared import learn
from deckgen.theme.theme import BookStyle, PageItem, PageSetup, Theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STALE = ("attachedTemplate", "mailMerge", "docVars", "rsids", "footnotePr", "endnotePr", "schemaLibrary",
          "attachedSchema", "documentProtection", "writeProtection", "revisionView", "trackRevisions",
          "updateFields", "linkStyles")  # fmt: skip
_BODY = (10.0, 12.0)  # points, least and most of running text: forms and tables are drawn for it
_MOST_SIZES = {
    "cover_title": 36.0, "cover_subtitle": 20.0, "heading1": 24.0, "heading2": 16.0, "heading3": 13.0, "heading4": 12.0,
}  # fmt: skip
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
    items: tuple[PageItem, ...] = ()  # what stands on its pages
    colours: Mapping[str, str] = field(default_factory=dict)  # of headings, RRGGBB by role
    notes: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    served: dict[str, Served] = field(default_factory=dict)  # by role


def brand_book(parts: Mapping[str, bytes], usual: Theme, usual_parts: Mapping[str, bytes]) -> BookBrand:
    """The template without its text; `usual` is the default theme. Raises UnusableError with the reason."""
    facts = learn("book", parts)
    assert isinstance(facts, BookFacts)
    use = _use(parts[facts.part])
    head = _letterhead(parts, facts)
    cleaned = clean("book", parts, facts.part)
    _empty(cleaned.parts, facts)
    if head is not None:
        del cleaned.dropped["headers and footers of its pages"]
        cleaned.dropped += head.dropped
        cleaned.parts |= head.parts
        cleaned.types |= {name: PICTURES[name.rpartition(".")[2].lower()] for name in head.parts}
    for kind, (name, content_type) in _TYPES.items():
        if kind not in facts.parts:
            cleaned.parts[name] = usual_parts[name]
            cleaned.types[name] = content_type
            _relate(cleaned.parts, facts.part, kind, name)
    notes: list[str] = list(head.notes) if head is not None else []
    page = _page(head.page if head is not None else facts.page, usual.page, notes)
    items = tuple(head.items) if head is not None else ()
    notes += _tell_items(items)
    plain = next((style for style in facts.styles if style.kind == "paragraph" and style.default), None)
    latin = (plain.latin if plain else "") or usual.fonts.latin
    east_asian = (plain.east_asian if plain else "") or (facts.scheme.text.hans if facts.scheme else "")
    if not east_asian or (east_asian == latin and east_asian.isascii()):
        notes.append(f"fonts: Chinese text of books is set in {usual.fonts.east_asian}: the template names none for it")
        east_asian = usual.fonts.east_asian
    served = _serving(facts, use)
    styles = _styles(plain, served, usual, (latin, east_asian), notes)
    colours = {role: style.colour for role, (style, _) in served.items() if style.colour}
    notes += [
        f"{role}: its looks are those of the style “{style.name}” ({why})" for role, (style, why) in served.items()
    ]
    packed = package(cleaned.parts, cleaned.types, facts.part)
    return BookBrand(
        packed,
        page,
        styles,
        latin,
        east_asian,
        facts.scheme,
        items,
        colours,
        notes,
        cleaned.dropped,
        {role: Served(style.name, why) for role, (style, why) in served.items()},
    )


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


def _letterhead(parts: Mapping[str, bytes], facts: BookFacts) -> Letterhead | None:
    """What headers and footers show; None of a template whose pages lie on their side, or are none a book fits on."""
    page = facts.page
    if page is None or page.width < 300 or page.height < 400 or page.width > page.height:
        return None
    return read_letterhead(parts, facts.part, page, facts.scheme.colours if facts.scheme else {})


def _tell_items(items: Sequence[PageItem]) -> Iterator[str]:
    for item in items:
        what = f"“{item.text}”" if item.text else item.picture.rpartition("/")[2] or "an area"
        where = {"all": "on all pages", "cover": "on covers", "inside": "on pages behind the cover"}[item.pages]
        at = f"{item.frame.x:.0f} pt from the left and {item.frame.y:.0f} from the top"
        yield f"pages: {what} stands {where} of books, {at}"


def _use(document: bytes) -> Counter[str]:
    """How many paragraphs of the sample text are in each style."""
    return Counter(item.get(f"{W}val", "") for item in parse(document).iter(f"{W}pStyle"))


_SERVED = {
    "cover_title": ("title",), "cover_subtitle": ("subtitle",), "heading1": ("heading 1",), "heading2": ("heading 2",),
    "heading3": ("heading 3",), "heading4": ("heading 4",),
}  # fmt: skip


def _serving(facts: BookFacts, use: Mapping[str, int]) -> dict[str, tuple[StyleFacts, str]]:
    """The template's style for each role of headings, by its level, then by use, then by name; and why it."""
    served = {}
    styles = [style for style in facts.styles if style.kind == "paragraph"]
    for role, names in _SERVED.items():
        level = int(role[-1]) if role.startswith("heading") else 0
        fits = [style for style in styles if style.name.casefold() in names or (level and style.outline == level)]
        if not fits:
            continue
        best = max(
            fits, key=lambda style: (use.get(style.id, 0) > 0, style.name.casefold() in names, use.get(style.id, 0))
        )
        reasons = [f"its outline level is {level}"] if level and best.outline == level else []
        reasons += [f"{use[best.id]} of the template's paragraphs use it"] if use.get(best.id) else []
        reasons += ["by its name"] if best.name.casefold() in names else []
        served[role] = best, ", ".join(reasons)
    return served


_FACED = {"toc_title": "heading1", "sheet_title": "heading2"}  # set in the faces of another role


def _styles(
    plain: StyleFacts | None,
    served: Mapping[str, tuple[StyleFacts, str]],
    usual: Theme,
    faces: tuple[str, str],
    notes: list[str],
) -> dict[str, BookStyle]:
    """The default theme's styles in the template's sizes and faces, so far as forms and tables bear them."""
    size = plain.size if plain and plain.size else usual.book_text["plain"].size
    body = min(max(size, _BODY[0]), _BODY[1])
    if body != size:
        notes.append(
            f"sizes: running text of books is {body:g} pt (the template has {size:g}): sheets are drawn for it"
        )
    share = min(1.0, body / usual.book_text["plain"].size)
    styles = {}
    for role, style in usual.book_text.items():
        own = served[role][0] if role in served else None
        scaled = replace(style, size=_half(style.size * share), line=_half(style.line * share))
        if own is not None and own.size:
            most = _MOST_SIZES[role]
            least = max(scaled.size * 0.8, body)
            chosen = _half(min(max(own.size, least), most))
            strong = own.strong or _is_plain(own, faces)
            scaled = replace(scaled, size=chosen, line=_half(chosen * style.line / style.size), strong=strong)
        faced = served.get(_FACED.get(role, role))
        if faced is not None:
            latin, east_asian = _faces_of(faced[0], faces)
            scaled = replace(scaled, latin=latin, east_asian=east_asian)
        styles[role] = scaled
    return styles


def _is_plain(style: StyleFacts, faces: tuple[str, str]) -> bool:
    """Whether nothing but its size sets a heading apart: then it stays strong."""
    return not style.strong and not style.colour and not any(_faces_of(style, faces))


def _faces_of(style: StyleFacts, faces: tuple[str, str]) -> tuple[str, str]:
    """The faces of a style, empty where they are those of running text."""
    latin = style.latin if style.latin != faces[0] else ""
    east_asian = style.east_asian if style.east_asian != faces[1] and has_chinese(style.east_asian) else ""
    return latin, east_asian


def _half(value: float) -> float:
    return round(value * 2) / 2
