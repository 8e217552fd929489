"""Figures that agree: averages, differences, shares, weekdays, points of tests, and what a key takes from its case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import Worded, texts_of
from deckgen.model.course import Course
from deckgen.model.sheets import CaseSheet, Sheet

DATA = 3  # figures of a sheet from which on its key has to take its own from them

_N = r"(\d+(?:\.\d+)?)"
_AVERAGE = re.compile(
    rf"(?:平均|\baverage (?:of )?){_N}\s?\D{{0,4}}"
    r"[（(]((?:\d+(?:\.\d+)?\s?\D{0,2}?[、,，;；]\s?)+\d+(?:\.\d+)?)\D{0,3}[）)]"
)
_CHANGE = re.compile(
    rf"(?:从|from ){_N}%\D{{1,8}}?{_N}%[^。！？.!?\d]{{0,14}}?{_N}\s?(?:个百分点|个点|percentage points|points)"
)
_SHARE = re.compile(rf"{_N}\s?(?:人|单|通|件)?(?:里|中|当中)(?:面)?(?:的|有)?{_N}\s?(?:人|单|通|件)"
                    rf"[^。；\d]{{0,6}}(?:占|是|即){_N}%"
                    rf"|{_N} of {_N}\b[^.;\d]{{0,12}}\(?{_N}(?:%| per ?cent)")  # fmt: skip
_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号][（(，, ]?(?:周|星期)([一二三四五六日天])")
_POINTS = re.compile(r"每题(?:答对)?[记得]?(\d+)分[^。]{0,40}?满分(\d+)分")
_LESS = re.compile(r"满分(\d+)分[^。]{0,60}?(?:低于|不到|高于|超过)(\d+)分")
_UNIT = re.compile(rf"{_N}\s?(%|单|元|席|通|人|个点)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WEEKDAYS = "一二三四五六日"


def check_figures(course: Course) -> Iterator[Diagnostic]:
    """Figures that contradict each other, in one sentence or between a sheet and its key."""
    if course.is_draft:
        return
    for item in texts_of(course):
        if _NUMBER.search(item.text):
            yield from _check_sentence(course, item)
    for sheet in course.sheets:
        yield from _check_key(course, sheet)
        if isinstance(sheet, CaseSheet):
            yield from _check_facts(sheet)


def _told(item: Worded, text: str, right: str) -> Diagnostic:
    return Diagnostic("DG432", f"{item.key}: {text} - {right}", item.span, "mend the one that is wrong")


def _check_sentence(course: Course, item: Worded) -> Iterator[Diagnostic]:
    for match in _AVERAGE.finditer(item.text):
        parts = [float(number) for number in _NUMBER.findall(match[2])]
        mean = sum(parts) / len(parts)
        if abs(mean - float(match[1])) > 0.5:
            yield _told(item, match[0], f"the average is {mean:.4g}")
    for match in _CHANGE.finditer(item.text):
        change = abs(float(match[1]) - float(match[2]))
        if abs(change - float(match[3])) > 0.5:
            yield _told(item, match[0], f"the difference is {change:g}")
    for match in _SHARE.finditer(item.text):
        whole, part, share = (float(match[n]) for n in ((1, 2, 3) if match[1] else (5, 4, 6)))
        if whole and abs(100 * part / whole - share) > 1:
            yield _told(item, match[0], f"it is {100 * part / whole:.3g} percent")
    for match in _DATE.finditer(item.text):
        try:
            day = date(int(match[1] or course.date[:4]), int(match[2]), int(match[3]))
        except ValueError:
            yield _told(item, match[0], "there is no such day")
            continue
        if _WEEKDAYS[day.weekday()] != match[4].replace("天", "日"):
            yield _told(item, match[0], f"it is 周{_WEEKDAYS[day.weekday()]}")
    for match in _LESS.finditer(item.text):
        if int(match[2]) > int(match[1]):
            yield _told(item, match[0], f"nobody has more than {match[1]}")
    for match in _POINTS.finditer(item.text):
        count = len(getattr(item.owner, "items", ())) or _count_of(course, item)
        if count and count * int(match[1]) != int(match[2]):
            yield _told(item, match[0], f"{count} questions bring {count * int(match[1])}")


def _count_of(course: Course, item: Worded) -> int:
    """How many items the test has whose key this is."""
    for sheet in course.sheets:
        if sheet.guide is item.owner:
            return len(getattr(sheet, "items", ()))
    return 0


def _check_facts(sheet: CaseSheet) -> Iterator[Diagnostic]:
    """What story and key say of a fact by its label."""
    told = [item for item in texts_of(sheet) if item.key != "facts"]
    for number, (label, value) in enumerate(sheet.facts):
        known = {(match[2], float(match[1])) for match in _UNIT.finditer(value)}
        if not known:
            continue
        pattern = re.compile(rf"{re.escape(label)}[^，。；\d从每升降]{{0,3}}{_UNIT.pattern}")
        for item in told:
            for match in pattern.finditer(item.text):
                if (match[2], float(match[1])) not in known and any(unit == match[2] for unit, _ in known):
                    message = f"{item.key}: {match[0]} - the facts say {value}"
                    yield Diagnostic("DG432", message, sheet.at_item("facts", number), "mend the one that is wrong")


def _check_key(course: Course, sheet: Sheet) -> Iterator[Diagnostic]:
    """Figures of a key that its case does not have, and that do not follow from two figures of it."""
    if sheet.guide is None:
        return
    shown = [item.text for item in texts_of(sheet) if item.key != "key"]
    given = sum(len(_UNIT.findall(text)) for text in shown)
    if given < DATA:
        return
    for block in course.blocks:
        for slide in block.slides:
            if getattr(slide, "sheet", None) == sheet.id:
                shown += [item.text for item in texts_of(slide)]
    numbers = {float(number) for text in shown for number in _NUMBER.findall(text)}
    derived = numbers | {round(abs(a - b), 2) for a, b in combinations(numbers, 2)} | {
        round(a + b, 2) for a, b in combinations(numbers, 2)
    }  # fmt: skip
    for number, text in enumerate(sheet.guide.key):
        strange = [match[0] for match in _UNIT.finditer(text) if float(match[1]) not in derived]
        if strange:
            message = f"the key of sheet {sheet.id} has figures that its case does not give: {', '.join(strange[:4])}"
            hint = "take them from the case, or give the case what they follow from"
            yield Diagnostic("DG432", message, sheet.guide.at_item("key", number), hint)
