"""Inline Markdown into runs: strong, emphasis, code, links, line breaks.

Text means what it looks like: spaces and line breaks stay as typed, marks that mark nothing are signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from markdown_it.token import Token

from deckgen.base.runs import Run, Runs, plain
from deckgen.text.folds import join_lines
from deckgen.text.markdown import MARKDOWN

_SPECIAL = re.compile(r"[*_`\[\\\n]")
_MARK = re.compile(r"[*_`\[\\]")
_OUTER = " \t\n"  # not kept around a text; an ideographic space is


@lru_cache(maxsize=32768)
def parse_inline(*parts: str) -> Runs:
    """The runs of one paragraph; neighbours in the same dress are joined.

    Marks of one part never pair with those of another. Spaces around the whole are dropped.
    """
    if len(parts) == 1:
        return _parse(parts[0].strip(_OUTER))
    parsed = [run for part in parts for run in _parse(part)]
    while parsed and not parsed[0].text.strip(_OUTER):
        parsed.pop(0)
    while parsed and not parsed[-1].text.strip(_OUTER):
        parsed.pop()
    if parsed and parsed[0].text[0] in _OUTER:
        parsed[0] = replace(parsed[0], text=parsed[0].text.lstrip(_OUTER))
    if parsed and parsed[-1].text[-1] in _OUTER:
        parsed[-1] = replace(parsed[-1], text=parsed[-1].text.rstrip(_OUTER))
    return join_equal(parsed)


def plain_text(text: str) -> str:
    """A text without its marks on one line, for tables, calendars and messages."""
    return join_lines(plain_lines(text)).strip(_OUTER)


def plain_lines(text: str) -> str:
    """A text without its marks, its lines as they are."""
    return plain(_parse(text)) if _MARK.search(text) else text


@lru_cache(maxsize=32768)
def _parse(text: str) -> Runs:
    if not text:
        return ()
    if not _SPECIAL.search(text):
        return (Run(text),)
    return join_equal(_dress(MARKDOWN.parseInline(text)[0].children or []))


def _dress(tokens: list[Token]) -> list[Run]:
    """The runs of Markdown's tokens."""
    dressed: list[Run] = []
    strong = emphasis = 0
    href = ""
    for token in tokens:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "link_open":
                href = str(token.attrs.get("href", ""))
            case "link_close":
                href = ""
            case "hardbreak":
                dressed.append(Run("\n"))
            case kind:
                dressed.append(Run(token.content, strong > 0, emphasis > 0, kind == "code_inline", href))
    return dressed


def join_equal(runs: Iterable[Run]) -> Runs:
    """The runs without empty ones, those next to each other in one dress as one; line breaks stand alone."""
    kept: list[Run] = []
    for run in runs:
        if not run.text and not run.page_of:
            continue
        last = kept[-1] if kept else None
        joins = last and "\n" not in (last.text, run.text) and not (run.page_of or run.note or last.note)
        if last and joins and _dress_of(last) == _dress_of(run):
            kept[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.code, run.href)
        else:
            kept.append(run)
    return tuple(kept)


def _dress_of(run: Run) -> tuple[bool, bool, bool, str, str]:
    return (run.strong, run.emphasis, run.code, run.href, run.page_of)
