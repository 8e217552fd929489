"""Pieces into the long texts of a course: block Markdown as `docs/texts.md` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.importers.code import narrow
from deckgen.importers.pieces import Piece


def long_text(pieces: Iterable[Piece]) -> str:
    """The pieces one below the other; pictures have places of their own and are passed over."""
    return "\n\n".join(block for piece in pieces if (block := _block(piece)))


def _block(piece: Piece) -> str:
    match piece.kind:
        case "heading":
            return f"**{piece.text}**" if "**" not in piece.text else piece.text
        case "code":
            marks = "````" if "```" in piece.text else "```"
            word = piece.word if piece.word.isalnum() else ""
            return f"{marks}{word}\n{narrow(piece.text)}\n{marks}"
        case "table":
            return _table(piece.rows)
        case "quote":
            words = _simple(piece.inside)
            return _quoted(words) if words else long_text(piece.inside)
        case "notice":
            behind = [inner for inner in piece.inside if inner.kind in ("table", "quote", "notice")]
            words = _simple(piece.inside)
            if not words and not piece.text:
                return long_text(behind)
            text = _quoted(f"[!{piece.word}] {piece.text}".rstrip() + "\n" + words)
            return "\n\n".join([text, long_text(behind)]) if behind else text
        case "text" | "list":
            return piece.text
        case "picture":
            return ""
        case _:
            title = [Piece("heading", piece.line, piece.text)] if piece.text else []
            items = [Piece("list", piece.line, "\n".join(f"- {item}" for item in piece.items))] if piece.items else []
            return long_text([*title, *items, *piece.inside])


def _simple(pieces: Iterable[Piece]) -> str:
    """What may stand in a quotation or a notice: paragraphs, lists and code."""
    return "\n\n".join(_block(piece) for piece in pieces if piece.kind in ("text", "list", "code", "heading"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip("\n").split("\n"))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    if not rows or not rows[0]:
        return ""
    width = max(map(len, rows))
    if width == 1 or len(rows) == 1:  # no table of a course: what stands in it, one below the other
        return "\n\n".join(cell for row in rows for cell in row if cell)
    lines = [
        "| " + " | ".join(cell.replace("\n", " ") or " " for cell in (*row, *[""] * (width - len(row)))) + " |"
        for row in rows
    ]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def sentences(pieces: Iterable[Piece]) -> Iterator[str]:
    """The paragraphs, items and lines of code of pieces, each as a text of its own."""
    for piece in pieces:
        match piece.kind:
            case "code":
                yield from (f"`{line.strip()}`" for line in piece.text.split("\n") if line.strip() and "`" not in line)
            case "list":
                yield from piece.items
            case "table":
                yield from (" / ".join(cell for cell in row if cell) for row in piece.rows)
            case "text" | "heading":
                yield piece.text
            case _:
                if piece.text:
                    yield piece.text
                yield from sentences(piece.inside)
