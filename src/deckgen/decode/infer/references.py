"""Ids that were counted for parts without any: nobody may refer to them, since they change when a part is put in."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import count_of
from deckgen.decode.infer.records import is_missing, listed, place_of, records, text_of
from deckgen.source.node import Located

Reference = tuple[Located, str, int | None]
"""A record, the key under which it names a part, and which entry of the list there does."""

_SHEETS = ("prework", "overnight", "postwork", "job_aids")


def refuse_automatic(course: Located, report: Report) -> None:
    """Every reference to a part that has no written id, with the line to add there."""
    modules = list(records(course, "modules"))
    blocks = [block for module in modules for block in records(module, "blocks")]
    inside = [sheet for block in blocks for slide in records(block, "slides")
              if isinstance(sheet := slide.get("sheet"), Located)]  # fmt: skip
    sheets = [*inside, *records(course, "sheets")]
    for code, what, parts, references in (
        ("DG203", "sheet", sheets, _to_sheets(course, blocks)),
        ("DG207", "module", modules, _to_modules(course)),
        ("DG308", "block", blocks, _to_blocks(blocks)),
    ):
        counted = {part.auto: part.span for part in parts if part.auto and is_missing(part, "id")}
        places: dict[str, list[Span | None]] = {}
        for owner, key, index in list(references):
            name = text_of(owner[key] if index is None else owner[key][index])
            if name in counted:
                place = place_of(owner, key) if index is None else owner[key].items_at[index]
                places.setdefault(name, []).append(place)
        for name, uses in places.items():
            more = f", here and in {count_of(len(uses) - 1, 'more place')}" if len(uses) > 1 else ""
            message = f"the {what} {name} has that id only by counting, and another one may have it tomorrow{more}"
            report.add(code, message, uses[0], f"add the line `id: {name}` to the {what} at {counted[name]}")


def _to_sheets(course: Located, blocks: list[Located]) -> Iterator[Reference]:
    for block in blocks:
        yield from _entries(block, "sheets")
        for slide in records(block, "slides"):
            if text_of(slide.get("sheet")):
                yield slide, "sheet", None
    for key in _SHEETS:
        yield from _entries(course, key)


def _to_modules(course: Located) -> Iterator[Reference]:
    yield from ((question, "module", None) for question in records(course, "questions") if "module" in question)


def _to_blocks(blocks: list[Located]) -> Iterator[Reference]:
    for block in blocks:
        conditions = block.get("conditions")
        if isinstance(conditions, Located):
            yield from _entries(conditions, "needs")
            if text_of(conditions.get("same_sitting")):
                yield conditions, "same_sitting", None


def _entries(owner: Located, key: str) -> Iterator[Reference]:
    yield from ((owner, key, index) for index, entry in enumerate(listed(owner, key)) if text_of(entry))
