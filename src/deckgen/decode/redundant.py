"""What a course may leave out by now: keys whose values follow from the rest, sheets that one slide uses, ids that
nothing refers to. These are candidates; whether a course stays the same without them is tried by who takes them out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from deckgen.decode.infer.records import has_steps, text_of
from deckgen.decode.infer.sheets import KINDS
from deckgen.decode.parts import records_below
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES
from deckgen.source.node import Located, LocatedList

Candidate = tuple[Located, str]
"""A record, and a key that may go."""

_NAMES = re.compile(r"(?:#|sheet\.)([A-Za-z0-9][A-Za-z0-9._-]*)")
_NUMBERS = re.compile(r"[A-Z]?\d+(?:\.\d+)*")  # in prose, what may be the number of a part
_NUMBERED = re.compile(r"(?:M\d+|B\d+\.\d+|\d+)")


class Parts:
    """The blocks and sheets of a course as read."""

    def __init__(self, raw: Located, deliveries: Collection[str]) -> None:
        self.modules = list(records_below(raw.get("modules"), deliveries))
        self.blocks = [block for module in self.modules for block in records_below(module.get("blocks"), deliveries)]
        self.slides = {id(block): list(records_below(block.get("slides"), deliveries)) for block in self.blocks}
        self.top = list(records_below(raw.get("sheets"), deliveries))
        inside = [sheet for block in self.blocks for slide in self.slides[id(block)]
                  if isinstance(sheet := slide.get("sheet"), Located)]  # fmt: skip
        self.sheets = [*self.top, *inside]
        self.by_id = {name: sheet for sheet in self.sheets if (name := text_of(sheet.get("id")))}
        self.raw = raw

    def owners(self) -> dict[int, int]:
        """The number of the block, from 0, that each record in it and in its sheets is part of, by its `id()`."""
        owners: dict[int, int] = {}
        for number, block in enumerate(self.blocks):
            waiting: list[Any] = [block, *(self.sheet_of(slide) for slide in self.slides[id(block)])]
            waiting += [self.by_id.get(name) for name in _texts(block.get("sheets"))]
            while waiting:
                here = waiting.pop()
                if isinstance(here, Located):
                    owners.setdefault(id(here), number)
                waiting.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
        return owners

    def sheet_of(self, slide: Located) -> Located | None:
        """The sheet of a slide, named or in place."""
        value = slide.get("sheet")
        return value if isinstance(value, Located) else self.by_id.get(text_of(value) or "")


def find_moves(parts: Parts) -> Iterator[tuple[Located, Located]]:
    """Slides that name a sheet nothing else uses but their block, and the sheet."""
    named: Counter[str] = Counter()
    for block in parts.blocks:
        for slide in parts.slides[id(block)]:
            named.update(name for name in [text_of(slide.get("sheet"))] if name)
        inside = slide_names(parts, block)
        named.update(name for name in _texts(block.get("sheets")) if name not in inside)
    for key in ("prework", "overnight", "postwork", "job_aids"):
        named.update(_texts(parts.raw.get(key)))
    for block in parts.blocks:
        for slide in parts.slides[id(block)]:
            name = text_of(slide.get("sheet"))
            sheet = parts.by_id.get(name or "")
            if name and sheet is not None and named[name] == 1 and any(sheet is one for one in parts.top):
                yield slide, sheet


def slide_names(parts: Parts, block: Located) -> list[str]:
    """Ids of the sheets that slides of a block name."""
    return [name for slide in parts.slides[id(block)] if (name := text_of(slide.get("sheet")))]


def _slides(parts: Parts) -> list[tuple[Located, Located]]:
    return [(block, slide) for block in parts.blocks for slide in parts.slides[id(block)]]


def _kinds(parts: Parts) -> list[Candidate]:
    return [(slide, "kind") for _, slide in _slides(parts) if slide.get("kind") == _implied(parts, slide)]


def _lists(parts: Parts) -> list[Candidate]:
    return [(block, "sheets") for block in parts.blocks if "sheets" in block]


def _shared(parts: Parts) -> list[Candidate]:
    return [
        (sheet, key)
        for block, slide in _slides(parts)
        if (sheet := parts.sheet_of(slide)) is not None
        for key in ("objectives", "covers")
        if sheet.get(key, 0) == block.get(key, 1)
    ]


def _minutes(parts: Parts) -> list[Candidate]:
    timed = [(block, slide) for block, slide in _slides(parts) if "minutes" in slide and "minutes" in block]
    return [(slide, "minutes") for block, slide in timed if _alone(parts, block, slide)]


def find_ids(parts: Parts) -> list[Candidate]:
    """Ids in the form of counted ones that nothing refers to."""
    used = set(_referred(parts.raw))
    records = [
        *parts.modules,
        *parts.blocks,
        *(sheet for sheet in parts.sheets if all(sheet is not top for top in parts.top)),
    ]
    return [(record, "id") for record in records
            if (name := text_of(record.get("id"))) and name not in used and _NUMBERED.fullmatch(name)]  # fmt: skip


def _implied(parts: Parts, slide: Located) -> str:
    sheet = parts.sheet_of(slide)
    if sheet is None:
        return "activity" if "sheet" in slide else "concept"
    return KINDS.get(str(sheet.get("kind")), "activity")


def _alone(parts: Parts, block: Located, slide: Located) -> bool:
    """Whether the minutes of no other slide of the block count where those of this one do, in any delivery."""
    buckets = [_bucket(parts, one) for one in parts.slides[id(block)]]
    own = _bucket(parts, slide)
    return own is not None and buckets.count(own) == 1


def _bucket(parts: Parts, slide: Located) -> str | None:
    model = SLIDES.get(str(slide.get("kind") or _implied(parts, slide)))
    return model.bucket if model is not None else None


def _debriefs(parts: Parts) -> list[Candidate]:
    candidates: list[Candidate] = []
    for block in parts.blocks:
        before = None
        for slide in parts.slides[id(block)]:
            sheet = parts.sheet_of(slide)
            if sheet is not None and str(sheet.get("kind")) in SHEETS and has_steps(sheet):
                before = sheet
            elif slide.get("kind") == "debrief" and before is not None:
                guide = before.get("guide")
                if isinstance(guide, Located) and guide.get("debrief", 0) == slide.get("questions", 1):
                    candidates.append((guide, "debrief"))
                before = None
    return candidates


def _referred(raw: Any, key: str = "") -> Iterator[str]:
    """Every name that a course refers to a part by, and every number in its prose: it may be that of a part."""
    if isinstance(raw, Located):
        for name, value in raw.items():
            if name not in ("id", "title"):
                yield from _referred(value, name)
    elif isinstance(raw, LocatedList):
        for value in raw:
            yield from _referred(value, key)
    elif isinstance(raw, str):
        yield from _NAMES.findall(raw)
        yield from _NUMBERS.findall(raw)
        if key in ("about", "module", "needs", "same_sitting", "sheet", "sheets", "prework", "overnight", "postwork",
                   "job_aids"):  # fmt: skip
            yield raw


def _texts(value: Any) -> list[str]:
    if isinstance(value, LocatedList):
        return [name for item in value for name in _texts(item)]
    if isinstance(value, Located):
        return [name for item in value.values() for name in _texts(item)]
    name = text_of(value)
    return [name] if name else []


RULES: Mapping[str, Callable[[Parts], list[Candidate]]] = {
    "kinds of slides": _kinds,
    "sheets of blocks": _lists,
    "objectives and points of sheets": _shared,
    "questions of debriefs": _debriefs,
    "minutes of slides": _minutes,
}
"""Candidates by what they are, each found on the course as the rules before it left it."""
