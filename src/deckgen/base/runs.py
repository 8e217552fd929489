"""Inline runs: text with its emphasis, the smallest thing a writer sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress.

    ``href`` is a link: an address, or ``#id`` for a slide or anchor of the same document.
    ``page_of`` names an anchor of the workbook; the text is then its printed page number,
    filled in by the pipeline once the workbook has been paginated.
    ``note`` is the source that a raised number stands for; the text is then the number.
    A line break inside a paragraph is a run whose text is a single line feed.
    ``source`` of the first run of a paragraph is the id, which lasts, of what it was written as; equal texts are equal
    whatever it is.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    page_of: str = ""
    note: tuple[Run, ...] = ()
    source: str = field(default="", compare=False)


Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The text of the runs without their dress and the numbers of sources."""
    return "".join(run.text for run in runs if not run.note)


def runs(text: str, *, strong: bool = False) -> Runs:
    """Plain text as runs."""
    return (Run(text, strong=strong),) if text else ()


def on_one_line(runs: Runs) -> Runs:
    """The runs without their line breaks, for places that have one line: a space stays between two Latin letters."""
    if not any(run.text == "\n" for run in runs):
        return runs
    whole = plain(runs)
    joined: list[Run] = []
    at = 0
    for run in runs:
        text = _joint(whole, at) if run.text == "\n" else run.text
        at += len(run.text)
        if text:
            joined.append(replace(run, text=text))
    return tuple(joined)


def _joint(whole: str, at: int) -> str:
    """What a line break at `at` becomes."""
    sides = whole[at - 1 : at] + whole[at + 1 : at + 2]
    return " " if len(sides) == 2 and not any(unicodedata.east_asian_width(side) in "WF" for side in sides) else ""


_TOKEN = re.compile("\u27e6page:([^\u27e7]*)\u27e7")


def page_token(anchor: str) -> str:
    """A stand-in, inside plain texts such as diagram labels, for the printed page of an anchor."""
    return f"\u27e6page:{anchor}\u27e7"


def fill_page_tokens(text: str, page_of: Callable[[str], str]) -> str:
    """The text with every page token replaced by what `page_of` says of its anchor."""
    return _TOKEN.sub(lambda token: page_of(token[1]), text) if "\u27e6" in text else text
