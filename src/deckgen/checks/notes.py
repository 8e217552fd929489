"""Facilitator notes that every slide must carry (check D16, F4-F7)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.size import count_text, say_range, say_size
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.model.slides import Slide

REQUIRED = ("purpose", "key_points", "say", "transition")
SAY = (60, 400)  # 字 on a concept slide
LEAST_A_MINUTE = 40  # 字 a planned minute of talk; what is too much for it is `speech`'s
TRANSITION = 60
GLANCE = 24
EXPLAIN = 200  # 字 of a reading


def check_notes(course: Course) -> Iterator[Diagnostic]:
    """Missing notes are errors, notes of odd length warnings; the last slide needs no transition."""
    last = course.blocks[-1].slides[-1]
    for block in course.blocks:
        for slide in block.slides:
            if block.status != "draft":
                yield from _check_present(block, slide, slide is last)
                yield from _check_lengths(slide, course.language)


def _check_present(block: Block, slide: Slide, is_last: bool) -> Iterator[Diagnostic]:
    needed = [name for name in REQUIRED if not (is_last and name == "transition")]
    missing = [name for name in needed if not getattr(slide, name)]
    if missing:
        yield Diagnostic(
            "DG401",
            f"slide {slide.title} of block {block.id} has no {', no '.join(missing)}",
            slide.span,
            "every slide needs purpose, key_points, say and transition",
        )


def _check_lengths(slide: Slide, language: str) -> Iterator[Diagnostic]:
    said = count_text(slide.say, language)
    talk = slide.split.talk
    if slide.speaks and slide.say:
        low, high = SAY
        usual = f"{say_range(low, high, language)} are usual"
        if talk:
            low, high = max(low, LEAST_A_MINUTE * talk), said  # what is too much for them is said elsewhere
            usual = f"at least {say_size(low, language)} are usual"
        if not low <= said <= high:
            yield Diagnostic(
                "DG406",
                f"say has {say_size(said, language)} for {talk} minutes of talk, {usual}",
                slide.at("say"),
                "write core lines, not a transcript, and one example from their own work",
            )
    for name, most in (("transition", TRANSITION), ("glance", GLANCE)):
        if count_text(getattr(slide, name), language) > most:
            message = f"{name} is longer than {say_size(most, language)}"
            yield Diagnostic("DG406", message, slide.at(name), "one short sentence is enough")
    if (read := count_text(slide.explain, language)) > EXPLAIN:
        message = f"explain has {say_size(read, language)}, at most {say_size(EXPLAIN, language)} are meant"
        yield Diagnostic("DG406", message, slide.at("explain"), "leave out what the visual beside it shows")
    if slide.key_points and not 2 <= len(slide.key_points) <= 5:
        message = f"{len(slide.key_points)} key points, two to five are usual"
        yield Diagnostic("DG406", message, slide.at("key_points"), "name what people must not leave without")
