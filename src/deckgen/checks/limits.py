"""Limits that depend on the length of a delivery: given for 6 and 12 contact hours, interpolated between."""

from __future__ import annotations


def limit(at_six: float, at_twelve: float, minutes: int) -> float:
    """The limit for so many contact minutes; below 6 and above 12 hours it stays what it is there."""
    share = min(1.0, max(0.0, (minutes - 360) / 360))
    return at_six + (at_twelve - at_six) * share
