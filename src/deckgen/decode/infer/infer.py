"""One pass over the data of a delivery that puts in what follows from the rest of it.

Only what has one answer is inferred. Every value that is put in has the place of what it follows from, so that what is
said about it points at what the author wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.base.diagnostics import Report
from deckgen.base.units import Split
from deckgen.decode.declared import Declared, complete_deliveries, length_is_unread
from deckgen.decode.infer.drafts import open_drafts, read_short_forms
from deckgen.decode.infer.minutes import infer_minutes
from deckgen.decode.infer.numbers import number_sheets
from deckgen.decode.infer.records import Look, bucket_of, is_missing, place_of, records, split_of, text_of
from deckgen.decode.infer.references import refuse_automatic
from deckgen.decode.infer.sheets import (
    gather_sheets,
    infer_kinds,
    infer_lists,
    lift_sheets,
    name_sheets,
    share_with_block,
    share_words,
)
from deckgen.source.node import Located
from deckgen.text.phrases import Phrases, has_phrases, phrases
from deckgen.text.scripts import has_cjk

ENERGY = {"talk": 2, "debrief": 3, "activity": 4}  # of a block whose liveliest slide is of that kind
ENERGISED = 5
UNREAD_LENGTH = 60  # minutes to go on with where those of a course cannot be read


def infer(
    course: Located, delivery: str, declared: Sequence[Declared], wording: Mapping[str, str], report: Report
) -> frozenset[str]:
    """Complete the data of one delivery in place; `declared` are the deliveries as the whole course lists them.

    `wording` are the phrases that the course says in its own words.

    The ids of the blocks of which nobody says how long they take.
    """
    _infer_course(course)
    say = _phrases_of(course).reworded(wording)
    complete_deliveries(course, declared)
    _name_deliveries(course, say)
    refuse_automatic(course, report)
    lift_sheets(course)
    name_sheets(course)
    for module in records(course, "modules"):
        for part in (module, *records(module, "blocks")):
            if is_missing(part, "id") and part.auto:
                part.infer("id", part.auto)
    look = Look(course, report, gather_sheets(course))
    infer_kinds(look)
    infer_lists(look)
    number_sheets(look, say)
    read_short_forms(look)
    share_with_block(look)
    share_words(look)
    unread = length_is_unread(course) and len(declared) == 1
    minutes = next((item.minutes for item in declared if item.id == delivery), None)
    untimed = infer_minutes(look, UNREAD_LENGTH if unread else minutes)
    _infer_ways(look, say)
    open_drafts(look)
    return untimed | {""} if unread else untimed


def _infer_course(course: Located) -> None:
    """Which course a draft is, and its language: by its titles."""
    if not course.draft:
        return
    title = course.get("title")
    if is_missing(course, "language"):
        titles = (title, *(module.get("title") for module in records(course, "modules")))
        chinese = any(isinstance(one, str) and has_cjk(one) for one in titles)
        course.infer("language", "zh-CN" if chinese else "en", course.span)
    if is_missing(course, "id"):
        course.infer("id", course.auto or "course", course.span)


def _phrases_of(course: Located) -> Phrases:
    language = course.get("language")
    return phrases(language if isinstance(language, str) and has_phrases(language) else "en")


def _name_deliveries(course: Located, say: Phrases) -> None:
    """A delivery without a title is called by its length."""
    for delivery in records(course, "deliveries"):
        hours, days = delivery.get("hours"), delivery.get("days", 1)
        numbers = isinstance(hours, int | float) and isinstance(days, int)
        if not is_missing(delivery, "title") or not numbers or hours is None:
            continue
        by_hours = hours * 60 % 30 == 0 and hours >= 2
        title = say("length.hours", n=f"{hours:g}") if by_hours else say("length.minutes", n=round(hours * 60))
        if days > 1:
            title = say("length.over_days", length=title, days=days)
        delivery.infer("title", title, place_of(delivery, "hours"))


def _infer_ways(look: Look, say: Phrases) -> None:
    """Method and energy of a block, by its slides."""
    for _, block in look.blocks():
        slides = list(records(block, "slides"))
        if not slides:
            continue
        if is_missing(block, "method"):
            ways = [way for slide in slides if (way := _way_of(slide, look, say))]
            block.infer("method", say("method.join").join(dict.fromkeys(ways)) or say("method.talk"), block.span)
        if is_missing(block, "energy"):
            block.infer("energy", max(map(_energy_of, slides)), block.span)


def _way_of(slide: Located, look: Look, say: Phrases) -> str:
    sheet = look.sheets.by_id.get(text_of(slide.get("sheet")) or "")
    kind = f"kind.{sheet.get('kind')}" if sheet is not None else ""
    bucket = bucket_of(slide) or ""
    if bucket == "activity" and kind in say.table:
        return say(kind)
    key = f"method.{slide.get('kind')}"
    return say(key if key in say.table else f"method.{bucket}") if bucket else ""


def _energy_of(slide: Located) -> int:
    if slide.get("kind") == "energiser":
        return ENERGISED
    split = split_of(slide.get("minutes"), bucket_of(slide)) or Split()
    return max((level for bucket, level in ENERGY.items() if getattr(split, bucket)), default=ENERGY["talk"])
