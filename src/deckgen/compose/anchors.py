"""Names of places in decks and books, and where links to parts of the course lead in each of them.

A part that a file does not hold has no target there; its words stand without a link.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.compose.loose import is_loose
from deckgen.model.course import Course
from deckgen.plan import Agenda, Entry


def reading_anchor(block: str, number: int) -> str:
    """The anchor of a reading of a block, counted from 1; the first is the block's own."""
    return block_anchor(block) if number == 1 else f"reading-{block}-{number}"


def sheet_anchor(sheet_id: str) -> str:
    """Anchor of an exercise sheet in the workbook."""
    return f"sheet-{sheet_id}"


def block_anchor(block_id: str) -> str:
    """Anchor of a block in a book."""
    return f"block-{block_id}"


def module_anchor(module_id: str) -> str:
    """Anchor of a module in a book."""
    return f"module-{module_id}"


def entry_anchor(slide_id: str) -> str:
    """Anchor of the entry of a slide in the guide, whose chapters have words for anchors that slides have, too."""
    return f"slide-{slide_id}"


def answer_anchor(sheet_id: str) -> str:
    """Anchor of the answers of a sheet in the answer book."""
    return f"answer-{sheet_id}"


def slide_ids(entry: Entry) -> tuple[str, ...]:
    """Ids of the block's slides as the deck has them."""
    return entry.block.slide_ids


def deck_targets(course: Course, agenda: Agenda) -> dict[str, str]:
    """Modules lead to their dividers, blocks to their first slides, sheets to the slides that show them."""
    shown: dict[str, str] = {}
    targets: dict[str, str] = {}
    for entry in agenda:
        ids = slide_ids(entry)
        targets.update(dict.fromkeys(entry.block.sheets, ids[0]))
        targets.update({key: key for key in ids})
        targets[entry.block.id] = ids[0]
        for slide, key in zip(entry.block.slides, ids, strict=True):
            if sheet := getattr(slide, "sheet", None):
                shown.setdefault(sheet, key)
    return targets | shown | {module.id: module.id for module in course.modules}


def workbook_targets(course: Course, agenda: Agenda) -> dict[str, str]:
    """Sheets lead to their pages, blocks to their readings or first sheets, else to their modules; slides to blocks."""
    targets: dict[str, str] = {}
    for entry in agenda:
        own = [sheet for sheet in entry.block.sheets if not is_loose(course, sheet)]
        reads = any(slide.is_read for slide in entry.block.slides)
        place = block_anchor(entry.block.id) if reads else sheet_anchor(own[0]) if own else module_anchor(entry.module)
        targets.update(_of_block(entry, place))
        targets.update({sheet: sheet_anchor(sheet) for sheet in own})
    targets.update({sheet: sheet_anchor(sheet) for sheet in course.overnight})
    return targets | {module.id: module_anchor(module.id) for module in course.modules}


def guide_targets(course: Course, agenda: Agenda) -> dict[str, str]:
    """Blocks, their slides and their sheets lead to the block."""
    targets: dict[str, str] = {}
    for entry in agenda:
        place = block_anchor(entry.block.id)
        targets.update(_of_block(entry, place))
        targets.update(dict.fromkeys(entry.block.sheets, place))
    return targets | {module.id: module_anchor(module.id) for module in course.modules}


def _of_block(entry: Entry, place: str) -> Iterator[tuple[str, str]]:
    for key in (entry.block.id, *slide_ids(entry)):
        yield key, place
