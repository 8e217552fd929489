"""Slides that teach: titles, text budget, variety (checks D1, D2, D4, D5, D14)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deckgen.base.diagnostics import Diagnostic
from deckgen.base.runs import plain
from deckgen.checks.size import count_text, say_range, say_size
from deckgen.model.course import Course, Module
from deckgen.model.slides import ContentSlide, Slide, TextSlide
from deckgen.text.content import Block, Notice, Quotation, parse_text
from deckgen.text.prose import Listing, Paragraph

TITLE = (8, 26)  # 字 of an assertion
POINT = 20  # 字 a line item
TEXT_LIMIT = 120  # 字 of points on a slide
_NO_ASSERTION = re.compile(r"(介绍|概述|简介|说明|介紹|簡介|說明|[?？])$")


def check_slides(course: Course) -> Iterator[Diagnostic]:
    """Titles and budgets."""
    yield from _check_titles(course)
    for block in course.blocks:
        for slide in block.slides:
            if isinstance(slide, ContentSlide):
                yield from _check_budget(slide, course.language)


def check_modules(course: Course) -> Iterator[Diagnostic]:
    """What each module must show."""
    for module in course.modules:
        yield from _check_module(module, [slide for block in module.blocks for slide in block.slides])


def _check_titles(course: Course) -> Iterator[Diagnostic]:
    seen: dict[str, Slide] = {}
    for block in course.blocks:
        for slide in block.slides:
            if slide.title in seen:
                first = seen[slide.title].span
                yield Diagnostic(
                    "DG415", f"title {slide.title} is used twice, first at {first}", slide.at("title"),
                    "titles are unique in a deck",
                )  # fmt: skip
            seen.setdefault(slide.title, slide)
            if slide.asserts:
                yield from _check_assertion(slide, course.language)


def _check_assertion(slide: Slide, language: str) -> Iterator[Diagnostic]:
    length = count_text(slide.title, language)
    if _NO_ASSERTION.search(slide.title):
        yield Diagnostic(
            "DG404", f"title {slide.title} states nothing", slide.at("title"), "write the sentence to remember"
        )
    elif not TITLE[0] <= length <= TITLE[1]:
        yield Diagnostic(
            "DG404",
            f"title has {say_size(length, language)}, an assertion has {say_range(*TITLE, language)}",
            slide.at("title"),
            "write one full statement that fits one or two lines",
        )


def _check_budget(slide: ContentSlide, language: str) -> Iterator[Diagnostic]:
    if isinstance(slide, TextSlide) and slide.text:
        read = sum(count_text(text, language) for text in _read_texts(parse_text(slide.text)))
        if read > TEXT_LIMIT:
            yield Diagnostic(
                "DG405",
                f"slide {slide.title}: a text of {say_size(read, language)}",
                slide.at("text"),
                f"at most {say_size(TEXT_LIMIT, language)} beside code and tables; say the rest",
            )
    total = sum(count_text(point, language) for point in slide.points)
    long = [point for point in slide.points if count_text(point, language) > 2 * POINT]
    first = len(slide.points) - sum(depth > 0 for depth in slide.depths("points"))
    if total > TEXT_LIMIT or first > 6 or long:
        what = (
            f"{first} points with {say_size(total, language)}"
            if not long
            else f"a point of {say_size(count_text(long[0], language), language)}"
        )
        yield Diagnostic(
            "DG405",
            f"slide {slide.title}: {what}",
            slide.at("points"),
            f"at most 6 points, about {say_size(POINT, language)} each and {say_size(TEXT_LIMIT, language)} in all; "
            "say the rest",
        )


def _read_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of blocks that an audience reads word by word."""
    for block in blocks:
        match block:
            case Paragraph():
                yield plain(block.runs)
            case Listing():
                yield from map(plain, block.items)
            case Quotation() | Notice():
                yield from _read_texts(block.parts)
            case _:
                continue


def _check_module(module: Module, slides: Sequence[Slide]) -> Iterator[Diagnostic]:
    if module.status == "draft" or all(block.frames for block in module.blocks):
        return  # a draft is told what it lacks block by block
    missing = []
    if not any(isinstance(slide, ContentSlide) and slide.has_visual for slide in slides):
        missing.append("model (diagram or table)")
    if not any(slide.bucket == "activity" for slide in slides):
        missing.append("activity slide")
    if not any(slide.bucket == "debrief" or slide.split.debrief for slide in slides):
        missing.append("debrief slide")
    if not module.summary:
        missing.append("summary")
    if missing:
        yield Diagnostic(
            "DG421", f"module {module.id} {module.title} has no {', no '.join(missing)}", module.span,
            "a module opens, explains, practises, debriefs and sums up",
        )  # fmt: skip
