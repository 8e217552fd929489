"""How runs are dumped: what is marked and what only looks so can be told apart."""

from __future__ import annotations

from deckgen.base.runs import Run
from deckgen.tree.dump_runs import inline


def test_stars_that_are_printed_are_no_marks() -> None:
    assert inline((Run("1.", strong=True),)) == "**1.**"
    assert inline((Run("**1.**"),)) == r"\*\*1.\*\*"
    assert inline((Run("7*24"),)) == "7*24"
