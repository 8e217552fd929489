"""Raw curriculum data into a Course for one delivery, or diagnostics for every mistake in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from deckgen.base.diagnostics import Report, Span
from deckgen.model.course import Course
from deckgen.model.keys import format_keys
from deckgen.model.mistakes import report_errors
from deckgen.model.variants import specialise
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.text.phrases import LANGUAGES, has_phrases
from deckgen.text.variables import render

# Top-level lists that may be put together from several included files.
_SPLICED = ("sheets", "modules", "questions", "glossary", "coverage", "materials")


def delivery_ids(raw: Any) -> tuple[str, ...]:
    """Ids of the deliveries a course declares, as far as they can be read."""
    listed = raw.get("deliveries") if isinstance(raw, dict) else None
    if not isinstance(listed, list):
        return ()
    return tuple(item["id"] for item in listed if isinstance(item, dict) and isinstance(item.get("id"), str))


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
    _check_delivery_ids(raw, report)
    if delivery in format_keys() or any(item.code == "DG206" for item in report):
        return None
    ids = [name for name in delivery_ids(raw) if name not in format_keys()]
    special = specialise(raw, delivery, ids, report, format_keys())
    declared = special.pop("variables", None) or {}
    if not isinstance(declared, dict):
        report.add(
            "DG103",
            "variables: a mapping of names to texts is expected here",
            raw.spans.get("variables"),
            "for example `variables: {client: Example Ltd}`",
        )
        declared = {}
    merged = {**{name: str(value) for name, value in declared.items()}, **values}
    _splice(special)
    filled = _fill(special, merged, report, special.span)
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


def _check_delivery_ids(raw: Located, report: Report) -> None:
    """A delivery id stands where keys stand, so it must be no key itself, and no other delivery's id."""
    listed = raw.get("deliveries")
    seen: dict[str, Span | None] = {}
    for item in listed if isinstance(listed, list) else ():
        name = item.get("id") if isinstance(item, Located) else None
        if isinstance(name, str) and name in format_keys():
            report.add(
                "DG108",
                f"a delivery cannot be called {name}: that is a key of the format",
                item.spans.get("id"),
                "choose an id such as 1-day or 90-min",
            )
        if isinstance(name, str):
            if name in seen:
                message = f"delivery id {name} is used twice, first at {seen[name]}"
                report.add("DG206", message, item.spans.get("id"), "give one of them another id")
            seen.setdefault(name, item.spans.get("id"))


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


def _fill(data: Any, values: Mapping[str, str], report: Report, place: Span | None) -> Any:
    """Replace variables in every text below `data`."""
    if isinstance(data, str):
        text, problem = render(data, values)
        if problem:
            report.add("DG107", problem, place, f"known variables: {', '.join(sorted(values)) or 'none'}")
        return text
    if isinstance(data, LocatedList):
        for index, (item, span) in enumerate(zip(data, data.items_at, strict=True)):
            data[index] = _fill(item, values, report, span)
    elif isinstance(data, Located):
        for key, value in data.items():
            data[key] = _fill(value, values, report, data.spans.get(key, place))
    return data
