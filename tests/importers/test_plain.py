"""Plain outlines, as training companies write them."""

from __future__ import annotations

import pytest

from deckgen.importers.durations import minutes_told, take_minutes
from deckgen.importers.pieces import walk
from deckgen.importers.plain import read_plain
from deckgen.importers.reading import foreign_text

OUTLINE = """《客服主管的现场管理》
课程目标：
1. 能说出交接三问
2. 能当场复述

第一讲：班前交接（30分钟）
一、交接为什么出错
1. 没结的事没人说
2. 没有名字
案例分析：张女士的退款（10分钟）
  阅读案例，找出漏掉的一问
二、三个问题
1、什么没结
2、谁负责
小组研讨：你昨天的交接漏了哪一问？
第二讲 班中巡场
● 看等待数
● 看情绪
工具：巡场表
实操：两人一组，交接一个班次（15分钟）
总结：
- 先说没结的
课程时长：1天
"""


def test_an_outline_comes_with_its_parts() -> None:
    material = read_plain(OUTLINE, "a.txt")
    found = list(walk(material.pieces))
    assert material.title == "客服主管的现场管理"
    headings = [(piece.text, piece.level, piece.minutes) for piece in found if piece.kind == "heading"]
    assert headings == [("班前交接", 1, 30), ("交接为什么出错", 2, 0), ("三个问题", 2, 0), ("班中巡场", 1, 0)]
    assert [(piece.kind, piece.text, piece.minutes) for piece in found if piece.kind in ("exercise", "discussion")] == [
        ("discussion", "案例分析：张女士的退款", 10), ("discussion", "小组研讨：你昨天的交接漏了哪一问？", 0),
        ("exercise", "实操：两人一组，交接一个班次", 15),
    ]  # fmt: skip
    case = next(piece for piece in found if piece.kind == "discussion")
    assert [piece.text for piece in case.inside] == ["张女士的退款", "阅读案例，找出漏掉的一问"]
    assert [piece.items for piece in found if piece.kind == "list"] == [
        ("没结的事没人说", "没有名字"), ("什么没结", "谁负责"), ("看等待数", "看情绪"),
    ]  # fmt: skip
    assert [piece.items for piece in found if piece.kind in ("goals", "summary")] == [
        ("能说出交接三问", "能当场复述"), ("先说没结的",),
    ]  # fmt: skip
    assert [(left.line, left.what) for left in material.unplaced] == [(23, "课程时长：1天")]


@pytest.mark.parametrize(
    ("text", "rest", "minutes"),
    [
        ("Find it (5 min)", "Find it", 5),
        ("Find it (15-minute exercise)", "Find it", 15),
        ("班前交接（30分钟）", "班前交接", 30),
        ("第一讲 班前交接 - 1.5小时", "第一讲 班前交接", 90),
        ("两课时的课（2课时）", "两课时的课", 90),
        ("Top 10 mistakes", "Top 10 mistakes", 0),
        ("The 5 minute rule", "The 5 minute rule", 0),
    ],
)
def test_minutes_of_a_heading(text: str, rest: str, minutes: int) -> None:
    assert take_minutes(text) == (rest, minutes)


def test_minutes_that_a_sentence_gives() -> None:
    assert minutes_told("This exercise should take about 10 minutes.") == 10
    assert minutes_told("用时约 5 分钟") == 5
    assert minutes_told("In 10 minutes the bus leaves.") == 0


def test_files_of_other_encodings_are_read() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert foreign_text(OUTLINE.encode(encoding)) == OUTLINE
