"""Talk minutes in a row (check D13)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda

RUN_SOFT, RUN_HARD = 10, 20  # minutes of talk without a participant's action


def check_talk_runs(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Talk minutes in a row; a question, an activity or a pause ends the run."""
    for day in agenda.days:
        for sitting in day.sittings:
            run, reported = 0, False
            for entry in sitting.entries:
                run += entry.opening
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
                if entry.recap:
                    run, reported = 0, False  # participants say what they keep
