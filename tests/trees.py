"""Trees as text and where their goldens lie: `<kind>.<delivery>.txt`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deckgen.pipeline.build import Made
from deckgen.pipeline.show import TREES
from deckgen.timetable.views import agenda_text

KINDS = ("agenda", *TREES)


def tree_text(kind: str, made: Made) -> str:
    """What `deckgen show <kind>` prints of one delivery."""
    return agenda_text(made.planned.course, made.planned.agenda) if kind == "agenda" else TREES[kind](made)


def compare_trees(folder: Path, made: Made, golden: Callable[[Path, str], None]) -> None:
    """Every tree of a delivery against its golden file in `folder`."""
    for kind in KINDS:
        golden(folder / f"{kind}.{made.planned.delivery.id}.txt", tree_text(kind, made))
