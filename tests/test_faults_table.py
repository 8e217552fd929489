"""Every row of `docs/faults.md` names tests that are there and run."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEST = re.compile(r"`(test_\w+)")
CASE = re.compile(r"`(DG\d{3}-[a-z0-9-]*)(…?)`")
NEVER = ("skip", "xfail")
_MARKED = re.compile(r"(?:mark\.|@\w*)(?:skip|xfail)")
_DEFINED = re.compile(r"^ *def (test_\w+)", re.MULTILINE)


def _rows() -> list[list[str]]:
    """The cells of every row that a fault stands in; the record of campaigns is none."""
    lines = (ROOT / "docs" / "faults.md").read_text("utf-8").split("### The campaign")[0].splitlines()
    tables = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| ")]
    return [row for row in tables if row[-1] not in ("test", "---")]


def _tests() -> dict[str, bool]:
    """Every test function there is, and whether it may run."""
    runs: dict[str, bool] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text("utf-8")
        if not _MARKED.search(text):
            runs |= dict.fromkeys(_DEFINED.findall(text), True)
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                marks = " ".join(ast.unparse(mark) for mark in node.decorator_list)
                runs[node.name] = runs.get(node.name, False) or not any(word in marks for word in NEVER)
    return runs


def test_every_row_of_the_table_of_faults_is_a_test_that_runs() -> None:
    tests, cases = _tests(), [path.stem for path in (ROOT / "tests" / "diagnostics").iterdir()]
    assert len(_rows()) > 70
    for *told, named in _rows():
        found = TEST.findall(named)
        kinds = CASE.findall(named)
        assert found or kinds, f"no test: {told[0]}"
        assert not [name for name in found if not tests.get(name)], (told[0], named)
        for name, open_end in kinds:
            assert any(case.startswith(name) if open_end else case == name for case in cases), (told[0], name)
