"""Where the time of a build goes: the share of each room, by looking a few hundred times a second at what runs.

python benchmarks/stages.py COURSE [--days N] [--runs 3]

The timer counts time of the processor. What a room calls in libraries is the room's; what is loaded is `imports`.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY = 0.001  # seconds of the processor
KINDS = "deck,workbook,guide"


def stage_of(frame: FrameType | None) -> str:
    """The room whose code runs, or `imports` where that is only for a module to be loaded."""
    room = ""
    while frame is not None:
        name = frame.f_code.co_filename
        if "importlib._bootstrap" in name:
            return "imports"
        if not room and "/deckgen/" in name:
            room = name.rsplit("/deckgen/", 1)[1].split("/")[0]
        frame = frame.f_back
    return room or "libraries"


def look(command: list[str]) -> None:
    """Run a command of deckgen in this process and print what was seen, a stage and a number a line."""
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update((stage_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from deckgen.cli.main import main

    sys.argv = ["deckgen", *command]
    try:
        main()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        print("\n".join(f"{stage} {number}" for stage, number in seen.items()), file=sys.stderr)


def shares(course: Path, days: int | None, runs: int) -> tuple[dict[str, float], float]:
    """The share of every stage over all runs, and the seconds of the processor that the median run took."""
    seen: Counter[str] = Counter()
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        length = [] if days is None else ["--days", str(days)]
        command = ["build", str(course), *length, "--only", KINDS, "--out", f"{folder}/out"]
        for number in range(runs + 1):  # the first one compiles bytecode
            environment["XDG_CACHE_HOME"] = f"{folder}/caches-{number}"
            process = subprocess.Popen(
                [sys.executable, __file__, "--look", *command], env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            assert process.stderr is not None
            told = process.stderr.read().splitlines()
            _, status, usage = os.wait4(process.pid, 0)
            process.stderr.close()
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit("\n".join(told))
            if number:
                seconds.append(usage.ru_utime + usage.ru_stime)
                pairs = (line.split(" ") for line in told)
                seen.update({pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2 and pair[1].isdigit()})
    return {stage: count / seen.total() for stage, count in seen.most_common()}, sorted(seconds)[len(seconds) // 2]


def main() -> None:
    if sys.argv[1:2] == ["--look"]:
        look(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("course", type=Path, help="the folder of a course")
    parser.add_argument("--days", type=int, help="its delivery of so many days")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    by_stage, seconds = shares(options.course, options.days, options.runs)
    print("| stage | share | seconds |\n|---|---:|---:|")
    for stage, share in by_stage.items():
        print(f"| {stage} | {share:.0%} | {share * seconds:.2f} |")
    print(f"| all | 100% | {seconds:.2f} |")


if __name__ == "__main__":
    main()
