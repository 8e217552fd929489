"""Markdown into pieces: front matter, headings, lists, code, quotations, tables, pictures and fenced parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from deckgen.base.runs import Run
from deckgen.importers.durations import minutes_told, take_minutes
from deckgen.importers.fences import Part, split_fences
from deckgen.importers.inline import PARSER, InlineReader
from deckgen.importers.pieces import Kind, Material, Piece, Unplaced
from deckgen.importers.prose import clean, write_runs
from deckgen.source.node import Located
from deckgen.source.reader import read_source

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_LIQUID = re.compile(r"\{%.*?%\}|\{\{[ ]*(?:page|site)\.[\w.]*[ ]*\}\}")
_READ = ("title", "teaching", "exercises", "minutes", "questions", "objectives", "keypoints", "break")
_KINDS: dict[str, Kind] = {
    "challenge": "exercise", "exercise": "exercise", "task": "exercise", "practice": "exercise",
    "discussion": "discussion", "activity": "discussion", "solution": "solution", "answer": "solution",
    "instructor": "told", "instructor-note": "told", "notes": "told", "objectives": "goals", "goals": "goals",
    "questions": "questions", "keypoints": "summary", "summary": "summary",
}  # fmt: skip
_NOTICES = {
    "callout": "note", "note": "note", "info": "note", "prereq": "note", "checklist": "note", "spoiler": "note",
    "testimonial": "example", "example": "example", "tip": "tip", "hint": "tip", "warning": "warning",
    "caution": "warning", "important": "warning", "danger": "warning", "accessibility": "accessibility",
}  # fmt: skip


def read_markdown(text: str, file: str) -> Material:
    """The pieces of a Markdown file."""
    return _Reader(file).read(text.replace("\r\n", "\n").replace("\r", "\n"))


class _Reader:
    """The reading of one file; gathers what finds no place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lost: list[Unplaced] = []
        self.inline = InlineReader(self.lose)

    def read(self, text: str) -> Material:
        front, first, body = self._front(text)
        pieces = tuple(self._parts(split_fences(body.split("\n"), first)))
        listed = tuple(self._listed(front))
        title = front.get("title", "")
        if not title and pieces and pieces[0].kind == "heading" and pieces[0].level == 1:
            title, pieces = pieces[0].text, pieces[1:]
        if "break" in front and not any(piece.kind in ("exercise", "discussion") for piece in pieces):
            self.lose(1, f"a pause of {front['break']} minutes: pauses follow from the delivery")
            return Material(self.file, unplaced=tuple(self.lost))
        numbers = {
            key: int(value) if value.isdecimal() else 0 for key, value in front.items() if isinstance(value, str)
        }
        talk, practice, total = _minutes_of(numbers)
        return Material(
            self.file,
            write_runs((Run(clean(title)),))[0],
            talk=talk,
            practice=practice,
            total=total,
            pieces=(*listed, *pieces),
            unplaced=tuple(self.lost),
        )

    def lose(self, line: int, what: str) -> None:
        self.lost.append(Unplaced(self.file, line, what))

    def _front(self, text: str) -> tuple[dict[str, Any], int, str]:
        """The front matter, the number of the first line behind it, and what stands there."""
        match = _FRONT.match(text)
        if not match:
            return {}, 1, text
        keys, mistakes = read_source(Path(self.file), Path(), lambda _: match[1].encode())
        for mistake in mistakes:
            self.lose((mistake.span.line if mistake.span else 0) + 1, f"front matter: {mistake.message}")
        front = {}
        for key, value in keys.items() if isinstance(keys, Located) else ():
            front[key] = str(value) if isinstance(value, str | int | float) else value
            if key not in _READ:
                self.lose(keys.keys_at[key].line + 1, f"front matter: {key}")
        return front, match[0].count("\n") + 1, text[match.end() :]

    def _listed(self, front: dict[str, Any]) -> Iterator[Piece]:
        for key in ("objectives", "questions", "keypoints"):
            items = front.get(key)
            if isinstance(items, list):
                texts = tuple(self.inline.read(str(item), 1)[0] for item in items if isinstance(item, str))
                yield Piece(_KINDS[key], 1, items=texts)

    def _parts(self, parts: Sequence[Part]) -> Iterator[Piece]:
        for part in parts:
            if not part.word:
                yield from self._blocks("\n".join(part.lines), part.line)
                continue
            inside = tuple(self._parts(part.inside))
            title, minutes = take_minutes(part.title)
            if inside and inside[0].kind == "heading":
                title, minutes, inside = inside[0].text, inside[0].minutes or minutes, inside[1:]
            kind = _KINDS.get(part.word)
            if kind in ("goals", "questions", "summary"):
                items = tuple(item for piece in inside for item in (piece.items or (piece.text,)) if item)
                yield Piece(kind, part.line, items=items)
            elif kind:
                told = minutes or next(
                    (minutes_here for piece in inside if (minutes_here := minutes_told(piece.text))), 0
                )
                yield Piece(kind, part.line, title, minutes=told, inside=inside)
            elif part.word in _NOTICES:
                yield Piece("notice", part.line, title, word=_NOTICES[part.word], inside=inside)
            else:
                self.lose(part.line, f"a part called “{part.word}”; what stands in it is kept")
                yield from inside

    def _blocks(self, text: str, first: int) -> Iterator[Piece]:
        """The pieces of Markdown without fenced parts, whose first line is number `first`."""
        text = _LIQUID.sub("", text)
        tokens = PARSER.parse(text)
        at = 0
        while at < len(tokens):
            end = _end(tokens, at)
            yield from self._block(tokens[at : end + 1], first, text)
            at = end + 1

    def _block(self, tokens: Sequence[Token], first: int, text: str) -> Iterator[Piece]:
        head = tokens[0]
        line = first + (head.map[0] if head.map else 0)
        match head.type:
            case "heading_open":
                title, minutes = take_minutes(self.inline.read(_BRACES_END.sub("", tokens[1].content), line)[0])
                if title:
                    yield Piece("heading", line, title, level=int(head.tag[1:]), minutes=minutes)
            case "paragraph_open":
                yield from self._paragraph(tokens[1], line)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(tokens, first)
            case "fence" | "code_block":
                word = re.sub(r"[{}.]", "", head.info.split()[0]) if head.info.split() else ""
                yield Piece("code", line, head.content.rstrip("\n"), word=word)
            case "blockquote_open":
                inside = tuple(self._inner(tokens[1:-1], first, text))
                yield Piece("quote", line, inside=inside)
            case "table_open":
                yield self._table(tokens, line)
            case "html_block":
                yield from self.inline.read_html(head.content, line)
            case _:
                pass  # a rule says nothing

    def _inner(self, tokens: Sequence[Token], first: int, text: str) -> Iterator[Piece]:
        at = 0
        while at < len(tokens):
            end = _end(tokens, at)
            yield from self._block(tokens[at : end + 1], first, text)
            at = end + 1

    def _paragraph(self, inline: Token, line: int) -> Iterator[Piece]:
        text, pictures = self.inline.read(inline.content, line)
        if text:
            yield Piece("text", line, text)
        yield from pictures

    def _list(self, tokens: Sequence[Token], first: int) -> Iterator[Piece]:
        lines: list[str] = []
        items: list[str] = []
        behind: list[Piece] = []
        self._items(tokens, first, 0, lines, items, behind)
        head = tokens[0]
        yield Piece("list", first + (head.map[0] if head.map else 0), "\n".join(lines), items=tuple(items))
        yield from behind

    def _items(
        self, tokens: Sequence[Token], first: int, level: int, lines: list[str], items: list[str], behind: list[Piece]
    ) -> None:
        """The lines of a list; what no item holds comes behind it."""
        ordered = tokens[0].type == "ordered_list_open"
        number = int(tokens[0].attrs.get("start", 1)) if ordered else 0
        indent = "  " * min(level, 2)
        fresh = False
        at = 1
        while at < len(tokens) - 1:
            token = tokens[at]
            if token.type == "list_item_open":
                fresh = True
                at += 1
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                end = _end(tokens, at)
                self._items(tokens[at : end + 1], first, level + 1, lines, items, behind)
                at = end + 1
            elif token.type == "paragraph_open":
                line = first + (token.map[0] if token.map else 0)
                text, pictures = self.inline.read(tokens[at + 1].content, line)
                text = (
                    re.sub(r"\A\[[ xX]\]\s+", "", text.replace("\\[", "[").replace("\\]", "]"))
                    if text.startswith(("[ ]", "[x]", "\\["))
                    else text
                )
                if text and fresh:
                    lines.append(f"{indent}{f'{number}.' if ordered else '-'} {text}")
                    number += 1
                    fresh = False
                    if level == 0:
                        items.append(text)
                elif text:
                    lines.append(f"{indent}  {text}")
                behind += pictures
                at += 3
            elif token.type == "list_item_close":
                at += 1
            else:
                end = _end(tokens, at)
                behind += self._block(tokens[at : end + 1], first, "")
                at = end + 1

    def _table(self, tokens: Sequence[Token], line: int) -> Piece:
        rows: list[tuple[str, ...]] = []
        cells: list[str] = []
        for token in tokens:
            if token.type == "inline":
                cells.append(self.inline.read(token.content, line)[0])
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Piece("table", line, rows=tuple(rows))


def _minutes_of(numbers: dict[str, int]) -> tuple[int, int, int]:
    """Minutes of talk, of practice, and of both together where a lesson does not give both."""
    talk, practice = numbers.get("teaching", 0), numbers.get("exercises", 0)
    if talk and practice:
        return talk, practice, 0
    return 0, 0, numbers.get("minutes", 0) or talk + practice


_BRACES_END = re.compile(r"[ ]*\{[^{}]*\}[ ]*\Z")


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the block that begins at a token ends."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1
