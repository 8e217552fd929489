from __future__ import annotations

import pytest

from deckgen.base.runs import Run, on_one_line, plain


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("交接\n只答", "交接只答"),
        ("Hand over\nnow", "Hand over now"),
        ("用\nSMART", "用SMART"),
        ("3\n4", "3 4"),
        ("甲，\nb", "甲，b"),
        ("one line", "one line"),
    ],
)
def test_lines_on_one_line(text: str, meant: str) -> None:
    parts = text.partition("\n")
    runs = tuple(Run(part, strong=at == 0) for at, part in enumerate(parts) if part)
    made = on_one_line(runs)
    assert plain(made) == meant
    assert made[0].strong
