"""Words that fit their minutes: nobody speaks faster than 260 characters of Chinese or 150 words a minute."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.base.units import Split
from deckgen.checks.size import count_text, say_size
from deckgen.model.course import Course
from deckgen.model.slides import DebriefSlide, Slide
from deckgen.plan import Agenda
from deckgen.plan.frames import frame_times

LEAST = 0.5  # minutes that there are to start an activity, whatever its steps say
RATE, RATE_WORDS = 260, 300  # a minute, as `count_text` counts: two for each word of English


def rate_of(language: str) -> int:
    """How much can be said in a minute, as `count_text` counts it."""
    return RATE if language.lower().startswith(("zh", "ja")) else RATE_WORDS


def check_speech(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Words that do not fit the minutes of their slide: those of its talk, or all it has where nobody lectures."""
    rate = rate_of(course.language)
    for entry in agenda:
        for slide, split in zip(entry.block.slides, entry.slides, strict=True):
            minutes = _minutes_of(course, slide, split)
            said = count_text(slide.say, course.language)
            if minutes and said > rate * minutes:
                yield _too_fast(course, f"say of slide {slide.title}", said, minutes, slide.at("say"))
    times = frame_times(course, agenda)
    for module in course.modules:
        for key, field in ((module.id, "hook"), (f"{module.id}.recap", "recap_say")):
            time, said = times.get(key), count_text(getattr(module, field), course.language)
            if time is not None and time.minutes and said > rate * time.minutes:
                yield _too_fast(course, f"{field} of module {module.id}", said, time.minutes, module.at(field))


def _minutes_of(course: Course, slide: Slide, split: Split) -> float:
    """Minutes in which a slide is spoken to. Where a sheet is worked on that is its talk and the step that sets it up,
    and half a minute at least: words that start an activity are not said while others work.
    """
    sheet = course.sheet(getattr(slide, "sheet", None) or "")
    if sheet is None or not sheet.has_steps or isinstance(slide, DebriefSlide):
        return split.talk or split.total
    setup = sum(step.minutes for step in sheet.steps if step.phase == "setup")
    return max(LEAST, split.talk + setup)


def _too_fast(course: Course, what: str, said: int, minutes: float, place: object) -> Diagnostic:
    language = course.language
    most = say_size(round(rate_of(language) * minutes), language)
    message = f"{what}: {say_size(said, language)} in {minutes:g} min, at most {most} can be spoken"
    return Diagnostic("DG427", message, place, "say less, or give it more minutes")  # type: ignore[arg-type]
