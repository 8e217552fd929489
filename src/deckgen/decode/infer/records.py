"""Records of a course on their way to being decoded: mappings and lists of any shape, read with care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import nearest
from deckgen.base.units import Split
from deckgen.model.fields import read_split
from deckgen.model.sheets import SHEETS, Sheet
from deckgen.model.slides import SLIDES, Slide
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling

SHARES = {"talk": 1, "activity": 3, "debrief": 2}  # of a draft's minutes


def is_missing(record: Located, key: str) -> bool:
    """Whether a record has nothing under a key; an explicit nothing (`key:` or `key: null`) is something."""
    return key not in record or record[key] is OPEN


def listed(owner: Any, key: str) -> LocatedList:
    """The list under a key; a single value there becomes a list of one."""
    value = owner.get(key) if isinstance(owner, Located) else None
    if isinstance(value, LocatedList):
        return value
    values = LocatedList()
    if value is None or value is UNREAD or value is OPEN:
        return values
    place = owner.spans.get(key, owner.span)
    values.append(value)
    values.items_at, values.span = [place], place
    owner[key] = values
    return values


def records(owner: Any, key: str) -> Iterator[Located]:
    """The records in the list under a key."""
    yield from (item for item in listed(owner, key) if isinstance(item, Located))


def place_of(record: Located, key: str) -> Span | None:
    """Where a value stands, or its record."""
    return record.spans.get(key, record.span)


def text_of(value: Any) -> str | None:
    """A value as text, if a text can be made of it."""
    if isinstance(value, str):
        return value
    return spelling(value) if isinstance(value, int | float) else None


def bucket_of(slide: Located) -> str | None:
    """Where minutes of a slide count that are given as one number; None for a kind that there is not."""
    model = slide_model(slide)
    return model.bucket if model is not None else None


def slide_model(slide: Located) -> type[Slide] | None:
    """The model of a slide, by its kind or, where that is misspelt, by the one that was meant."""
    kind = str(slide.get("kind"))
    return SLIDES.get(kind) or SLIDES.get(nearest(kind, SLIDES) or "")


def sheet_model(sheet: Located) -> type[Sheet]:
    """The same of a sheet; what all sheets share where nobody knows which one was meant."""
    kind = str(sheet.get("kind"))
    return SHEETS.get(kind) or SHEETS.get(nearest(kind, SHEETS) or "") or Sheet


def has_steps(sheet: Located | None) -> bool:
    """Whether a sheet is worked through in class."""
    return sheet is not None and ("steps" in sheet or getattr(sheet_model(sheet), "has_steps", False))


def split_of(value: Any, bucket: str | None) -> Split | None:
    """Minutes as written, one number for a bucket or a split; None for what is neither."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Split(**{bucket: int(value)}) if bucket else None
    return read_split(value) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a course by id, and the blocks that use each."""

    by_id: dict[str, Located]
    users: dict[str, list[Located]]

    def of(self, block: Located) -> list[Located | None]:
        """The sheets of a block in order; None for one that there is not."""
        return [self.by_id.get(text_of(name) or "") for name in listed(block, "sheets")]

    def is_own(self, block: Located, sheet: Located) -> bool:
        """Whether no other block uses the sheet."""
        return all(user is block for user in self.users.get(text_of(sheet.get("id")) or "", ()))


@dataclass(frozen=True, slots=True)
class Look:
    """What everybody who infers needs: the course, the sheets, the report."""

    course: Located
    report: Report
    sheets: Sheets

    def blocks(self) -> Iterator[tuple[Located, Located]]:
        """Every block with its module."""
        for module in records(self.course, "modules"):
            for block in records(module, "blocks"):
                yield module, block
