"""A chart into primitive shapes: bars, lines or slices on the axis and in the colours that its native form has.

On a thumbnail it has no words, which could not be read; on a drawing of a slide it has those of its native form.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from deckgen.base.roles import Colour
from deckgen.base.runs import Run
from deckgen.base.units import Frame
from deckgen.tree import Chart, Label, Path, Shape, TextBox
from deckgen.tree.axis import ValueAxis
from deckgen.tree.chart_look import axis_of, colour_of_series, colour_of_value, marks_a_point, named_target

Align = Literal["left", "center", "right"]

_GAP = 0.7  # between groups of bars, in widths of a bar
_ARC = math.pi / 12  # between two points of a slice's rim
_RULE, _STROKE = 0.5, 1.0  # points
_CJK = "\u2e80"  # the first of the characters as wide as high
_LINE = 1.5  # of the size of words: room for a line of them
_MARK = 0.8  # of that size: side of the mark before a name of the legend
_BESIDE = 0.22  # of the width: room for the names of lying bars


def draw_chart(chart: Chart, frame: Frame, size: float = 0.0) -> Iterator[Shape | Path]:
    """The shapes of a chart that fills a frame, with words of a size in points; 0 = without words."""
    plot = frame
    if size:
        names = [(colour_of_series(chart, at), name) for at, name in enumerate(chart.series)]
        if chart.kind == "pie":
            names = [(colour_of_value(chart, 0, at), name) for at, name in enumerate(chart.categories)]
        if aim := named_target(chart):
            names.append(("ink", aim))
        if len(names) > 1:
            yield from _legend(names, frame, size)
            plot = plot._replace(h=plot.h - size * _LINE * 1.4)
        if chart.kind == "bar":
            beside = plot.w * _BESIDE
            behind = max(_width(_value(chart, value), size) for values in chart.values for value in values)
            plot = Frame(plot.x + beside, plot.y, plot.w - beside - behind, plot.h)
        elif chart.kind != "pie":
            plot = Frame(plot.x, plot.y + size * _LINE, plot.w, plot.h - size * _LINE * 2)
    if chart.kind == "pie":
        yield from _slices(chart, plot, size)
        return
    axis = axis_of(chart)
    if chart.kind == "line":
        yield from _lines(chart, axis, plot, size)
    else:
        yield from _bars(chart, axis, plot, size)
    if size:
        yield from _categories(chart, plot, size, frame.x)
    if chart.target is not None:
        y = round(plot.y + plot.h * (1 - _share(chart.target.value, axis)), 2)
        half = plot.w / len(chart.categories) / 2
        ends = ((round(plot.x + half, 2), y), (round(plot.x + plot.w - half, 2), y))
        yield Path(ends, line="ink", line_width=_STROKE, dash=True, part="target")


def _bars(chart: Chart, axis: ValueAxis, frame: Frame, size: float) -> Iterator[Shape | Path]:
    lying = chart.kind == "bar"
    length, across = (frame.w, frame.h) if lying else (frame.h, frame.w)
    group = across / len(chart.categories)
    wide = group / (len(chart.series) + _GAP)
    base = _share(min(max(axis.least, 0.0), axis.most), axis)
    for number, values in enumerate(chart.values):
        for at, value in enumerate(values):
            start = at * group + wide * (_GAP / 2 + number)
            low, high = sorted((base * length, _share(value, axis) * length))
            bar = Frame(low, start, high - low, wide) if lying else Frame(start, length - high, wide, high - low)
            bar = _rounded(bar, frame)
            yield Shape("rect", bar, colour_of_value(chart, number, at), part="bar")
            if size and lying:
                place = Frame(bar.x + bar.w + size * 0.3, bar.y, _width(_value(chart, value), size), bar.h)
                yield _words(_value(chart, value), place, size, "left", strong=True)
            elif size:
                place = Frame(bar.x - size, bar.y - size * _LINE, bar.w + 2 * size, size * _LINE)
                yield _words(_value(chart, value), place, size, strong=True)
    x, y = (frame.x + base * length, frame.y) if lying else (frame.x, frame.y + length * (1 - base))
    end = (x, y + across) if lying else (x + across, y)
    yield Path(tuple((round(x, 2), round(y, 2)) for x, y in ((x, y), end)), line_width=_RULE, part="axis")


def _lines(chart: Chart, axis: ValueAxis, frame: Frame, size: float) -> Iterator[Shape | Path]:
    step = frame.w / len(chart.categories)
    for number, values in enumerate(chart.values):
        points = tuple(
            (round(frame.x + step * (at + 0.5), 2), round(frame.y + frame.h * (1 - _share(value, axis)), 2))
            for at, value in enumerate(values)
        )
        colour = colour_of_series(chart, number)
        large = points[chart.categories.index(chart.highlight)][0] if marks_a_point(chart) else None
        yield Path(points, line=colour, line_width=_STROKE * (2.5 if size else 1), part="line")
        for (x, y), value in zip(points, values, strict=True) if size else ():
            half = size / (2 if large == x else 4)
            yield Shape("ellipse", Frame(x - half, y - half, half * 2, half * 2), colour, "paper", part="point")
            place = Frame(x - step / 2, y - half - size * 1.7, step, size * _LINE)
            yield _words(_value(chart, value), place, size, strong=True)


def _slices(chart: Chart, frame: Frame, size: float) -> Iterator[Shape | Path]:
    """Slices from the top, clockwise."""
    values = chart.values[0]
    x, y, radius = frame.x + frame.w / 2, frame.y + frame.h / 2, min(frame.w, frame.h) / 2
    total = sum(abs(value) for value in values) or 1.0
    begin = 0.0
    for number, value in enumerate(values):
        end = begin + 2 * math.pi * abs(value) / total
        steps = max(1, math.ceil((end - begin) / _ARC))
        angles = [begin + (end - begin) * at / steps for at in range(steps + 1)]
        rim = [(round(x + radius * math.sin(angle), 2), round(y - radius * math.cos(angle), 2)) for angle in angles]
        centre = (round(x, 2), round(y, 2))
        colour = colour_of_value(chart, 0, number)
        yield Path((centre, *rim), closed=True, fill=colour, line="paper", line_width=_RULE, part="slice")
        if size:
            middle, reach = (begin + end) / 2, radius * 0.75
            at = (x + reach * math.sin(middle) - size * 2, y - reach * math.cos(middle) - size * _LINE / 2)
            yield _words(_value(chart, value), Frame(*at, size * 4, size * _LINE), size, colour="on_fill", strong=True)
        begin = end


def _categories(chart: Chart, plot: Frame, size: float, left: float) -> Iterator[Shape]:
    """The names below columns and lines, or before lying bars, from the `left` edge on."""
    count = len(chart.categories)
    for at, name in enumerate(chart.categories):
        if chart.kind == "bar":
            high = plot.h / count
            place = Frame(left, plot.y + at * high, plot.x - left - size / 2, high)
            yield _words(name, place, size, "right")
        else:
            wide = plot.w / count
            yield _words(name, Frame(plot.x + at * wide, plot.y + plot.h + size * 0.2, wide, size * _LINE), size)


def _legend(names: list[tuple[Colour, str]], frame: Frame, size: float) -> Iterator[Shape]:
    """Marks with names along the foot."""
    wide = frame.w / len(names)
    y = frame.y + frame.h - size * _LINE
    for at, (colour, name) in enumerate(names):
        x, side = frame.x + at * wide + wide * 0.2, size * _MARK
        yield Shape("rect", _round(Frame(x, y + (size * _LINE - side) / 2, side, side)), colour, part="legend")
        yield _words(name, Frame(x + side * 1.5, y, wide * 0.8 - side * 1.5, size * _LINE), size, "left")


def _words(
    text: str, frame: Frame, size: float, align: Align = "center", *, colour: Colour = "ink", strong: bool = False
) -> Shape:
    label = Label((Run(text),), size, colour, strong)
    box = TextBox((label,), align, "middle", (0.0, 0.0, 0.0, 0.0))
    return Shape("rect", _round(frame), text=box, part="words")


def _width(text: str, size: float) -> float:
    """Room for a number and its unit on one line behind a lying bar."""
    return size * (sum(1.0 if char >= _CJK else 0.6 for char in text) + 1.0)


def _value(chart: Chart, value: float) -> str:
    return f"{value:.12g}{chart.unit}"


def _share(value: float, axis: ValueAxis) -> float:
    """Where a value lies on the axis, from 0 to 1."""
    return (value - axis.least) / (axis.most - axis.least)


def _rounded(bar: Frame, frame: Frame) -> Frame:
    return _round(Frame(frame.x + bar.x, frame.y + bar.y, bar.w, bar.h))


def _round(frame: Frame) -> Frame:
    return Frame(*(round(value, 2) for value in frame))
