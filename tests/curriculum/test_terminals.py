"""The plan of the flagship in terminals of any width and encoding: clock, minutes and titles can be read."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from anyascii import anyascii

from deckgen.cli.tables import render_plan
from deckgen.pipeline.planning import Planned
from deckgen.pipeline.show import PlanView
from deckgen.timetable.views import agenda_rows


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize("columns", [40, 60, 80, 100, 150])
def test_clock_minutes_and_titles_can_be_read(
    columns: int, encoding: str, planned: dict[str, Planned], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
    for item in planned.values():
        rows = tuple(agenda_rows(item.agenda))
        lines = render_plan(PlanView(item.course.title, rows, (), {}), "").splitlines()
        assert max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines) <= columns
        text = _bare("".join(lines if columns < 56 else _blocks(lines)))
        for row in rows:
            if row.kind == "block":
                title = row.title if encoding != "ascii" else "".join(map(anyascii, row.title))
                minutes = f"{row.minutes}" + ("min" if columns < 56 else "")
                assert f"{row.start}-{row.end}{minutes}{_bare(row.block)}{_bare(title)}" in text


def _blocks(lines: list[str]) -> Iterator[str]:
    """Clock, minutes and title of each block of a table, its folded lines joined."""
    row: list[str] = []
    for line in lines:
        cells = [cell.strip() for cell in re.split("[│|]", line)][1:4]
        if len(cells) < 3 or cells[0]:
            yield "".join(row)
            row = cells
        else:
            row[2:] = [row[2] + cells[2]]
    yield "".join(row)


def _bare(text: str) -> str:
    """Without frames, bars and spaces, so that folded titles are whole again."""
    return re.sub(r"[\s│┃|█▓▒#=─●]|-(?!\d)", "", text)
