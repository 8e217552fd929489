"""Mutated courses through `check`, `plan` and sometimes `build`: no exception, nothing that takes long.

    python tests/fuzz/runner.py --count 2000 --seed 1                      of the flagship; takes hours
    python tests/fuzz/runner.py --course tests/cases/every-kind --count 200
    python tests/fuzz/runner.py --only 1234                                one mutation again, with its traceback
    python tests/fuzz/runner.py --record FILE                              keeps every result, and goes on there

Prints every mutation that failed with its number, and at the end how many there were.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import yaml
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from deckgen.cli.main import cli
from fuzz.mutations import mutate

ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "curriculum" / "cs-frontline-leadership"
MOST_SECONDS = 10.0  # of processor time, for one command
HANG_SECONDS = 30  # of processor time, after which a command is stopped


class HangError(Exception):
    """A command that does not end."""


@dataclass(frozen=True)
class Fault:
    """A mutation that a command could not stand."""

    number: int
    what: str
    command: str
    problem: str


def run(course: Path, numbers: range | list[int]) -> Iterator[tuple[int, int, Fault | None]]:
    """Number, worst exit code and fault, if any, of every mutation of a course."""
    files = {path.relative_to(course).as_posix(): path.read_bytes() for path in sorted(course.rglob("*.yaml"))}
    deliveries = _deliveries(course)
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder)):
        shutil.copytree(course, "course")
        for number in numbers:
            mutation = mutate(files, number)
            target = Path("course", mutation.file)
            target.write_bytes(mutation.data)
            worst, fault = 0, None
            for command in _commands(number, deliveries):
                code, problem = _try(command)
                worst = max(worst, code)
                if problem and fault is None:
                    fault = Fault(number, mutation.what, " ".join(command), problem)
            target.write_bytes(files[mutation.file])
            yield number, worst, fault


def _deliveries(course: Path) -> list[str]:
    """Ids of the deliveries of a course."""
    root = yaml.compose((course / "course.yaml").read_text("utf-8"), Loader=yaml.SafeLoader)
    listed = next(value for key, value in root.value if key.value == "deliveries")
    return [value.value for record in listed.value for key, value in record.value if key.value == "id"]


def _commands(number: int, deliveries: list[str]) -> list[list[str]]:
    named = ["--delivery", deliveries[number % len(deliveries)]] if number % 10 else []
    commands = [["check", "course", *named], ["plan", "course", *named]]
    if number % 10 == 0:
        commands.append(["build", "course", *named])
    if number % 7 == 0:
        commands.append(["plan", "course", "--hours", "9", "--json"])
    return commands


def _try(command: list[str]) -> tuple[int, str]:
    """Exit code and what went wrong with the program itself."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HangError(f"no end after {HANG_SECONDS} s of processor time")

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
    started = time.process_time()
    try:
        result = CliRunner().invoke(cli, command)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    spent = time.process_time() - started
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return result.exit_code, "".join(traceback.format_exception(result.exception)[-4:])
    if result.exit_code not in (0, 1, 2):
        return result.exit_code, f"exit code {result.exit_code}"
    return result.exit_code, f"{spent:.1f} s" if spent > MOST_SECONDS else ""


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class Record:
    """What came of every mutation, one line each in a file, so that a stopped campaign can go on."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.codes: dict[int, int] = {}
        self.faults: list[Fault] = []
        for line in path.read_text("utf-8").splitlines() if path and path.exists() else ():
            self._take(**json.loads(line))

    def _take(self, number: int, code: int, fault: dict[str, Any] | None) -> None:
        self.codes[number] = code
        if fault:
            self.faults.append(Fault(**fault))

    def add(self, number: int, code: int, fault: Fault | None) -> None:
        """Keep one result."""
        entry = {"number": number, "code": code, "fault": asdict(fault) if fault else None}
        self._take(**entry)  # type: ignore[arg-type]
        if self.path:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def __str__(self) -> str:
        codes = Counter(self.codes.values())
        outcome = ", ".join(f"{count} x exit {code}" for code, count in sorted(codes.items()))
        return f"{len(self.codes)} mutations: {outcome}; {len(self.faults)} faults"


def main() -> int:
    """Run a campaign; 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--course", type=Path, default=FLAGSHIP)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1, help="the campaign has the numbers seed x 1,000,000 and up")
    parser.add_argument("--only", type=int, help="one mutation by its number")
    parser.add_argument("--record", type=Path, help="a file of results; what stands in it is not done again")
    asked = parser.parse_args()
    first = asked.seed * 1_000_000
    record = Record(asked.record.resolve() if asked.record else None)
    numbers = [asked.only] if asked.only is not None else range(first, first + asked.count)
    started = time.monotonic()
    for number, code, fault in run(asked.course.resolve(), [n for n in numbers if n not in record.codes]):
        gc.collect()  # thousands of courses, each with records that know each other
        record.add(number, code, fault)
        if fault is not None:
            print(f"{fault.number} {fault.what}: {fault.command}\n{fault.problem}", flush=True)
    print(f"{asked.course.name}, seed {asked.seed}, {record}; {time.monotonic() - started:.0f} s")
    return bool(record.faults)


if __name__ == "__main__":
    sys.exit(main())
