"""The least minutes in which a block can still be given: one for each slide that has any.

The steps of its sheets keep one each as long as something else has minutes to give.
"""

from __future__ import annotations

from typing import Literal

from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course

BUCKETS: tuple[Literal["talk", "activity", "debrief"], ...] = ("talk", "activity", "debrief")


def home_of(split: Split) -> str:
    """The bucket that has most of a slide's minutes, and keeps at least one of them; empty for a slide without any."""
    return max(BUCKETS, key=lambda bucket: int(getattr(split, bucket))) if split.total else ""


def least_of(block: Block) -> Split:
    """Minutes that must stay in each bucket of a block, whatever is given up."""
    homes = [home_of(split) for split in block.parts]
    return Split(*(homes.count(bucket) for bucket in BUCKETS))


def floor_of(block: Block, course: Course) -> Split:
    """Minutes in each bucket that are given up last: those that must stay, and one for each step."""
    floor = least_of(block)
    sheets = [sheet for key in block.sheets if (sheet := course.sheet(key)) is not None and sheet.is_timed]
    steps = sum(step.minutes > 0 for sheet in sheets for step in sheet.steps)
    return floor + Split(0, max(0, steps - floor.activity - floor.debrief), 0)
