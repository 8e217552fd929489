"""The parts of a course as read, before any delivery looks at it: which of them are drafts, and the ids of those
that their authors left to be counted.

Ids are the same in every delivery, so they are counted here: modules `M1`, `M2`, the blocks of a module `B2.1`, sheets
`01`. Counting goes on behind a written id of that form, and leaves out those that are taken.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from deckgen.base.suggest import nearest
from deckgen.source.node import Located, LocatedList
from deckgen.source.scalars import spelling

DRAFT, FINISHED = STATUSES = ("draft", "finished")
_MODULE = re.compile(r"M(\d{1,4})")
_SHEET = re.compile(r"(\d{1,4})")


def mark_parts(raw: Located, deliveries: Collection[str]) -> None:
    """Set `auto` and `draft` of the course, its modules, blocks and sheets; the same again changes nothing."""
    modules = list(records_below(raw.get("modules"), deliveries))
    _mark_drafts(raw, modules, deliveries)
    module_ids = _Counter(modules, _MODULE, "M{}")
    blocks = [(module, list(records_below(module.get("blocks"), deliveries))) for module in modules]
    for module, its_blocks in blocks:
        number = module_ids.take(module)
        block_ids = _Counter(
            [block for _, all_blocks in blocks for block in all_blocks],
            re.compile(rf"B{number}\.(\d{{1,4}})"),
            f"B{number}.{{}}",
        )
        for block in its_blocks:
            block_ids.take(block)
    inside = [sheet for _, its_blocks in blocks for block in its_blocks for sheet in _sheets_in(block, deliveries)]
    sheets = [*inside, *records_below(raw.get("sheets"), deliveries)]
    sheet_ids = _Counter(sheets, _SHEET, "{:02d}")
    for sheet in sheets:
        sheet_ids.take(sheet)


def _mark_drafts(raw: Located, modules: list[Located], deliveries: Collection[str]) -> None:
    """A part is a draft when it or the one around it says so; a draft in it makes it one, too."""
    written = _status(raw)
    for module in modules:
        own = _status(module, written)
        blocks = list(records_below(module.get("blocks"), deliveries))
        for block in blocks:
            block.draft = _status(block, own) == DRAFT
        module.draft = own == DRAFT or any(block.draft for block in blocks)
    raw.draft = written == DRAFT or any(module.draft for module in modules)


def _status(part: Located, around: str = FINISHED) -> str:
    """How far a part is by its own word, a misspelt one too, or by that of the part around it."""
    word = part.get("status")
    return nearest(word, STATUSES) or around if isinstance(word, str) else around


class _Counter:
    """Counts the records of one kind that have no id."""

    def __init__(self, records: list[Located], pattern: re.Pattern[str], form: str) -> None:
        self.pattern, self.form = pattern, form
        self.written = {name.casefold() for record in records if (name := _id(record)) is not None}
        self.last = 0

    def take(self, record: Located) -> int:
        """The number of a record. `auto` has it in the form of an id, unless the record has an id with a number."""
        name = _id(record)
        if name is not None and (match := self.pattern.fullmatch(name)):
            self.last = int(match[1])
            return self.last
        if name is not None and any(char.isdigit() for char in name):
            return self.last
        self.last += 1
        while self.form.format(self.last).casefold() in self.written:
            self.last += 1
        record.auto = self.form.format(self.last)
        return self.last


def _id(record: Located) -> str | None:
    value = record.get("id")
    return spelling(value) if isinstance(value, int | float) else value if isinstance(value, str) else None


def _sheets_in(block: Located, deliveries: Collection[str]) -> Iterator[Located]:
    """The sheets that stand where a block uses them."""
    for slide in records_below(block.get("slides"), deliveries):
        yield from records_below(slide.get("sheet"), deliveries)
        for name in deliveries:  # an override of the slide may bring one, too
            if isinstance(override := slide.get(name), Located):
                yield from records_below(override.get("sheet"), deliveries)
    yield from records_below(block.get("sheets"), deliveries)


def records_below(value: Any, deliveries: Collection[str]) -> Iterator[Located]:
    """Every record below a key, through lists and through variants of deliveries."""
    if isinstance(value, LocatedList):
        for item in value:
            yield from records_below(item, deliveries)
    elif isinstance(value, Located) and value and set(value) <= {*deliveries, "todo"}:
        for item in value.values():
            yield from records_below(item, deliveries)
    elif isinstance(value, Located):
        yield value
