"""Times deckgen against pandoc on the same words, and writes the table into README.md.

python benchmarks/run.py [--runs 5] [--slides 150 600 2400] [--print]
python benchmarks/run.py --course PATH [--days N] [--runs 5] --print     any course, in one delivery
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from as_markdown import book_markdown, deck_markdown
from courses import write_course
from deckgen import __version__
from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
BEGIN, END = "<!-- begin table -->", "<!-- end table -->"
PATIENCE = 60.0  # seconds; what pandoc takes longer for, it does once
KINDS = "deck,workbook,guide"  # what pandoc makes, too
LIBRARIES = ("lxml", "pydantic", "python-docx", "python-pptx", "pyyaml")


@dataclass
class Series:
    """Runs of one program on one course, in seconds of the processor: the machine may have other things to do."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        if len(self.seconds) == 1:
            return f"{self.median:.2f} s (one run)"
        return f"{self.median:.2f} s ({min(self.seconds):.2f} to {max(self.seconds):.2f})"


def run(commands: Sequence[Sequence[str]], series: Series, scratch: Path) -> None:
    """Run commands one after another as processes of their own; add their time and their peak memory.

    All start cold: bytecode is compiled, and nothing that an earlier build kept is there.
    """
    caches = scratch / "caches"
    shutil.rmtree(caches, ignore_errors=True)
    changed = {"XDG_CACHE_HOME": str(caches), "PYTHONPYCACHEPREFIX": str(scratch / "bytecode")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | changed
    seconds = peak = 0.0
    for command in commands:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=HERE.parent, env=environment
        )
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed:\n{errors.decode(errors='replace')[-2000:]}")
        seconds += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    series.seconds.append(seconds)
    series.megabytes.append(peak / 1024)


def compare(course: Path, days: int | None, runs: int, pandoc: str | None, scratch: Path) -> list[str]:
    """One row of the table: both programs in turns, A B A B, after one run that does not count."""
    out = scratch / f"out-{course.name}"
    length = [] if days is None else ["--days", str(days)]
    deckgen = [[sys.executable, "-m", "deckgen", "build", str(course), *length, "--only", KINDS, "--out", str(out)]]
    rival = _pandoc_commands(pandoc, course, days, out) if pandoc else []
    mine, theirs = Series(), Series()
    run(deckgen, Series(), scratch)
    for number in range(runs):
        run(deckgen, mine, scratch)
        if rival and not (theirs.seconds and theirs.seconds[0] > PATIENCE):
            run(rival, theirs, scratch)
        rival_too = f", pandoc {theirs.seconds[-1]:.2f} s" if len(theirs.seconds) > number else ""
        print(f"  {course.name}, run {number + 1}: {mine.seconds[-1]:.2f} s{rival_too}", file=sys.stderr)
    (deck,) = out.glob("*/*/*/*-deck.pptx")  # below course, delivery and folder
    row = [str(_count_slides(deck)), str(mine), f"{max(mine.megabytes):.0f} MB"]
    if rival:
        row += [str(theirs), f"{max(theirs.megabytes):.0f} MB", f"{mine.median / theirs.median:.2f}"]
    else:
        row += ["not installed", "", ""]
    return row


def _pandoc_commands(pandoc: str, course: Path, days: int | None, out: Path) -> list[list[str]]:
    """The Markdown of all three artefacts, and the commands that make files of it."""
    report = Report()
    deliveries = compose_request(Request(courses=(str(course),), days=days, themes=HERE.parent / "themes"), report)
    if len(deliveries) != 1:
        found = [str(item) for item in report if item.severity == "error"]
        raise SystemExit("\n".join(found[:5]) or f"{course} has {len(deliveries)} deliveries; name one with --days")
    (made,) = deliveries
    assert made.trees is not None and made.trees.guide is not None, list(report)
    texts = {
        "deck.pptx": deck_markdown(made.trees.deck),
        "workbook.docx": book_markdown(made.trees.workbook),
        "guide.docx": book_markdown(made.trees.guide),
    }
    out.mkdir(parents=True, exist_ok=True)
    commands = []
    for name, text in texts.items():
        source = out / f"{Path(name).stem}.md"
        source.write_text(text, encoding="utf-8")
        extra = ["--slide-level=2"] if name.endswith("pptx") else ["--toc"]
        commands.append([pandoc, str(source), *extra, "-o", str(out / f"pandoc-{name}")])
    return commands


def _count_slides(deck: Path) -> int:
    with zipfile.ZipFile(deck) as package:
        return sum(name.startswith("ppt/slides/slide") for name in package.namelist())


def describe(pandoc: str | None) -> str:
    """Machine and versions in one line."""
    model = next((line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
                 platform.processor() or platform.machine())  # fmt: skip
    memory = next((int(line.split()[1]) // 1024 // 1024 for line in _lines("/proc/meminfo") if "MemTotal" in line), 0)
    parts = [model, f"{os.cpu_count()} cores", f"{memory} GB", platform.system(), f"Python {platform.python_version()}"]
    parts.append(f"deckgen {__version__}")
    parts += [f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES]
    if pandoc:
        first = subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
        parts.append(first)
    return ", ".join(parts)


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.is_file() else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each program on each course")
    parser.add_argument("--slides", type=int, nargs="+", default=[150, 600, 2400], help="sizes of made-up courses")
    parser.add_argument("--course", type=Path, help="the folder of a course, instead of made-up ones")
    parser.add_argument("--days", type=int, help="with --course: its delivery of so many days")
    parser.add_argument("--print", action="store_true", help="print the table only; leave README.md alone")
    options = parser.parse_args()
    if options.course is None and options.days is not None:
        parser.error("--days goes with --course")
    if options.course is not None and not (options.course.is_dir() and options.print):
        parser.error("--course takes the folder of a course, and goes with --print: README.md has made-up ones")
    pandoc = shutil.which("pandoc")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if options.course is not None:
            courses = [options.course.resolve()]
        else:
            courses = [scratch / f"course-{slides}" for slides in options.slides]
            for course, slides in zip(courses, options.slides, strict=True):
                write_course(course, slides)
        rows = [compare(course, options.days, options.runs, pandoc, scratch) for course in courses]
    head = ["slides", "deckgen", "peak memory", "pandoc", "peak memory", "deckgen / pandoc"]
    table = ["| " + " | ".join(head) + " |", "|" + "---:|" * len(head)]
    table += ["| " + " | ".join(row) + " |" for row in rows]
    told = f"Seconds of the processor, median of {options.runs} runs (shortest to longest)."
    text = "\n".join([*table, "", f"{told} {describe(pandoc)}."])
    print(text)
    if not options.print:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
