"""A block and its sheets with the minutes they have in a free length: slides and steps in proportion."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.plan.choice import Placed
from deckgen.plan.rescale import rescale_splits, rescale_steps

MOST_ELASTIC = 60  # minutes, as the format allows


def refit_block(placed: Placed) -> Block:
    """The block with its minutes in this length, its slides in proportion, and what elastic minutes remain."""
    form = placed.form
    split = form.split_of(placed.minutes)
    block = form.block
    opening, *shares, recap = rescale_splits(block.parts, split)
    slides = tuple(
        slide.model_copy(update={"minutes": share}) for slide, share in zip(block.slides, shares, strict=True)
    )
    gives = block.elastic and not block.core_skill
    left = min(MOST_ELASTIC, max(0, placed.minutes - form.least)) if gives else 0
    frames = {"opening": opening.total, "recap": recap.total}
    return block.model_copy(update={"minutes": split, "slides": slides, "elastic": left, **frames})


def refit_sheets(course: Course, block: Block) -> list[Sheet]:
    """The sheets of a block, the steps of its own in proportion; those that only its slides name stay as they are."""
    on_slides = [key for slide in block.slides if (key := getattr(slide, "sheet", None))]
    named = [sheet for key in dict.fromkeys((*block.sheets, *on_slides)) if (sheet := course.sheet(key))]
    timed = [sheet for sheet in named if sheet.is_timed and sheet.id in block.sheets]
    split = block.split or Split()
    shares = rescale_steps([step.minutes for sheet in timed for step in sheet.steps], split.activity + split.debrief)
    refitted, taken = [], 0
    for sheet in named:
        if sheet in timed:
            own = shares[taken : taken + len(sheet.steps)]
            taken += len(own)
            steps = [step.model_copy(update={"minutes": share}) for step, share in zip(sheet.steps, own, strict=True)]
            refitted.append(sheet.model_copy(update={"steps": tuple(steps)}))
        else:
            refitted.append(sheet)
    return refitted
