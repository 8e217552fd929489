"""Nothing of another delivery in notes and keys: cards and sheets that are named are there, a bell has one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.suggest import list_names
from deckgen.model.audience import Worded, texts_of
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.model.slides import Slide

_CARD = re.compile(r"卡([一二三四五六七八九])(?![下会些点直])|\b[Cc]ard (\d|[A-H])\b")
_SHEET = re.compile(r"练习单\s?(\d\d[A-Z]?|[A-Z]\d+)|\b[Ss]heet ([A-Z]?\d+[A-Z]?)\b")
_AID = re.compile(r"工具卡\s?((?:[A-Z]\d+、)*[A-Z]\d+)")
_TIME = r"[一二三四五六七八九十两半\d]+ ?分钟"
_TWO_TIMES = re.compile(rf"{_TIME}或者?{_TIME}|\d+ or \d+ minutes")
_BELL = re.compile(r"铃|喊停|喊换|\b(?:bell|ring)\b", re.IGNORECASE)
_HINT = "keep it to its delivery with `in:` or a variant"


def check_elsewhere(course: Course) -> Iterator[Diagnostic]:
    """What notes and keys speak of that this delivery does not have."""
    for sheet in course.sheets:
        yield from _check_cards(sheet, list(texts_of(sheet)))
    for block in course.blocks:
        for slide in block.slides:
            shown = course.sheet(getattr(slide, "sheet", None) or "")
            if shown is not None:
                yield from _check_cards(shown, list(texts_of(slide)))
            yield from _check_bells(slide)
    used = _used(course)
    there = (sheet for sheet in course.sheets if sheet.id in used)
    labels = {name for sheet in there for name in (sheet.id, sheet.label)} | course.gaps.lost
    for item in texts_of(course):
        if item.key != "differences":  # which tell of other deliveries
            yield from _check_sheets(item, labels)


def _used(course: Course) -> set[str]:
    """The ids of sheets that this delivery prints somewhere."""
    used = {*course.prework, *course.overnight, *course.postwork, *course.job_aids}
    for block in course.blocks:
        used.update(block.sheets)
        used.update(key for slide in block.slides if (key := getattr(slide, "sheet", None)))
    return used


def _check_cards(sheet: Sheet, items: list[Worded]) -> Iterator[Diagnostic]:
    """Keys answer only the cards that are printed."""
    titles = [card.title for card in getattr(sheet, "cards", ()) if hasattr(card, "title")]
    there = {_name(match) for title in titles for match in _CARD.finditer(title)}
    if not there:
        return
    for item in items:
        for name in dict.fromkeys(_name(match) for match in _CARD.finditer(item.text)):
            if name not in there:
                message = f"{item.key} speaks of card {name}; sheet {sheet.id} has {list_names(there, 9)} here"
                yield Diagnostic("DG429", message, _place(item), _HINT)


def _check_sheets(item: Worded, labels: set[str]) -> Iterator[Diagnostic]:
    for name in _named_sheets(item.text):
        if name not in labels:
            yield Diagnostic("DG429", f"{item.key} speaks of sheet {name}, which is not there", _place(item), _HINT)


@lru_cache(maxsize=1 << 13)
def _named_sheets(text: str) -> tuple[str, ...]:
    """The numbers and names of sheets that a text speaks of."""
    named = [match[1] or match[2] for match in _SHEET.finditer(text)]
    named += [name for match in _AID.finditer(text) for name in match[1].split("、")]
    return tuple(dict.fromkeys(named))


def _check_bells(slide: Slide) -> Iterator[Diagnostic]:
    for item in texts_of(slide):
        if item.private and (match := _TWO_TIMES.search(item.text)) and _BELL.search(item.text):
            message = f"{item.key} has two times for one bell: {match[0]}"
            yield Diagnostic("DG429", message, _place(item), "a delivery has one: write a variant for each")


def _name(match: re.Match[str]) -> str:
    return match[1] or match[2]


def _place(item: Worded) -> Span | None:
    return item.span
