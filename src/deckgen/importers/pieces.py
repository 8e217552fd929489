"""What every reader of foreign material makes of it: a line of pieces, each with its place.

Texts of pieces are Markdown as a course takes it (`text`); blocks such as code keep their lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal[
    "heading", "text", "list", "code", "quote", "table", "picture", "notice",
    "exercise", "discussion", "solution", "told", "goals", "questions", "summary",
]  # fmt: skip
"""Pieces with others inside are a `notice` (what it is called stands in `word`), an `exercise`, a `discussion`, a
`solution`, and what is `told` by the trainer; `goals`, `questions` and `summary` are lists of a whole part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, list or the like. `line` counts from 1: a line, a paragraph or a slide of the source."""

    kind: Kind
    line: int
    text: str = ""  # of a heading or paragraph; lines of a list, code or quotation
    level: int = 0  # of a heading, from 1
    minutes: int = 0  # that the source gives it
    word: str = ""  # the language of code, the kind of a notice, the file of a picture
    alt: str = ""  # of a picture
    items: tuple[str, ...] = ()  # the first level of a list
    rows: tuple[tuple[str, ...], ...] = ()  # of a table, its head first
    inside: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something of the source that found no place in the draft, or found another than its author gave it."""

    file: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Material:
    """One file, read: its title, the minutes it gives itself, its pieces, its pictures, and what was left out."""

    file: str
    title: str = ""
    talk: int = 0
    practice: int = 0
    total: int = 0  # of both together
    pieces: tuple[Piece, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)  # those that stand in the file itself, by name
    unplaced: tuple[Unplaced, ...] = ()


def walk(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Every piece, those inside others too."""
    for piece in pieces:
        yield piece
        yield from walk(piece.inside)


def under(pieces: tuple[Piece, ...], level: int) -> tuple[Piece, ...]:
    """The pieces with their headings moved down, so that none stands above `level`."""
    return tuple(
        replace(piece, level=max(piece.level, level)) if piece.kind == "heading" else piece for piece in pieces
    )
