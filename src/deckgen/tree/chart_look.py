"""What a chart looks like wherever it is drawn: its axis, and the colour of every series, bar and slice."""

from __future__ import annotations

from deckgen.base.roles import CHART_COLOURS, CHART_NEUTRAL, Colour
from deckgen.tree.axis import ValueAxis, value_axis
from deckgen.tree.elements import Chart


def axis_of(chart: Chart) -> ValueAxis:
    """The axis on which all values and the target of a chart are drawn."""
    every = [value for values in chart.values for value in values]
    if chart.target is not None:
        every.append(chart.target.value)
    return value_axis(every, chart.axis_from, bars=chart.kind != "line")


def colour_of_series(chart: Chart, at: int) -> Colour:
    """The colour of a series; where something is highlighted, all else is neutral."""
    if chart.highlight and not marks_a_point(chart):
        return CHART_COLOURS[0] if chart.series[at] == chart.highlight else CHART_NEUTRAL
    return CHART_COLOURS[at % len(CHART_COLOURS)]


def marks_a_point(chart: Chart) -> bool:
    """Whether one value of a single line stands out: by its size, since a line is of one colour."""
    return chart.kind == "line" and len(chart.series) == 1 and chart.highlight in chart.categories


def colour_of_value(chart: Chart, series: int, category: int) -> Colour:
    """The colour of one value: of a slice, or of a bar; as its series, unless its category is highlighted."""
    if chart.highlight in chart.categories and len(chart.series) == 1:
        return CHART_COLOURS[0] if chart.categories[category] == chart.highlight else CHART_NEUTRAL
    return CHART_COLOURS[category % len(CHART_COLOURS)] if chart.kind == "pie" else colour_of_series(chart, series)


def named_target(chart: Chart) -> str:
    """What the line of a target is called, its value with it; empty where there is none."""
    aim = chart.target
    return f"{aim.title} {aim.value:.12g}{chart.unit}" if aim is not None else ""
