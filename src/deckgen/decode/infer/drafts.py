"""What a draft leaves open: keys that only a finished course must have stay empty, and short forms are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from deckgen.base.suggest import shorten
from deckgen.decode.infer.records import (
    Look,
    bucket_of,
    is_missing,
    listed,
    place_of,
    records,
    sheet_model,
    slide_model,
)
from deckgen.decode.parts import DRAFT, STATUSES
from deckgen.model.base import Strict
from deckgen.model.course import Course, Module
from deckgen.model.sheets import RoleCard, RoleplaySheet, SheetGuide, Step, Stuck
from deckgen.model.slides import Ask
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList


def read_short_forms(look: Look) -> None:
    """A step or a question that is one text is what is to be done, or asked."""
    for _, block in look.blocks():
        for slide in records(block, "slides"):
            _texts_into_records(slide, "ask", "q")
    for sheet in records(look.course, "sheets"):
        _texts_into_records(sheet, "steps", "do")


def open_drafts(look: Look) -> None:
    """Leave open what drafts lack, and write down which parts are drafts."""
    course = look.course
    _mark(course, course.draft, look)
    if course.draft:
        _leave_open(course, Course)
    for module in records(course, "modules"):
        _mark(module, module.draft, look)
        if module.draft:
            _leave_open(module, Module)
        for block in records(module, "blocks"):
            _mark(block, block.draft, look)
            if block.draft:
                _open_block(block, look)
    for sheet in records(course, "sheets"):
        users = look.sheets.users.get(str(sheet.get("id")), ())
        if course.draft and all(user.draft for user in users):
            _open_sheet(sheet, timed=not users)


def _mark(part: Located, draft: bool | None, look: Look) -> None:
    written = part.get("status")
    if draft and isinstance(written, str) and written not in STATUSES:
        message = f"status: {shorten(written)} is not known here"
        look.report.add("DG104", message, place_of(part, "status"), f"did you mean {DRAFT}?")
    if draft:
        part.infer("status", DRAFT, place_of(part, "status"))


def _leave_open(record: Located, model: type[Strict]) -> None:
    for name in model.finished:
        if model.model_fields[name].is_required() and is_missing(record, name):
            record[name] = OPEN


def _open_block(block: Located, look: Look) -> None:
    for slide in records(block, "slides"):
        model = slide_model(slide)
        if model is None:
            continue
        _leave_open(slide, model)
        if bucket_of(slide) == "debrief":
            _unphased(slide, "questions")
        for ask in records(slide, "ask"):
            _leave_open(ask, Ask)


def _open_sheet(sheet: Located, *, timed: bool) -> None:
    """`timed` says that no block gives minutes to its steps."""
    model = sheet_model(sheet)
    _leave_open(sheet, model)
    for step in records(sheet, "steps"):
        _leave_open(step, Step)
        if timed and is_missing(step, "minutes"):
            step.infer("minutes", 0)
    guide = sheet.get("guide")
    if isinstance(guide, Located):
        _leave_open(guide, SheetGuide)
        _unphased(guide, "debrief")
        for snag in records(guide, "stuck"):
            _leave_open(snag, Stuck)
    for inner, its_model in _cards(sheet, model):
        _leave_open(inner, its_model)


def _cards(sheet: Located, model: type[BaseModel]) -> Iterable[tuple[Located, type[Strict]]]:
    """The role or task cards of a sheet."""
    if issubclass(model, RoleplaySheet):
        yield from ((card, RoleCard) for card in records(sheet, "cards"))


def _unphased(record: Located, key: str) -> None:
    """Questions of a draft that do not name their phases."""
    value = record.get(key)
    if not isinstance(value, str | LocatedList):
        return
    questions = listed(record, key)
    phased = Located({"unphased": questions})
    phased.span = place_of(record, key)
    if phased.span is not None:
        phased.spans["unphased"] = phased.span
    record[key] = phased


def _texts_into_records(owner: Located, key: str, inner: str) -> None:
    value: Any = owner.get(key)
    if value is None or value is UNREAD or value is OPEN or isinstance(value, Located):
        return
    entries = listed(owner, key)
    for at, entry in enumerate(entries):
        if isinstance(entry, str):
            place = entries.items_at[at]
            record = Located({inner: entry})
            record.span, record.spans = place, {inner: place}
            entries[at] = record
