"""Points into the cubic Bezier pieces of the smooth line through them (Catmull-Rom)."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def curves(points: Sequence[Point], closed: bool) -> list[tuple[Point, Point, Point]]:
    """Two controls and an end for each piece; `closed` adds the piece from the last point to the first."""
    count = len(points)

    def pick(at: int) -> Point:
        return points[at % count] if closed else points[min(max(at, 0), count - 1)]

    pieces = []
    for at in range(count if closed else count - 1):
        before, start, end, after = pick(at - 1), pick(at), pick(at + 1), pick(at + 2)
        one = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        two = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        pieces.append((one, two, end))
    return pieces
