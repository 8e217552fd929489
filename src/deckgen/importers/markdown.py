"""Markdown into pieces: front matter, headings, lists, code, quotations, tables, pictures and fenced parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckgen.base.runs import Run
from deckgen.importers.durations import minutes_told, take_minutes
from deckgen.importers.fences import Part, split_fences
from deckgen.importers.pieces import Kind, Material, Piece, Unplaced
from deckgen.importers.prose import clean, joined, write_runs
from deckgen.source.node import Located
from deckgen.source.reader import read_source

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # `text.links` judges addresses
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""", re.DOTALL)
_IMAGE = re.compile(
    r"(!\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\]\([^()\s]*(?:\s+\"[^\"]*\")?\))(\{(?:[^{}\"]|\"(?:[^\"\\]|\\.)*\")*\})?",
    re.DOTALL,
)
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
        return Material(
            self.file,
            write_runs((Run(clean(title)),))[0],
            talk=numbers.get("teaching", 0),
            practice=numbers.get("exercises", 0),
            total=numbers.get("minutes", 0),
            pieces=(*listed, *pieces),
            unplaced=tuple(self.lost),
        )

    def lose(self, line: int, what: str) -> None:
        self.lost.append(Unplaced(self.file, line, what))

    def _front(self, text: str) -> tuple[dict[str, Any], int, str]:
        """The front matter, the number of the first line behind it, and what stands there."""
        found = _FRONT.match(text)
        if not found:
            return {}, 1, text
        data, mistakes = read_source(Path(self.file), Path(), lambda _: found[1].encode())
        for mistake in mistakes:
            self.lose((mistake.span.line if mistake.span else 0) + 1, f"front matter: {mistake.message}")
        front = {}
        for key, value in data.items() if isinstance(data, Located) else ():
            front[key] = str(value) if isinstance(value, str | int | float) else value
            if key not in _READ:
                self.lose(data.keys_at[key].line + 1, f"front matter: {key}")
        return front, found[0].count("\n") + 1, text[found.end() :]

    def _listed(self, front: dict[str, Any]) -> Iterator[Piece]:
        for key in ("objectives", "questions", "keypoints"):
            items = front.get(key)
            if isinstance(items, list):
                texts = tuple(self._inline(str(item), 1)[0] for item in items if isinstance(item, str))
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
                told = minutes or next((found for piece in inside if (found := minutes_told(piece.text))), 0)
                yield Piece(kind, part.line, title, minutes=told, inside=inside)
            elif part.word in _NOTICES:
                yield Piece("notice", part.line, title, word=_NOTICES[part.word], inside=inside)
            else:
                self.lose(part.line, f"a part called “{part.word}”; what stands in it is kept")
                yield from inside

    def _blocks(self, text: str, first: int) -> Iterator[Piece]:
        """The pieces of Markdown without fenced parts, whose first line is number `first`."""
        text = _LIQUID.sub("", text)
        tokens = _PARSER.parse(text)
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
                title, minutes = take_minutes(self._inline(_BRACES_END.sub("", tokens[1].content), line)[0])
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
                yield from self._html(head.content, line)
            case _:
                pass  # a rule says nothing

    def _inner(self, tokens: Sequence[Token], first: int, text: str) -> Iterator[Piece]:
        at = 0
        while at < len(tokens):
            end = _end(tokens, at)
            yield from self._block(tokens[at : end + 1], first, text)
            at = end + 1

    def _paragraph(self, inline: Token, line: int) -> Iterator[Piece]:
        text, pictures = self._inline(inline.content, line)
        if text:
            yield Piece("text", line, text)
        yield from pictures

    def _inline(self, written: str, line: int) -> tuple[str, list[Piece]]:
        """Markdown of a course for one of a paragraph, and the pictures that stood in it."""
        flat = joined(written)
        braces = [found[2] or "" for found in _IMAGE.finditer(flat)]
        tokens = _PARSER.parseInline(_IMAGE.sub(r"\1", flat))[0].children or []
        runs: list[Run] = []
        pictures: list[Piece] = []
        strong = emphasis = 0
        href = ""
        for token in tokens:
            match token.type:
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "link_open":
                    href = str(token.attrs.get("href", ""))
                case "link_close":
                    href = ""
                case "image":
                    found = Piece(
                        "picture", line, clean(token.content), word=str(token.attrs["src"]), alt=token.content
                    )
                    pictures.append(_described(found, braces.pop(0) if braces else ""))
                case "html_inline":
                    self._tag(token.content, line, pictures)
                case "text" | "code_inline" | "softbreak" | "hardbreak":
                    runs.append(Run(token.content or " ", strong > 0, emphasis > 0, token.type == "code_inline", href))
                case _:
                    pass  # struck out: the words stay
        text, lost = write_runs(runs)
        for address in lost:
            self.lose(line, f"the link to {address}; its words are kept")
        return text, pictures

    def _tag(self, tag: str, line: int, pictures: list[Piece]) -> None:
        if _IMAGE_TAG.match(tag):
            pictures.append(_picture_of(tag, line))
        elif not re.match(r"</|<!--|<br|<a\b|<(?:b|i|em|strong|u|sub|sup|span|kbd|code)\b", tag, re.IGNORECASE):
            self.lose(line, f"HTML: {clean(tag)[:60]}")

    def _html(self, html: str, line: int) -> Iterator[Piece]:
        for tag in _IMAGE_TAG.findall(html):
            yield _picture_of(tag, line)
        words = clean(joined(_TAG.sub("", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)))).strip()
        if words:
            yield Piece("text", line, write_runs((Run(words),))[0])
            self.lose(line, f"HTML; its words are kept: {words[:40]}")
        elif not _IMAGE_TAG.search(html) and not html.lstrip().startswith("<!--"):
            self.lose(line, f"HTML: {clean(html)[:60]}")

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
                text, pictures = self._inline(tokens[at + 1].content, line)
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
                cells.append(self._inline(token.content, line)[0])
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Piece("table", line, rows=tuple(rows))


_BRACES_END = re.compile(r"[ ]*\{[^{}]*\}[ ]*\Z")


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the block that begins at a token ends."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _described(picture: Piece, braces: str) -> Piece:
    """A picture with the description that stands in braces behind it."""
    values = {
        found[1]: (found[2] or found[3] or "").replace('\\"', '"').replace("\\'", "'")
        for found in _ATTRIBUTE.finditer(braces)
    }
    return replace(picture, alt=clean(values.get("alt") or values.get("fig-alt") or picture.alt))


def _picture_of(tag: str, line: int) -> Piece:
    values = {found[1].lower(): found[2] or found[3] or "" for found in _ATTRIBUTE.finditer(tag)}
    alt = clean(values.get("alt", ""))
    return Piece("picture", line, values.get("title", ""), word=values.get("src", ""), alt=alt)
