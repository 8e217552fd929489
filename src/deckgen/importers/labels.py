"""Words before a colon that make a line an exercise or a discussion, in Chinese and English."""

from __future__ import annotations

import re

from deckgen.importers.durations import take_minutes
from deckgen.importers.pieces import Kind, Piece

_WORDS = (
    "小组研讨|小组讨论|分组讨论|研讨|讨论|头脑风暴|案例(?:分析|研讨|讨论|分享)?|角色扮演|情景演练|现场演练|演练|"
    "实操|现场练习|练习|互动|游戏|测试|自测|作业|工具|视频|"
    "Group (?:work|discussion)|Discussion|Exercise|Practice|Role[ -]?play|Case(?: study)?"
)
_LABEL = re.compile(rf"[【\[（(]?({_WORDS})[】\])）]?\s*[0-9一二三四五]*\s*[：:]\s*(.*)", re.IGNORECASE)
_TALKED = ("讨论", "研讨", "头脑风暴", "案例", "discussion", "case", "group")
_TOLD = ("工具", "视频", "互动")
MOST_TITLE = 24  # characters of a task that stand in the title of its exercise


def find_label(text: str, line: int) -> Piece | None:
    """The exercise or discussion that a line begins, or None; `text` is Markdown of a course."""
    match = _LABEL.fullmatch(text.lstrip("-*+•● "))
    if match is None:
        return None
    task, minutes = take_minutes(match[2])
    word = match[1].lower()
    if word.startswith(_TOLD):
        return Piece("text", line, f"{match[1]}：{task}")
    kind: Kind = "discussion" if any(part in word for part in _TALKED) else "exercise"
    inside = (Piece("text", line, task),) if task else ()
    title = f"{match[1]}：{task}" if 0 < len(task) <= MOST_TITLE else match[1]
    return Piece(kind, line, title, minutes=minutes, inside=inside)
