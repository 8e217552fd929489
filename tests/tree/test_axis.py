"""The axis of a chart: zero where it may be, room for the numbers, marks that are round."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.tree.axis import ValueAxis, value_axis

NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("values", "begins", "axis"),
    [
        ((82, 85, 88), None, ValueAxis(0, 100, 20)),
        ((82, 85, 88), 80.0, ValueAxis(80, 90, 2)),
        ((55, 30, 15), None, ValueAxis(0, 60, 20)),
        ((0.1, 0.2), None, ValueAxis(0, 0.25, 0.05)),
        ((100,), None, ValueAxis(0, 120, 20)),
        ((0, 0), None, ValueAxis(0, 1.2, 0.2)),
        ((-3, -5), None, ValueAxis(-6, 0, 1)),
        ((-3, 5), None, ValueAxis(-4, 6, 2)),
        ((-3, 5), -10.0, ValueAxis(-10, 10, 5)),
        ((7, 4, 5), 0.0, ValueAxis(0, 8, 2)),
    ],
)
def test_axes(values: tuple[float, ...], begins: float | None, axis: ValueAxis) -> None:
    assert value_axis(values, begins) == axis


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ((82, 85, 88), ValueAxis(78, 90, 2)),
        ((82, 85, 88, 60), ValueAxis(0, 100, 20)),
        ((7, 7), ValueAxis(0, 8, 2)),
        ((-82, -85), ValueAxis(-100, 0, 20)),
        ((0.982, 0.991), ValueAxis(0.975, 0.995, 0.005)),
    ],
)
def test_only_lines_close_together_begin_elsewhere_by_themselves(values: tuple[float, ...], axis: ValueAxis) -> None:
    assert value_axis(values, bars=False) == axis


@given(st.lists(NUMBERS, min_size=1, max_size=60), st.booleans())
def test_every_value_lies_on_its_axis(values: list[float], bars: bool) -> None:
    axis = value_axis(values, bars=bars)
    assert axis.least <= min(values) + 1e-6 and max(values) - 1e-6 <= axis.most
    assert axis.step > 0 and (axis.most - axis.least) / axis.step <= 9


@given(st.lists(NUMBERS, min_size=1, max_size=60))
def test_zero_lies_on_the_axis_of_bars(values: list[float]) -> None:
    axis = value_axis(values)
    assert axis.least <= min(0.0, *values) and max(0.0, *values) <= axis.most
    assert axis.least == 0 or min(values) < 0
    assert axis.step > 0 and (axis.most - axis.least) / axis.step <= 8


@given(st.lists(NUMBERS, min_size=1, max_size=60), st.floats(0, 1e6))
def test_an_axis_begins_where_it_is_told(values: list[float], below: float) -> None:
    begins = min(values) - below
    axis = value_axis(values, begins)
    assert math.isclose(axis.least, begins, rel_tol=1e-9, abs_tol=1e-12)
    assert max(values) <= axis.most + abs(axis.most) * 1e-9
