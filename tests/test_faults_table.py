"""Every test that `docs/faults.md` names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_row_of_the_table_of_faults_is_a_test() -> None:
    named = set(re.findall(r"`(test_\w+)", (ROOT / "docs" / "faults.md").read_text("utf-8")))
    written = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    assert len(named) > 40 and named <= written, sorted(named - written)
