"""The course's own checks, marked `course`: an edit of its author may change them, and breaks no test of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Made, Request, compose_request, plan_request
from deckgen.pipeline.planning import Planned

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLACE = f"{HERE.relative_to(ROOT).as_posix()}/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(PLACE):
            item.add_marker(pytest.mark.course)


def _asked() -> Request:
    return Request(courses=("cs-frontline-leadership",), curriculum=ROOT / "curriculum", themes=ROOT / "themes")


@pytest.fixture(scope="session")
def planned() -> dict[str, Planned]:
    """Both deliveries of the flagship course, planned, by delivery id."""
    report = Report()
    made = plan_request(_asked(), report)
    assert not report.has_errors, [f"{item.span}: {item.code} {item.message}" for item in report]
    return {item.planned.delivery.id: item.planned for item in made}


@pytest.fixture(scope="session")
def flagship() -> dict[str, Made]:
    """Both deliveries, composed and placed, by delivery id; it takes seconds, so slow tests alone ask for it."""
    report = Report()
    made = compose_request(_asked(), report)
    assert not report.has_errors, [f"{item.span}: {item.code} {item.message}" for item in report]
    return {item.planned.delivery.id: item for item in made}
