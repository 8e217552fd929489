"""Small courses and the flagship: their trees as text, compared with golden files.

`pytest --update-golden` rewrites them; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.show import TREES
from deckgen.timetable.views import agenda_text

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/course.yaml"))
KINDS = ("agenda", "deck", "workbook", "guide")


def _text(kind: str, made: Made) -> str:
    return agenda_text(made.planned.course, made.planned.agenda) if kind == "agenda" else TREES[kind](made)


@pytest.mark.parametrize("folder", CASES, ids=[path.name for path in CASES])
def test_trees_of_small_courses(folder: Path, golden: Callable[[Path, str], None]) -> None:
    report = Report()
    made = compose_request(Request(courses=(str(folder),)), report)
    assert made and not report.has_errors, list(report)
    for item in made:
        for kind in KINDS:
            golden(folder / f"{kind}.{item.planned.delivery.id}.txt", _text(kind, item))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_trees_of_the_flagship(
    delivery: str, kind: str, flagship: dict[str, Made], golden: Callable[[Path, str], None]
) -> None:
    golden(HERE / "cs-frontline-leadership" / f"{kind}.{delivery}.txt", _text(kind, flagship[delivery]))
