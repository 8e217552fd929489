"""PowerPoint decks into pieces: titles, texts by level, tables, pictures and notes, slide by slide."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from deckgen.base.runs import Run
from deckgen.importers.durations import take_minutes
from deckgen.importers.labels import find_label
from deckgen.importers.pieces import Material, Piece, Unplaced
from deckgen.importers.prose import write_runs

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER)
_SECTION = ("section header", "节标题", "章节", "section")


def read_powerpoint(content: bytes, file: str) -> Material:
    """The pieces of a deck; `line` is the number of the slide. Raises ValueError."""
    try:
        deck = pptx.Presentation(io.BytesIO(content))
    except Exception as problem:  # whatever the library makes of a broken file
        raise ValueError(f"it is no PowerPoint file ({problem})") from problem
    return _Reader(file).read(deck)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.pictures: dict[str, bytes] = {}
        self.lost: list[Unplaced] = []

    def read(self, deck: Any) -> Material:
        title, pieces = "", []
        parted = any(_is_section(slide) for slide in deck.slides)
        for number, slide in enumerate(deck.slides, start=1):
            told = self._title(slide, number)
            inside = list(self._shapes(self._order(slide.shapes), number))
            if number == 1 and not any(piece.kind not in ("text", "list") for piece in inside) and told:
                title = told  # the cover; its lines go on below
                pieces += inside
                continue
            level = 1 if parted and _is_section(slide) else 2
            shown, minutes = take_minutes(told or f"{number}")
            label = find_label(told, number) if told else None
            if label is not None:
                pieces.append(Piece(label.kind, number, label.text, minutes=minutes, inside=(*label.inside, *inside)))
            else:
                pieces += [Piece("heading", number, shown, level=level, minutes=minutes), *inside]
            pieces += self._notes(slide, number)
        return Material(self.file, title, pieces=tuple(pieces), pictures=self.pictures, unplaced=tuple(self.lost))

    def _title(self, slide: Any, number: int) -> str:
        shape = next((each for each in slide.placeholders if each.placeholder_format.type in _TITLES), None)
        return self._text(shape.text_frame.paragraphs, number, " ") if shape is not None else ""

    def _order(self, shapes: Iterable[Any]) -> list[Any]:
        """Shapes from top to bottom, then from left to right, as they are read."""
        return sorted(shapes, key=lambda shape: ((shape.top or 0) // 300_000, shape.left or 0))

    def _shapes(self, shapes: Iterable[Any], number: int) -> Iterator[Piece]:
        for shape in shapes:
            kind = shape.placeholder_format.type if shape.is_placeholder else None
            if kind in _TITLES or kind in _FURNITURE:
                continue
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                yield from self._shapes(self._order(shape.shapes), number)
            elif getattr(shape, "has_table", False) and shape.has_table:
                rows = tuple(
                    tuple(self._text(cell.text_frame.paragraphs, number, " / ") for cell in row.cells)
                    for row in shape.table.rows
                )
                yield Piece("table", number, rows=rows)
            elif hasattr(type(shape), "image"):
                yield from self._picture(shape, number)
            elif shape.has_text_frame and shape.text_frame.text.strip():
                yield from self._frame(shape, number)
            elif getattr(shape, "has_chart", False) and shape.has_chart:
                self.lost.append(Unplaced(self.file, number, "a chart"))
            elif shape.shape_type in (
                MSO_SHAPE_TYPE.MEDIA,
                MSO_SHAPE_TYPE.EMBEDDED_OLE_OBJECT,
                MSO_SHAPE_TYPE.LINKED_OLE_OBJECT,
            ):
                self.lost.append(Unplaced(self.file, number, f"a film, a sound or an object: {shape.name}"))
            elif shape.shape_type == MSO_SHAPE_TYPE.DIAGRAM or "graphicFrame" in shape._element.tag:
                self.lost.append(Unplaced(self.file, number, f"a drawing: {shape.name}"))

    def _picture(self, shape: Any, number: int) -> Iterator[Piece]:
        try:
            image = shape.image
        except Exception:  # whatever the library makes of a picture that is broken or elsewhere
            self.lost.append(Unplaced(self.file, number, "a picture that is not in the file"))
            return
        name = f"slide-{number:02d}-{len(self.pictures) + 1}.{image.ext}"
        self.pictures[name] = image.blob
        alt = shape._element.xpath(".//p:cNvPr")[0].get("descr", "")
        yield Piece("picture", number, word=name, alt=alt)

    def _frame(self, shape: Any, number: int) -> Iterator[Piece]:
        """The paragraphs of one shape: a list where there are several, else a text."""
        told = [(paragraph.level, self._text([paragraph], number, "")) for paragraph in shape.text_frame.paragraphs]
        kept = [(level, text) for level, text in told if text]
        if len(kept) == 1:
            yield find_label(kept[0][1], number) or Piece("text", number, kept[0][1])
            return
        least = min(level for level, _ in kept)
        lines = [f"{'  ' * min(level - least, 2)}- {text}" for level, text in kept]
        yield Piece("list", number, "\n".join(lines), items=tuple(text for level, text in kept if level == least))

    def _notes(self, slide: Any, number: int) -> Iterator[Piece]:
        if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
            return
        texts = [self._text([paragraph], number, "") for paragraph in slide.notes_slide.notes_text_frame.paragraphs]
        inside = tuple(Piece("text", number, text) for text in texts if text)
        if inside:
            yield Piece("told", number, inside=inside)

    def _text(self, paragraphs: Iterable[Any], number: int, between: str) -> str:
        lines = []
        for paragraph in paragraphs:
            runs = [
                Run(run.text, bool(run.font.bold), bool(run.font.italic), href=_address(run)) for run in paragraph.runs
            ]
            text, lost = write_runs(runs)
            self.lost += [Unplaced(self.file, number, f"the link to {address}; its words are kept") for address in lost]
            if text:
                lines.append(text)
        return between.join(lines)


def _address(run: Any) -> str:
    """Where a run leads; nowhere where the file does not say it."""
    try:
        return run.hyperlink.address or ""
    except KeyError:  # a relationship that the file lacks
        return ""


def _is_section(slide: Any) -> bool:
    return any(word in slide.slide_layout.name.lower() for word in _SECTION)
