"""Breaks that count as contact time are given back from elastic minutes, half-day by half-day, top-down."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.diagnostics import Report
from deckgen.model.course import Course, Delivery
from deckgen.plan.clock import Portion
from deckgen.plan.floors import floor_of, least_of
from deckgen.plan.forms import spend
from deckgen.plan.outline import Outline


def trim_day(outline: Outline, delivery: Delivery, course: Course, report: Report) -> Outline | None:
    """The day without the minutes of its breaks; None when a half-day has too few elastic minutes."""
    sittings: list[tuple[Portion, ...]] = []
    for half in outline.halves:
        owed = delivery.break_minutes * max(0, len(half) - 1)
        trimmed, owed = _trim_half(half, owed, course)
        if owed:
            report.add(
                "DG306",
                f"{delivery.id}: breaks count as contact time, {owed} elastic minutes are missing in a half-day",
                delivery.at("breaks"),
                "give more blocks of that half-day elastic minutes, or set `breaks: exclusive`",
            )
            return None
        sittings += trimmed
    return Outline(outline.number, tuple(sittings), outline.lunch_after)


def _trim_half(half: Sequence[Sequence[Portion]], owed: int, course: Course) -> tuple[list[tuple[Portion, ...]], int]:
    """The sittings after their elastic minutes have been spent, and what is still owed."""
    sittings = []
    for sitting in half:
        trimmed = []
        for portion in sitting:
            spare = portion.split.total - least_of(portion.block).total
            spent = max(0, min(owed, portion.block.elastic, spare))
            owed -= spent
            split = spend(portion.split, spent, floor_of(portion.block, course))
            trimmed.append(Portion(portion.block, portion.module, split))
        sittings.append(tuple(trimmed))
    return sittings, owed
