"""Long texts: paragraphs, line breaks and lists as they stand.

Blank lines part paragraphs; a line ends where its author ended it. Lines that begin with ``-``, ``*`` or ``+`` are a
bulleted list, with ``1.`` a numbered one that counts as written; lines indented under an item belong to
it, and an item indented under another stands a level deeper, three at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.base.runs import Runs
from deckgen.text.inline import parse_inline

LEVELS = 3
_ITEM = re.compile(r"( *)(?:[-*+]|([0-9]{1,3})\.)[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a long text: of a paragraph (`level` -1), or the first of a list's item."""

    text: str
    offset: int
    level: int = -1
    number: int | None = None  # of a numbered list
    follows: bool = False  # goes on with the item or paragraph of the line before


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line break is a run of its own."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in one kind of marks; `levels` are 0 to 2, `start` is the number of the first item."""

    items: tuple[Runs, ...]
    levels: tuple[int, ...]
    numbered: bool = False
    start: int = 1


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a long text without the marks of lists, and without blank ones."""
    indents: list[int] = []  # of the items that the line may stand under
    offset = 0
    open_before = False  # whether a paragraph or an item goes on
    for line in text.split("\n"):
        item = _ITEM.match(line)
        if not line.strip():
            open_before = False
        elif item:
            indent = len(item[1])
            while indents and indent < indents[-1]:
                indents.pop()
            if not indents or indent > indents[-1] + 1:
                indents.append(indent)
            number = int(item[2]) if item[2] else None
            yield Line(line[item.end() :].rstrip(" \t"), offset + item.end(), len(indents) - 1, number)
            open_before = True
        else:
            under = bool(indents) and line.startswith(" ")
            if not under:
                open_before = open_before and not indents
                indents.clear()
            yield Line(line.strip(" \t") if under else line.rstrip(" \t"), offset, follows=open_before or under)
            open_before = True
        offset += len(line) + 1


@lru_cache(maxsize=8192)
def parse_prose(text: str) -> tuple[Paragraph | Listing, ...]:
    """The paragraphs and lists of a long text."""
    groups: list[list[Line]] = []
    for line in split_lines(text.strip("\n")):
        if line.follows and groups:
            before = groups[-1][-1]
            groups[-1][-1] = replace(before, text=f"{before.text}\n{line.text}")
        elif line.level >= 0 and groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(block for lines in groups if (block := _block(lines)) is not None)


def _goes_on(lines: list[Line], line: Line) -> bool:
    """Whether an item belongs to the list of these lines."""
    last = lines[-1]
    if last.level < 0 or (last.number is None) != (line.number is None):
        return False
    if line.number is None:
        return True
    return last.level == line.level and line.number == (last.number or 0) + 1


def _block(lines: list[Line]) -> Paragraph | Listing | None:
    texts = tuple(parse_inline(line.text) for line in lines)
    if lines[0].level < 0:
        return Paragraph(texts[0]) if texts[0] else None
    levels = tuple(min(line.level, LEVELS - 1) for line in lines)
    number = lines[0].number
    return Listing(texts, levels, number is not None, 1 if number is None else number)
