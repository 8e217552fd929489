"""Sheets: those that stand where they are used, and what they share with their block and its slides."""

from __future__ import annotations

from typing import Any

from deckgen.decode.infer.records import (
    Look,
    Sheets,
    bucket_of,
    has_steps,
    is_missing,
    listed,
    place_of,
    records,
    sheet_model,
    text_of,
)
from deckgen.model.sheets import SHEETS
from deckgen.source.node import UNREAD, Located, LocatedList

KINDS = {"case": "case", "followup": "test", "job_aid": "tool", "selftest": "test"}  # of slides; else activity


def lift_sheets(course: Located) -> None:
    """Sheets that stand on a slide or in a block go to those of the course; their id stays where they stood."""
    for module in records(course, "modules"):
        for block in records(module, "blocks"):
            for slide in records(block, "slides"):
                if isinstance(sheet := slide.get("sheet"), Located):
                    _name(sheet)
                    if "title" in slide and is_missing(sheet, "title"):
                        sheet.infer("title", slide["title"], place_of(slide, "title"))
                    _lift(course, sheet)
                    slide.infer("sheet", sheet.get("id"), place_of(slide, "sheet"))
            names = listed(block, "sheets")
            for at, sheet in enumerate(names):
                if isinstance(sheet, Located):
                    _name(sheet)
                    _lift(course, sheet)
                    names[at] = sheet.get("id")


def name_sheets(course: Located) -> None:
    """Ids of the sheets of the course that have none."""
    for sheet in records(course, "sheets"):
        _name(sheet)


def _name(sheet: Located) -> None:
    if is_missing(sheet, "id"):
        sheet.infer("id", sheet.auto)


def _lift(course: Located, sheet: Located) -> None:
    there = listed(course, "sheets")
    if course.get("sheets") is not there:
        course.infer("sheets", there, sheet.span)
    there.append(sheet)
    there.items_at.append(sheet.span)  # type: ignore[arg-type]


def gather_sheets(course: Located) -> Sheets:
    """The sheets of a course and who uses them."""
    by_id: dict[str, Located] = {}
    for sheet in records(course, "sheets"):
        by_id.setdefault(text_of(sheet.get("id")) or "", sheet)
    users: dict[str, list[Located]] = {}
    for module in records(course, "modules"):
        for block in records(module, "blocks"):
            named = [*listed(block, "sheets"), *(slide.get("sheet") for slide in records(block, "slides"))]
            for name in dict.fromkeys(text_of(value) for value in named):
                if name:
                    users.setdefault(name, []).append(block)
    return Sheets(by_id, users)


def infer_kinds(look: Look) -> None:
    """A slide is of the kind that its sheet implies, or a concept."""
    for _, block in look.blocks():
        for slide in records(block, "slides"):
            if is_missing(slide, "kind"):
                sheet = look.sheets.by_id.get(text_of(slide.get("sheet")) or "")
                kind = str(sheet.get("kind")) if sheet is not None else ""
                implied = KINDS.get(kind, "activity") if kind in SHEETS or "sheet" in slide else "concept"
                slide.infer("kind", implied, place_of(slide, "sheet"))


def infer_lists(look: Look) -> None:
    """The sheets of a block are those of its slides, plus those it lists; cards are printed behind, and count not."""
    for _, block in look.blocks():
        names = listed(block, "sheets")
        known = {text_of(name) for name in names}
        for slide in records(block, "slides"):
            name = text_of(slide.get("sheet"))
            sheet = look.sheets.by_id.get(name or "")
            in_class = sheet is not None and not getattr(sheet_model(sheet), "in_appendix", False)
            if name and in_class and name not in known:
                known.add(name)
                names.append(name)
                names.items_at.append(place_of(slide, "sheet"))  # type: ignore[arg-type]
        if names and block.get("sheets") is not names:
            names.span = names.items_at[0]
            block.infer("sheets", names, names.span)


def share_with_block(look: Look) -> None:
    """A sheet of one block serves its objectives and covers its points."""
    for _, block in look.blocks():
        for sheet in look.sheets.of(block):
            for key in ("objectives", "covers"):
                if sheet is not None and key in block and is_missing(sheet, key) and look.sheets.is_own(block, sheet):
                    sheet.infer(key, _copy(block[key]), place_of(block, key))


def share_words(look: Look) -> None:
    """What is said at one moment is written once: the words of a board and the briefing of its sheet, the questions of
    a debriefing slide and those of the sheet before it.
    """
    for _, block in look.blocks():
        before: Located | None = None
        for slide in records(block, "slides"):
            sheet = look.sheets.by_id.get(text_of(slide.get("sheet")) or "")
            if sheet is not None and has_steps(sheet):
                before = sheet
                if bucket_of(slide) == "activity":
                    _each_from_the_other(slide, "say", _guide_of(sheet, block, look), "brief")
            elif slide.get("kind") == "debrief" and before is not None:
                _each_from_the_other(slide, "questions", _guide_of(before, block, look), "debrief")
                before = None


def _guide_of(sheet: Located, block: Located, look: Look) -> Located | None:
    guide = sheet.get("guide")
    return guide if isinstance(guide, Located) and look.sheets.is_own(block, sheet) else None


def _each_from_the_other(slide: Located, key: str, guide: Located | None, its_key: str) -> None:
    if guide is None:
        return
    for record, name, other, its_name in ((slide, key, guide, its_key), (guide, its_key, slide, key)):
        usable = isinstance(other.get(its_name), str if key == "say" else Located | LocatedList)
        if is_missing(record, name) and usable and other[its_name]:
            record.infer(name, _copy(other[its_name]), place_of(other, its_name))
            return
        if is_missing(record, name) and isinstance(other.get(its_name), Located):
            record.infer(name, UNREAD, place_of(other, its_name))  # it is empty there, which is told there
            return


def _copy(value: Any) -> Any:
    """The value for a second record: what is changed in one of them does not change the other."""
    if isinstance(value, Located):
        copy = Located({key: _copy(item) for key, item in value.items()})
        copy.span, copy.spans, copy.keys_at = value.span, dict(value.spans), value.keys_at
        return copy
    if isinstance(value, LocatedList):
        listed_again = LocatedList(_copy(item) for item in value)
        listed_again.span, listed_again.items_at = value.span, list(value.items_at)
        return listed_again
    return value
