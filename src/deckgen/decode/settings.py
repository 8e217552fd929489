"""What a build may set from outside: the course's variables, and the facts about one run of the course.

A name that the course does not know is never taken silently.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.model.class_size import read_size
from deckgen.source.node import Located

CLIENT = "client"
CLASS_SIZE = "class_size"
ROOM = "room"
FACTS = ("author", CLASS_SIZE, CLIENT, "date", ROOM, "subtitle", "title", "version")
"""Keys of the course that can be set from outside; the others are the course itself."""


class Settings(dict[str, str]):
    """What is set from outside, and where each value stands: on the command line, or in a profile.

    `phrases` is what stands under `phrases:` of a profile, as it was read, `phrases_at` its place; `laid` are records
    that are laid over those of the course, key by key. `notes` are the private notes of a trainer as they were read.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        places: Mapping[str, Span] | None = None,
        phrases: Any = None,
        phrases_at: Span | None = None,
        *,
        laid: Located | None = None,
        notes: Located | None = None,
    ) -> None:
        super().__init__(values)
        self.places = dict(places or {})
        self.phrases, self.phrases_at = phrases, phrases_at
        self.laid = Located() if laid is None else laid
        self.notes = Located() if notes is None else notes

    @staticmethod
    def key_of(values: Mapping[str, str]) -> Hashable:
        """Equal for settings that make the same of a course; what more than words is set equals itself alone."""
        if not isinstance(values, Settings):
            return tuple(values.items())
        if values.laid or values.notes or values.phrases is not None:
            return _Itself(values)
        return tuple(values.items()), tuple(values.places.items())

    def at(self, name: str) -> Span:
        """The place of a value."""
        return self.places.get(name) or Span(f"--set {name}", 0, 0)


@dataclass(frozen=True, eq=False)
class _Itself:
    """Settings that equal no others, and live as long as what was made with them."""

    settings: Settings

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.settings is self.settings

    def __hash__(self) -> int:
        return id(self.settings)


_BRACED = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)


def names_of(raw: Any) -> frozenset[str]:
    """Every name that can be set for a course as read: variables of any delivery, facts, and what its texts ask for."""
    variables = raw.get("variables") if isinstance(raw, dict) else None
    return frozenset(FACTS) | frozenset(_keys(variables)) | frozenset(_asked(raw))


def declares(raw: Any, variable: str) -> bool:
    """Whether a course as read has a variable of that name, in any delivery."""
    return isinstance(raw, dict) and variable in _keys(raw.get("variables"))


def declared_variables(raw: Any) -> frozenset[str]:
    """Names of the variables that a course as read declares, in any delivery."""
    return frozenset(_keys(raw.get("variables"))) if isinstance(raw, dict) else frozenset()


def _keys(variables: Any) -> Iterator[str]:
    if isinstance(variables, dict):
        for key, value in variables.items():
            yield key
            yield from _keys(value)  # those of one delivery


def _asked(raw: Any) -> Iterator[str]:
    """Words that stand between braces in any text."""
    waiting = [raw]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            for inside in _BRACED.findall(here):
                yield from re.findall(r"\w+", inside)
        elif isinstance(here, dict | list):
            waiting.extend(here.values() if isinstance(here, dict) else here)


def set_facts(course: Located, variables: Mapping[str, str], values: Settings) -> None:
    """Put the facts among `values` into a course whose variables are still to be filled in.

    A declared variable of the same name is what is meant, since the course says itself where it goes; only the
    client stands on covers and in file names in any case.
    """
    for key, record in values.laid.items():
        _lay_over(course, key, record, values.laid.spans[key])
    for key in FACTS:
        if key in values and (key not in variables or (key == CLIENT and key not in course)):
            if key == ROOM:
                _lay_over(course, key, _named(values[key], values.at(key)), values.at(key))
                continue
            course[key] = _read_size(course.get(key), values[key]) if key == CLASS_SIZE else values[key]
            course.spans[key] = values.at(key)
    if CLIENT not in course and variables.get(CLIENT):
        course[CLIENT] = variables[CLIENT]


def _lay_over(course: Located, key: str, record: Located, at: Span) -> None:
    """Put a record over that of the course, each of its keys in place of the same one there."""
    below = course.get(key)
    merged = Located(below if isinstance(below, Located) else {})
    merged.span = below.span if isinstance(below, Located) else at
    for origin in (below, record):
        if isinstance(origin, Located):
            merged.update(origin)
            merged.spans.update(origin.spans)
            merged.keys_at.update(origin.keys_at)
    course[key] = merged
    course.spans.setdefault(key, at)


def _named(name: str, at: Span) -> Located:
    """A room of which only the name is said."""
    room = Located({"name": name})
    room.span, room.spans = at, {"name": at}
    return room


def is_size(written: str) -> bool:
    """Whether a text is a number of people, `18`, or two of them, `12-18`."""
    return read_size(written) is not None


def _read_size(size: Any, written: str) -> Any:
    """The class size with another number of people, `18` or `12-18`; what is neither stays text and is refused."""
    read = read_size(written)
    if read is None:
        return written
    changed = Located(size if isinstance(size, dict) else {})
    if isinstance(size, Located):
        changed.span = size.span
        changed.spans = {key: span for key, span in size.spans.items() if key not in ("min", "max")}
    changed["min"], changed["max"] = read
    return changed
