"""Figures and slopes tell what their numbers tell: lengths, heights and which is where."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from test_tones import draw, words

from deckgen.tree.drawing import Path, flat


def parts(type_: str, **record: Any) -> dict[str, Any]:
    return {shape.part: shape for shape in flat(draw(type_, **record).shapes) if getattr(shape, "part", "")}


def test_bars_are_as_long_as_their_figures_and_a_reached_target_is_said_twice() -> None:
    items = [
        {"title": "接通率", "now": 45, "target": 90, "unit": "%"},
        {"title": "话后", "now": 41, "before": 58, "target": 45, "unit": "秒", "better": "down"},
    ]
    drawn = parts("kpi", items=items, labels={"before": "之前", "target": "目标"})
    open_, reached = drawn["bar-1"], drawn["bar-2"]
    target = drawn["target-1"].points[0][0]
    assert abs((target - open_.frame.x) - 2 * open_.frame.w) < 0.1
    assert (open_.fill, reached.fill) == ("primary", "positive")
    assert words(drawn["aim-1"]) == "目标 90%" and words(drawn["aim-2"]) == "✓ 目标 45秒"
    assert words(drawn["now-2"]) == "41秒" and words(drawn["before-2"]) == "之前 58秒"


def test_slopes_rise_and_fall_with_their_values_on_one_scale() -> None:
    rows = [{"title": "升", "before": 70, "after": 80}, {"title": "降", "before": 80, "after": 70}]
    drawing = draw("slope", before="前", after="后", rows=rows, highlight="升")
    lines = [
        shape for shape in flat(drawing.shapes) if isinstance(shape, Path) and len({x for x, _ in shape.points}) > 1
    ]
    (fall, rise) = sorted(lines, key=lambda line: line.line == "primary")  # what stands out lies on top
    assert rise.points[0][1] == fall.points[1][1] > rise.points[1][1] == fall.points[0][1]
    assert (rise.line, fall.line) == ("primary", "line") and rise.line_width > fall.line_width


def test_names_of_close_values_keep_apart_in_their_order() -> None:
    rows = [{"title": f"线{at}", "before": 70 + at / 10, "after": 80} for at in range(6)]
    drawn = parts("slope", before="前", after="后", rows=rows)
    tops = [drawn[f"before-{number}"].frame for number in range(1, 7)]
    assert all(upper.y >= lower.y + lower.h - 0.05 for upper, lower in pairwise(tops))
