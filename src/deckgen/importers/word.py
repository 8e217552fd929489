"""Word outlines into pieces: headings by style or outline level, lists, tables, pictures and links, by paragraph."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from deckgen.base.runs import Run
from deckgen.importers.durations import take_minutes
from deckgen.importers.labels import find_label
from deckgen.importers.pieces import Material, Piece, Unplaced
from deckgen.importers.prose import write_runs
from deckgen.text.lists import BULLETS

_CODE = re.compile(r"code|source|listing|preformatted|html", re.IGNORECASE)
_QUOTE = re.compile(r"quote|引用", re.IGNORECASE)
_TYPED = f"{BULLETS}●■◆"  # list marks typed by hand
_MONO = ("courier", "consolas", "mono", "menlo")


def read_word(content: bytes, file: str) -> Material:
    """The pieces of a Word file; `line` is the number of the paragraph or table. Raises ValueError."""
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as problem:  # whatever the library makes of a broken file
        raise ValueError(f"it is no Word file ({problem})") from problem
    return _Reader(document, file).read()


class _Reader:
    def __init__(self, document: Document, file: str) -> None:
        self.document, self.file = document, file
        self.pieces: list[Piece] = []
        self.items: list[tuple[str, int, bool]] = []  # text, level, numbered
        self.first = 0
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Unplaced] = []
        self.title = ""

    def read(self) -> Material:
        for number, block in enumerate(self.document.iter_inner_content(), start=1):
            if isinstance(block, Table):
                self._flush()
                self._table(block, number)
            else:
                self._paragraph(block, number)
        self._flush()
        self._notes_elsewhere()
        return Material(
            self.file, self.title, pieces=tuple(self.pieces), pictures=self.pictures, unplaced=tuple(self.lost)
        )

    def _paragraph(self, paragraph: Paragraph, number: int) -> None:
        text, lost = write_runs(self._runs(paragraph))
        self.lost += [Unplaced(self.file, number, f"the link to {address}; its words are kept") for address in lost]
        level = _level(paragraph)
        style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
        if style in ("Title", "标题") and text and not self.title:
            self.title = text
        elif level and text:
            self._flush()
            title, minutes = take_minutes(text)
            self.pieces.append(Piece("heading", number, title, level=level, minutes=minutes))
        elif text and (listed := _listed(paragraph, style)) is not None:
            self.first = self.first if self.items else number
            self.items.append((text.lstrip(f"{_TYPED} ") or text, *listed))
        elif text:
            self._flush()
            self._text(paragraph, number, text, style)
        for name in self._drawn(paragraph, number):
            self._flush()
            self.pieces.append(name)

    def _text(self, paragraph: Paragraph, number: int, text: str, style: str) -> None:
        label = find_label(text, number)
        last = self.pieces[-1] if self.pieces else None
        if label is not None:
            self.pieces.append(label)
        elif _CODE.search(style) or _is_mono(paragraph):
            if last and last.kind == "code":
                self.pieces[-1] = Piece("code", last.line, f"{last.text}\n{paragraph.text}")
            else:
                self.pieces.append(Piece("code", number, paragraph.text))
        elif _QUOTE.search(style):
            self.pieces.append(Piece("quote", number, inside=(Piece("text", number, text),)))
        else:
            self.pieces.append(Piece("text", number, text))

    def _flush(self) -> None:
        """The items so far as one list; under an exercise they are its own."""
        if not self.items:
            return
        count, lines = 0, []
        for text, level, numbered in self.items:
            count = count + 1 if numbered and level == 0 else count
            mark = f"{count}." if numbered and level == 0 else "-"
            lines.append(f"{'  ' * min(level, 2)}{mark} {text}")
        items = tuple(text for text, level, _ in self.items if level == 0)
        listed = Piece("list", self.first, "\n".join(lines), items=items)
        last = self.pieces[-1] if self.pieces else None
        if last and last.kind in ("exercise", "discussion"):
            self.pieces[-1] = replace(last, inside=(*last.inside, listed))
        elif last and last.kind in ("goals", "summary") and not last.items:
            self.pieces[-1] = Piece(last.kind, last.line, items=items)
        else:
            self.pieces.append(listed)
        self.items = []

    def _runs(self, paragraph: Paragraph) -> Iterator[Run]:
        for part in paragraph.iter_inner_content():
            if isinstance(part, Hyperlink):
                address = part.address + (f"#{part.fragment}" if part.address and part.fragment else "")
                for run in part.runs:
                    yield _run(run, address)
            else:
                yield _run(part, "")

    def _table(self, table: Table, number: int) -> None:
        rows = []
        for row in table.rows:
            cells = []
            for cell in row.cells:
                texts = [write_runs(self._runs(paragraph))[0] for paragraph in cell.paragraphs]
                cells.append(" / ".join(text for text in texts if text))
            rows.append(tuple(cells))
        if len(rows) == 1 and len(rows[0]) == 1:  # a frame around a text
            self.pieces.append(Piece("notice", number, word="note", inside=(Piece("text", number, rows[0][0]),)))
        elif rows:
            self.pieces.append(Piece("table", number, rows=tuple(rows)))

    def _drawn(self, paragraph: Paragraph, number: int) -> Iterator[Piece]:
        for drawing in paragraph._p.iter(qn("w:drawing"), qn("w:pict")):
            blips = [blip.get(qn("r:embed")) for blip in drawing.iter(qn("a:blip"))]
            parts = [paragraph.part.related_parts[key] for key in blips if key in paragraph.part.related_parts]
            described = next(iter(drawing.iter(qn("wp:docPr"))), None)
            alt = (described.get("descr") or described.get("title") or "") if described is not None else ""
            for part in parts:
                name = str(part.partname).rpartition("/")[2]
                self.pictures[name] = part.blob
                yield Piece("picture", number, word=name, alt=alt)
            if not parts:
                self.lost.append(Unplaced(self.file, number, "a drawing or a picture outside of the file"))

    def _notes_elsewhere(self) -> None:
        """What stands outside of the text: footnotes, comments, text boxes."""
        body = self.document.element.body
        for tag, what in (
            ("w:footnoteReference", "a footnote"),
            ("w:commentReference", "a comment"),
            ("w:txbxContent", "a text box"),
        ):
            for note in body.iter(qn(tag)):
                top = next(node for node in (note, *note.iterancestors()) if node.getparent() is body)
                self.lost.append(Unplaced(self.file, body.index(top) + 1, what))


def _run(run: WordRun, address: str) -> Run:
    mono = any(word in (run.font.name or "").lower() for word in _MONO)
    return Run(run.text.replace("\n", " "), bool(run.bold), bool(run.italic), mono and not address, address)


def _is_mono(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(any(word in (run.font.name or "").lower() for word in _MONO) for run in runs)


def _level(paragraph: Paragraph) -> int:
    """The level of a heading: of its own, or of its style or one that this is based on; 0 for any other paragraph."""
    style = paragraph.style
    own: Any = paragraph._p.pPr
    for properties in (own, *_style_properties(style)):
        outline = properties.find(qn("w:outlineLvl")) if properties is not None else None
        if outline is not None:
            value = int(outline.get(qn("w:val"), "9"))
            return value + 1 if value < 9 else 0
    while style is not None:
        if match := re.fullmatch(r"(?:heading|标题) ?([1-9])", style.name or "", re.IGNORECASE):
            return int(match[1])
        style = style.base_style
    return 0


def _style_properties(style: Any) -> Iterator[Any]:
    while style is not None:
        yield style.element.pPr
        style = style.base_style


def _listed(paragraph: Paragraph, style: str) -> tuple[int, bool] | None:
    """Level and whether it is numbered, of an item of a list."""
    own: Any = paragraph._p.pPr
    numbering = own.numPr if own is not None else None
    if numbering is not None and (numbering.numId is None or numbering.numId.val != 0):
        level = numbering.ilvl.val if numbering.ilvl is not None else 0
        return level, _is_numbered(paragraph, numbering, level)
    if re.match(f"[{_TYPED}\uf0b7\uf06c]", paragraph.text):
        return 0, False
    match = re.match(r"List (Bullet|Number|Paragraph)(?: ([2-5]))?\Z", style)
    if match and match[1] != "Paragraph":
        return int(match[2] or 1) - 1, match[1] == "Number"
    return None


def _is_numbered(paragraph: Any, numbering: Any, level: int) -> bool:
    try:
        root = paragraph.part.numbering_part.element
        number = numbering.numId.val
        abstract = root.num_having_numId(number).abstractNumId.val
        path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt"
        numbered = root.xpath(path)
        return bool(numbered) and numbered[0].get(qn("w:val")) not in ("bullet", "none")
    except (AttributeError, KeyError, NotImplementedError):
        return False
