"""A chart into primitive shapes: bars, lines or slices on the axis and in the colours that its native form has.

Without words: it stands on thumbnails, where they could not be read.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.base.roles import CHART_COLOURS
from deckgen.base.units import Frame
from deckgen.tree import Chart, Path, Shape
from deckgen.tree.axis import ValueAxis, value_axis

_GAP = 0.7  # between groups of bars, in widths of a bar
_ARC = math.pi / 12  # between two points of a slice's rim
_RULE, _STROKE = 0.5, 1.0  # points


def draw_chart(chart: Chart, frame: Frame) -> Iterator[Shape | Path]:
    """The shapes of a chart that fills a frame."""
    if chart.kind == "pie":
        yield from _slices(chart.values[0], frame)
        return
    every = [value for values in chart.values for value in values]
    axis = value_axis(every, chart.axis_from, bars=chart.kind != "line")
    if chart.kind == "line":
        yield from _lines(chart, axis, frame)
    else:
        yield from _bars(chart, axis, frame)


def _bars(chart: Chart, axis: ValueAxis, frame: Frame) -> Iterator[Shape | Path]:
    lying = chart.kind == "bar"
    length, across = (frame.w, frame.h) if lying else (frame.h, frame.w)
    group = across / len(chart.categories)
    wide = group / (len(chart.series) + _GAP)
    base = _share(min(max(axis.least, 0.0), axis.most), axis)
    for number, values in enumerate(chart.values):
        colour = CHART_COLOURS[number % len(CHART_COLOURS)]
        for at, value in enumerate(values):
            start = at * group + wide * (_GAP / 2 + number)
            low, high = sorted((base * length, _share(value, axis) * length))
            bar = Frame(low, start, high - low, wide) if lying else Frame(start, length - high, wide, high - low)
            yield Shape("rect", _rounded(bar, frame), colour, part="bar")
    x, y = (frame.x + base * length, frame.y) if lying else (frame.x, frame.y + length * (1 - base))
    end = (x, y + across) if lying else (x + across, y)
    yield Path(tuple((round(x, 2), round(y, 2)) for x, y in ((x, y), end)), line_width=_RULE, part="axis")


def _lines(chart: Chart, axis: ValueAxis, frame: Frame) -> Iterator[Path]:
    step = frame.w / len(chart.categories)
    for number, values in enumerate(chart.values):
        points = tuple(
            (round(frame.x + step * (at + 0.5), 2), round(frame.y + frame.h * (1 - _share(value, axis)), 2))
            for at, value in enumerate(values)
        )
        colour = CHART_COLOURS[number % len(CHART_COLOURS)]
        yield Path(points, line=colour, line_width=_STROKE, part="line")


def _slices(values: tuple[float, ...], frame: Frame) -> Iterator[Path]:
    """Slices from the top, clockwise."""
    x, y, radius = frame.x + frame.w / 2, frame.y + frame.h / 2, min(frame.w, frame.h) / 2
    total = sum(abs(value) for value in values) or 1.0
    begin = 0.0
    for number, value in enumerate(values):
        end = begin + 2 * math.pi * abs(value) / total
        steps = max(1, math.ceil((end - begin) / _ARC))
        angles = [begin + (end - begin) * at / steps for at in range(steps + 1)]
        rim = [(round(x + radius * math.sin(angle), 2), round(y - radius * math.cos(angle), 2)) for angle in angles]
        colour = CHART_COLOURS[number % len(CHART_COLOURS)]
        centre = (round(x, 2), round(y, 2))
        yield Path((centre, *rim), closed=True, fill=colour, line="paper", line_width=_RULE, part="slice")
        begin = end


def _share(value: float, axis: ValueAxis) -> float:
    """Where a value lies on the axis, from 0 to 1."""
    return (value - axis.least) / (axis.most - axis.least)


def _rounded(bar: Frame, frame: Frame) -> Frame:
    return Frame(round(frame.x + bar.x, 2), round(frame.y + bar.y, 2), round(bar.w, 2), round(bar.h, 2))
