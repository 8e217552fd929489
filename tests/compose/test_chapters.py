"""Modules as chapters of books: their numbers, tabs and running heads."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from deckgen.base.units import Clock
from deckgen.compose.chapters import name_chapter, number_chapters, running_head, tab_of, time_chapter
from deckgen.text.phrases import phrases


def module(key: str, *frames: bool) -> Any:
    blocks = tuple(SimpleNamespace(frames=frame) for frame in frames)
    return SimpleNamespace(id=key, title=f"题 {key}", label=f"短 {key}", blocks=blocks)


def kit(*modules: Any, entries: dict[str, list[tuple[int, int, int]]] | None = None, days: int = 1) -> Any:
    def of_module(key: str) -> list[Any]:
        times = (entries or {}).get(key, [])
        return [SimpleNamespace(day=day, start=Clock(start), end=Clock(end)) for day, start, end in times]

    course = SimpleNamespace(modules=modules, title="课程")
    agenda = SimpleNamespace(of_module=of_module, days=[None] * days)
    return SimpleNamespace(course=course, agenda=agenda, phrase=phrases("zh-CN"), plain=lambda text: text)


OPENING, FIRST, SECOND, CLOSING = (
    module("M0", True, False),
    module("M1", False),
    module("M2", True, False),
    module("M6", True, True),
)


def test_what_only_opens_or_closes_a_course_has_no_number() -> None:
    assert number_chapters(kit(OPENING, FIRST, SECOND, CLOSING).course) == {"M1": 1, "M2": 2}
    assert number_chapters(kit(module("M1", True)).course) == {"M1": 1}


def test_a_chapter_is_called_by_number_and_title() -> None:
    desk = kit(OPENING, FIRST, SECOND, CLOSING)
    assert name_chapter(desk, SECOND) == "第 2 讲　题 M2"
    assert name_chapter(desk, OPENING) == "题 M0"
    assert running_head(desk, "workbook", "题 M0") == "课程 · 学员手册\t题 M0"


def test_tabs_count_all_modules() -> None:
    desk = kit(OPENING, FIRST, SECOND, CLOSING)
    assert [
        (tab.number, tab.name, tab.at, tab.count) for tab in (tab_of(desk, each) for each in desk.course.modules)
    ] == [
        ("", "短 M0", 0, 4),
        ("1", "短 M1", 1, 4),
        ("2", "短 M2", 2, 4),
        ("", "短 M6", 3, 4),
    ]


def test_those_who_teach_a_chapter_read_when() -> None:
    times = {"M1": [(1, 540, 570), (1, 570, 600)]}
    assert time_chapter(kit(FIRST, entries=times), FIRST) == "09:00–10:00　第 1 讲　题 M1"
    times = {"M1": [(1, 900, 990), (2, 540, 600)]}
    found = time_chapter(kit(FIRST, entries=times, days=2), FIRST)
    assert found == "第 1 天 15:00–16:30；第 2 天 09:00–10:00　第 1 讲　题 M1"
    assert time_chapter(kit(FIRST), FIRST) == "第 1 讲　题 M1"
