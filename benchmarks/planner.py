"""Times the planner on made-up courses of 60 and 600 blocks, and fails when a plan is too slow or not exact.

python benchmarks/planner.py [--runs 5]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time

from deckgen.base.units import Clock, Split
from deckgen.model.blocks.lesson import LessonBlock
from deckgen.plan.choose import choose
from deckgen.plan.effort import Effort
from deckgen.plan.forms import Candidate, Form
from deckgen.plan.grid import Wishes

CASES = ((60, 9, 2, 0.3), (60, 14, 2, 0.3), (600, 60, 10, 2.0), (600, 80, 10, 2.0))  # blocks, hours, days, seconds


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


def main() -> int:
    """Print a line a case; 1 when a median is beyond its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    slow = False
    for count, hours, days, limit in CASES:
        candidates = make_candidates(count)
        wishes = Wishes(days, hours * 60, Clock(540))
        seconds = []
        for _ in range(runs):
            begin = time.perf_counter()
            choice = choose(candidates, wishes, Effort()).choice
            seconds.append(time.perf_counter() - begin)
        assert choice is not None and sum(one.minutes for one in choice.placed) == wishes.minutes
        median = statistics.median(seconds)
        slow = slow or median > limit
        print(
            f"{count:>4} blocks, {hours:>3} hours, {days:>2} days: {median:.3f} s "
            f"({min(seconds):.3f} to {max(seconds):.3f}), limit {limit:g} s, {len(choice.placed)} blocks run"
        )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
