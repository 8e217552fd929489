"""Minutes that must agree: slides with their block (check D12), sheets with their block (check E3)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course


def check_minutes(course: Course) -> Iterator[Diagnostic]:
    """Blocks whose slides or sheets do not sum to their own minutes."""
    lengths = [delivery.minutes for delivery in course.deliveries]
    if course.minutes is not None and course.minutes not in lengths and course.gaps.timed:
        told = ", ".join(f"{delivery.id} {delivery.minutes}" for delivery in course.deliveries)
        message = f"the course says that it takes {course.minutes} minutes, its deliveries: {told}"
        yield Diagnostic("DG301", message, course.at("minutes"), "take one of them out, `minutes:` or `deliveries:`")
    for block in course.blocks:
        if block.split is None or not course.gaps.is_sure(block.id, *block.sheets):
            continue
        yield from _check_slides(block, block.split)
        yield from _check_sheets(course, block, block.split)


def _check_slides(block: Block, minutes: Split) -> Iterator[Diagnostic]:
    total = block.shown
    if total != minutes:
        off = ", ".join(
            f"{name} {getattr(total, name) - getattr(minutes, name):+d}"
            for name in ("talk", "activity", "debrief")
            if getattr(total, name) != getattr(minutes, name)
        )
        frames = " with its opening and recap" if block.frame_minutes else ""
        yield Diagnostic(
            "DG304",
            f"the slides of block {block.id}{frames} take {total}, the block has {minutes} ({off})",
            block.at("minutes"),
            "minutes are talk/activity/debrief; change `minutes` of its slides",
        )


def _check_sheets(course: Course, block: Block, minutes: Split) -> Iterator[Diagnostic]:
    named = [course.sheet(key) for key in block.sheets]
    sheets = [sheet for sheet in named if sheet is not None and sheet.is_timed]
    for sheet in sheets:
        if not sheet.steps:
            message = f"sheet {sheet.id} is done in block {block.id} and has no steps"
            yield Diagnostic("DG305", message, sheet.span, "give it `steps:` with minutes")
    total = sum(sheet.minutes for sheet in sheets)
    wanted = minutes.activity + minutes.debrief
    shown = sum(slide.split.activity + slide.split.debrief for slide in block.slides)
    # Steps that agree with the slides are right; it is the block then, which has been said.
    if None not in named and sheets and total not in (wanted, shown):
        names = ", ".join(sheet.id for sheet in sheets)
        yield Diagnostic(
            "DG305",
            f"the steps of sheet {names} take {total} minutes, block {block.id} has {wanted} "
            f"for activity and debrief ({total - wanted:+d})",
            next((sheet for sheet in reversed(sheets) if sheet.steps), sheets[-1]).at("steps"),
            "change the minutes of the steps",
        )
