"""Diagnostic codes and rules: declared, used, shown by a case and in the reference; rules in their table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from deckgen import checks
from deckgen.base.codes import CODES
from deckgen.checks import (
    AGENDA_RULES,
    COURSE_RULES,
    DECK_RULES,
    FILE_RULES,
    PAPER_RULES,
    TREE_RULES,
    WHOLE_RULES,
    WORKBOOK_RULES,
)
from diagnostics.cases import RUNNERS, SECOND_LOCKS, all_cases

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "deckgen"
_CODE = re.compile(r"DG\d{3}")


def code_gaps() -> Iterator[str]:
    """Codes that are used and not declared, declared and not used, or that no case provokes."""
    used: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if path != SOURCE / "base" / "codes.py":
            for code in _CODE.findall(path.read_text("utf-8")):
                used.setdefault(code, path.relative_to(SOURCE).as_posix())
    yield from (f"{place} uses {code}, which base/codes.py does not declare" for code, place in used.items()
                if code not in CODES)  # fmt: skip
    shown = {case.code for case in all_cases()}
    for code in sorted(used.keys() - CODES.keys() - shown):
        yield f"{code} has no case: write tests/diagnostics/{code}-<what>.yaml, tests/diagnostics/cases.py says how"
    for code, meaning in CODES.items():
        if code not in used:
            yield f"base/codes.py declares {code} ({meaning.title}), which nothing uses"
        if code[:3] not in RUNNERS:
            yield f"tests/diagnostics/cases.py does not know which stage of the build the range of {code} needs"
        if code in SECOND_LOCKS and not _spoken_of(code):
            yield f"no test of checks, plan, pipeline or release speaks of {code}, which has no case"
        if code not in SECOND_LOCKS and code not in shown:
            yield (
                f"{code} ({meaning.title}) has no case: write tests/diagnostics/{code}-<what>.yaml, "
                "tests/diagnostics/cases.py says how"
            )
    yield from (
        f"tests/diagnostics has a case of {code}, which is not declared" for code in sorted(shown - CODES.keys())
    )


def _spoken_of(code: str) -> bool:
    rooms = ("checks", "plan", "pipeline", "release")
    paths = [path for room in rooms for path in (ROOT / "tests" / room).glob("test_*.py")]
    return any(f'"{code}"' in path.read_text("utf-8") for path in paths)


def rule_gaps() -> Iterator[str]:
    """Functions `check_...` of the files of `checks` that none of its tables calls."""
    trees = (*DECK_RULES, *WORKBOOK_RULES, *PAPER_RULES, *TREE_RULES, *FILE_RULES)
    rules = (*COURSE_RULES, *WHOLE_RULES, *AGENDA_RULES, *trees)
    rows = {rule.__name__ for rule in rules}
    tested = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "tests" / "checks").glob("test_*.py")))
    for path in sorted(Path(checks.__file__).parent.glob("*.py")):
        if path.name == "__init__.py":
            continue
        for name in re.findall(r"^def (check_\w+)", path.read_text("utf-8"), re.MULTILINE):
            if name not in rows:
                yield f"checks/__init__.py lacks a row for {name} of {path.name}"
            if name not in tested:
                yield f"tests/checks has no test of {name}"
