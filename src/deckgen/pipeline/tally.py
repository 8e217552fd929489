"""What was looked at: how many rules judged how many parts of a course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.checks import rules_run
from deckgen.model.audience import texts_of
from deckgen.pipeline.build import Made


@dataclass(frozen=True, slots=True)
class Tally:
    """The names of the rules that ran, and how many parts of each kind they judged, over all deliveries."""

    rules: tuple[str, ...]
    parts: dict[str, int]

    @property
    def total(self) -> int:
        """How many parts there were."""
        return sum(self.parts.values())


def tally_of(deliveries: Iterable[Made]) -> Tally:
    """What was judged of these deliveries; a part counts once in each that has it."""
    rules: dict[str, None] = {}
    parts: Counter[str] = Counter()
    for item in deliveries:
        planned, trees = item.planned, item.trees
        course = planned.course
        names = rules_run(sound=planned.sound, placed=trees is not None, papers=bool(trees and trees.papers))
        rules.update(dict.fromkeys(names))
        used = [key for block in course.blocks for key in block.sheets]
        used += [*course.prework, *course.overnight, *course.postwork, *course.job_aids]
        parts["block"] += len(course.blocks)
        parts["slide"] += len(trees.deck.slides) if trees else sum(len(block.slides) for block in course.blocks)
        parts["sheet"] += len(dict.fromkeys(used))
        parts["question"] += len(course.questions)
        parts["term"] += len(course.glossary)
        parts["person"] += len(course.people)
        parts["point"] += len(course.coverage)
        parts["text"] += sum(1 for _ in texts_of(course))
    return Tally(tuple(rules), {what: count for what, count in parts.items() if count})
