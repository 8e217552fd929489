"""Raw curriculum data into a Course for one delivery, or diagnostics for every mistake in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from deckgen.base.diagnostics import Report
from deckgen.base.names import used_twice
from deckgen.model.course import Course
from deckgen.model.declared import Declared, declared_deliveries
from deckgen.model.keys import format_keys
from deckgen.model.mistakes import report_errors
from deckgen.model.settings import set_facts
from deckgen.model.texts import TextReader, read_settings, read_variables, report_missing_parts
from deckgen.model.variants import specialise
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.text.phrases import LANGUAGES, has_phrases

# Top-level lists that may be put together from several included files.
_SPLICED = ("sheets", "modules", "questions", "glossary", "coverage", "materials")


def decode_course(raw: Any, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
    """The course as one delivery sees it; None when something is wrong, and the report says what.

    `report` holds the mistakes of this course alone, so that none of them leads to others.
    `values` are the variables that ``{{ name }}`` in any text stands for; the course's own
    ``variables:`` are their defaults.
    """
    if raw is UNREAD:
        return None
    if not isinstance(raw, Located):
        report.add("DG103", "a course is a mapping of keys to values", None, "start with `id: my-course`")
        return None
    declared = declared_deliveries(raw)
    _check_delivery_ids(declared, report)
    if delivery in format_keys() or any(item.code == "DG206" for item in report):
        return None
    ids = [item.id for item in declared if item.id not in format_keys()]
    special = specialise(raw, delivery, ids, report, format_keys())
    variables = read_variables(special.pop("variables", None), raw.spans.get("variables"), report)
    values = read_settings(values, report)
    set_facts(special, variables, values)
    _splice(special)
    texts = TextReader({**variables, **values}, report)
    filled = texts.fill(special, special.span)
    report_missing_parts(texts.parts, filled, report)
    try:
        course = Course.model_validate(filled)
    except ValidationError as error:
        report_errors(error.errors(include_url=False), filled, report)
        return None
    if not has_phrases(course.language):
        report.add(
            "DG104",
            f"language: there are no phrases for {course.language}",
            course.at("language"),
            f"allowed: {', '.join(LANGUAGES)}",
        )
    # A course of which something is doubtful is not worth a second opinion.
    return None if report.has_errors else course


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
