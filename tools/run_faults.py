"""Puts faults into a copy of the source, one at a time, and says which fast test of the code catches each.

python tools/run_faults.py [--only TEXT] [--every N] [--jobs N] [--units | --seen]

The faults are those of tests/campaign/faults.yaml. The tests meant to see a fault run first, then those of its room;
what they miss is tried on all fast tests of the code, with --units on those that compare no golden file. With --seen
only those meant to see it run, which takes some seconds a fault. Ends with 1 when a fault survives.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from campaign.seeded import SOURCE, Fault, all_faults, room_of  # noqa: E402

GOLDENS = ("cases", "draw/test_geometry.py")
CODE_TESTS = "not slow and not course"
COMPILED = "compiled"  # below a copy: what its runs have compiled
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """What became of a fault: the first test that failed on it; none when it survived."""

    fault: Fault
    caught_by: str


@contextmanager
def seeded(copy: Path, fault: Fault) -> Iterator[None]:
    """The copy of the source with the fault in it, for a while."""
    name, text = fault.place()
    path = copy / "src" / "deckgen" / name
    whole = path.read_text("utf-8")
    try:
        _replace(copy, path, text)
        yield
    finally:
        _replace(copy, path, whole)


def _replace(copy: Path, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    for compiled in (copy / COMPILED).rglob(f"{path.stem}.*.pyc"):
        compiled.unlink()  # an edit of equal length within a second would go unnoticed


def judge(copy: Path, fault: Fault, units: bool = False, seen: bool = False) -> Verdict:
    """Run the tests on the fault until one fails.

    `units` leaves those out that compare golden files, `seen` all but those meant to see it.
    """
    left_out = [f"--ignore={ROOT / 'tests' / name}" for name in GOLDENS] if units else []
    with seeded(copy, fault):
        for name in (fault.seen,) if seen else (fault.seen, room_of(fault), ""):
            tests = ROOT / "tests" / name
            caught = _first_failure(copy, [str(tests), *left_out]) if tests.exists() else ""
            if caught:
                return Verdict(fault, caught)
    return Verdict(fault, "")


def _first_failure(copy: Path, tests: list[str]) -> str:
    env = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONPYCACHEPREFIX": str(copy / COMPILED)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "--no-header",
        "-p",
        "no:cacheprovider",
        "-m",
        CODE_TESTS,
        *tests,
    ]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode in (0, pytest.ExitCode.NO_TESTS_COLLECTED):
        return ""
    found = _FAILED.search(done.stdout)
    if found is None:
        raise RuntimeError(f"pytest ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return found[1]


def make_copy(folder: Path) -> Path:
    """A checkout with the source and the themes, which the tests import in place of this one."""
    shutil.copytree(SOURCE, folder / "src" / "deckgen", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("themes", "licenses", "LICENSE"):  # what a wheel has beside the code
        (folder / name).symlink_to(ROOT / name)
    (folder / "pyproject.toml").symlink_to(ROOT / "pyproject.toml")
    env = {**os.environ, "PYTHONPATH": str(folder / "src")}
    where = subprocess.run(
        [sys.executable, "-c", "import deckgen; print(deckgen.__file__)"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(folder), f"the tests would import {where.stdout}"
    return folder


def run(faults: list[Fault], jobs: int = 1, units: bool = False, seen: bool = False) -> list[Verdict]:
    """The verdict on each fault, in order."""
    with tempfile.TemporaryDirectory(prefix="faults-") as temporary:
        copies: Queue[Path] = Queue()
        for number in range(jobs):
            copies.put(make_copy(Path(temporary) / str(number)))

        def one(fault: Fault) -> Verdict:
            copy = copies.get()
            try:
                verdict = judge(copy, fault, units, seen)
            finally:
                copies.put(copy)
            caught = verdict.caught_by or "SURVIVED"
            print(f"{room_of(fault):<10} {fault.what:<62} {caught.removeprefix('tests/')}", flush=True)
            return verdict

        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(one, faults))


def main() -> int:
    """Run what the command line asks for; 1 when a fault survives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="faults whose room or telling holds this text")
    parser.add_argument("--every", type=int, default=1, help="every so many of them")
    parser.add_argument("--jobs", type=int, default=1, help="so many at a time")
    parser.add_argument("--units", action="store_true", help="without the tests that compare golden files")
    parser.add_argument("--seen", action="store_true", help="only the tests meant to see each fault")
    asked = parser.parse_args()
    faults = [fault for fault in all_faults() if asked.only in f"{fault.room} {fault.what}"][:: asked.every]
    verdicts = run(faults, asked.jobs, asked.units, asked.seen)
    survivors = [verdict for verdict in verdicts if not verdict.caught_by]
    print(f"{len(verdicts)} faults, {len(survivors)} survived")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
