"""Promises of what is done before: a block that is to use it names it, and so does the room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import texts_of
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.model.sheets import PreworkSheet

_BLOCK = re.compile(r"\b[A-Z]{1,2}\d+(?:\.\d+)?\b")
_STEM = re.compile(r"[：:，,]")


def check_promises(course: Course) -> Iterator[Diagnostic]:
    """Blocks that `used_in` or the use of an answer names, and that never speak of the sheet."""
    blocks = {block.id: block for block in course.blocks}
    for key in (*course.prework, *course.overnight):
        sheet = course.sheet(key)
        if isinstance(sheet, PreworkSheet):
            promised = {name: sheet.at("used_in") for name in _BLOCK.findall(sheet.used_in)}
            for question in sheet.questions:
                for name in _BLOCK.findall(question.use):
                    promised.setdefault(name, question.at("use"))
            for name, place in promised.items():
                if name in blocks and not _names(course, blocks[name], sheet):
                    stem = _STEM.split(sheet.title)[0]
                    message = f"sheet {sheet.id} promises to be used in block {name}, which never speaks of {stem}"
                    hint = f"name “{stem}” in its words or on its sheets, or take the block out"
                    yield Diagnostic("DG431", message, place, hint)


def _names(course: Course, block: Block, sheet: PreworkSheet) -> bool:
    """Whether a block, or a sheet of it, speaks of a sheet by its name, its number or its use on a slide."""
    stem = _STEM.split(sheet.title)[0].casefold()
    if any(getattr(slide, "sheet", None) == sheet.id for slide in block.slides):
        return True
    records = [block, *(own for name in block.sheets if (own := course.sheet(name)) is not None)]
    texts = [item.text.casefold() for record in records for item in texts_of(record)]
    names = {stem, *(f"{word}{sheet.label}".casefold() for word in ("练习单", "sheet "))}
    return any(name in text for text in texts for name in names)
