"""Steps of sheets and what they ask for: reading, writing and talking in turn need their time.

What is to be read has to fit the steps before the sheet is worked on; what a step wants written or said by each has to
fit that step. Only what a step says in numbers is counted: 每人一分钟, 写三张便签, “each speaks for one minute”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.amounts import DURATION, NUMBER, NUMBER_WORD, group_size, read_duration, read_number
from deckgen.checks.size import count_text
from deckgen.model.course import Course
from deckgen.model.sheets import CaseSheet, DrillSheet, PreworkSheet, Sheet, Step

READ = 400  # 字 a minute, as `count_text` counts: 200 words of English
WRITE = 20  # 字 a minute that are thought of, too: 10 words
LINES = {"句": 12, "张": 12, "条": 8, "件": 8, "sentence": 24, "note": 16, "line": 16}  # of one that is to be written
SLACK = 0.25  # minutes that no clock in a room can tell
ANSWER = 0.75  # minutes of a written answer at home, with its question

_LIMIT = re.compile(rf"({NUMBER})\s?(?:来)?个?字|in ({NUMBER_WORD}) words", re.IGNORECASE)
_PIECES = re.compile(rf"({NUMBER})\s?(步|格|句|张|条|件)|({NUMBER_WORD}) (sentence|note|line)s?", re.IGNORECASE)
_WRITES = re.compile(r"[写填抄]|\b(?:write|fill in|note down)\b", re.IGNORECASE)
_EACH = re.compile(r"每(?:个)?人|轮流|\beach\b|\beverybody\b|\bin turn\b", re.IGNORECASE)
_ALTERNATE = re.compile(r"换人|互换|\bswap", re.IGNORECASE)
_ROUNDS = re.compile(rf"({NUMBER})\s?轮|({NUMBER_WORD}) rounds", re.IGNORECASE)
_SOME = re.compile(
    rf"({NUMBER})\s?(?:个)?(?:桌|组|位|人)[^，。；]{{0,8}}各|\b({NUMBER_WORD}) (?:tables|groups|people|of you)\b",
    re.IGNORECASE,
)


def check_step_times(course: Course) -> Iterator[Diagnostic]:
    """Steps that ask for more than their minutes hold, and pre-work with more to write than its effort."""
    if course.is_draft:
        return
    used = {key for block in course.blocks for key in block.sheets if block.status != "draft"}
    for sheet in course.sheets:
        if isinstance(sheet, PreworkSheet):
            yield from _check_prework(course, sheet)
        elif sheet.has_steps and sheet.id in used and sheet.minutes:
            yield from _check_reading(course, sheet)
            for step in sheet.steps:
                yield from _check_step(sheet, step)


def _check_reading(course: Course, sheet: Sheet) -> Iterator[Diagnostic]:
    """What has to be read and written before the sheet is worked on."""
    early: list[Step] = []
    for step in sheet.steps:
        if step.phase not in ("setup", "prepare"):
            break
        early.append(step)
    size = count_text(_material(sheet), course.language)
    minutes = sum(step.minutes for step in early)
    written = sum(_writing(step.do) for step in early)
    if not early or size / READ + written <= minutes + SLACK:
        return
    need = f"{size / READ:.1f} min of reading" + (f" and {written:.1f} min of writing" if written else "")
    message = f"sheet {sheet.id}: {need} before it is worked on, its steps give {minutes} min"
    yield Diagnostic("DG437", message, early[0].at("do"), "give these steps more minutes, or less to read and write")


def _material(sheet: Sheet) -> str:
    """What each has to read: situation or story with its facts, and one card."""
    parts = [sheet.situation]
    if isinstance(sheet, CaseSheet):
        parts += [sheet.story, *(text for fact in sheet.facts for text in fact)]
    if isinstance(sheet, DrillSheet):
        parts.append(max((card.text for card in sheet.cards), key=len, default=""))
    return "\n".join(part for part in parts if part)


def _writing(text: str) -> float:
    """Minutes that it takes to write what a step names."""
    if not _WRITES.search(text):
        return 0.0
    pieces = [(read_number(match[1] or match[3]), match[2] or match[4]) for match in _PIECES.finditer(text)]
    limit = _LIMIT.search(text)
    if limit is not None:
        size = read_number(limit[1]) if limit[1] else 2 * read_number(limit[2])
        return size * max([1.0, *(number for number, _ in pieces)]) / WRITE
    word = 4 if re.search(r"关键词|几个字|\bkey ?words?\b", text) else 0
    written = text[_WRITES.search(text).start() :]  # type: ignore[union-attr]
    return sum(
        read_number(match[1] or match[3]) * (word or LINES.get((match[2] or match[4]).lower(), 0)) / WRITE
        for match in _PIECES.finditer(written)
    )


def _check_step(sheet: Sheet, step: Step) -> Iterator[Diagnostic]:
    said, written = _talking(sheet, step.do), _writing(step.do)
    early = step.phase in ("setup", "prepare")
    need = said + (0 if early else written)
    if need > step.minutes + SLACK:
        message = f"sheet {sheet.id}: this step asks for {need:g} min and has {step.minutes}"
        yield Diagnostic("DG437", message, step.at("do"), "give it more minutes, or let fewer speak or write less")


def _talking(sheet: Sheet, text: str) -> float:
    """Minutes of talk that a step names: for each of a group, for some, for the rounds it counts."""
    timed = next(((match, read_duration(match)) for match in DURATION.finditer(text)), None)
    if timed is None:
        return 0.0
    match, minutes = timed
    if match.start() and text[match.start() - 1] in "后第":
        return 0.0
    some, rounds = _SOME.search(text), _ROUNDS.search(text)
    if some is not None:
        return minutes * read_number(some[1] or some[2])
    if rounds is not None:
        return minutes * read_number(rounds[1] or rounds[2])
    if _EACH.search(text) and (size := group_size(sheet.grouping)):
        return minutes * size
    return 2 * minutes if _ALTERNATE.search(text) else minutes


def _check_prework(course: Course, sheet: PreworkSheet) -> Iterator[Diagnostic]:
    reading = "\n".join((sheet.reading, sheet.situation, *(question.q for question in sheet.questions)))
    need = count_text(reading, course.language) / READ + ANSWER * len(sheet.questions)
    if need > sheet.effort + SLACK:
        message = f"sheet {sheet.id}: {need:.0f} min of reading and answers, {sheet.effort} are told"
        yield Diagnostic("DG437", message, sheet.at("effort"), "ask for less, or tell the minutes it takes")
