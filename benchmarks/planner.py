"""Times the planner on made-up courses of 60 to 600 blocks, and fails when a plan is too slow or not exact.

Seconds are those of the processor, so that what else the machine does counts for nothing.

python benchmarks/planner.py [--runs 5]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from deckgen.base.units import Clock, Split
from deckgen.model.blocks.lesson import LessonBlock
from deckgen.plan.choose import choose
from deckgen.plan.effort import Effort
from deckgen.plan.forms import Candidate, Form
from deckgen.plan.grid import Wishes

MIXED = ((60, 9, 2, 0.3), (60, 14, 2, 0.3), (300, 30, 5, 0.8), (600, 60, 10, 1.5), (600, 80, 10, 1.5))
PAIRS = ((16, 3, 1, 2.0), (60, 10, 2, 2.0), (60, 19, 3, 2.0), (60, 24, 4, 2.0))
"""Blocks or pairs of blocks, hours, days, and the seconds a plan may take."""


def make_candidates(count: int) -> tuple[Candidate, ...]:
    """Blocks with a short and a full form; every seventh a core skill, priorities from 1 to 5, some with conditions."""
    made = []
    for number in range(count):
        core = number % 7 == 0
        block = LessonBlock.model_validate(
            {
                "id": f"B{number}", "title": f"Block {number}", "method": "drill", "energy": 3, "core_skill": core,
                "elastic": 0 if core else 2, "slides": [{"kind": "concept", "title": "A claim", "minutes": 1}],
            }
        )  # fmt: skip
        full = Split(5, 6 + number % 7, 3)
        short = Split(2, 3 + number % 3, 1)
        forms = (
            Form("long", block, full, full.total - 2, full.total, full.total, full.total * 3 // 2),
            Form("short", block, short, short.total - 1, short.total, short.total, min(full.total - 1, 9), 1),
        )
        needs = (f"B{number - 3}",) if number % 11 == 5 else ()
        made.append(Candidate(f"B{number}", f"M{number // 10}", forms, 1 + number % 5, core, needs))
    return tuple(made)


def make_pairs(count: int) -> tuple[Candidate, ...]:
    """So many optional blocks, all decided before the first of the later blocks that need one each."""
    split = Split(2, 6, 2)
    made = []
    for number in range(2 * count):
        optional = number < count
        block = LessonBlock.model_validate(
            {
                "id": f"B{number}", "title": f"Block {number}", "method": "drill", "energy": 3, "optional": optional,
                "slides": [{"kind": "concept", "title": "A claim", "minutes": 1}],
            }
        )  # fmt: skip
        form = Form("long", block, split, split.total, split.total, split.total, split.total * 3 // 2)
        needs = () if optional else (f"B{number - count}",)
        made.append(Candidate(f"B{number}", "M1", (form,), 1 if optional else 4, False, needs))
    return tuple(made)


def is_slow(what: str, candidates: Sequence[Candidate], hours: int, days: int, limit: float, runs: int) -> bool:
    """Time one case, print a line, and say whether the median is beyond the limit."""
    wishes = Wishes(days, hours * 60, Clock(540))
    seconds = []
    for _ in range(runs):
        begin = time.process_time()
        choice = choose(candidates, wishes, Effort()).choice
        seconds.append(time.process_time() - begin)
    assert choice is not None and sum(one.minutes for one in choice.placed) == wishes.minutes
    median = statistics.median(seconds)
    print(
        f"{what}, {hours:>3} hours, {days:>2} days: {median:.3f} s "
        f"({min(seconds):.3f} to {max(seconds):.3f}), limit {limit:g} s, {len(choice.placed)} blocks run"
    )
    return median > limit


def main() -> int:
    """Print a line a case; 1 when a median is beyond its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    slow = [
        *(is_slow(f"{count:>4} blocks", make_candidates(count), *case, runs) for count, *case in MIXED),
        *(is_slow(f"{count:>4} pairs ", make_pairs(count), *case, runs) for count, *case in PAIRS),
    ]
    return int(any(slow))


if __name__ == "__main__":
    sys.exit(main())
