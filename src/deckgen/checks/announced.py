"""What is announced is there: things to handle are on a list of materials, cards are packed, writing has a page.

The lists are those of the course and of the block, and what the room has. A recording needs the text of it, or a line
on a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import Worded, texts_of
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.model.sheets.turns import TurnsSheet
from deckgen.model.slides import Slide

# What a trainer handles: how notes speak of it, and how a list may call it.
THINGS = {
    "sticky notes": ("便签|便利贴|(?:sticky|post-it) notes?", "便签|便利贴|sticky|post-it"),
    "dots": (r"圆点|\bsticker dots?\b|\bdot stickers?\b", "圆点|dots?"),
    "a whiteboard": ("白板|板书|whiteboard|flip ?chart", "白板|大白纸|黑板|whiteboard|flip ?chart|board"),
    "large paper": ("大白纸|大纸|large paper|brown paper", "大白纸|大纸|large paper|brown paper|flip ?chart"),
    "a bell": (r"摇铃|铃响|\bring the bell\b|\bthe bell\b", "铃|bell"),
    "a ball": (r"抛球|传球|接球|\bsoft ball\b|\bthrow the ball\b", "球|ball"),
    "a timer": (r"计时器|\btimer\b|\bcountdown\b", "计时|timer|clock|countdown|phone"),
    "tape": (r"胶带|\bmasking tape\b|\btape on the floor\b", "胶带|tape"),
    "envelopes": (r"信封|\benvelopes?\b", "信封|envelope"),
}
_THINGS = {
    what: (re.compile(spoken, re.IGNORECASE), re.compile(called, re.IGNORECASE))
    for what, (spoken, called) in THINGS.items()
}
_PLAYED = re.compile(
    r"(?:播放|播一段|放一段|放一遍|放一通|听一段)[^，。；“”]{0,8}(?:录音|视频|音频)"
    r"|\bplay (?:the|a|this|that) (?:\w+ )?(?:recording|video|clip|audio)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile("录音|视频|音频|recording|video|audio|clip", re.IGNORECASE)
_WRITTEN = re.compile(
    r"(?:手册|这一页)(?:上|边上|空白处|旁边|里|这一页)?[^，。；“”]{0,2}[写圈划画填记](?!不)|[写填圈记]在手册"
    r"|\b(?:write|note|circle|mark|fill in)\b[^.;]{0,40}\b(?:in|on) (?:your|the) (?:workbook|page)\b",
    re.IGNORECASE,
)
_CARDS = re.compile(r"角色卡|任务卡|\b(?:role|task) cards?\b|\bcards? (?:of|for) sheet\b", re.IGNORECASE)
_AT_HAND = re.compile(r"(?:工具卡|\b[Cc]ard )\s?([A-Z]\d+)")
_APPENDIX = re.compile(r"附录|手册最后|手册后面|\bappendix\b|\bback of (?:the|your) workbook\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NOTES = frozenset(("say", "do", "brief", "if_silent", "hook", "task", "board", "materials"))


def check_announced(course: Course) -> Iterator[Diagnostic]:
    """Things, cards, recordings and pages that notes and steps announce, and that nothing provides."""
    if course.is_draft or (not course.materials and not any(block.materials for block in course.blocks)):
        return  # a course that lists no materials at all leaves them to its trainer
    general = [material.item for material in course.materials]
    if course.room is not None:
        general += course.room.equipment
    for block in course.blocks:
        sheets = [sheet for key in block.sheets if (sheet := course.sheet(key)) is not None]
        listed = "\n".join((*general, *(material.item for material in block.materials)))
        items = [item for record in (block, *sheets) for item in texts_of(record) if item.key in _NOTES]
        items += [item for sheet in sheets for step in sheet.steps for item in texts_of(step)]
        yield from _check_things(block, items, listed)
        yield from _check_cards(course, block, sheets)
        yield from _check_pages(block, sheets)
        yield from _check_at_hand(course, block, items, listed)
    yield from _check_appendix(course)


def _check_at_hand(course: Course, block: Block, items: list[Worded], listed: str) -> Iterator[Diagnostic]:
    """Cards to keep that a block wants at hand are on a list, by their name or all together."""
    if re.search(r"工具卡（|\btool cards\b|\bjob aids\b", listed, re.IGNORECASE):
        return
    for item in items:
        for name in _AT_HAND.findall(item.text):
            if name in course.job_aids and name not in listed:
                message = f"{item.key} of block {block.id} wants card {name} at hand, which no list of materials has"
                hint = f"add `- {{item: card {name}, per: person}}` under `materials:` of the block or the course"
                yield Diagnostic("DG442", message, item.span, hint)
                return


def _check_appendix(course: Course) -> Iterator[Diagnostic]:
    """Cards to keep are a paper of their own: nobody finds them at the end of the workbook."""
    if not course.job_aids:
        return
    for item in texts_of(course):
        if (match := _APPENDIX.search(item.text)) and re.search(r"卡|\bcards?\b", item.text, re.IGNORECASE):
            message = f"{item.key} looks for cards in the workbook ({match[0]}); they are a paper of their own"
            yield Diagnostic("DG442", message, item.span, "say that the cards are handed out, and who has them")


@lru_cache(maxsize=1 << 13)  # the deliveries of a course share most of their texts
def _unquoted(text: str) -> str:
    """A text without what somebody else is to say."""
    return _QUOTED.sub("", text)


def _check_things(block: Block, items: list[Worded], listed: str) -> Iterator[Diagnostic]:
    for what, (spoken, called) in _THINGS.items():
        if called.search(listed):
            continue
        for item in items:
            if match := spoken.search(_unquoted(item.text)):
                message = f"{item.key} of block {block.id} needs {what} ({match[0]}), which no list of materials has"
                yield Diagnostic("DG442", message, item.span, "add it under `materials:` of the course or the block")
                break
    if not _RECORDED.search(listed):
        for item in items:
            if match := _PLAYED.search(_unquoted(item.text)):
                message = f"{item.key} of block {block.id} plays something that is not supplied: {match[0]}"
                hint = "give its text to two people to read, or list the file under `materials:`"
                yield Diagnostic("DG442", message, item.span, hint)


def _check_cards(course: Course, block: Block, sheets: list[Sheet]) -> Iterator[Diagnostic]:
    """Cards that are cut out stand on the list of materials by themselves; a line by hand counts them once more."""
    dealt = [sheet for sheet in sheets if isinstance(sheet, TurnsSheet) and sheet.dealt]
    if not dealt:
        return
    for material in (*block.materials, *course.materials):
        if match := _CARDS.search(material.item):
            message = (
                f"{match[0]} under `materials` counts cards a second time: those of sheet {dealt[0].id} are on the list"
                f" by themselves, one set per {dealt[0].dealt}"
            )
            hint = "take the line out, and say `cards_per` under a sheet whose sets are for others"
            yield Diagnostic("DG442", message, material.at("item"), hint)
            return


def _check_pages(block: Block, sheets: list[Sheet]) -> Iterator[Diagnostic]:
    """What participants are told to write in their workbook has a page of this block to stand on."""
    if any(slide.is_read for slide in block.slides) or any(sheet.workspace for sheet in sheets):
        return
    for slide in block.slides:
        for item in chain(texts_of(slide)):
            if item.key in _NOTES and (match := _WRITTEN.search(_unquoted(item.text))) and not _reads(slide):
                message = (
                    f"{item.key} has something written in the workbook, where block {block.id} has no page: {match[0]}"
                )
                hint = "give a slide of the block `explain:` and `apply:`, or a sheet with room to write"
                yield Diagnostic("DG442", message, item.span, hint)
                return


def _reads(slide: Slide) -> bool:
    return slide.is_read or bool(getattr(slide, "sheet", None))
