"""The seeded faults can be seeded in the code as it is, reach every room, and a sample of them is caught."""

from __future__ import annotations

import os
import sys

import pytest

from campaign.seeded import ROOT, SOURCE, all_faults, room_of

sys.path.insert(0, str(ROOT / "tools"))

from run_faults import run

LEAST = 40
SAMPLE = 12  # faults a run of the slow tests tries; DECKGEN_FAULTS asks for another number, or for `all`


def test_every_fault_can_be_seeded() -> None:
    problems = [problem for fault in all_faults() if (problem := fault.problem())]
    assert not problems, "\n".join(problems)


def test_faults_are_many_differ_and_reach_every_room() -> None:
    faults = all_faults()
    assert len(faults) >= LEAST
    assert len({fault.what for fault in faults}) == len(faults)
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert not rooms - {room_of(fault) for fault in faults}


def test_a_fault_whose_text_is_gone_asks_to_be_written_anew() -> None:
    fault = all_faults()[0]
    gone = type(fault)(fault.what, fault.room, "a line that nobody wrote", "another", fault.seen)
    assert gone.problem() == (
        f"rewrite this fault: {fault.what} - “a line that nobody wrote” stands 0 times in {fault.room}"
    )
    moved = type(fault)(fault.what, "no/such/room.py", fault.before, fault.after, fault.seen)
    assert "rewrite this fault" in (moved.problem() or "")
    unseen = type(fault)(fault.what, fault.room, fault.before, fault.after, "no/such/test.py")
    assert unseen.problem() == f"rewrite this fault: {fault.what} - there is no tests/no/such/test.py"


@pytest.mark.slow
def test_a_sample_of_faults_is_caught() -> None:
    faults = all_faults()
    asked = os.environ.get("DECKGEN_FAULTS", str(SAMPLE))
    step = 1 if asked == "all" else max(1, len(faults) // int(asked))
    survived = [verdict.fault.what for verdict in run(faults[::step]) if not verdict.caught_by]
    assert not survived, survived
