"""The flagship's trees as text: what an author's edit or a change of the code does to every page of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.pipeline.build import Made
from trees import KINDS, tree_text

HERE = Path(__file__).parent / "cs-frontline-leadership"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_trees(delivery: str, kind: str, flagship: dict[str, Made], golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{kind}.{delivery}.txt", tree_text(kind, flagship[delivery]))
