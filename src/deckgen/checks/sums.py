"""Figures that add up: totals with their parts beside them or in the lines of the sheet, and charts in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import Worded, texts_of
from deckgen.model.course import Course
from deckgen.model.diagrams.chart import Chart
from deckgen.model.sheets import Sheet
from deckgen.model.slides import ContentSlide

_TOTAL = re.compile(
    r"(?:合计|总计|一共|共)\s?(\d+)\s?([单通分元人项分钟秒]{1,2})?(?:（((?:\d+[、，+＋ ]+){1,20}\d+)）)?"
    r"|\b(\d+) (\w+) in all(?: \(((?:\d+[, +]+){1,20}\d+)\))?"
)
_TOTALS = ("计", "共", " in all")  # a text without them has no total
_MINUTES = re.compile(r"（(\d+) ?分钟）|\((\d+) ?min")
_NUMBER = re.compile(r"\d+")
NEAR = 5  # percent within which a series of a chart is meant to be a whole


def check_sums(course: Course) -> Iterator[Diagnostic]:
    """Totals that are not the sum of their parts."""
    for item in texts_of(course):
        yield from _check_beside(item)
    for sheet in course.sheets:
        yield from _check_lines(sheet)
    for block in course.blocks:
        for slide in block.slides:
            if isinstance(slide, ContentSlide) and isinstance(slide.diagram, Chart):
                yield from _check_chart(slide.diagram)


def _check_beside(item: Worded) -> Iterator[Diagnostic]:
    if not any(word in item.text for word in _TOTALS):
        return
    for match in _TOTAL.finditer(item.text):
        total, parts = match[1] or match[4], match[3] or match[6]
        if parts:
            added = sum(map(int, _NUMBER.findall(parts)))
            if added != int(total):
                message = f"{item.key}: {match[0]} - the parts add up to {added}"
                yield Diagnostic("DG432", message, item.span, "mend the total or its parts")


def _check_lines(sheet: Sheet) -> Iterator[Diagnostic]:
    """A total of minutes in the key, and the minutes of the lines it counts."""
    lines = [int(match[1] or match[2]) for space in sheet.workspace for text in space.first
             for match in _MINUTES.finditer(text)]  # fmt: skip
    if len(lines) < 2 or sheet.guide is None:
        return
    for number, text in enumerate(sheet.guide.key):
        for match in re.finditer(r"合计\s?(\d+)\s?分钟|(\d+) minutes in all", text):
            total = int(match[1] or match[2])
            if total != sum(lines):
                message = f"key: {match[0]} - the lines of sheet {sheet.id} add up to {sum(lines)}"
                yield Diagnostic("DG432", message, sheet.guide.at_item("key", number), "mend the total or the lines")


def _check_chart(chart: Chart) -> Iterator[Diagnostic]:
    if chart.unit != "%" or len(chart.categories) < 3:
        return
    for name, values in chart.series.items():
        total = sum(values)
        if total != 100 and abs(total - 100) <= NEAR:
            message = f"series {name}: {total:g} percent in all"
            yield Diagnostic("DG432", message, chart.at("series"), "let the shares of a whole add up to 100")
