"""Words to say in paragraphs of one thought each: what a trainer finds again with one look from a page on the desk."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.runs import Runs, plain
from deckgen.base.sentences import cut_runs, sentence_ends
from deckgen.text.scripts import has_cjk

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
    ends = [*sentence_ends(text), len(text)]
    for at, end in enumerate(ends[:-1]):
        enough = end - starts[-1] >= _LEAST * scale
        if enough and ends[at + 1] - starts[-1] > _FULL * scale and len(text) - end >= _LEAST * scale / 2:
            starts.append(end)
    if len(starts) == 1:
        yield said
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if part := cut_runs(said, start, end):
            yield part
