"""Points into the units of DrawingML."""

from __future__ import annotations

from deckgen.base.units import Frame

EMU_PER_POINT = 12700


def emu(points: float) -> int:
    """English Metric Units, 12700 to the point."""
    return round(points * EMU_PER_POINT)


def edges(frame: Frame) -> tuple[int, int, int, int]:
    """Left, top, width and height in EMU; edges are rounded, so that frames that touch still touch."""
    left, top = emu(frame.x), emu(frame.y)
    return left, top, max(0, emu(frame.x + frame.w) - left), max(0, emu(frame.y + frame.h) - top)


def hundredths(points: float) -> int:
    """A font size or a distance of lines: hundredths of a point."""
    return round(points * 100)


def share(value: float) -> int:
    """A proportion, 1 = whole: thousandths of a per cent."""
    return round(value * 100_000)
