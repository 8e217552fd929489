"""Modules as the chapters of books: what they are called, and the tabs by which they are found."""

from __future__ import annotations

from deckgen.compose.kit import Kit
from deckgen.model.course import Course, Module
from deckgen.plan import Entry
from deckgen.tree import ThumbTab


def number_chapters(course: Course) -> dict[str, int]:
    """The number of every module that is a chapter, counted from 1.

    One that only opens or closes the course, with nothing but frames or numbered 0 by its id, has none.
    """
    numbered = [module for module in course.modules if not _is_frame(module)]
    return {module.id: number for number, module in enumerate(numbered or course.modules, start=1)}


def _is_frame(module: Module) -> bool:
    return module.id.lstrip("Mm") == "0" or all(block.frames for block in module.blocks)


def name_chapter(kit: Kit, module: Module) -> str:
    """A chapter by its number and title, as running heads have it."""
    number = number_chapters(kit.course).get(module.id)
    title = kit.plain(module.title)
    return f"{kit.phrase('chapter', n=number)}{kit.phrase('gap')}{title}" if number else title


def time_chapter(kit: Kit, module: Module) -> str:
    """When a chapter is taught, by the clock, before its number and title: the running head of those who teach it."""
    days: dict[int, list[Entry]] = {}
    for entry in kit.agenda.of_module(module.id):
        days.setdefault(entry.day, []).append(entry)
    several = len(kit.agenda.days) > 1
    times = [
        kit.phrase("stretch_of_day", day=day, start=entries[0].start, end=entries[-1].end)
        if several
        else f"{entries[0].start}–{entries[-1].end}"
        for day, entries in sorted(days.items())
    ]
    said = (kit.phrase("semicolon").join(times), name_chapter(kit, module))
    return kit.phrase("gap").join(part for part in said if part)


def tab_of(kit: Kit, module: Module) -> ThumbTab:
    """The tab of a chapter."""
    modules = [each.id for each in kit.course.modules]
    number = number_chapters(kit.course).get(module.id)
    return ThumbTab(str(number or ""), kit.plain(module.label), modules.index(module.id), len(modules))


def running_head(kit: Kit, kind: str, outside: str = "") -> str:
    """The running head of a book: course and book inside, the chapter or part outside."""
    return f"{kit.plain(kit.course.title)} · {kit.phrase(kind)}\t{outside}"
