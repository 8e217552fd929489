"""Which of many edits of a course leave it as it is: tried together, block by block, so that few readings are enough.

What is said of one block does not hang on the edits of another, as far as anybody knows beforehand; so one reading of
the course tries one part of the edits of every block. In the end all that was found sound is tried together, and where
that is not so, edits are parted without that belief.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from deckgen.source.edits import Edit

Group = Sequence[Edit]
"""Edits that are made together or not at all."""

Placed = tuple[int, Group]
"""A group with the cell that it belongs to."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reading of a course came to: what is said of each of its cells, and the files with mistakes in them.

    The name of no file stands for mistakes without a place.
    """

    cells: Mapping[int, Any]
    faulty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trials:
    """Reads the course after edits (`read`), and knows what must be `wanted` of it."""

    read: Callable[[Sequence[Group]], Seen]
    wanted: Seen

    def sound(self, cells: Mapping[int, Sequence[Group]]) -> list[Group]:
        """The groups, by the cell that each belongs to, that leave the course as it is when made together."""
        kept, spoiling = self._tried([[(cell, group) for group in groups] for cell, groups in cells.items()], [])
        by_file: dict[str, list[Placed]] = {}
        for cell, group in spoiling:  # it may be the last one of several that leaves a mistake in their file
            by_file.setdefault(group[0].file, []).append((cell, group))
        if by_file:
            kept = self._tried(list(by_file.values()), kept)[0]
        if not kept or self.read(kept) == self.wanted:
            return kept
        order = {id(group): number for number, group in enumerate(chain.from_iterable(cells.values()))}
        return self._halves(sorted(kept, key=lambda group: order[id(group)]), [])

    def _tried(self, lists: Sequence[Sequence[Placed]], before: Sequence[Group]) -> tuple[list[Group], list[Placed]]:
        """The groups that can be made, one part of every list in each reading, after those `before`; and those that
        alone leave mistakes in their files.
        """
        kept, spoiling = list(before), list[Placed]()
        waiting = [[list(groups)] for groups in lists if groups]
        while waiting:
            tried = [stack.pop() for stack in waiting]
            seen = self.read([*kept, *(group for groups in tried for _, group in groups)])
            for stack, groups in zip(waiting, tried, strict=True):
                same = all(seen.cells.get(cell) == self.wanted.cells.get(cell) for cell, _ in groups)
                faulty = not seen.faulty.isdisjoint({"", *(edit.file for _, group in groups for edit in group)})
                if same and not faulty:
                    kept += [group for _, group in groups]
                elif len(groups) > 1:
                    half = len(groups) // 2
                    stack += [groups[half:], groups[:half]]
                elif faulty:
                    spoiling += groups
            waiting = [stack for stack in waiting if stack]
        return kept, spoiling

    def _halves(self, groups: Sequence[Group], before: Sequence[Group]) -> list[Group]:
        """The groups that leave the course as it is when made after those `before`: all, or those of either half."""
        if not groups or self.read([*before, *groups]) == self.wanted:
            return list(groups)
        if len(groups) == 1:
            return []
        half = len(groups) // 2
        first = self._halves(groups[:half], before)
        return [*first, *self._halves(groups[half:], [*before, *first])]
