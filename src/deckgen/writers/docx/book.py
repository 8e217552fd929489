"""A paginated book into the bytes of a Word document.

Refuses a book that still holds undrawn diagrams (TypeError, a bug).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.base.runs import Runs
from deckgen.theme import BookTemplate, Theme
from deckgen.tree import (
    Book,
    Callout,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    ShowPicture,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.writers.docx.footnotes import write_footnotes
from deckgen.writers.docx.furniture import has_facing_pages
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.numbering import write_numbering
from deckgen.writers.docx.settings import write_settings, write_theme
from deckgen.writers.docx.sources import PROPERTIES, PROPERTIES_KIND, SOURCES, write_source_properties, write_sources
from deckgen.writers.docx.story import write_body
from deckgen.writers.docx.styles import write_styles
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.package import CONTENT_TYPES, ROOT_RELATIONSHIPS, write_package
from deckgen.writers.parts import CORE_PROPERTIES, Relationships, relationships_of, write_content_types
from deckgen.writers.properties import write_book_properties, write_core_properties
from deckgen.writers.shelf import Shelf

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_MAIN = "word/document.xml"
# Parts that stand beside the document: what relates to them, and their kind.
_BESIDE = {
    "word/styles.xml": ("styles", f"{_WORD}.styles+xml"),
    "word/settings.xml": ("settings", f"{_WORD}.settings+xml"),
    "word/theme/theme1.xml": ("theme", f"{_OFFICE}.theme+xml"),
    "word/numbering.xml": ("numbering", f"{_WORD}.numbering+xml"),
    "word/fontTable.xml": ("fontTable", f"{_WORD}.fontTable+xml"),
}
_PROPERTIES = {
    "docProps/core.xml": (CORE_PROPERTIES, "application/vnd.openxmlformats-package.core-properties+xml"),
    "docProps/app.xml": ("extended-properties", f"{_OFFICE}.extended-properties+xml"),
}


def write_book(book: Book, theme: Theme, template: BookTemplate, show: ShowPicture) -> bytes:
    """The Word document of a paginated book; equal input gives equal bytes.

    `show` gives a picture by the path the tree names.
    """
    source = template.facts.parts
    language = book.properties.language
    shelf = Shelf("word", show)
    replaced = {template.facts.part, *source.values()}
    kept = {name: part for name, part in template.parts.items() if name.startswith("word/") and name not in replaced}
    if "fontTable" in source:
        kept["word/fontTable.xml"] = template.parts[source["fontTable"]]
    shelf.parts |= kept
    ledger = Ledger(Dress(theme, language), shelf, name_bookmarks(book))
    write_body(book, ledger)
    write_footnotes(ledger)
    shelf.parts |= {
        "word/styles.xml": write_styles(
            template, theme, language, ledger.variants, ledger.row_variants, ledger.contents_columns, ledger.bands
        ),
        "word/settings.xml": write_settings(
            template.parts[source["settings"]], language, facing=has_facing_pages(book, theme)
        ),
        "word/theme/theme1.xml": write_theme(template.parts[source["theme"]], theme, language),
        "word/numbering.xml": write_numbering(theme, ledger.lists),
        "docProps/core.xml": write_core_properties(book.properties),
        "docProps/app.xml": write_book_properties(book.properties.author),
    }
    if ledger.sources:
        beside = Relationships()
        beside.add("customXmlProps", PROPERTIES.rpartition("/")[2])
        shelf.put(PROPERTIES, write_source_properties(), PROPERTIES_KIND)
        shelf.parts |= {SOURCES: write_sources(book, ledger.sources), relationships_of(SOURCES): beside.part()}
        ledger.links.add("customXml", f"../{SOURCES}")
    root = Relationships()
    root.add("officeDocument", _MAIN)
    for links, folder, parts in ((ledger.links, "word/", _BESIDE), (root, "", _PROPERTIES)):
        for name, (relation, kind) in parts.items():
            if name in shelf.parts:
                links.add(relation, name.removeprefix(folder))
                shelf.kinds[name] = kind
    shelf.parts[relationships_of(_MAIN)] = ledger.links.part()
    shelf.parts[ROOT_RELATIONSHIPS] = root.part()
    shelf.parts[CONTENT_TYPES] = write_content_types(shelf.parts, shelf.kinds)
    return write_package(shelf.parts)


def name_bookmarks(book: Book) -> dict[str, str]:
    """Anchor -> bookmark: every heading, and every group that a link or a page reference names."""
    elements = list(_walk(child for section in book.sections for child in section.children))
    headings = [element.anchor for element in elements if isinstance(element, Heading)]
    runs = [run for text in _texts(elements) for run in text]
    runs += [noted for run in runs for noted in run.note]
    wanted = {run.page_of or run.href[1:] for run in runs if run.page_of or run.href}
    groups = [e.id for e in elements if isinstance(e, Group) and e.id in wanted]
    names: dict[str, str] = {}
    for anchor in (*headings, *groups):
        if anchor and anchor not in names:
            names[anchor] = f"_Toc{len(names) + 1:09d}"
    return names


def _walk(elements: Iterable[Element]) -> Iterable[Element]:
    for element in elements:
        yield element
        if isinstance(element, Group):
            yield from _walk(element.children)
        elif isinstance(element, Callout):
            yield from _walk(element.body)
        elif isinstance(element, Table):
            for row in (*element.head, *element.rows):
                for cell in row.cells:
                    yield from _walk(cell.content)


def _texts(elements: Sequence[Element]) -> Iterable[Runs]:
    for element in elements:
        match element:
            case Para(runs=runs) | Heading(runs=runs) | Toc(title=runs) | Callout(title=runs):
                yield runs
            case ListBlock():
                yield from element.items
            case WritingSpace(prompt=runs) | Field(label=runs):
                yield runs
            case _:
                continue
