"""Edits that change a course are found in few readings, and what is taken together leaves it as it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckgen.pipeline.trials import Group, Seen, Trials
from deckgen.source.edits import Edit

BLOCKS, EACH = 30, 4
CELLS = {cell: [(Edit(f"{cell % 3}.yaml", cell * EACH + at, 0),) for at in range(EACH)] for cell in range(BLOCKS)}


def _numbers(groups: Sequence[Group]) -> set[int]:
    return {edit.start for group in groups for edit in group}


class _Course:
    """A course that some edits change, some break, and two change only when both are made."""

    def __init__(
        self, changing: Collection[int] = (), breaking: Collection[int] = (), together: Collection[int] = ()
    ) -> None:
        self.changing, self.breaking, self.together = set(changing), set(breaking), set(together)
        self.readings = 0

    def read(self, groups: Sequence[Group]) -> Seen:
        self.readings += 1
        done = _numbers(groups)
        cells = {cell: sorted(done & self.changing & _numbers(CELLS[cell])) for cell in CELLS}
        cells[-1] = [1] if self.together and self.together <= done else []
        return Seen(cells, frozenset(f"{number // EACH % 3}.yaml" for number in done & self.breaking))

    def sound(self) -> set[int]:
        wanted = Seen({cell: [] for cell in (*CELLS, -1)})
        return _numbers(Trials(self.read, wanted).sound(CELLS))


ALL = set(range(BLOCKS * EACH))


def test_all_are_sound_in_two_readings() -> None:
    course = _Course()
    assert course.sound() == ALL and course.readings == 2


def test_one_in_every_block_costs_no_more_readings_than_one_in_one_block() -> None:
    one, every = _Course({2}), _Course(range(2, BLOCKS * EACH, EACH))
    assert one.sound() == ALL - {2}
    assert every.sound() == ALL - every.changing
    assert every.readings == one.readings <= 2 * EACH


def test_what_leaves_a_mistake_in_a_file_is_left_out_and_its_neighbours_are_not() -> None:
    course = _Course({7}, breaking={12})
    assert course.sound() == ALL - {7, 12}
    assert course.readings < 40


def test_edits_that_change_something_only_together_are_parted() -> None:
    course = _Course(together={3, 90})
    assert course.sound() in (ALL - {3}, ALL - {90})
