"""Good courses with small edits, and what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.units import Split
from deckgen.decode.course import decode_course
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.source.reader import read_source
from deckgen.tree import Properties

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base"
PROPERTIES = Properties("A course", "", "en", "1.0", "2026-01-15")


def edited_course(*edits: tuple[str, str], base: str = "course.yaml", delivery: str = "60-min") -> Course:
    """A base course with edits, each of which stands exactly once in it."""
    text = (BASE / base).read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text.encode())
    report = Report.of(found)
    course = decode_course(raw, delivery, {}, report)
    assert course is not None, list(report)
    return course


def planned(course: Course, delivery: str = "60-min") -> Agenda:
    report = Report()
    agenda = plan_delivery(course, next(item for item in course.deliveries if item.id == delivery), report)
    assert agenda is not None, list(report)
    return agenda


def edited_day(*edits: tuple[str, str]) -> tuple[Course, Agenda]:
    course = edited_course(*edits, base="day.yaml", delivery="3-hours")
    return course, planned(course, "3-hours")


def resplit(agenda: Agenda, *splits: Split) -> Agenda:
    """The agenda whose blocks have these splits, their slides in proportion left as they are."""
    entries = iter([replace(entry, split=split) for entry, split in zip(agenda.entries, splits, strict=True)])
    days = tuple(
        replace(day, sittings=tuple(
            replace(sitting, entries=tuple(next(entries) for _ in sitting.entries)) for sitting in day.sittings
        ))
        for day in agenda.days
    )  # fmt: skip
    return replace(agenda, days=days)


def codes_of(found: Iterator[Diagnostic]) -> list[str]:
    return [item.code for item in found]
