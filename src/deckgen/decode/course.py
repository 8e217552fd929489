"""Raw curriculum data into a Course for one delivery, or diagnostics for every mistake in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from deckgen.base.diagnostics import Report
from deckgen.base.names import used_twice
from deckgen.base.suggest import count_of
from deckgen.decode.class_numbers import class_numbers
from deckgen.decode.declared import Declared, chain_of, check_likeness, declared_deliveries, lost_ids
from deckgen.decode.infer import infer
from deckgen.decode.mistakes import report_errors
from deckgen.decode.own_notes import read_own_notes
from deckgen.decode.parts import mark_parts
from deckgen.decode.points import flatten_points
from deckgen.decode.salvage import Salvage
from deckgen.decode.settings import set_facts
from deckgen.decode.sheet_numbers import NO_NUMBERS, SheetNumbers
from deckgen.decode.texts import TextReader, read_settings, read_variables, report_missing_parts
from deckgen.decode.variants import view_of
from deckgen.decode.wording import PHRASES, read_wording
from deckgen.model.course import Course
from deckgen.model.gaps import NO_GAPS
from deckgen.model.keys import format_keys
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.text.phrases import LANGUAGES, has_phrases
from deckgen.text.phrases.en import EN

# Top-level lists that may be put together from several included files.
_SPLICED = ("sheets", "modules", "questions", "glossary", "coverage", "materials")


MAX_PASSES = 12  # of validation; each looks at what the one before could not reach


def decode_course(raw: Any, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
    """The course as one delivery sees it; None when something is wrong, and the report says what.

    `values` are the variables that ``{{ name }}`` in any text stands for, in place of the course's own
    ``variables:``, and facts about this run such as its client.
    """
    own = Report()
    course = salvage_course(raw, delivery, values, own)
    report.extend(own)
    # A course of which something is doubtful is not worth a second opinion.
    return None if own.has_errors or (course and course.gaps != NO_GAPS) else course


def salvage_course(raw: Any, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
    """As `decode_course`, and where something is wrong the rest of the course, its `gaps` saying what is missing.

    `report` holds the mistakes of this course alone. None when nothing can be made of it.
    """
    if raw is UNREAD:
        return None
    if not isinstance(raw, Located):
        report.add("DG103", "a course is a mapping of keys to values", None, "start with `id: my-course`")
        return None
    declared = declared_deliveries(raw)
    _check_delivery_ids(declared, report)
    check_likeness(declared, report)
    if delivery in format_keys():
        return None  # what stands under its id cannot be told from other keys
    ids = [item.id for item in declared if item.id not in format_keys()]
    if delivery != next((key for key in ids if key.casefold() == delivery.casefold()), delivery):
        return None  # it was meant to be called otherwise, so nothing is under its id
    doubted = {item.id for item in declared}.difference(ids)
    twice = len({key.casefold() for key in ids}) < len(ids)
    if twice:
        doubted |= lost_ids(raw, ids, format_keys())
    mark_parts(raw, ids)
    view = view_of(raw, chain_of(delivery, declared), ids, report, format_keys() | EN.keys(), doubted)
    special = view.data
    _check_lacking(delivery, declared, view.lacking, report)
    if not isinstance(special, Located):
        if special is not UNREAD:
            report.add("DG103", f"the whole course is kept from delivery {delivery}", raw.span, "take the `in:` out")
        return None
    variables = read_variables(special.pop("variables", None), raw.spans.get("variables"), report)
    settings = read_settings(values, report)
    set_facts(special, variables, settings)
    _splice(special)
    values_of_texts = {**class_numbers(special.get("class_size")), **variables, **settings}
    wording = read_wording(special.pop(PHRASES, None), special.spans.get(PHRASES), values_of_texts, report)
    wording.update(read_wording(settings.phrases, settings.phrases_at, values_of_texts, report))
    untimed = infer(special, delivery, declared, wording, report)
    flatten_points(special, report)
    sheets = NO_NUMBERS if "sheet" in variables else SheetNumbers.of(special)
    texts = TextReader(values_of_texts, report, sheets=sheets)
    salvage = Salvage(texts.fill(special, special.span))
    if wording:
        salvage.data[PHRASES] = wording  # their spaces are theirs, so no text reader sees them again
    notes = read_own_notes(settings.notes, chain_of(delivery, declared), ids, texts, report)
    if untimed:
        salvage.doubt(untimed, timed=False)
    report_missing_parts(texts.parts, salvage.data, report)
    salvage.doubt_places(view.doubtful, raw)
    if twice:
        salvage.leave_out_twins("deliveries")
    course = _validate(salvage, report)
    return course and course.with_own_notes(notes)


def _validate(salvage: Salvage, report: Report) -> Course | None:
    """The course of what can be kept; every mistake is reported when the look comes to it."""
    for _ in range(MAX_PASSES):
        try:
            course = Course.model_validate(salvage.data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            told = {item.span for item in report} - {None}
            fresh = [detail for detail in details if not salvage.knows(detail) and salvage.place(detail) not in told]
            report_errors(fresh, salvage.data, report)
            salvage.mend(details)
            if salvage.hopeless:
                return None
            continue
        if not has_phrases(course.language):
            report.add(
                "DG104",
                f"language: there are no phrases for {course.language}",
                course.at("language"),
                f"allowed: {', '.join(LANGUAGES)}",
            )
            salvage.data["language"] = "zh-CN" if any("\u4e00" <= char <= "\u9fff" for char in course.title) else "en"
            salvage.doubt((), timed=True)
            continue
        return course.with_gaps(salvage.gaps)
    return None


def _check_delivery_ids(declared: Sequence[Declared], report: Report) -> None:
    """A delivery id stands where keys stand, so it must be no key itself, and no other delivery's id."""
    first: dict[str, Declared] = {}
    for delivery in declared:
        if delivery.id in format_keys():
            report.add(
                "DG108",
                f"a delivery cannot be called {delivery.id}: that is a key of the format",
                delivery.at,
                "choose an id such as 1-day or 90-min",
            )
        folded = delivery.id.casefold()
        if folded in first:
            message = f"delivery id {delivery.id} {used_twice(delivery.id, first[folded].id)} {first[folded].at}"
            report.add("DG206", message, delivery.at, "give one of them another id")
        first.setdefault(folded, delivery)


def _check_lacking(delivery: str, declared: Sequence[Declared], lacking: Mapping[str, int], report: Report) -> None:
    """A delivery that is like no other one, and is not given what several others are."""
    this = next((item for item in declared if item.id == delivery), None)
    if this is None or this.like is not None or not lacking:
        return
    others = [item for item in declared if item.id != delivery]
    near = min(others, key=lambda item: abs((item.minutes or 0) - (this.minutes or 0)))
    counts = ", ".join(f"{file} {count}" for file, count in sorted(lacking.items()))
    message = f"{delivery} is not given {count_of(sum(lacking.values()), 'value')} that other deliveries are: {counts}"
    hint = f"write `like: {near.id}` in this delivery, so that it takes them from there"
    report.add("DG211", message, this.at, hint)


def _splice(course: Located) -> None:
    """Lists made of included lists (`sheets`, `questions`, ...) become one list each."""
    for key in _SPLICED:
        listed = course.get(key)
        if not isinstance(listed, LocatedList):
            continue
        flat = LocatedList()
        flat.span = listed.span
        for item, span in zip(listed, listed.items_at, strict=True):
            inner = isinstance(item, LocatedList)
            flat.extend(item if inner else [item])
            flat.items_at.extend(item.items_at if inner else [span])
        course[key] = flat
