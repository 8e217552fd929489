"""Paragraphs of a book, as it comes back from a trainer, into the places of the course where they are written.

Every text of the course stands in a bookmark that Word keeps and hides; a part of the file says what each stands for,
and what begins on each page of the book as it was made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.base.diagnostics import Report, Span
from deckgen.base.names import bookmark_of
from deckgen.base.suggest import count_of, shorten
from deckgen.pipeline.choose import COURSE_FILE, UsageError
from deckgen.pipeline.door import read_file
from deckgen.pipeline.origins import Origins, find_origins, text_at
from deckgen.release.office import look_at
from deckgen.release.places import Place, course_named, made_for

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SOURCES = "{urn:deckgen:sources:1}"


class _Said(NamedTuple):
    """What a bookmark holds, what all its paragraph says, and whether that is a heading."""

    text: str
    whole: str
    heads: bool


@dataclass(frozen=True, slots=True)
class _Book:
    """A book as the file has it: its course, what its paragraphs say by bookmark, in their order, and ids by page."""

    course: str
    delivery: str
    said: Mapping[str, Sequence[_Said]]
    pages: Mapping[int, list[str]]


def where_in_book(path: Path, what: str, report: Report) -> list[Place] | None:
    """The places of what begins on a page, of a heading or a sheet by its words or its id; of every heading without.

    None, and the mistakes of the course, when it has some. Raises UsageError for what is no book of deckgen, or of no
    course here, and for what is not in it; OSError as `open` does.
    """
    book = _read(path)
    folder = course_named(book.course)
    origins = find_origins(folder, book.delivery, report)
    if origins is None:
        return None
    listed = (name for names in book.pages.values() for name in names)
    known = {bookmark_of(name): name for name in (*origins.places, *listed)}
    said = {known.get(name, name): texts for name, texts in book.said.items()}
    file = Span(f"{folder.as_posix()}/{COURSE_FILE}", 1, 1)
    if not what:
        return [_place(name, page, text, origins, file) for name, page, text in _headings(book, said)]
    names = _asked(path, book, said, what)
    return [_place(name, page, _shown(said.get(name, ()), what), origins, file) for name, page in names]


def _headings(book: _Book, said: Mapping[str, Sequence[_Said]]) -> list[tuple[str, int, str]]:
    """Every heading and sheet with its page; several headings of one id each with its own words."""
    pages: dict[str, list[int]] = {}
    for page, names in book.pages.items():
        for name in names:
            pages.setdefault(name, []).append(page)
    listed = []
    for name, its in pages.items():
        heads = list(dict.fromkeys(item.text for item in said.get(name, ()) if item.heads)) or [
            _shown(said.get(name, ()), "")
        ]
        count = max(len(its), len(heads))
        listed += [(name, its[min(at, len(its) - 1)], heads[min(at, len(heads) - 1)]) for at in range(count)]
    return sorted(listed, key=lambda item: item[1])


def _shown(texts: Sequence[_Said], what: str) -> str:
    """Of what a file says several times what is meant: with the words that were asked for, else the heading."""
    meant = [item for item in texts if what.casefold() in item.whole.casefold()] or texts
    return next((item.text for item in meant if item.heads), meant[0].text if meant else "")


def _place(name: str, page: int, text: str, origins: Origins, file: Span) -> Place:
    """Where an id is written; of a text that has moved on, ids being counted, where it stands now."""
    now = text_at(origins, name, text)
    return Place(origins.places.get(now) or file, now, origins.said.get(now, text), text, page)


def _asked(path: Path, book: _Book, said: Mapping[str, Sequence[_Said]], what: str) -> list[tuple[str, int]]:
    """The ids that are meant, each with its page."""
    page_of = {name: page for page, names in sorted(book.pages.items(), reverse=True) for name in names}
    if what.isdecimal() and what.isascii():
        number, last = int(what), max(book.pages, default=0)
        before = [page for page in book.pages if page <= number]
        if not before or number > last:
            raise UsageError(f"{path} has {count_of(last, 'page')} with headings, and none of the number {number}")
        return [(name, max(before)) for name in book.pages[max(before)]]
    wanted = what.casefold()
    own = [name for name in page_of if name.partition("/")[0].casefold() == wanted]
    saying = [name for name, texts in said.items() if any(wanted in item.whole.casefold() for item in texts)]
    names = own or [name for name in page_of if name in saying] or saying
    if not names:
        raise UsageError(f"nothing in {path} is called {shorten(what)}; name a page, a heading, or words of it")
    return [(name, page_of.get(name, 0)) for name in dict.fromkeys(names)]


def _read(path: Path) -> _Book:
    from docx import Document

    content = read_file(path)
    if fault := look_at(".docx", content):
        raise UsageError(f"{path} cannot be read as a book: {fault}; name a .docx file that deckgen made")
    document = Document(io.BytesIO(content))
    named = made_for(document.core_properties.keywords or "")
    if named is None:
        hint = "books that deckgen made do, among their properties"
        raise UsageError(f"{path} does not say what course it is of; {hint}")
    pages: dict[int, list[str]] = {}
    for page, name in _pages(document.part):
        pages.setdefault(page, []).append(name)
    said: dict[str, list[_Said]] = {}
    for name, text in _said(document.element.body):
        said.setdefault(name, []).append(text)
    return _Book(*named, said, dict(sorted(pages.items())))


def _pages(part: Any) -> Iterator[tuple[int, str]]:
    """Pages and ids as the part of the file has them that deckgen wrote; none where another program left it away."""
    from docx.oxml.parser import parse_xml

    for relation in part.rels.values():
        if relation.reltype.endswith("/customXml") and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            for entry in root.iter(f"{_SOURCES}place"):
                yield int(entry.get("page", "0")), entry.get("id", "")


def _said(body: Any) -> Iterator[tuple[str, _Said]]:
    """The names of bookmarks, without the number behind those of what a file says again, and what they hold."""
    for start in body.iter(f"{_WORD}bookmarkStart"):
        name = "_".join(start.get(f"{_WORD}name", "").split("_")[:2])
        paragraph = next(start.iterancestors(f"{_WORD}p"), None)
        if name.startswith("_dg") and paragraph is not None:
            style = next(paragraph.iter(f"{_WORD}pStyle"), None)
            heads = style is not None and "Heading" in style.get(f"{_WORD}val", "")
            yield name, _Said(_joined(_within(paragraph, start)), _joined(paragraph.iter(f"{_WORD}t")), heads)


def _within(paragraph: Any, start: Any) -> Iterator[Any]:
    """The texts between the two ends of a bookmark."""
    number, is_inside = start.get(f"{_WORD}id"), False
    for node in paragraph.iter():
        is_inside = is_inside or node is start
        if node.tag == f"{_WORD}bookmarkEnd" and node.get(f"{_WORD}id") == number:
            return
        if is_inside and node.tag == f"{_WORD}t":
            yield node


def _joined(texts: Iterable[Any]) -> str:
    return " ".join("".join(text.text or "" for text in texts).split())
