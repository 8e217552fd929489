"""Inline Markdown and HTML of foreign lessons: texts of a course, and the pictures that stood in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt

from deckgen.base.runs import Run
from deckgen.importers.pieces import Piece
from deckgen.importers.prose import clean, joined, write_plain, write_runs

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # `text.links` judges addresses
_TAG = re.compile(r"<[^>]*>")
_IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""", re.DOTALL)
_IMAGE = re.compile(
    r"(!\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\]\([^()\s]*(?:\s+\"[^\"]*\")?\))(\{(?:[^{}\"]|\"(?:[^\"\\]|\\.)*\")*\})?",
    re.DOTALL,
)


class InlineReader:
    """Reads the paragraphs of one file; `lose` takes the line of what has no place, and what it is."""

    def __init__(self, lose: Callable[[int, str], None]) -> None:
        self.lose = lose

    def read(self, written: str, line: int) -> tuple[str, list[Piece]]:
        """Markdown of a course for one of a paragraph, and the pictures that stood in it."""
        flat = joined(written)
        braces = [piece[2] or "" for piece in _IMAGE.finditer(flat)]
        tokens = PARSER.parseInline(_IMAGE.sub(r"\1", flat))[0].children or []
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
                    piece = Piece(
                        "picture", line, write_plain(token.content), word=str(token.attrs["src"]), alt=token.content
                    )
                    pictures.append(_described(piece, braces.pop(0) if braces else ""))
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

    def read_html(self, html: str, line: int) -> Iterator[Piece]:
        """The pictures and the words of a block of HTML."""
        for tag in _IMAGE_TAG.findall(html):
            yield _picture_of(tag, line)
        words = clean(joined(_TAG.sub("", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)))).strip()
        if words:
            yield Piece("text", line, write_runs((Run(words),))[0])
            self.lose(line, f"HTML; its words are kept: {words[:40]}")
        elif not _IMAGE_TAG.search(html) and not html.lstrip().startswith("<!--"):
            self.lose(line, f"HTML: {clean(html)[:60]}")


def _described(picture: Piece, braces: str) -> Piece:
    """A picture with the description that stands in braces behind it."""
    values = {
        match[1]: (match[2] or match[3] or "").replace('\\"', '"').replace("\\'", "'")
        for match in _ATTRIBUTE.finditer(braces)
    }
    return replace(picture, alt=clean(values.get("alt") or values.get("fig-alt") or picture.alt))


def _picture_of(tag: str, line: int) -> Piece:
    values = {match[1].lower(): match[2] or match[3] or "" for match in _ATTRIBUTE.finditer(tag)}
    alt = clean(values.get("alt", ""))
    return Piece("picture", line, write_plain(values.get("title", "")), word=values.get("src", ""), alt=alt)
