"""The course's own checks, marked `course`: an edit of its author may change them, and breaks no test of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Made, Request, compose_request

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.course)


@pytest.fixture(scope="session")
def flagship() -> dict[str, Made]:
    """Both deliveries of the flagship course, composed and placed, by delivery id."""
    report = Report()
    made = compose_request(
        Request(courses=("cs-frontline-leadership",), curriculum=ROOT / "curriculum", themes=ROOT / "themes"), report
    )
    assert not report.has_errors, [f"{item.span}: {item.code} {item.message}" for item in report]
    return {item.planned.delivery.id: item for item in made}
