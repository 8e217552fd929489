"""Sentences of a text, and runs cut where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.base.runs import Run, Runs

_END = re.compile(r"[。！？…]+[”’」』）]*|[.!?]+[”’\"')]*(?=\s)")
_CLAUSE = re.compile(_END.pattern + r"|；|;(?=\s)")
_OPENS, _CLOSES = "“「『（", "”」』）"


def sentence_ends(text: str, *, clauses: bool = False) -> Iterator[int]:
    """Where sentences end before the last one does, none inside of quotation marks.

    With `clauses` they end at semicolons, too.
    """
    depth, seen = 0, 0
    for match in (_CLAUSE if clauses else _END).finditer(text):
        depth += sum((char in _OPENS) - (char in _CLOSES) for char in text[seen : match.end()])
        seen = match.end()
        if depth <= 0 and match.end() < len(text):
            yield match.end()


def cut_runs(said: Runs, start: int, end: int) -> Runs:
    """The characters from `start` to `end`, each in its dress, without spaces where they were cut."""
    parts: list[Run] = []
    at = 0
    whole = sum(len(run.text) for run in said)
    for run in said:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            parts.append(replace(run, text=text))
    if parts and start:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip(" "))
    if parts and end < whole:
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" "))
    return tuple(part for part in parts if part.text)
