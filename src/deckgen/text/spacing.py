"""Spaces between Chinese and Latin writing, put in for slides; Word makes that gap itself when it sets a line.

Code and addresses are left alone, and nothing is put beside full-width punctuation, before % or before °. A space
between a number and what it counts never ends a line: 15 分钟, 第 3 页, 88 %.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from deckgen.base.runs import Run, Runs
from deckgen.text.scripts import HAN, LATIN

_MEETING = re.compile(rf"(?<={HAN})(?={LATIN})|(?<={LATIN})(?={HAN})")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；：！？、（）《》“”‘’【】]+", re.IGNORECASE)


def _space(text: str) -> str:
    """The text with its spaces, what looks like an address as typed."""
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        pieces += [_MEETING.sub(" ", text[end : match.start() + 1])[:-1], match.group()]
        end = match.end()
    return "".join([*pieces, _MEETING.sub(" ", text[end:])])


# A number and its unit or measure word, 第 and its number.
_COUNTED = re.compile(rf"(?<=[0-9]) (?=[%‰℃°]|{HAN})|(?<=第) (?=[0-9])")
NO_BREAK = "\u00a0"


def keep_numbers(runs: Runs) -> Runs:
    """The runs with spaces that no line breaks at between numbers and what they count, also from run to run."""
    if not any(" " in run.text for run in runs):
        return runs
    kept: list[Run] = []
    for index, run in enumerate(runs):
        if run.code or " " not in run.text:
            kept.append(run)
            continue
        before = _seen(runs[index - 1])[-1:] if index else ""
        after = _seen(runs[index + 1])[:1] if index + 1 < len(runs) else ""
        text = _COUNTED.sub(NO_BREAK, f"{before}{run.text}{after}")[len(before) :]
        text = text[: len(run.text)]
        kept.append(replace(run, text=text) if text != run.text else run)
    return tuple(kept)


def _seen(run: Run) -> str:
    """The run as its neighbours see it: a page number is filled in later and will be digits."""
    return "" if run.note else "0" if run.page_of else run.text


@lru_cache(maxsize=32768)
def space_scripts(runs: Runs) -> Runs:
    """The runs with one space wherever 汉字 and Latin letters or digits touch."""
    apart: list[Run] = []
    for run in runs:
        fixed = run.code or run.page_of or run.note or run.text.isascii()
        text = run.text if fixed else _space(run.text)
        spaced = run if text == run.text else replace(run, text=text)
        if apart and _MEETING.search(_seen(apart[-1])[-1:] + _seen(run)[:1]):
            # The space goes where it shows least: not into code, a link or a page number.
            if _takes_space(apart[-1]):
                apart[-1] = replace(apart[-1], text=apart[-1].text + " ")
            elif _takes_space(spaced):
                spaced = replace(spaced, text=" " + spaced.text)
            else:
                apart.append(Run(" "))
        apart.append(spaced)
    return tuple(apart)


def _takes_space(run: Run) -> bool:
    return not (run.code or run.href or run.page_of or run.note)
