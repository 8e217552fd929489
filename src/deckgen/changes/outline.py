"""A planned delivery into the facts that are compared: what runs for how long, and every text of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from deckgen.base.units import Split
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.plan import Agenda, Entry
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_text
from deckgen.text.phrases import Phrases

Texts = Mapping[str, Any]
"""Plain data by the key of the format that it stands under; what is empty is left out."""

_APART = frozenset({"id", "title", "minutes", "slides", "blocks", "sheets", "modules", "deliveries"})
_OF_COURSES = frozenset({"id", "sheets", "modules", "deliveries"})


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """One slide that its author wrote; `key` is its own id, empty where it has none; `id` that in the deck."""

    key: str
    title: str
    split: Split
    texts: Texts
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has an id and a title; the id is `counted` where nobody wrote it."""

    id: str
    title: str
    counted: bool

    @property
    def name(self) -> str:
        """How it is called in a line; a counted id is no name, since it changes with its neighbours."""
        return f"“{self.title}”" if self.counted else f"{self.id} “{self.title}”"


@dataclass(frozen=True, slots=True)
class BlockFacts(Named):
    """A block at its time; `steps` are the minutes of the steps of its sheets by the sheet's id."""

    module: str
    day: int
    split: Split
    slides: tuple[SlideFacts, ...]
    steps: Mapping[str, tuple[int, ...]]
    texts: Texts


@dataclass(frozen=True, slots=True)
class Part(Named):
    """A sheet or a module; `texts` without the minutes of steps."""

    texts: Texts


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything of one delivery of a course that can change."""

    course: str
    delivery: str
    words: Phrases
    split: Split
    days: int
    blocks: tuple[BlockFacts, ...]
    sheets: tuple[Part, ...]
    modules: tuple[Part, ...]
    texts: Texts  # of the course itself
    timing: Texts  # of the delivery


def outline_of(course: Course, agenda: Agenda) -> Outline:
    """The facts of a plan."""
    return Outline(
        course.id,
        agenda.delivery.id,
        course_phrases(course),
        agenda.split,
        len(agenda.days),
        tuple(_block(entry) for entry in agenda),
        tuple(Part(item.id, plain_text(item.title), item.has_inferred("id"), _sheet(item)) for item in course.sheets),
        tuple(
            Part(item.id, plain_text(item.title), item.has_inferred("id"), _texts(item, _APART))
            for item in course.modules
        ),
        _texts(course, _OF_COURSES),
        _texts(agenda.delivery, frozenset({"id", "title"})),
    )


def _block(entry: Entry) -> BlockFacts:
    block = entry.block
    slides = tuple(
        SlideFacts(slide.id or "", plain_text(slide.title), split, _texts(slide, _APART), name)
        for slide, split, name in zip(block.slides, entry.slides, block.slide_ids, strict=True)
    )
    return BlockFacts(
        block.id, plain_text(block.title), block.has_inferred("id"), entry.module, entry.day, entry.split, slides,
        dict(entry.steps), _texts(block, _APART),
    )  # fmt: skip


def _sheet(sheet: Sheet) -> Texts:
    """The texts of a sheet; minutes of its steps are those of the block."""
    counted = {"number"} if sheet.has_inferred("number") else set()  # it changes with its neighbours
    texts = dict(_texts(sheet, frozenset({"id", "title", "guide", *counted})))
    if steps := texts.get("steps"):
        texts["steps"] = [{key: value for key, value in step.items() if key != "minutes"} for step in steps]
    guide = getattr(sheet, "guide", None)
    return {**texts, **(_texts(guide, frozenset()) if guide is not None else {})}


def _texts(record: BaseModel, apart: frozenset[str]) -> Texts:
    """The fields of a record as plain data, without those that are compared apart and what is empty."""
    dumped = record.model_dump(exclude=set(apart & type(record).model_fields.keys()))
    return {key: value for key, value in dumped.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Whether nothing is said; a record of keys that say nothing says nothing."""
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return value in (None, "", (), [])
