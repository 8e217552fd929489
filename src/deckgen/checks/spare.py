"""Minutes that a block may give up or go without: every slide that has minutes keeps one."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan import least_of


def check_spare(course: Course) -> Iterator[Diagnostic]:
    """Elastic minutes and ranges that leave a block less than it needs."""
    for block in course.blocks:
        if block.split is not None and block.split.total and course.gaps.is_sure(block.id, *block.sheets):
            yield from _check_block(block, block.split.total, _least(block, block.split))


def _least(block: Block, minutes: Split) -> int:
    """Minutes the block needs; one where its slides do not agree with it, which is said elsewhere."""
    agrees = block.shown == minutes
    return max(1, least_of(block).total if agrees else 0)


def _check_block(block: Block, minutes: int, least: int) -> Iterator[Diagnostic]:
    needs = f"it needs {least}: one for each slide that has minutes" if least > 1 else "it needs one"
    if block.elastic > minutes - least:
        most = max(0, minutes - least)
        yield Diagnostic(
            "DG318",
            f"block {block.id} has {minutes} minutes, {block.elastic} of them elastic, and {needs}",
            block.at("elastic"),
            f"write `elastic: {most}` at most",
        )
    low = block.range and (block.range.minimum or block.range.typical)
    if low is not None and low < least:
        yield Diagnostic(
            "DG318",
            f"block {block.id} may be as short as {low} minutes, and {needs}",
            block.at("range"),
            f"let its range begin at {least} or more",
        )
