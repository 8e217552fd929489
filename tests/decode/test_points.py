"""Points that stand under others: one list that knows how deep each stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.runs import plain
from deckgen.model.slides import ContentSlide
from deckgen.tree import ListBlock
from typed_course import compose, read_course, write_course


def slide_with(points: str) -> tuple[ContentSlide | None, list[tuple[str, str]]]:
    """The first slide of a course with these points, and the diagnostics."""
    report = Report()
    source = write_course({}).replace(next(_written_points()), f"points: {points}")
    course = read_course(source, report)
    slide = next(course.blocks.__iter__()).slides[0] if course else None
    assert slide is None or isinstance(slide, ContentSlide)
    return slide, [(item.code, item.message) for item in report]


def _written_points() -> Iterator[str]:
    return (line.strip() for line in write_course({}).splitlines() if line.strip().startswith("points:"))


@pytest.mark.parametrize(
    ("written", "texts", "depths"),
    [
        ("[甲, 乙]", "甲乙", ()),
        ("[甲, {乙: [丙, 丁]}, 戊]", "甲乙丙丁戊", (0, 0, 1, 1, 0)),
        ("[甲, {乙: 丙}]", "甲乙丙", (0, 0, 1)),
        ("[{甲: {乙: [丙]}}]", "甲乙丙", (0, 1, 2)),
        ("[甲, [乙, [丙]]]", "甲乙丙", (0, 1, 2)),
        ("{甲: [乙], 丙: [丁]}", "甲乙丙丁", (0, 1, 0, 1)),
        ("[甲, {30-min: 乙}]", "甲乙", ()),
    ],
)
def test_nested_points(written: str, texts: str, depths: tuple[int, ...]) -> None:
    slide, found = slide_with(written)
    assert not found
    assert slide is not None
    assert slide.points == tuple(texts)
    assert slide.depths("points") == depths


def test_each_point_keeps_its_place_and_is_read_like_any_text() -> None:
    assert slide_with("[甲, {乙 <br>: [丙 ==丁==]}]")[1] == [
        ("DG121", "HTML is not read: “<br>”"), ("DG121", "text cannot be highlighted: “==”"),
    ]  # fmt: skip
    slide, _ = slide_with("[甲, {乙: [丙]}]")
    assert slide is not None
    columns = [place.column for n in range(3) if (place := slide.at_item("points", n))]
    assert columns == sorted(set(columns))


def test_a_fourth_level_is_refused() -> None:
    assert [code for code, _ in slide_with("[{甲: [{乙: [{丙: [丁]}]}]}]")[1]] == ["DG121"]


def test_points_stand_under_others_on_the_slide() -> None:
    deck, _, _ = compose({"point": "{甲: [乙]}"})
    slide = next(slide for slide in deck.slides if slide.id == "B1.s1")
    (block,) = (part for slot in slide.slots for part in slot.content if isinstance(part, ListBlock))
    assert [(plain(item), block.level(n)) for n, item in enumerate(block.items)] == [
        ("甲", 0),
        ("乙", 1),
        ("谁负责", 0),
    ]


def test_lists_without_levels_say_where_levels_are() -> None:
    report = Report()
    read_course(write_course({"key_point": "{甲: [乙]}"}), report)
    (found,) = report
    assert found.code == "DG103"
    assert "only points of slides and lists in long texts have levels" in found.hint
