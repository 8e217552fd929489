"""PDF files without the hour they were made at, and several of them as one to print on both sides.

Tags and bookmarks of the parts stay: the tags of all become those of one document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

_TIMES = ("/CreationDate", "/ModDate")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pack: its title among the bookmarks, and its pages as a PDF file."""

    title: str
    content: bytes


def settle(content: bytes) -> bytes:
    """The PDF without the time of its making and without the number drawn for it; all else stays."""
    reader = PdfReader(BytesIO(content))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    info = cast(DictionaryObject, writer._info)
    for key in _TIMES:
        info.pop(key, None)
    writer._ID = None
    return _bytes_of(writer)


def bind(title: str, author: str, language: str, parts: Sequence[Part]) -> bytes:
    """The parts as one file to print on both sides: each begins on a right-hand page, after an empty one if need be."""
    writer = PdfWriter()
    tags = _Tags(writer)
    for part in parts:
        if len(writer.pages) % 2:
            writer.add_blank_page()
        first = len(writer.pages)
        reader = PdfReader(BytesIO(part.content))
        writer.pdf_header = max(writer.pdf_header, reader.pdf_header)
        writer.append(reader, outline_item=part.title, import_outline=True)
        tags.add(reader, first)
    tags.close()
    writer.add_metadata({"/Title": title, "/Author": author})
    root = writer._root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/ViewerPreferences")] = shown
    return _bytes_of(writer)


def _bytes_of(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


class _Tags:
    """The structure trees of several files as one: a document whose parts are what the files hold."""

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer
        self.kids, self.numbers, self.next = ArrayObject(), ArrayObject(), 0
        self.roles = DictionaryObject()
        self.root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self.document = DictionaryObject(
            {NameObject("/Type"): NameObject("/StructElem"), NameObject("/S"): NameObject("/Document")}
        )

    def add(self, reader: PdfReader, first: int) -> None:
        """Take over the tags of a file whose pages have just been added, from page `first` (0-based) on."""
        source = cast(DictionaryObject, reader.trailer["/Root"]).get("/StructTreeRoot")
        if source is None:
            return
        if not self.numbers:
            self.document[NameObject("/P")] = self.writer._add_object(self.root)
            self.root[NameObject("/K")] = ArrayObject([self.writer._add_object(self.document)])
        tree = cast(DictionaryObject, source.get_object().clone(self.writer))
        kids = tree.raw_get("/K")
        for kid in kids if isinstance(kids, ArrayObject) else ArrayObject([kids]):
            cast(DictionaryObject, kid.get_object())[NameObject("/P")] = cast(
                IndirectObject, self.document.indirect_reference
            )
            self.kids.append(kid)
        self.roles.update(cast(DictionaryObject, tree.get("/RoleMap", DictionaryObject())))
        self._number(cast(DictionaryObject, tree["/ParentTree"]), reader, first)

    def _number(self, parents: DictionaryObject, reader: PdfReader, first: int) -> None:
        """Count what pages and links are told apart by in the tree of tags on from the files before.

        The number of a page is taken from its file: the library leaves it behind.
        """
        top = 0
        pairs = _pairs(parents)
        for number, target in pairs:
            self.numbers.extend((NumberObject(self.next + number), target))
            top = max(top, number + 1)
        for page, source in zip(self.writer.pages[first:], reader.pages, strict=True):
            if "/StructParents" in source:
                page[NameObject("/StructParents")] = source["/StructParents"]
                _shift(page, "/StructParents", self.next)
            for link in cast(ArrayObject, page.get("/Annots", ArrayObject())):
                _shift(cast(DictionaryObject, link.get_object()), "/StructParent", self.next)
        self.next += top

    def close(self) -> None:
        """Hang the whole tree on the file."""
        if not self.numbers:
            return
        self.document[NameObject("/K")] = self.kids
        self.root[NameObject("/RoleMap")] = self.roles
        numbered = DictionaryObject({NameObject("/Nums"): self.numbers})
        self.root[NameObject("/ParentTree")] = self.writer._add_object(numbered)
        self.root[NameObject("/ParentTreeNextKey")] = NumberObject(self.next)
        catalogue = self.writer._root_object
        catalogue[NameObject("/StructTreeRoot")] = cast(IndirectObject, self.root.indirect_reference)
        catalogue[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})


def _pairs(tree: DictionaryObject) -> list[tuple[int, IndirectObject]]:
    """The entries of a number tree, whose leaves may lie below others."""
    listed = cast(ArrayObject, tree.get("/Nums", ArrayObject()))
    pairs = [(int(listed[at]), cast(IndirectObject, listed[at + 1])) for at in range(0, len(listed), 2)]
    for kid in cast(ArrayObject, tree.get("/Kids", ArrayObject())):
        pairs += _pairs(cast(DictionaryObject, kid.get_object()))
    return pairs


def _shift(item: DictionaryObject, key: str, by: int) -> None:
    if key in item:
        item[NameObject(key)] = NumberObject(int(cast(NumberObject, item[key])) + by)
