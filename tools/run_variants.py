"""Many variants of a small course on Ninja, killed at random and started again until all of them are there.

Then every bundle must be there once and whole, nothing else may lie beside them, and a second run must find nothing to
do: `python tools/run_variants.py --count 200 --seed 1`. What it came to is printed in one line, for docs/faults.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
COURSE = ROOT / "tests" / "diagnostics" / "base" / "tiny.yaml"
LENGTHS = ("60-min", "55-min")
LATEST = 4.0  # times what one bundle takes, until a run is killed, at most
STUCK = 60  # runs that are killed before anything is made: then something else is wrong


class Result(NamedTuple):
    """What a campaign came to; times in seconds."""

    bundles: int
    kills: int
    seconds: float
    again: float


def _descendants(pid: int) -> list[int]:
    """A process and all that it started, itself first, so that it starts no more."""
    os.kill(pid, signal.SIGSTOP)
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.split()
    parents = {int(one): int(other) for one, other in zip(listed[::2], listed[1::2], strict=True)}
    family = [pid]
    for member in family:
        family += [one for one, other in parents.items() if other == member]
    return family


def run_variants(count: int, seed: int, place: Path, jobs: int = 2) -> Result:
    """Make so many bundles in a new folder; AssertionError says what is not as it should be."""
    own = Path(sys.executable).parent
    ninja = shutil.which("ninja", path=os.pathsep.join((str(own), os.environ["PATH"])))
    assert ninja, "no ninja"
    places = {**os.environ, "TMPDIR": str(place / "temp"), "PATH": f"{own}{os.pathsep}{os.environ['PATH']}"}
    project = place / "project"
    _make_project(project, -(-count // len(LENGTHS)))
    (place / "temp").mkdir()

    def call(*words: str) -> str:
        done = subprocess.run(words, cwd=project, env=places, check=False, capture_output=True, text=True)
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
        return done.stdout

    python = (sys.executable, "-m", "deckgen")
    (project / "build.ninja").write_text(call(*python, "release", "--emit", "ninja"), "utf-8")
    begun = time.monotonic()
    call(*python, "release", "--target", f"handover-{LENGTHS[0]}-client-001-v1.2")
    latest = LATEST * (time.monotonic() - begun)
    chance, kills, begun = random.Random(seed), 0, time.monotonic()
    while True:
        process = subprocess.Popen(
            [ninja, f"-j{jobs}"], cwd=project, env=places, start_new_session=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            told, _ = process.communicate(timeout=chance.uniform(0.0, latest))
        except subprocess.TimeoutExpired:
            for pid in _descendants(process.pid):  # Ninja starts each program in a process group of its own
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.communicate()
            kills += 1
            there = len(list((project / "dist").glob("*.zip"))) if (project / "dist").is_dir() else 0
            assert there or kills < STUCK, "nothing is made between two kills"
            continue
        assert process.returncode == 0, told
        break
    seconds = time.monotonic() - begun
    named = {item["target"] for item in json.loads(call(*python, "release", "--emit", "github-matrix"))["include"]}
    bundles = sorted(path.name for path in (project / "dist").iterdir() if path.name != "SHA256SUMS")
    assert bundles == sorted(f"{name}.zip" for name in named), "a bundle is missing, or something lies beside them"
    call(*python, "verify", "dist")
    begun = time.monotonic()
    assert "no work to do" in call(ninja, f"-j{jobs}")
    return Result(len(bundles), kills, seconds, time.monotonic() - begun)


def _make_project(project: Path, clients: int) -> None:
    (project / "curriculum" / "handover").mkdir(parents=True)
    (project / "profiles").mkdir()
    shutil.copy(COURSE, project / "curriculum" / "handover" / "course.yaml")
    names = [f"client-{number:03}" for number in range(1, clients + 1)]
    for name in names:
        (project / "profiles" / f"{name}.yaml").write_text(f"client: {name}\n", "utf-8")
    text = f"version: '1.2'\ncourses: handover\nonly: outline\ndeliveries: [{', '.join(LENGTHS)}]\n"
    (project / "release.yaml").write_text(f"{text}profiles: [{', '.join(names)}]\n", "utf-8")
    (project / ".gitignore").write_text("dist/\nbuild.ninja*\n.ninja*\n", "utf-8")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-q", "-m", "all")):
        subprocess.run(["git", *words], cwd=project, check=True)


def main() -> None:
    """Run the campaign and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deckgen-variants-") as place:
        done = run_variants(asked.count, asked.seed, Path(place), asked.jobs)
    print(
        f"{done.bundles} bundles, seed {asked.seed}: killed {done.kills} times, all there and whole after "
        f"{done.seconds:.0f} s; a run that finds nothing to do takes {done.again:.1f} s"
    )


if __name__ == "__main__":
    main()
