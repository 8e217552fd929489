"""Words to say in paragraphs of one thought each: what a trainer finds again with one look from a page on the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.base.runs import Run, Runs, plain
from deckgen.text.scripts import has_cjk

_END = re.compile(r"[。！？…]+[”’」』）]*|[.!?]+[”’\"')]*(?=\s)")
_OPENS, _CLOSES = "“「『（", "”」』）"
_FULL = 112  # characters of 汉字 that a thought may have before the next sentence begins a new one
_LEAST = 24  # fewer are no thought of their own
_LATIN = 2.2  # Latin letters that take the room of a 汉字


def thoughts(said: Runs) -> Iterator[Runs]:
    """A paragraph parted at the ends of sentences, none inside of quotation marks; a short one stays whole."""
    text = plain(said)
    scale = 1.0 if has_cjk(text) else _LATIN
    if any(run.note or run.text == "\n" for run in said):
        yield said
        return
    starts = [0]
    ends = [*_sentence_ends(text), len(text)]
    for at, end in enumerate(ends[:-1]):
        enough = end - starts[-1] >= _LEAST * scale
        if enough and ends[at + 1] - starts[-1] > _FULL * scale and len(text) - end >= _LEAST * scale / 2:
            starts.append(end)
    if len(starts) == 1:
        yield said
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if part := _cut(said, start, end):
            yield part


def _sentence_ends(text: str) -> Iterator[int]:
    depth, seen = 0, 0
    for match in _END.finditer(text):
        depth += sum((char in _OPENS) - (char in _CLOSES) for char in text[seen : match.end()])
        seen = match.end()
        if depth <= 0 and match.end() < len(text):
            yield match.end()


def _cut(said: Runs, start: int, end: int) -> Runs:
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
