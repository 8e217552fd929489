"""Pieces of one file into a module: sections become blocks, what they say slides, exercises slides with sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from deckgen.importers.pieces import Material, Piece, Unplaced, walk
from deckgen.importers.prose import first_sentence, lead_of
from deckgen.importers.texts import long_text, sentences
from deckgen.importers.words import Words

TALK, PRACTICE = 4, 10
"""Minutes of a slide and of an exercise for which the source names none."""

MOST_POINTS, MOST_PICTURES = 6, 6
MOST_LETTERS = 8000  # of one text
MOST_ROWS, MOST_COLUMNS = 9, 5


@dataclass(slots=True)
class DraftSlide:
    """A slide; `minutes` are those the source gives, `weight` what it should get of those shared out."""

    title: str
    line: int
    pieces: list[Piece] = field(default_factory=list)
    exercise: Piece | None = None
    minutes: int = 0
    weight: int = TALK
    lengths: dict[int, int] = field(default_factory=dict)  # its minutes in courses of so many


@dataclass(slots=True)
class DraftBlock:
    """A section."""

    title: str
    line: int
    slides: list[DraftSlide] = field(default_factory=list)
    minutes: int = 0  # that its heading gives


@dataclass(slots=True)
class DraftModule:
    """One file."""

    title: str
    file: str
    blocks: list[DraftBlock] = field(default_factory=list)
    goals: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    talk: int = 0
    practice: int = 0
    total: int = 0  # of both together

    @property
    def slides(self) -> list[DraftSlide]:
        """The slides of all blocks."""
        return [slide for block in self.blocks for slide in block.slides]


def shape(material: Material, words: Words) -> tuple[DraftModule, tuple[Unplaced, ...]]:
    """The module of a file, and what found no place in it."""
    module = DraftModule(
        material.title, material.file, talk=material.talk, practice=material.practice, total=material.total
    )
    lists = {kind: _items(material.pieces, kind) for kind in ("goals", "questions", "summary")}
    module.goals, module.questions, module.summary = lists["goals"], lists["questions"], lists["summary"]
    body = [piece for piece in material.pieces if piece.kind not in lists]
    levels = sorted({piece.level for piece in body if piece.kind == "heading"})
    top = levels[0] if levels else 1
    for piece in body:
        _take(module, piece, top, words)
    module.blocks = [block for block in module.blocks if block.slides]
    for block in module.blocks:
        _drop_empty(block)
        block.slides = [part for slide in block.slides for part in _parts_of(slide)]
    return module, tuple(_unplaced(material))


def _drop_empty(block: DraftBlock) -> None:
    """Takes out slides with nothing below their heading, which stands at the top of the next one that is spoken to."""
    kept: list[DraftSlide] = []
    open_headings: list[Piece] = []
    for number, slide in enumerate(block.slides):
        if slide.pieces or slide.exercise:
            if slide.exercise is None:
                slide.pieces[:0] = open_headings
                open_headings = []
            kept.append(slide)
        elif number:
            open_headings.append(Piece("heading", slide.line, slide.title))
    if open_headings or not kept:
        last = DraftSlide(open_headings[-1].text if open_headings else block.title, block.line, open_headings[:-1])
        kept.append(last)
    block.slides = kept


def _parts_of(slide: DraftSlide) -> list[DraftSlide]:
    """A slide as several of the same title: none has more pictures than one shows, or more text than one is given."""
    if slide.exercise is not None:
        return [slide]
    parts = [replace(slide, pieces=[])]
    pictures = letters = 0
    for piece in slide.pieces:
        shown, long = sum(inner.kind == "picture" for inner in walk((piece,))), len(long_text([piece]))
        if parts[-1].pieces and (pictures + shown > MOST_PICTURES or letters + long > MOST_LETTERS):
            parts.append(replace(slide, pieces=[], minutes=0, lengths={}))
            pictures = letters = 0
        parts[-1].pieces.append(piece)
        pictures, letters = pictures + shown, letters + long
    return parts


def _items(pieces: Iterable[Piece], kind: str) -> tuple[str, ...]:
    return tuple(item for piece in pieces if piece.kind == kind for item in piece.items)


def _unplaced(material: Material) -> Iterable[Unplaced]:
    if not material.pieces and not material.unplaced:
        yield Unplaced(material.file, 1, "nothing to show or say stands in this file")


def _take(module: DraftModule, piece: Piece, top: int, words: Words) -> None:
    """Puts one piece where it belongs."""
    if piece.kind == "heading" and piece.level == top:
        module.blocks.append(DraftBlock(piece.text, piece.line, [DraftSlide(piece.text, piece.line)], piece.minutes))
        return
    if not module.blocks:
        title = module.title or words.opening
        module.blocks.append(DraftBlock(title, piece.line, [DraftSlide(title, piece.line)]))
    block = module.blocks[-1]
    if piece.kind == "heading":
        block.slides.append(DraftSlide(piece.text, piece.line, minutes=piece.minutes))
    elif piece.kind in ("exercise", "discussion"):
        number = sum(slide.exercise is not None for each in module.blocks for slide in each.slides) + 1
        title = piece.text or f"{words.exercise if piece.kind == 'exercise' else words.discussion} {number}"
        block.slides.append(DraftSlide(title, piece.line, exercise=piece, minutes=piece.minutes, weight=PRACTICE))
    elif piece.kind == "solution" and block.slides[-1].exercise is not None:
        exercise = block.slides[-1].exercise
        block.slides[-1].exercise = replace(exercise, inside=(*exercise.inside, piece))
    else:
        if block.slides[-1].exercise is not None:  # the text goes on behind an exercise
            titled = next(
                slide.title for slide in reversed(block.slides) if slide.exercise is None or slide is block.slides[0]
            )
            block.slides.append(DraftSlide(titled, piece.line))
        block.slides[-1].pieces.append(piece)


def merge_slides(block: DraftBlock, most: int) -> None:
    """Joins slides that say little with the ones before them, until there are no more than `most`."""
    while len(block.slides) > max(most, 1):
        joins = [
            (len(long_text(second.pieces)), index)
            for index, (first, second) in enumerate(zip(block.slides, block.slides[1:], strict=False), start=1)
            if first.exercise is None and second.exercise is None
        ]
        if not joins:
            return
        index = min(joins)[1]
        second = block.slides.pop(index)
        first = block.slides[index - 1]
        heading = [Piece("heading", second.line, second.title)] if second.title != first.title else []
        first.pieces += [*heading, *second.pieces]
        first.minutes += second.minutes


def points_of(pieces: Sequence[Piece]) -> list[str]:
    """What a slide shows of its text: the items of its lists, else the first sentence of each paragraph."""
    listed = [item for piece in pieces if piece.kind == "list" for item in piece.items]
    short = [text for item in listed if (text := first_sentence(item.split("\n")[0]) or lead_of(item))]
    told = [text for piece in pieces if piece.kind == "text" and (text := first_sentence(piece.text))]
    points = short or told or [first_sentence(text, 300) for text in sentences(pieces)]
    return [text for text in dict.fromkeys(points) if text][:MOST_POINTS]


def visual_of(pieces: Sequence[Piece]) -> Piece | None:
    """The table that a slide can show, when it has one and no pictures."""
    tables = [piece for piece in pieces if piece.kind == "table"]
    if len(tables) != 1 or any(piece.kind == "picture" for piece in pieces):
        return None
    wide = max((len(row) for row in tables[0].rows), default=0)
    rows = tuple((*row, *[""] * (wide - len(row))) for row in tables[0].rows)
    fits = 2 <= len(rows[0]) <= MOST_COLUMNS and 2 <= len(rows) <= MOST_ROWS + 1 if rows else False
    return replace(tables[0], rows=rows) if fits and max(len(cell) for row in rows for cell in row) <= 60 else None
