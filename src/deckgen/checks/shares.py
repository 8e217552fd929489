"""Shares of talk and debrief, runs of talk, elastic minutes (checks D13 and those on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.limits import limit
from deckgen.model.course import Course
from deckgen.plan import Agenda, Day

TALK = (0.35, 0.25)  # at most, at 6 and 12 hours
DEBRIEF = (0.18, 0.22)  # at least
BLOCK_TALK = 10  # minutes of talk in one block
RUN_SOFT, RUN_HARD = 10, 20  # minutes of talk without a participant's action
ELASTIC_DAY, ELASTIC_HALF = 0.10, 15


def check_shares(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Whether participants do enough and the plan can breathe."""
    split, delivery = agenda.split, agenda.delivery
    most, least = limit(*TALK, split.total), limit(*DEBRIEF, split.total)
    if split.talk > most * split.total:
        yield Diagnostic(
            "DG407",
            f"{delivery.id}: talk takes {split.talk / split.total:.0%} of the time, at most {most:.0%} is meant",
            delivery.span,
            "turn explanation into job aids or pre-work",
        )
    if split.debrief < least * split.total:
        yield Diagnostic(
            "DG408",
            f"{delivery.id}: debrief takes {split.debrief / split.total:.0%}, at least {least:.0%} is meant",
            delivery.span,
            "scale activities down and talk about them more",
        )
    for entry in agenda:
        if entry.split.talk > BLOCK_TALK:
            yield Diagnostic(
                "DG409",
                f"block {entry.block.id} has {entry.split.talk} minutes of talk, at most {BLOCK_TALK} hold attention",
                entry.block.at("minutes"),
                "let people do part of it, or move it to pre-work",
            )
    yield from _check_runs(agenda)
    for day in agenda.days:
        yield from _check_elastic(day, agenda)


def _check_runs(agenda: Agenda) -> Iterator[Diagnostic]:
    """Talk minutes in a row; a question, an activity or a pause ends the run."""
    for day in agenda.days:
        for sitting in day.sittings:
            run, reported = 0, False
            for entry in sitting.entries:
                for slide, split in zip(entry.block.slides, entry.slides, strict=True):
                    if slide.ask or split.activity or split.debrief:
                        run, reported = 0, False
                        continue
                    run += split.talk
                    if run > RUN_SOFT and not reported:
                        reported = True
                        word = "hold nobody" if run > RUN_HARD else "are long"
                        yield Diagnostic(
                            "DG409",
                            f"{run} minutes of talk in a row {word}: up to slide {slide.title}",
                            slide.span,
                            "put a question (`ask:`) or an activity in between",
                        )


def _check_elastic(day: Day, agenda: Agenda) -> Iterator[Diagnostic]:
    if agenda.delivery.breaks == "inclusive":
        return  # already spent on the breaks
    elastic = sum(entry.block.elastic for entry in day.entries)
    if elastic < ELASTIC_DAY * day.minutes:
        yield Diagnostic(
            "DG410",
            f"{agenda.delivery.id}, day {day.number}: {elastic} elastic minutes, "
            f"{ELASTIC_DAY:.0%} of {day.minutes} are meant",
            agenda.delivery.span,
            "give blocks that are no skill practice `elastic:` minutes",
        )
    for number, half in enumerate(day.halves, start=1):
        minutes = sum(sitting.minutes for sitting in half)
        spare = sum(entry.block.elastic for sitting in half for entry in sitting.entries)
        wanted = min(ELASTIC_HALF, minutes // 12)
        if spare < wanted:
            yield Diagnostic(
                "DG410",
                f"{agenda.delivery.id}, day {day.number}, half {number}: {spare} elastic minutes, {wanted} are meant",
                agenda.delivery.span,
                "give blocks of that half-day `elastic:` minutes",
            )
    for entry in day.entries:
        if entry.block.core_skill and entry.block.elastic:
            yield Diagnostic(
                "DG410",
                f"block {entry.block.id} practises a core skill and has elastic minutes",
                entry.block.at("elastic"),
                "core practice gives nothing away: `elastic: 0`",
            )
