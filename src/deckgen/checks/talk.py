"""Share of talk in a delivery, and talk in one block (checks on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.limits import limit
from deckgen.model.course import Course
from deckgen.plan import Agenda

TALK = (0.35, 0.25)  # at most, at 6 and 12 hours
BLOCK_TALK = 10  # minutes of talk in one block


def check_talk(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Whether participants do more than they hear."""
    split, delivery = agenda.split, agenda.delivery
    most = limit(*TALK, split.total)
    if split.talk > most * split.total:
        yield Diagnostic(
            "DG407",
            f"{delivery.id}: talk takes {split.talk / split.total:.0%} of the time, at most {most:.0%} is meant",
            delivery.span,
            "turn explanation into job aids or pre-work",
        )
    for entry in agenda:
        if entry.split.talk > BLOCK_TALK:
            yield Diagnostic(
                "DG409",
                f"block {entry.block.id} has {entry.split.talk} minutes of talk, at most {BLOCK_TALK} hold attention",
                entry.block.at("minutes"),
                "let people do part of it, or move it to pre-work",
            )
