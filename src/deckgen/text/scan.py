"""Where code, escapes and links stand in a text: one pass, a cost that grows with the length alone.

Both sides ask here: the parser that makes runs, and the search for marks that are not supported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

MARKS = "*_`[]<>#~=|{}!&-+:"
"""Characters that a backslash makes plain; before any other a backslash is a backslash."""

_STEP = re.compile(r"`+|\\.|[][()\n]", re.DOTALL)
_TITLE = re.compile(r"(\S+)\s+(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class Link:
    """``[label](target)`` as written; places count characters from 0, `end` is behind the closing bracket."""

    start: int
    label_end: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in one text; `masked` is the text with code, escapes and link targets blanked out."""

    masked: str
    escapes: frozenset[int]
    code: Mapping[int, int]  # where code begins -> behind its closing marks
    links: Mapping[int, Link]
    unclosed: tuple[int, ...]  # where ``[label](`` begins that no bracket closes on its line


def is_escape(text: str, at: int) -> bool:
    """True when the backslash at `at` makes the next character plain."""
    after = text[at + 1 : at + 2]
    if after == ".":  # of a number that would begin a list
        return text[text.rfind("\n", 0, at) + 1 : at].isdecimal()
    return bool(after) and after in MARKS


@lru_cache(maxsize=4096)
def scan(text: str) -> Scan:
    """Code, escapes and links of a text."""
    masked = list(text)
    escapes: set[int] = set()
    code: dict[int, int] = {}
    runs = _runs_by_length(text)
    brackets: list[int] = []
    parens: list[int] = []
    closes: dict[int, int] = {}  # of square brackets
    partner: dict[int, int] = {}  # of round ones, on one line
    at = 0
    while match := _STEP.search(text, at):
        at, sign = match.end(), match.group()
        start = match.start()
        if sign[0] == "`":
            end = _closing_run(runs, len(sign), at)
            if end:
                code[start] = end
                masked[start:end] = "\0" * (end - start)
                at = end
        elif sign[0] == "\\":
            if is_escape(text, start):
                escapes.add(start)
                masked[start : start + 2] = "\0\0"
            else:
                at = start + 1
        elif sign == "[":
            brackets.append(start)
        elif sign == "]":
            if brackets:
                closes[brackets.pop()] = start
        elif sign == "(":
            parens.append(start)
        elif sign == ")":
            if parens:
                partner[parens.pop()] = start
        else:
            parens.clear()
    links, unclosed = _links(text, closes, partner)
    for link in links.values():
        masked[link.label_end : link.end] = "\0" * (link.end - link.label_end)
    return Scan("".join(masked), frozenset(escapes), code, links, tuple(unclosed))


def _runs_by_length(text: str) -> dict[int, list[int]]:
    """The starts of runs of backticks, the last first, by their length."""
    runs: dict[int, list[int]] = {}
    for match in re.finditer("`+", text):
        runs.setdefault(len(match.group()), []).append(match.start())
    for starts in runs.values():
        starts.reverse()
    return runs


def _closing_run(runs: dict[int, list[int]], length: int, after: int) -> int:
    """Where the next run of that length ends, 0 when there is none; runs passed by are forgotten."""
    starts = runs.get(length, [])
    while starts and starts[-1] < after:
        starts.pop()
    return starts[-1] + length if starts else 0


def _links(text: str, closes: dict[int, int], partner: dict[int, int]) -> tuple[dict[int, Link], list[int]]:
    """The links among pairs of brackets, the inner ones where one stands in another."""
    links: dict[int, Link] = {}
    unclosed: list[int] = []
    last = len(text)  # no link begins behind the start of the one found before: pairs come from the end
    for start in sorted(closes, reverse=True):
        label_end = closes[start]
        if text[label_end + 1 : label_end + 2] != "(":
            continue
        end = partner.get(label_end + 1)
        if end is None:
            unclosed.append(start)
        elif label_end < last:
            target = text[label_end + 2 : end].strip()
            titled = _TITLE.fullmatch(target)
            target = titled[1] if titled else target
            links[start] = Link(start, label_end, end + 1, target.removeprefix("<").removesuffix(">"))
            last = start
    return links, sorted(unclosed)
