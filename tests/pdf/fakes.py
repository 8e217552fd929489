"""A LibreOffice that does what a test wants, and small PDF files with tags and bookmarks as it makes them."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from deckgen.pipeline.libreoffice import VARIABLE

_DRAWS = """#!/bin/sh
if [ "$1" = --version ]; then echo "LibreOffice 9.8.7.6 build"; exit 0; fi
while [ $# -gt 0 ]; do
  case "$1" in
    --outdir) out=$2; shift ;;
    *.docx|*.pptx) given="$given $1" ;;
  esac
  shift
done
mkdir -p "$out"
for file in $given; do
  name=${file##*/}
  [ "$name" = "$LEFT_OUT" ] || cp "$SAMPLE" "$out/${name%.*}.pdf"
done
"""
_HANGS = """#!/bin/sh
(sleep 5; echo late) > "$PIPE" &
wait
"""


def fake_office(folder: Path, monkeypatch: object, *, pages: int = 1, left_out: str = "", hangs: bool = False) -> Path:
    """Put a program in the place of LibreOffice that makes a PDF of so many pages of every file.

    One that hangs starts another, which says into a pipe that it lives: the pipe is given back.
    """
    sample, program, pipe = folder / "sample.pdf", folder / "office", folder / "pipe"
    sample.write_bytes(tagged("Sample", pages))
    program.write_text(_HANGS if hangs else _DRAWS)
    program.chmod(0o755)
    for name, value in ((VARIABLE, program), ("SAMPLE", sample), ("LEFT_OUT", left_out), ("PIPE", pipe)):
        monkeypatch.setenv(name, str(value))  # type: ignore[attr-defined]
    return pipe


def tagged(heading: str, pages: int, *, made: str = "D:20260101000000Z", linked: bool = False) -> bytes:
    """A PDF with a heading as tag and bookmark on each page; with a link on the first one that has a tag, too."""
    writer = PdfWriter()
    tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    root = writer._add_object(tree)
    kids, numbers = ArrayObject(), ArrayObject()
    for number in range(pages):
        page = writer.add_blank_page(300, 400)
        page[NameObject("/StructParents")] = NumberObject(number)
        tag = _tag(writer, root, "/Custom", page.indirect_reference, f"{heading} {number + 1}")
        kids.append(tag)
        numbers.extend((NumberObject(number), writer._add_object(ArrayObject([tag]))))
        writer.add_outline_item(f"{heading} {number + 1}", number)
    if linked:
        first = writer.pages[0]
        tag = _tag(writer, root, "/Link", first.indirect_reference, "link")
        link = DictionaryObject(
            {NameObject("/Subtype"): NameObject("/Link"), NameObject("/StructParent"): NumberObject(pages)}
        )
        first[NameObject("/Annots")] = ArrayObject([writer._add_object(link)])
        kids.append(tag)
        numbers.extend((NumberObject(pages), tag))
    tree[NameObject("/K")] = kids
    tree[NameObject("/RoleMap")] = DictionaryObject({NameObject("/Custom"): NameObject("/H1")})
    tree[NameObject("/ParentTree")] = writer._add_object(DictionaryObject({NameObject("/Nums"): numbers}))
    catalogue = writer._root_object
    catalogue[NameObject("/StructTreeRoot")] = root
    catalogue[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    writer.add_metadata({"/Title": heading, "/CreationDate": made})
    writer.generate_file_identifiers()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _tag(writer: PdfWriter, root: object, kind: str, page: object, text: str) -> object:
    tag = {"/Type": NameObject("/StructElem"), "/S": NameObject(kind), "/P": root, "/Pg": page, "/K": NumberObject(0),
           "/Alt": TextStringObject(text)}  # fmt: skip
    return writer._add_object(DictionaryObject({NameObject(key): value for key, value in tag.items()}))
