"""Values of a chart into the axis they are drawn on: one answer for every writer and every size.

Left to itself, a program picks an axis by the height it has, so one chart would tell two stories.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_STEPS = 5  # tick marks that are easy to count
_HEADROOM = 0.05  # of the span, beyond the outermost value: room for the number at the point
_CLOSE = 1 / 6  # of the largest value: within so much, lines drawn from zero would lie on each other
_NOTHING = 1e-9  # a span that no axis can show


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis from `least` to `most`, with a mark every `step`."""

    least: float
    most: float
    step: float


def value_axis(values: Iterable[float], begins: float | None = None, *, bars: bool = True) -> ValueAxis:
    """The axis of the values. It begins at `begins`; else at zero, or at a mark below the negative ones.

    Only bars must begin at zero, since their length tells; lines whose values are close begin at a mark below them.
    """
    known = list(values)
    low, high = min(known), max(known)
    if begins is not None:
        return _axis(begins, high, begins)
    if not bars and 0 < high - low < high * _CLOSE:
        return _axis(low - (high - low) / 2, high)
    return _axis(min(0.0, low), max(0.0, high), 0.0 if low >= 0 else None)


def _axis(low: float, high: float, begins: float | None = None) -> ValueAxis:
    """The axis over a stretch; without `begins` it begins at a mark."""
    if high - low < _NOTHING:
        high = low + 1.0
    room = (high - low) * _HEADROOM
    step = _round_step((high - low) / _MOST_STEPS)
    least = step * math.floor((low - room if low < 0 else low) / step) if begins is None else begins
    most = least + step * math.ceil((high + room - least) / step) if high > 0 or begins is not None else 0.0
    return ValueAxis(_tidy(least), _tidy(most), step)


def _round_step(least: float) -> float:
    """The smallest round number that is not less."""
    unit = 10.0 ** math.floor(math.log10(least))
    return _tidy(next(unit * factor for factor in _STEPS if unit * factor >= least * (1 - 1e-9)))


def _tidy(number: float) -> float:
    """Without the dust of binary fractions."""
    return float(f"{number:.12g}")
