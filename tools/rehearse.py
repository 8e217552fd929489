"""A delivery rehearsed on paper: every slide with its clock, its words against its minutes, and the steps of its sheet.

    python tools/rehearse.py COURSE DELIVERY

Prints one line a slide: clock, minutes of talk, activity and debrief, characters to say and how many a minute, and
below it what is said, asked and done, step by step. The last line says when the day ends and what was never spent.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.checks.size import count_text
from deckgen.model.course import Course
from deckgen.pipeline.build import Request, plan_request
from deckgen.plan import Agenda
from deckgen.plan.agenda import Entry
from deckgen.plan.frames import frame_times


def rehearse(course: Course, agenda: Agenda) -> Iterator[str]:
    """The lines of the rehearsal, day by day."""
    frames = frame_times(course, agenda)
    for day in agenda.days:
        yield f"=== day {day.number}"
        for sitting in day.sittings:
            for entry in sitting.entries:
                yield from _rehearse_block(course, entry, frames)
            if sitting.pause:
                yield f"--- {sitting.pause.start}-{sitting.pause.end} {sitting.pause.kind}"
        unspent = sum(entry.elastic for entry in day.entries)
        yield f"=== day {day.number} ends at {day.entries[-1].end}; {unspent} elastic minutes are unspent"


def _rehearse_block(course: Course, entry: Entry, frames: object) -> Iterator[str]:
    block = entry.block
    yield f"## {block.id} {block.title} {entry.start}-{entry.end} ({entry.split}, elastic {entry.elastic})"
    if entry.opening:
        module = next(module for module in course.modules if module.id == entry.module)
        yield f"   {entry.start} opening, {entry.opening} min: {_rate(course, module.hook, entry.opening)}"
        yield f"      hook: {module.hook}"
    for slide, split, start in zip(block.slides, entry.slides, entry.slide_starts(), strict=True):
        talk = split.talk or split.total
        yield f"   {start}-{start.later(split.total)} [{split}] {slide.title} | {_rate(course, slide.say, talk)}"
        yield f"      say: {slide.say}"
        for ask in slide.ask:
            yield f"      ask: {ask.q}"
        yield from (f"      do: {text}" for text in slide.do)
        if slide.transition:
            yield f"      -> {slide.transition}"
        sheet = course.sheet(getattr(slide, "sheet", None) or "")
        if sheet is not None:
            yield f"      sheet {sheet.label} {sheet.title}: {sheet.grouping}"
            for step in sheet.steps:
                yield f"        {step.minutes} {step.phase}: {step.do}"
    if entry.recap:
        module = next(module for module in course.modules if module.id == entry.module)
        end = entry.end
        yield f"   -{end} recap, {entry.recap} min: {_rate(course, module.recap_say, entry.recap)}"
        yield f"      recap: {module.recap_say}"


def _rate(course: Course, said: str, minutes: int) -> str:
    size = count_text(said, course.language)
    return f"{size} in {minutes} min = {size / minutes:.0f} a minute" if minutes and size else f"{size} words"


def main() -> None:
    """Rehearse the course and delivery that the command line names."""
    course_name, delivery = sys.argv[1:3]
    folder = Path(course_name)
    made = plan_request(Request(courses=(folder.name,), curriculum=folder.parent, delivery=delivery), Report())
    for item in made:
        print("\n".join(rehearse(item.planned.course, item.planned.agenda)))


if __name__ == "__main__":
    main()
