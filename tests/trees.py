"""The small courses of `tests/cases`; trees as text and where their goldens lie: `<kind>.<delivery>.txt`."""

from __future__ import annotations

from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.deliverables import NAMES
from deckgen.pipeline.show import TREES
from deckgen.timetable.views import agenda_text

CASES = Path(__file__).parent / "cases"
KINDS = ("agenda", *TREES)


def tree_text(kind: str, made: Made) -> str:
    """What `deckgen show <kind>` prints of one delivery."""
    return agenda_text(made.planned.course, made.planned.agenda) if kind == "agenda" else TREES[kind](made)


def compose_cases() -> dict[tuple[str, str], Made]:
    """Every delivery of every small course, by folder and delivery; none has a mistake or a warning."""
    deliveries: dict[tuple[str, str], Made] = {}
    for folder in sorted(path.parent for path in CASES.glob("*/course.yaml")):
        report = Report()
        for made in compose_request(Request(courses=(str(folder),), kinds=NAMES), report):
            deliveries[folder.name, made.planned.delivery.id] = made
        amiss = [f"{item.span}: {item.code} {item.message}" for item in report if item.severity != "hint"]
        assert not amiss, amiss
    return deliveries
