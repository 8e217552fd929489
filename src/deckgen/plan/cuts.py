"""What a day can give up when the room runs late, in which order: elastic minutes first, then whole blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan.agenda import Day, Entry
from deckgen.plan.forms import PRACTICE, priority_of
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_text

CutKind = Literal["elastic", "lighter", "drop"]


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing to give up: minutes it saves, and all minutes saved up to here."""

    block: str
    title: str
    kind: CutKind
    saves: int
    saved: int
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class CutList:
    """What a half-day can give up, in this order."""

    day: int
    half: int  # from 1
    cuts: tuple[Cut, ...]


class Savings:
    """Cuts one after another, with their sentences in the course's language."""

    def __init__(self, course: Course) -> None:
        self._say = course_phrases(course)
        self.cuts: list[Cut] = []

    def spend_elastic(self, block: Block, minutes: int) -> None:
        """Elastic minutes, given up the way the block says."""
        self._add(block, "elastic", minutes, block.late or self._say("late_default"))

    def take_lighter(self, block: Block, minutes: int, left: int) -> None:
        """A lighter form, in which the block has so many minutes left."""
        self._add(block, "lighter", minutes, self._say("cut.lighter", n=left))

    def drop(self, block: Block, minutes: int) -> None:
        """The whole block."""
        self._add(block, "drop", minutes, self._say("cut.drop"))

    def _add(self, block: Block, kind: CutKind, minutes: int, how: str) -> None:
        text = self._say("cut.text", block=block.id, title=plain_text(block.title), n=minutes, how=how.rstrip("。."))
        self.cuts.append(Cut(block.id, plain_text(block.title), kind, minutes, minutes + self.total, how, text))

    @property
    def total(self) -> int:
        """All minutes saved so far."""
        return self.cuts[-1].saved if self.cuts else 0


def cut_list(course: Course, day: Day) -> tuple[CutList, ...]:
    """For each half of the day: elastic minutes top-down, then whole blocks, the lowest priority first.

    What has the priority of practice is not among them: later blocks build on it, and ten minutes are not worth it.
    """
    lists = []
    for number, half in enumerate(day.halves, start=1):
        entries = [entry for sitting in half for entry in sitting.entries]
        savings = Savings(course)
        for entry in entries:
            if entry.elastic:
                savings.spend_elastic(entry.block, entry.elastic)
        for entry in skippable(entries, day):
            savings.drop(entry.block, entry.split.total - entry.elastic)
        lists.append(CutList(day.number, number, tuple(savings.cuts)))
    return tuple(lists)


def skippable(entries: Sequence[Entry], day: Day) -> list[Entry]:
    """Blocks that may go without harm to later ones: those that have not the priority of practice."""
    return [entry for entry in droppable(entries, day) if priority_of(entry.block) < PRACTICE]


def droppable(entries: Sequence[Entry], day: Day) -> list[Entry]:
    """Blocks that may go, the lowest priority first, of equal priority the later one first.

    Never a core skill, never what opens or closes, never the day's last block.
    """
    close = day.entries[-1].block.id
    free = [
        entry for entry in entries if not entry.block.core_skill and not entry.block.frames and entry.block.id != close
    ]
    return sorted(free, key=lambda entry: (priority_of(entry.block), -entry.start.minutes))
