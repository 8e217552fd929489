"""Every break that deckgen forced in decks and books of the flagship, looked at by another program's dictionary."""

from __future__ import annotations

import logging

import pytest

from deckgen.pipeline.build import Made
from walk import is_runs, walk


@pytest.mark.slow
def test_no_forced_break_lies_inside_a_word(flagship: dict[str, Made]) -> None:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    torn, forced = set(), 0
    for made in flagship.values():
        assert made.trees is not None and made.trees.guide is not None
        for tree in (made.trees.deck, made.trees.workbook, made.trees.guide):
            for value in walk(tree):
                if not is_runs(value) or not any(run.text == "\n" for run in value):
                    continue
                lines = "".join(run.text for run in value).split("\n")
                # by its dictionary alone: what it guesses from statistics are no words
                ends, at = {0}, 0
                for word in jieba.cut("".join(lines), HMM=False):
                    at += len(word)
                    ends.add(at)
                at = 0
                for line in lines[:-1]:
                    at += len(line)
                    forced += 1
                    torn |= set() if at in ends else {"|".join(lines)}
    assert forced > 300
    assert not torn
