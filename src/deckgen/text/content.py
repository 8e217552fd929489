"""Long texts into what they hold: paragraphs, lists, code, quotations, notices and tables, each with its runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.base.runs import Runs
from deckgen.text.blocks import Align, Segment, split_blocks, split_inner, unpaste
from deckgen.text.inline import parse_inline
from deckgen.text.prose import Listing, Paragraph, parse_prose
from deckgen.text.sources import mark_references, put_sources

TAB = 4  # columns that a tab in code reaches to


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of code as they stand; `language` is the word behind the opening marks."""

    lines: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words; `by` says whose."""

    parts: tuple[Paragraph | Listing | Code, ...]
    by: Runs = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Words set apart; `word` is one of `blocks.NOTICES`, `title` replaces its usual title."""

    word: str
    title: Runs
    parts: tuple[Paragraph | Listing | Code, ...]
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; rows have as many cells as the head, and an empty cell is one to fill in.

    `aligns` says how its columns stand; none is left.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    aligns: tuple[Align, ...] = ()


Block = Paragraph | Listing | Code | Quotation | Notice | Grid


@lru_cache(maxsize=4096)
def parse_text(text: str) -> tuple[Block, ...]:
    """The blocks of a long text, its sources on the numbers that refer to them."""
    marked, names = mark_references(text.strip("\n"))
    segments = split_blocks(marked)[0]
    blocks = tuple(block for segment in segments if segment.kind != "source" for block in _blocks(segment))
    if not names:
        return blocks
    given = {segment.word: parse_inline(segment.text) for segment in segments if segment.kind == "source"}
    sources = tuple(given.get(name, ()) for name in names)
    return tuple(_map_runs(block, lambda runs: put_sources(runs, sources)) for block in blocks)


def _map_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A block with its runs changed."""
    match block:
        case Paragraph():
            return Paragraph(change(block.runs))
        case Listing():
            return replace(block, items=tuple(map(change, block.items)))
        case Quotation() | Notice():
            parts = tuple(_map_runs(part, change) for part in block.parts)
            block = replace(block, parts=parts)  # type: ignore[arg-type]
            return replace(block, by=change(block.by)) if isinstance(block, Quotation) else block
        case Grid():
            rows = tuple(tuple(map(change, row)) for row in block.rows)
            return replace(block, head=tuple(map(change, block.head)), rows=rows)
        case Code():
            return block


def _blocks(segment: Segment) -> Iterator[Block]:
    match segment.kind:
        case "prose":
            yield from parse_prose(unpaste(segment.text))
        case "code":
            yield Code(tuple(line.expandtabs(TAB).rstrip() for _, line in segment.lines), segment.word)
        case "quote":
            yield Quotation(_inner(segment), parse_inline(segment.by[1]) if segment.by else ())
        case "notice":
            title = parse_inline(segment.title[1]) if segment.title else ()
            yield Notice(segment.word, title, _inner(segment), segment.icon)
        case "table":
            head, *rows = [tuple(parse_inline(cell) for _, cell in row) for row in segment.cells]
            yield Grid(head, tuple((*row, *[()] * len(head))[: len(head)] for row in rows), segment.aligns)


def _inner(segment: Segment) -> tuple[Paragraph | Listing | Code, ...]:
    blocks = (block for part in split_inner(segment) for block in _blocks(part))
    return tuple(block for block in blocks if isinstance(block, Paragraph | Listing | Code))
