"""The tests themselves: none hangs on the clock, those of the code know no course but their own, markers are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import settings

HERE = Path(__file__).parent
OF_THE_COURSE = ("curriculum", "rendered")  # folders that may know the flagship
PROGRAMS = {"fuzz/runner.py"}  # run by hand, on a course of one's choice
_WALL_CLOCKS = tuple(
    f"{word}(" for word in ("sleep", "perf_counter", "monotonic", "time.time", "time_ns", "datetime.now")
)
_WAITING = re.compile(r"\.(?:wait|join)\(\d")
_FLAGSHIP = re.compile("cs-frontline" + "-leadership")


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(HERE.rglob("*.py")):
        if (name := path.relative_to(HERE).as_posix()) not in PROGRAMS:
            yield name, path.read_text("utf-8")


def test_no_test_hangs_on_the_clock_on_the_wall() -> None:
    """A slow or busy machine fails none: what must be quick counts its own time of the processor, or what it does."""
    found = [name for name, text in _sources() if _WAITING.search(text) or any(word in text for word in _WALL_CLOCKS)]
    assert found == []


def test_no_property_has_a_deadline() -> None:
    assert settings().deadline is None


def test_tests_of_the_code_know_no_course_but_their_own() -> None:
    known = [name for name, text in _sources() if _FLAGSHIP.search(text)]
    assert [name for name in known if not name.startswith(OF_THE_COURSE)] == []
