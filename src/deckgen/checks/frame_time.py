"""Time that nobody budgeted: words to a divider, a recap or a slide that has no minutes."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.checks.size import count_text, say_size
from deckgen.checks.speech import rate_of
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.frames import frame_times

FREE = 2  # minutes of words to frames that a course which budgets none may have, all in all


def check_frame_time(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Words that no minutes are there for. A course that gives no frame minutes may have a few of them."""
    if course.is_draft:
        return
    for entry in agenda:
        for slide, split in zip(entry.block.slides, entry.slides, strict=True):
            if not split.total and not slide.hidden and (slide.say or slide.ask):
                message = f"slide {slide.title} has words to say and no minutes"
                yield Diagnostic("DG426", message, slide.at("say"), "give it minutes of its block")
    times = frame_times(course, agenda)
    spoken: list[tuple[str, str, Span | None, str]] = []
    for module in course.modules:
        frames = [("divider", module.id, module.hook, "hook", "opening")]
        if module.summary:
            frames.append(("recap", f"{module.id}.recap", module.recap_say, "recap_say", "recap"))
        for what, key, text, field, name in frames:
            time = times.get(key)
            if time is not None and not time.minutes and text:
                place = module.at(field)
                spoken.append((f"the {what} of module {module.id}", text, place, name))
    total = sum(count_text(text, course.language) for _, text, _, _ in spoken)
    if not any(block.frame_minutes for block in course.blocks) and total <= FREE * rate_of(course.language):
        return
    for what, text, place, name in spoken:
        size = say_size(count_text(text, course.language), course.language)
        side = "first" if name == "opening" else "last"
        message = f"{size} are said to {what}, which has no minutes"
        yield Diagnostic("DG426", message, place, f"write `{name}: 1` in the {side} block of the module")
