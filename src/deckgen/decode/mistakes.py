"""What validation finds, in plain words: pydantic's errors into diagnostics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from deckgen.base.diagnostics import Report, Span
from deckgen.base.icon_names import icon_hint
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.variants import IN
from deckgen.model.fields import FORMAT_ERROR, ICON_ERROR, NAME_ERROR
from deckgen.model.keys import known_keys, models_at, path_of, tag_of
from deckgen.source.node import Located, LocatedList, is_unread, locate
from deckgen.source.scalars import spelling
from deckgen.text.full_width import SEPARATORS, full_width_hint

MAX_SUGGESTED = 200  # mistakes of one code whose hints look for the nearest name; who makes more has another problem


def report_errors(details: Sequence[ErrorDetails], raw: Any, report: Report) -> None:
    """Every error of one validation of `data` once, and none that follows from another."""
    meant = _misspelt(details)
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in meant:
            _report_error(detail, raw, report)


def _misspelt(details: Sequence[ErrorDetails]) -> set[tuple[int | str, ...]]:
    """Where a key is missing only because it was misspelt: the unknown key says so already."""
    unknown: dict[tuple[int | str, ...], list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *owner, key = detail["loc"]
            unknown.setdefault(tuple(owner), []).append(str(key))
    meant: set[tuple[int | str, ...]] = set()
    for detail in details:
        *owner, key = detail["loc"] or ("",)
        written = unknown.get(tuple(owner)) if detail["type"] == "missing" else None
        if written and (typed := nearest(str(key), written)) and nearest(typed, known_keys(tuple(owner))) == key:
            meant.add(detail["loc"])
    return meant


def _report_error(detail: ErrorDetails, raw: Any, report: Report) -> None:
    kind = detail["type"]
    location = detail["loc"]
    path = path_of(raw, location)
    if is_unread(raw, path) or is_follow_on(detail):
        return
    place = locate(raw, path)
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    where = f"{name}: " if name else ""
    context = detail.get("ctx", {})
    wide = full_width_hint(detail["input"]) if isinstance(detail["input"], str) else ""
    if kind == "extra_forbidden":
        _report_unknown_key(path, location, detail["input"], raw, report)
    elif kind == "missing" and isinstance(location[-1], int):
        report.add("DG105", f"{where}value number {location[-1] + 1} is missing", place, "write all its values")
    elif kind == "missing":
        report.add("DG102", f"{location[-1]} is missing", place, f"add `{location[-1]}: …`")
    elif kind in ("union_tag_invalid", "literal_error"):
        if kind == "union_tag_invalid":
            tagged = (*path, tag_key(detail))
            if is_unread(raw, tagged):
                return
            place = locate(raw, tagged)
        _report_unknown_word(detail, where, place, report)
    elif kind == "union_tag_not_found":
        key = tag_key(detail)
        words = sorted({word for model in models_at(location) if (word := tag_of(model))})
        report.add("DG102", f"{where}{key} is missing", place, f"add `{key}: …`, one of {', '.join(words)}")
    elif kind == ICON_ERROR:
        name = detail["input"]
        report.add("DG240", f"{where}there is no icon {shorten(name)}", place, icon_hint(name))
    elif kind == FORMAT_ERROR:
        report.add("DG131", *_say_format(detail["input"], context["newest"], place))
    elif kind == NAME_ERROR:
        hint = f'write for example "{context["better"]}"' if context["better"] else "write a word"
        report.add("DG110", f"{where}“{shorten(detail['input'])}” {context['fault']}", place, hint)
    elif kind == "value_error":
        # A validator of one value says how it is written, one of a whole record what does not agree in it.
        code = "DG106" if isinstance(detail["input"], Located) else "DG103"
        hint = "make the values agree" if code == "DG106" else "write it in the form the message shows"
        report.add(code, where + str(context["error"]), place, wide or hint)
    elif kind in ("too_short", "too_long", "string_too_short", "string_too_long") or "than" in kind:
        report.add("DG105", where + _limit(detail), place, _one_entry_hint(detail["input"]) or _limit_hint(kind))
    elif kind == "string_pattern_mismatch":
        report.add(
            "DG105",
            f"{where}an id has Latin letters, digits, dots, dashes and underscores",
            place,
            wide or "for example B2.2 or 1-day",
        )
    elif isinstance(detail["input"], dict) and detail["input"].keys() == {"title", "icon"}:
        report.add("DG103", f"{where}a text is expected here, which has no icon", place, _NO_ICON)
    else:
        report.add("DG103", where + _expected(detail), place, wide or _expected_hint(detail))


def is_follow_on(detail: ErrorDetails) -> bool:
    """Whether a list is too short only because its wrong entries, reported by themselves, are not counted."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


_NO_ICON = (
    "leave it out: icons stand at items of diagrams, tasks of activities, modules and notices, none in tables, charts, "
    "pictures and questions of a debrief (docs/icons.md)"
)


def _report_unknown_key(
    path: tuple[str | int, ...],
    location: tuple[int | str, ...],
    detail_input: Any,
    raw: Any,
    report: Report,
) -> None:
    key = str(location[-1])
    known = known_keys(location[:-1])
    if " " in key and detail_input is None:
        report.add(
            "DG101",
            f"unknown key {shorten(key)}",
            locate(raw, path, key=True),
            "a comma inside { } begins a new key: put the text before it in quotes",
        )
        return
    near = nearest(key, known | {IN}) if report.count("DG101") < MAX_SUGGESTED else None
    hint = f"did you mean `{near}`?" if near else f"keys here are {list_names(known)}"
    hint = _NO_ICON if key == "icon" else full_width_hint(key) or hint
    report.add("DG101", f"unknown key {shorten(key)}", locate(raw, path, key=True), hint)


def _report_unknown_word(detail: ErrorDetails, where: str, place: Span | None, report: Report) -> None:
    context = detail.get("ctx", {})
    words = known_words(detail)
    given = context.get("tag") or detail["input"]
    near = nearest(str(given), words, cutoff=0.5)
    hint = f"did you mean {near}?" if near else f"allowed: {list_names(words)}"
    hint = full_width_hint(str(given)) or hint
    report.add("DG104", f"{where}{shorten(str(given))} is not known here", place, hint)


def known_words(detail: ErrorDetails) -> list[str]:
    """The words that may stand where an unknown one does."""
    context = detail.get("ctx", {})
    listed = str(context.get("expected_tags") or context.get("expected", "")).replace(" or ", ", ")
    return [word.strip(" '\"") for word in listed.split(",")]


def tag_key(detail: ErrorDetails) -> str:
    """The key whose word chooses among several models: `kind` or `type`."""
    key = str(detail.get("ctx", {}).get("discriminator", "kind")).strip("'").removesuffix("()")
    return key if key in ("kind", "type") else "kind"


def _limit(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "too_short":
            return f"{_entries(len(detail['input']))}, at least {context['min_length']} are needed"
        case "too_long":
            return f"{_entries(len(detail['input']))}, at most {context['max_length']} are allowed"
        case "string_too_short":
            return "the text is empty"
        case "string_too_long":
            return f"the text is longer than {context['max_length']} characters"
        case _:
            limits = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}", "lt": "less than {}"}
            wanted = next(words.format(f"{context[key]:g}") for key, words in limits.items() if key in context)
            return f"{detail['input']} is out of range, it is {wanted}"


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _one_entry_hint(given: Any) -> str:
    """What to write where the one entry of a list was meant to be several."""
    only = given[0] if isinstance(given, list | tuple) and len(given) == 1 else ""
    comma = next((char for char in only if char in SEPARATORS), "") if isinstance(only, str) else ""
    return f"“{comma}” is a full-width character that parts no entries: write “, ” between them" if comma else ""


def _limit_hint(kind: str) -> str:
    if "than" in kind:
        return "choose a number within the range"
    if kind == "string_too_short":
        return "write the text, or leave the key out"
    return {"too_short": "add what is missing", "too_long": "leave some out, or split it over two"}.get(
        kind, "shorten it"
    )


_NUMBERS = {"finite_number": "a plain number", "int_parsing_size": "a smaller number"}
_EXPECTED = _NUMBERS | {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def _expected(detail: ErrorDetails) -> str:
    given = detail["input"]
    shown = {Located: "a mapping", LocatedList: "a list", type(None): "nothing"}.get(type(given))
    what = _EXPECTED.get(detail["type"], detail["msg"])
    return f"{what} is expected here, found {shown or _shown(given)}"


def _shown(given: Any) -> str:
    return spelling(given) if isinstance(given, bool | int | float) else repr(given)[:60]


def _holds_lists(given: dict[str, Any]) -> bool:
    return bool(given) and all(isinstance(value, list) for value in given.values())


def _expected_hint(detail: ErrorDetails) -> str:
    given, what = detail["input"], _EXPECTED.get(detail["type"], "")
    if given is None and isinstance(detail["loc"][-1], int):
        return 'write the entry, or "" for an empty cell of a table'
    if given is None:
        return "write a value after the colon, or leave the key out"
    if what == "a text" and (isinstance(given, list) or (isinstance(given, dict) and _holds_lists(given))):
        return "only points of slides and lists in long texts have levels: write each as an entry of its own"
    if what == "a text":
        return "write one text; if it holds a colon, put it in quotes"
    if what == "a list":
        return "write [one, two], or each item on a line of its own after a dash"
    if what == "a mapping":
        return "write keys with values, for example {key: value}"
    return f"write {what or 'a value of that form'}, without quotes"


def _say_format(value: object, newest: int, place: Span | None) -> tuple[str, Span | None, str]:
    """What is wrong with the format that a course names, where, and what to do."""
    if isinstance(value, int) and not isinstance(value, bool) and value > newest:
        told = f"format {value} is newer than {newest}, the newest that this deckgen reads"
        return told, place, "install the deckgen that the course was written for"
    return f"there is no format “{shorten(str(value))}”", place, f"write `format: {newest}`, or leave it out"
