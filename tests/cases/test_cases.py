"""Small courses made for the code: their trees as text, compared with golden files.

`make golden` rewrites them; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from trees import compare_trees

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/course.yaml"))


@pytest.mark.parametrize("folder", CASES, ids=[path.name for path in CASES])
def test_trees(folder: Path, golden: Callable[[Path, str], None]) -> None:
    report = Report()
    made = compose_request(Request(courses=(str(folder),)), report)
    assert made and not report.has_errors, list(report)
    for item in made:
        compare_trees(folder, item, golden)
