"""A sample of the campaign that `runner.py` runs whole; CONTRIBUTING says how."""

from __future__ import annotations

from pathlib import Path

import pytest

import examples
from fuzz.mutations import mutate
from fuzz.runner import FLAGSHIP, ROOT, Fault, Record, run

SMALL = ROOT / "tests" / "cases" / "shift-handover"


def test_a_mutation_can_be_made_again() -> None:
    files = {path.name: path.read_bytes() for path in SMALL.glob("*.yaml")}
    made = [mutate(files, number) for number in range(40)]
    assert made == [mutate(files, number) for number in range(40)]
    assert len({mutation.data for mutation in made}) > 30


def test_a_few_mutations_of_a_small_course() -> None:
    assert [fault for _, _, fault in run(SMALL, range(examples.some(25))) if fault] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("course", "count"),
    [(SMALL, 60), (ROOT / "tests" / "cases" / "every-kind", 30), (FLAGSHIP, 12)],
    ids=["small", "every-kind", "flagship"],
)
def test_a_sample(course: Path, count: int) -> None:
    assert [fault for _, _, fault in run(course, range(500, 500 + count)) if fault] == []


def test_a_campaign_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    kept = tmp_path / "results.jsonl"
    fault = Fault(7, "a cut", "check course", "exit code 3")
    before = Record(kept)
    before.add(6, 1, None)
    before.add(7, 3, fault)
    after = Record(kept)
    assert after.codes == {6: 1, 7: 3} and after.faults == [fault]
    assert str(after) == "2 mutations: 1 x exit 1, 1 x exit 3; 1 faults"
