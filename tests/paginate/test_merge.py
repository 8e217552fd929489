"""Shapes of thumbnails joined: few enough to be laid out fast, in an order that covers what it covered before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.paginate.merge import merge_shapes
from deckgen.paginate.thumbnail import scale_slide
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.tree import Label, ListBlock, Path, Primitive, Shape, Slide, Slot, TextBox
from default_theme import THEME


def box(x: float, fill: str | None, y: float = 0.0, side: float = 10.0, **more: object) -> Shape:
    return Shape("rect", Frame(x, y, side, side), fill, **more)  # type: ignore[arg-type]


def outlines(shapes: Iterable[Primitive]) -> Iterator[tuple[str | None, int]]:
    for shape in shapes:
        yield (shape.fill, 1 + len(shape.more)) if isinstance(shape, Path) else (shape.fill, 1)  # type: ignore[union-attr]


def test_areas_of_one_colour_are_one_path() -> None:
    merged = merge_shapes([box(0, "accent"), box(20, "primary"), box(40, "accent"), box(60, "primary")])
    assert list(outlines(merged)) == [("accent", 2), ("primary", 2)]


def test_areas_that_overlap_stay_apart_since_a_path_would_leave_a_hole() -> None:
    assert list(outlines(merge_shapes([box(0, "accent"), box(5, "accent")]))) == [("accent", 1), ("accent", 1)]


def test_what_lies_on_another_area_stays_above_it() -> None:
    merged = merge_shapes([box(0, "accent"), box(40, "primary", side=30), box(50, "accent")])
    assert list(outlines(merged)) == [("accent", 1), ("primary", 1), ("accent", 1)]
    first, ground, above = merged
    assert isinstance(above, Shape) and above.frame.x == 50 and isinstance(ground, Shape) and isinstance(first, Shape)


def test_lines_of_two_points_are_thin_areas_and_their_dress_is_kept_where_they_are_alone() -> None:
    lines = [Path(((0.0, y), (30.0, y)), line="line", line_width=2.0) for y in (5.0, 15.0)]
    (merged,) = merge_shapes(lines)
    assert isinstance(merged, Path) and merged.fill == "line" and merged.line is None
    assert merged.points == ((0.0, 6.0), (30.0, 6.0), (30.0, 4.0), (0.0, 4.0)) and len(merged.more) == 1
    assert merge_shapes(lines[:1]) == (lines[0],)


def test_other_lines_words_and_forms_of_their_own_stay_what_they_are() -> None:
    dashed = Path(((0.0, 0.0), (30.0, 0.0)), dash=True)
    words = Shape("rect", Frame(0, 20, 30, 10), text=TextBox((Label(runs("x"), 10.0),)))
    turned = Shape("rect", Frame(0, 40, 30, 10), "accent", rotation=45.0)
    chevron = Shape("chevron", Frame(0, 80, 30, 10), "accent")
    assert merge_shapes([dashed, words, turned, chevron]) == (dashed, words, turned, chevron)


def test_a_filled_shape_with_words_is_its_area_below_its_words() -> None:
    labelled = box(0, "accent", text=TextBox((Label(runs("x"), 10.0),)))
    area, words = merge_shapes([labelled])
    assert isinstance(area, Shape) and area.fill == "accent" and area.text is None
    assert isinstance(words, Shape) and words.fill is None and words.text == labelled.text


def test_lines_too_small_to_read_are_bars_of_their_length_and_the_title_keeps_its_words() -> None:
    boxes = {"title": SlotBox(Frame(40, 30, 800, 60)), "body": SlotBox(Frame(40, 120, 800, 300))}
    geometry = DeckGeometry(960, 540, {"text": Layout("text", "Text", boxes)})
    body = Slot("body", (ListBlock((runs("二十个字" * 5), runs("四个汉字"))),), Frame(40, 120, 800, 300), 24.0)
    slide = Slide("s", "concept", "text", runs("标题"), (body,), title_size=30.0)
    shapes = scale_slide(slide, geometry, THEME, 96.0).shapes
    (title,) = (shape for shape in shapes if isinstance(shape, Shape) and shape.text is not None)
    assert title.part == "title"
    (bars,) = (shape for shape in shapes if isinstance(shape, Path) and shape.fill == "muted")
    wide = [max(x for x, _ in outline) - min(x for x, _ in outline) for outline in (bars.points, *bars.more)]
    assert len(wide) == 2 and wide[0] > 4 * wide[1] > 0
