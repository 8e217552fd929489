"""What drafts still need to be finished: one hint a block, which lists the keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.base import Strict
from deckgen.model.blocks import Block
from deckgen.model.course import Course, Module
from deckgen.model.slides import DebriefSlide, Slide

DEBRIEF = "questions (with their phases)"


def check_drafts(course: Course) -> Iterator[Diagnostic]:
    """The keys that blocks of drafts lack, with those of their module and course at the first of them."""
    last = course.blocks[-1].slides[-1]
    around: list[tuple[str, Strict]] = [("the course", course)] if course.is_draft else []
    for module in course.modules:
        around += [("the module", module)] if module.status == "draft" else []
        for block in module.blocks:
            if block.status == "draft":
                needs = [*_needs_of(course, block, last), *(_told(name, _lacking(part)) for name, part in around)]
                around = []
                if told := "; ".join(filter(None, needs)):
                    message = f"block {block.id} {block.title} is a draft; finished it needs {told}"
                    hint = "write these keys, then take `status: draft` out"
                    yield Diagnostic("DG423", message, block.at("title"), hint)


def _needs_of(course: Course, block: Block, last: Slide) -> Iterator[str]:
    slides = Counter(key for slide in block.slides for key in _lacking_of_slide(slide, is_last=slide is last))
    yield _told("slides", (f"{key} ({count})" if count > 1 else key for key, count in slides.items()))
    for name in block.sheets:
        sheet = course.sheet(name)
        if sheet is not None:
            inner = [*sheet.steps, *([sheet.guide] if sheet.guide is not None else ())]
            keys = [*_lacking(sheet), *(key for record in inner for key in _lacking(record))]
            yield _told(f"sheet {sheet.id}", dict.fromkeys(keys))


def _lacking_of_slide(slide: Slide, *, is_last: bool) -> Iterator[str]:
    yield from (key for key in _lacking(slide) if not (is_last and key == "transition"))
    for ask in slide.ask:
        yield from _lacking(ask)
    if isinstance(slide, DebriefSlide) and slide.questions.unphased:
        yield DEBRIEF


def _lacking(record: Strict) -> Iterator[str]:
    """The keys of a record that only a finished course must have, and that are empty, in the order of the format."""
    wanted = type(record).finished | ({"summary"} if isinstance(record, Module) else set())
    yield from (key for key in type(record).model_fields if key in wanted and not getattr(record, key))


def _told(what: str, keys: Iterable[str]) -> str:
    listed = ", ".join(keys)
    return f"{listed} ({what})" if listed else ""
