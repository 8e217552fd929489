"""What a course holds in one place, kept: titles that fit their lines, texts that are printed in one piece."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from deckgen.importers.pieces import Piece, Unplaced
from deckgen.importers.shape import DraftModule
from deckgen.importers.texts import long_text

MODULE, BLOCK, SLIDE = 56, 72, 100  # columns of a title; wide characters take two
_ROOM = 6000  # letters of one table, list or text


def shorten_titles(module: DraftModule) -> Iterator[Unplaced]:
    """Cuts titles that no line holds; the whole title of a slide goes on in its text."""
    if (cut := _cut(module.title, MODULE)) != module.title:
        yield Unplaced(module.file, 1, f"a title of {len(module.title)} characters, cut: {module.title[:200]}")
        module.title = cut
    for block in module.blocks:
        if (cut := _cut(block.title, BLOCK)) != block.title:
            yield Unplaced(module.file, block.line, f"a title of {len(block.title)} characters, cut for the foot")
            block.title = cut
        for slide in block.slides:
            if (cut := _cut(slide.title, SLIDE)) != slide.title:
                yield Unplaced(module.file, slide.line, f"a title of {len(slide.title)} characters, cut")
                if slide.exercise is None:
                    slide.pieces.insert(0, Piece("text", slide.line, slide.title))
                slide.title = cut


def part_piece(piece: Piece) -> list[Piece]:
    """A long table, list or text as several, each of which is printed."""
    if piece.kind not in ("table", "list", "text", "code") or len(long_text([piece])) <= _ROOM:
        return [piece]
    if piece.kind == "table":
        head, *rows = piece.rows
        groups = _groups([long_text([replace(piece, rows=(row, row))]) for row in rows])
        return [replace(piece, rows=(head, *rows[start:end])) for start, end in groups]
    lines = piece.text.split("\n")
    return [replace(piece, text="\n".join(lines[start:end])) for start, end in _groups(lines)]


def _groups(parts: list[str]) -> list[tuple[int, int]]:
    """Neighbours that have room together: the first, and the one behind the last."""
    groups, start, letters = [], 0, 0
    for at, part in enumerate(parts):
        if at > start and letters + len(part) > _ROOM:
            groups.append((start, at))
            start, letters = at, 0
        letters += len(part)
    return [*groups, (start, len(parts))]


def _cut(title: str, most: int) -> str:
    """The title, or as many of its words as have room, with an ellipsis."""
    if _columns(title) <= most:
        return title
    plain = title.replace("*", "").replace("`", "").replace("\\", "")
    end = max(at for at in range(1, len(plain)) if _columns(plain[:at]) <= most - 2)
    space = plain.rfind(" ", most // 4, end)
    cut = plain[: space if space > 0 else end].rstrip(" ,;:：，、-–—")
    return f"{cut}…"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
