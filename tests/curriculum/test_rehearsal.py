"""The flagship rehearsed on paper: every slide with its clock, its words, its questions and the steps of its sheet."""

from __future__ import annotations

import pytest

from deckgen.base.units import Split
from deckgen.checks.size import count_text
from deckgen.model.course import Course
from deckgen.model.slides import Slide
from deckgen.pipeline.planning import Planned
from deckgen.plan.frames import frame_times

PACE = 240  # characters a minute of somebody who is not in a hurry
ANSWERS = 0.5  # minutes of a question to the room: five seconds of silence, and who answers
SLACK = 0.25


def needed(course: Course, slide: Slide) -> float:
    """Minutes that a trainer needs for what is said and asked on a slide."""
    return count_text(slide.say, course.language) / PACE + ANSWERS * len(slide.ask)


def given(course: Course, slide: Slide, split: Split) -> float:
    """Minutes that there are for it: those of talk, of debriefs and of the step that sets a sheet up."""
    sheet = course.sheet(getattr(slide, "sheet", None) or "")
    if sheet is None or not sheet.has_steps:
        return split.talk or split.total
    setup = sum(step.minutes for step in sheet.steps if step.phase == "setup")
    return max(0.5, split.talk + setup) + (split.debrief if slide.ask else 0)


@pytest.mark.parametrize(("delivery", "unspent"), [("1-day", [36]), ("2-day", [36, 36])])
def test_every_day_runs_by_the_clock_and_ends_with_its_elastic_minutes_unspent(
    delivery: str, unspent: list[int], planned: dict[str, Planned]
) -> None:
    course, agenda = planned[delivery].course, planned[delivery].agenda
    frames = frame_times(course, agenda)
    for day in agenda.days:
        clock = day.entries[0].start
        assert str(clock) == "09:00"
        for sitting in day.sittings:
            assert sitting.start == clock
            for entry in sitting.entries:
                assert entry.start == clock
                shown = clock.later(entry.opening)
                for split, start in zip(entry.slides, entry.slide_starts(), strict=True):
                    assert start == shown
                    shown = start.later(split.total)
                assert shown.later(entry.recap) == entry.end
                for key, steps in entry.steps.items():
                    sheet = course.sheet(key)
                    assert sheet is not None and sum(steps) == sheet.minutes
                clock = entry.end
            clock = sitting.pause.end if sitting.pause else clock
        assert str(clock) == "16:30"
    assert all(time.start for time in frames.values())
    assert [sum(entry.elastic for entry in day.entries) for day in agenda.days] == unspent


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_nobody_has_to_hurry(delivery: str, planned: dict[str, Planned]) -> None:
    course, agenda = planned[delivery].course, planned[delivery].agenda
    late = [
        f"{start} {entry.block.id} {slide.title}: {needed(course, slide):.1f} min of {given(course, slide, split):g}"
        for entry in agenda
        for slide, split, start in zip(entry.block.slides, entry.slides, entry.slide_starts(), strict=True)
        if needed(course, slide) > given(course, slide, split) + SLACK
    ]
    assert not late
    spoken = [(module.hook, module.id) for module in course.modules]
    spoken += [(module.recap_say, f"{module.id}.recap") for module in course.modules if module.summary]
    times = frame_times(course, agenda)
    for text, key in spoken:
        assert count_text(text, course.language) / PACE <= times[key].minutes + SLACK, key
