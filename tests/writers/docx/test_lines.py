"""Straight lines in drawings of books."""

from __future__ import annotations

import pytest

from deckgen.base.units import Frame
from deckgen.tree import Drawing
from deckgen.tree.drawing import Path
from writers.docx.test_elements import write


@pytest.mark.parametrize(
    ("points", "connector"),
    [
        (((0, 0), (90, 0)), True),
        (((0, 0), (0, 90)), True),
        (((0, 90), (0, 0)), False),
        (((90, 0), (0, 0)), False),
        (((0, 90), (90, 0)), False),
    ],
)
def test_no_line_of_a_book_is_flipped(points: tuple[tuple[float, float], ...], connector: bool) -> None:
    line = Path(points, arrow=True)
    written = write(Drawing("matrix", Frame(0, 0, 100, 100), (line,), "axis"))
    assert "flipH" not in written and "flipV" not in written  # LibreOffice turns a group that begins with one
    assert ("<wps:cNvCnPr/>" in written) is connector and "<a:tailEnd" in written
