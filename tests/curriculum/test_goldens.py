"""The flagship's agendas and trees as text: what an author's edit or a change of the code does to every page of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.pipeline.build import Made
from deckgen.pipeline.planning import Planned
from deckgen.pipeline.show import TREES
from deckgen.timetable.views import agenda_text
from trees import tree_text

HERE = Path(__file__).parent / "cs-frontline-leadership"
DELIVERIES = pytest.mark.parametrize("delivery", ["1-day", "2-day"])


@DELIVERIES
def test_agendas(delivery: str, planned: dict[str, Planned], golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"agenda.{delivery}.txt", agenda_text(planned[delivery].course, planned[delivery].agenda))


@pytest.mark.slow
@pytest.mark.parametrize("kind", TREES)
@DELIVERIES
def test_trees(delivery: str, kind: str, flagship: dict[str, Made], golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{kind}.{delivery}.txt", tree_text(kind, flagship[delivery]))
