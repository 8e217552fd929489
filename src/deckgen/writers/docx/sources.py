"""What a book was made from, as a part that Word keeps: the ids behind its bookmarks, and what each page has."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.base.markup import Markup, Template, join
from deckgen.tree import Book
from deckgen.writers.parts import write_part

SOURCES = "customXml/item1.xml"
PROPERTIES = "customXml/itemProps1.xml"
PROPERTIES_KIND = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
NAMESPACE = "urn:deckgen:sources:1"
_SOURCES = Template('<sources xmlns="{namespace}">{entries}</sources>')
_TEXT = Template('<text bookmark="{bookmark}" id="{id}"/>')
_PLACE = Template('<place page="{page}" id="{id}"/>')
_STORE = Template(
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{{6E0B1D6C-8F5E-4B0E-9C1D-2D1C5B7A4E13}}">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
)


def write_sources(book: Book, bookmarks: Mapping[str, str]) -> bytes:
    """The part: every bookmark with the id of its text, and every place of the book with its page."""
    texts = (_TEXT(bookmark, name) for bookmark, name in bookmarks.items())
    places = dict.fromkeys((page, name) for _, page, name in book.places if name)
    entries: list[Markup] = [*texts, *(_PLACE(page, name) for page, name in places)]
    return write_part(_SOURCES(NAMESPACE, join(entries)))


def write_source_properties() -> bytes:
    """The part that says what the other is."""
    return write_part(_STORE(namespace=NAMESPACE))
