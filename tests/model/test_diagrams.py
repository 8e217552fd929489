"""Diagram data: what each type takes and what it refuses, in words an author can act on."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from adapters import read_diagram
from deckgen.base.diagnostics import Span
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, LOWERED, DiagramData
from deckgen.model.diagrams.loop import Loop
from deckgen.source.node import Located, LocatedList


def _nodes(count: int) -> list[dict[str, Any]]:
    return [{"title": f"第 {i} 项"} for i in range(1, count + 1)]


def _band(title: str, low: int, high: int) -> dict[str, Any]:
    return {"title": title, "low": low, "high": high, "advice": "练"}


LANE = {
    "start": "09:00",
    "end": "09:10",
    "stretches": [{"title": "开场", "minutes": 10}],
    "bars": [{"id": "B1", "talk": 2, "activity": 6, "debrief": 2}],
}
LABELS = {"task": "任务", "group": "分组", "minutes": "时间", "output": "产出", "page": "页码"}
AXIS = {"title": "意愿", "low": "低", "high": "高"}
GOOD: dict[str, dict[str, Any]] = {
    "activity": {"task": "练一轮", "group": "两人", "minutes": 8, "output": "一张单", "labels": LABELS},
    "bridge": {"left": ["甲", "乙"], "right": ["一", "二"], "links": [[1, 1], [2, 2]]},
    "canvas": {"fields": _nodes(4)},
    "cards": {"cards": _nodes(4)},
    "chart": {"kind": "column", "categories": ["周一", "周二"], "series": {"来电": [3, 5]}, "source": "示意数据"},
    "chevrons": {"steps": _nodes(3)},
    "clock": {"lanes": [LANE], "labels": {"talk": "讲", "activity": "练", "debrief": "评"}},
    "compare": {"columns": ["管理", "领导"], "rows": [["对象", "事", "人"], ["方式", "控制", "激发"]]},
    "course_map": {"stops": _nodes(5), "current": 2},
    "dialogue": {"lines": [{"who": "主管", "say": "怎么了？"}, {"who": "小李", "say": "没事。"}]},
    "factors": {
        "left": {"title": "保健", "items": ["工资", "排班"]},
        "right": {"title": "激励", "items": ["成就", "认可"]},
    },
    "formula": {"terms": [{"symbol": "D", "title": "不满"}, {"symbol": "R", "title": "阻力"}], "operators": [">"]},
    "gauge": {
        "bands": [
            {"title": "低", "low": 0, "high": 9, "advice": "练"},
            {"title": "中", "low": 10, "high": 19, "advice": "再练"},
            {"title": "高", "low": 20, "high": 30, "advice": "教人"},
        ]
    },
    "ensemble": {"who": ["小楠", "晓雯"]},
    "glyph": {"character": "聽", "callouts": _nodes(3)},
    "hub": {"center": "上级", "spokes": _nodes(3)},
    "iceberg": {"above": {"title": "行为", "items": ["迟到"]}, "below": {"title": "需求", "items": ["尊重"]}},
    "kpi": {"items": [{"title": "接通率", "now": 84, "target": 90}, {"title": "首解率", "now": 79}]},
    "slope": {
        "before": "前",
        "after": "后",
        "rows": [{"title": "甲", "before": 1, "after": 2}, {"title": "乙", "before": 2, "after": 1}],
    },
    "journey": {"points": [{"title": f"触点 {i}", "score": i - 3} for i in range(6)]},
    "layers": {"utterance": "我不干了", "layers": [{"title": t, "text": "一句话"} for t in "甲乙丙"]},
    "levels": {"levels": _nodes(3)},
    "loop": {"loops": [{"title": "循环", "nodes": ["甲", "乙", "丙"]}]},
    "matrix": {"x": AXIS, "y": AXIS, "cells": _nodes(4)},
    "opening": {"place": "floor", "question": "为什么？", "who": ["小楠"]},
    "pause": {"word": "茶歇", "minutes": 15, "end": "10:45"},
    "persona": {
        "name": "小吴",
        "traits": ["直", "快"],
        "needs": ["懂", "信"],
        "avoid": ["吼", "骗"],
        "try": ["问", "听"],
    },
    "pictures": {"shown": [{"file": "a.png", "alt": "一张桌子", "width": 480.0, "height": 320.0}]},
    "timer": {"word": "讲评", "minutes": 4},
    "questions": {"rows": [{"phase": "感受", "text": "哪一步最难？"}, {"text": "明天先做什么？", "act": True}]},
    "rings": {"rings": _nodes(3)},
    "spectrum": {"left": "管", "right": "放", "marks": [{"at": at, "title": "点"} for at in (10, 50, 90)]},
    "timeline": {"stages": [{"when": 2020 + i, "title": "阶段"} for i in range(3)]},
}

# What is wrong, and a word of the message that says so.
BAD: list[tuple[str, dict[str, Any], str]] = [
    ("activity", {"minutes": 8, "steps": [{"minutes": 9, "text": "练"}]}, "9 minutes"),
    ("bridge", {"links": [[1, 1], [3, 2]]}, r"\[3, 2\] points outside"),
    ("bridge", {"links": [[1, 1], [1, 2]]}, "left 2 .* has no link"),
    ("bridge", {"links": [[1, 1], [2, 2], [1, 1]]}, "given twice"),
    ("canvas", {"fields": _nodes(3)}, "at least 4"),
    ("cards", {"cards": _nodes(10)}, "at most 9"),
    ("chart", {"series": {"来电": [1, 2, 3]}}, "3 numbers for 2 categories"),
    ("chart", {"kind": "pie", "series": {"甲": [1, 2], "乙": [1, 2]}}, "one series"),
    ("chart", {"source": ""}, "at least 1 character"),
    ("chart", {"series": {"来电": [1, float("nan")]}}, "finite number"),
    ("chart", {"series": {"来电": [1, 2e12]}}, "2000000000000 is too large for an axis"),
    ("chart", {"axis_from": float("-inf")}, "finite number"),
    ("chart", {"axis_from": 4}, "axis_from 4 is not below 3, the least value of 来电"),
    ("chart", {"axis_from": 3}, "axis_from 3 is not below 3"),
    ("chart", {"axis_from": 0, "series": {"来电": [3, -0.5]}}, "axis_from 0 is not below -0.5"),
    ("chart", {"kind": "pie", "axis_from": 1}, "a pie has no axis"),
    ("chart", {"highlight": "来电"}, "highlight 来电 is none of the categories: 周一, 周二"),
    ("chart", {"highlight": "周一", "series": {"甲": [1, 2], "乙": [1, 2]}}, "none of the series: 甲, 乙"),
    ("chart", {"kind": "bar", "target": {"value": 4, "title": "目标"}}, "a bar has no line for a target"),
    ("chart", {"axis_from": 2, "target": {"value": 2, "title": "目标"}}, "axis_from 2 is not below 2, the target"),
    ("chevrons", {"steps": _nodes(8)}, "at most 7"),
    ("clock", {"lanes": [{**LANE, "stretches": [{"title": "甲", "minutes": 9}]}]}, "take 9 minutes, its bars 10"),
    ("compare", {"rows": [["对象", "事"], ["方式", "控制", "激发"]]}, "row 1 has 2 cells"),
    ("compare", {"tones": ["good"]}, "1 tones for 2 columns"),
    ("course_map", {"current": 6}, "only 5 stops"),
    ("dialogue", {"lines": [{"who": "主管", "say": "喂"}]}, "at least 2"),
    ("formula", {"operators": []}, "2 terms need 1 operators"),
    (
        "gauge",
        {"bands": [_band("低", 0, 9), _band("中", 11, 19), _band("高", 20, 30)]},
        "start it at 10",
    ),
    ("gauge", {"bands": [{"title": "反", "low": 9, "high": 1, "advice": "练"}] * 3}, "below low"),
    ("glyph", {"character": "倾听"}, "at most 1 character"),
    ("hub", {"spokes": _nodes(2)}, "at least 3"),
    ("journey", {"points": [{"title": "点", "score": 4}] * 6}, "less than or equal to 3"),
    ("journey", {"points": [{"title": "点", "score": 1, "mark": "peak"}] * 6}, "only one point"),
    ("journey", {"points": [{"title": "首", "score": 1, "mark": "end"}, *GOOD["journey"]["points"]]}, "not the last"),
    ("kpi", {"items": [{"title": "接通率", "now": 84}]}, "at least 2"),
    ("kpi", {"items": [{"title": "甲", "now": 0}, {"title": "乙", "now": 1}]}, "figure 甲: 0 with nothing beside it"),
    ("kpi", {"items": [{"title": "甲", "now": -1}, {"title": "乙", "now": 1}]}, "greater than or equal to 0"),
    ("slope", {"highlight": "丙"}, "highlight 丙 is none of the rows: 甲, 乙"),
    ("slope", {"rows": [{"title": "甲", "before": 1, "after": 2}]}, "at least 2"),
    ("levels", {"here": 4}, "only 3 levels"),
    ("loop", {"loops": [{"title": "循环", "nodes": ["甲", "乙"]}]}, "at least 3"),
    ("matrix", {"cells": _nodes(3)}, "at least 4"),
    ("rings", {"rings": _nodes(4)}, "at most 3"),
    ("spectrum", {"marks": [{"at": at, "title": "点"} for at in (10, 90, 50)]}, "left to right"),
    ("timeline", {"stages": [{"when": "", "title": "阶段"}] * 3}, "at least 1 character"),
]  # fmt: skip


def _decode(type_: str, **changes: Any) -> DiagramData:
    return DIAGRAMS[type_].model_validate({"type": type_, **GOOD[type_], **changes})


def test_every_type_has_an_example() -> None:
    assert set(GOOD) == set(DIAGRAMS)
    assert set(DIAGRAMS) >= COMPOSED
    assert set(DIAGRAMS) >= LOWERED


@pytest.mark.parametrize("type_", sorted(GOOD))
def test_a_good_diagram_keeps_its_data(type_: str) -> None:
    made = _decode(type_)
    assert isinstance(made, DIAGRAMS[type_])
    assert made.type == type_
    assert type(made).model_validate(made.model_dump()) == made


@pytest.mark.parametrize("type_", sorted(GOOD))
def test_its_parts_say_what_it_states(type_: str) -> None:
    parts = _decode(type_).parts()
    assert parts
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize("type_", sorted(GOOD))
def test_an_unknown_key_is_refused(type_: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        _decode(type_, colour="red")


@pytest.mark.parametrize(("type_", "changes", "message"), BAD)
def test_a_mistake_is_named(type_: str, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        _decode(type_, **changes)


def test_an_unknown_type_is_refused_with_the_list() -> None:
    with pytest.raises(ValidationError, match="chevrons"):
        read_diagram({"type": "chevron", "steps": _nodes(3)})


@pytest.mark.parametrize("type_", sorted(COMPOSED))
def test_what_compose_makes_nobody_writes(type_: str) -> None:
    with pytest.raises(ValidationError, match="does not match any of the expected tags"):
        read_diagram({"type": type_, **GOOD[type_]})


def test_numbers_in_yaml_are_read_as_text() -> None:
    assert _decode("timeline").parts()[0] == "2020 阶段"


def test_a_diagram_remembers_its_place() -> None:
    data = Located({"type": "hub", **GOOD["hub"]})
    data.span = Span("m1.yaml", 12, 5)
    data.spans = {"center": Span("m1.yaml", 13, 13)}
    made = read_diagram(data)
    assert made.span == Span("m1.yaml", 12, 5)
    assert made.at("center") == Span("m1.yaml", 13, 13)


def test_an_item_is_a_text_or_a_title_with_an_icon_and_knows_its_place() -> None:
    nodes = LocatedList(["听", Located({"title": "问", "icon": "speech"}), 3, True])
    nodes.items_at = [Span("m1.yaml", line, 9) for line in (5, 6, 7, 8)]
    cycle = Located({"title": "圈", "nodes": nodes})
    made = read_diagram(Located({"type": "loop", "loops": [cycle]}))
    assert isinstance(made, Loop)
    assert [(item.title, item.icon) for item in made.loops[0].nodes] == [
        ("听", ""), ("问", "speech"), ("3", ""), ("true", ""),
    ]  # fmt: skip
    assert [item.at("title") for item in made.loops[0].nodes][::2] == [nodes.items_at[0], nodes.items_at[2]]


def test_words_that_python_reserves_keep_their_name_in_the_data() -> None:
    assert [item["title"] for item in _decode("persona").model_dump()["try"]] == ["问", "听"]
    assert _decode("spectrum").model_dump()["marks"][0]["at"] == 10


@pytest.mark.parametrize("begins", [None, -4, 0, 2.5])
def test_the_axis_of_a_chart_begins_below_every_value(begins: float | None) -> None:
    chart = read_diagram({"type": "chart", **GOOD["chart"], "axis_from": begins})
    assert chart.model_dump()["axis_from"] == begins


def test_bars_of_nothing_may_begin_at_zero() -> None:
    data = {"type": "chart", **GOOD["chart"], "series": {"来电": [0, 3]}, "axis_from": 0}
    assert read_diagram(data).model_dump()["axis_from"] == 0
