"""A chart on a thumbnail tells what the chart of the slide tells."""

from typing import Any

import pytest

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.paginate.chart import draw_chart
from deckgen.tree import Chart, Path, Shape, TargetLine

FRAME = Frame(10, 20, 120, 60)


def shapes(kind: str, *values: tuple[float, ...], begins: float | None = None) -> list[Shape | Path]:
    categories = tuple(f"c{at}" for at in range(len(values[0])))
    series = tuple(f"s{at}" for at in range(len(values)))
    chart = Chart(kind, categories, series, values, "图", axis_from=begins)  # type: ignore[arg-type]
    return list(draw_chart(chart, FRAME))


def bars(*arguments: Any, **options: Any) -> list[Shape]:
    return [shape for shape in shapes(*arguments, **options) if isinstance(shape, Shape)]


def test_columns_stand_on_zero_and_are_as_high_as_their_values() -> None:
    found = bars("column", (20.0, 40.0), (10.0, 30.0))  # the axis ends at 50
    assert [bar.frame.h for bar in found] == [24, 48, 12, 36]
    assert {bar.frame.y + bar.frame.h for bar in found} == {80}
    assert [bar.fill for bar in found] == ["primary", "primary", "accent", "accent"]
    assert found[0].frame.x < found[2].frame.x < found[1].frame.x < found[3].frame.x


def test_what_is_highlighted_has_the_colour_and_all_else_is_neutral() -> None:
    one = Chart("column", ("c0", "c1"), ("s",), ((20.0, 40.0),), "图", highlight="c1")
    assert [shape.fill for shape in draw_chart(one, FRAME) if isinstance(shape, Shape)] == ["line", "primary"]
    two = Chart("column", ("c0",), ("s0", "s1"), ((20.0,), (40.0,)), "图", highlight="s0")
    assert [shape.fill for shape in draw_chart(two, FRAME) if isinstance(shape, Shape)] == ["primary", "line"]


def test_one_value_of_a_line_stands_out_by_its_size() -> None:
    chart = Chart("line", ("c0", "c1"), ("s",), ((20.0, 40.0),), "图", highlight="c1")
    line, *shapes = (
        shape for shape in draw_chart(chart, Frame(0, 0, 800, 400), 16) if not getattr(shape, "text", None)
    )
    assert isinstance(line, Path) and line.line == "primary"
    small, large = (shape.frame.w for shape in shapes if isinstance(shape, Shape))
    assert large == 2 * small


def test_a_target_lies_on_the_axis_which_reaches_as_far() -> None:
    aimed = Chart("column", ("c0", "c1"), ("s",), ((20.0, 40.0),), "图", target=TargetLine(80.0, "目标"))
    *_, line = draw_chart(aimed, FRAME)
    assert isinstance(line, Path) and line.dash and {y for _, y in line.points} == {32}  # the axis ends at 100
    assert [shape.frame.h for shape in draw_chart(aimed, FRAME) if isinstance(shape, Shape)] == [12, 24]


@pytest.mark.parametrize("kind", ["column", "bar", "line", "pie"])
def test_on_a_slide_it_says_its_numbers_names_and_target(kind: str) -> None:
    target = TargetLine(5.0, "目标") if kind in ("column", "line") else None
    chart = Chart(kind, ("早", "晚"), ("数",), ((2.0, 3.0),), "图", "件", target=target)  # type: ignore[arg-type]
    large = Frame(0, 0, 800, 400)
    told = [shape for shape in draw_chart(chart, large, 16) if isinstance(shape, Shape) and shape.text]
    words = {plain(label.runs) for shape in told if shape.text for label in shape.text.labels}
    assert words == {"2件", "3件", "早", "晚"} | ({"目标 5件", "数"} if target else set())
    assert all(shape.frame.x >= -1 and shape.frame.x + shape.frame.w <= 801 for shape in told)


def test_bars_lie_from_the_left_the_first_on_top() -> None:
    first, second = bars("bar", (20.0, 40.0))
    assert (first.frame.x, first.frame.w, second.frame.w) == (10, 48, 96)
    assert first.frame.y < second.frame.y


def test_negative_bars_hang_from_zero() -> None:
    up, down = bars("column", (3.0, -3.0))  # from -4 to 4
    assert up.frame.y + up.frame.h == down.frame.y == 50


def test_an_axis_that_begins_elsewhere_shortens_bars() -> None:
    assert [bar.frame.h for bar in bars("column", (82.0, 88.0), begins=80.0)] == [12, 48]


def test_lines_pass_through_their_values() -> None:
    (line,) = shapes("line", (0.0, 95.0))
    assert isinstance(line, Path) and line.points == ((40, 80), (100, 23))


def test_slices_are_as_wide_as_their_shares() -> None:
    half, quarter, rest = shapes("pie", (2.0, 1.0, 1.0))
    assert isinstance(half, Path) and isinstance(quarter, Path) and isinstance(rest, Path)
    assert half.points[0] == (70, 50) and half.points[1] == (70, 20) and half.points[-1] == (70, 80)
    assert quarter.points[-1] == (40, 50) and rest.points[-1] == (70, 20)
    assert [half.fill, quarter.fill, rest.fill] == ["primary", "accent", "secondary"]


@pytest.mark.parametrize("kind", ["column", "bar", "line", "pie"])
def test_nothing_leaves_the_frame(kind: str) -> None:
    values = [(0.0, 5.0, 100.0)] if kind == "pie" else [(-7.0, 5.0, 100.0), (3.0, 0.0, 12.0)]
    for shape in shapes(kind, *values):
        xs = [x for x, _ in shape.points] if isinstance(shape, Path) else [shape.frame.x, shape.frame.x + shape.frame.w]
        ys = [y for _, y in shape.points] if isinstance(shape, Path) else [shape.frame.y, shape.frame.y + shape.frame.h]
        assert min(xs) >= 9.99 and max(xs) <= 130.01 and min(ys) >= 19.99 and max(ys) <= 80.01
