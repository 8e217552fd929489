"""What a build may set from outside: the course's variables, and the facts about one run of the course.

A name that the course does not know is never taken silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.source.node import Located

CLIENT = "client"
CLASS_SIZE = "class_size"
FACTS = ("author", CLASS_SIZE, CLIENT, "date", "subtitle", "title", "version")
"""Keys of the course that can be set from outside; the others are the course itself."""


class Settings(dict[str, str]):
    """What is set from outside, and where each value stands: on the command line, or in a profile.

    `phrases` is what stands under `phrases:` of a profile, as it was read, `phrases_at` its place.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        places: Mapping[str, Span] | None = None,
        phrases: Any = None,
        phrases_at: Span | None = None,
    ) -> None:
        super().__init__(values)
        self.places = dict(places or {})
        self.phrases, self.phrases_at = phrases, phrases_at

    def at(self, name: str) -> Span:
        """The place of a value."""
        return self.places.get(name) or Span(f"--set {name}", 0, 0)


_SIZE = re.compile(r"\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*\Z")
_BRACED = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)


def names_of(raw: Any) -> frozenset[str]:
    """Every name that can be set for a course as read: variables of any delivery, facts, and what its texts ask for."""
    variables = raw.get("variables") if isinstance(raw, dict) else None
    return frozenset(FACTS) | frozenset(_keys(variables)) | frozenset(_asked(raw))


def declares(raw: Any, variable: str) -> bool:
    """Whether a course as read has a variable of that name, in any delivery."""
    return isinstance(raw, dict) and variable in _keys(raw.get("variables"))


def _keys(variables: Any) -> Iterator[str]:
    if isinstance(variables, dict):
        for key, value in variables.items():
            yield key
            yield from _keys(value)  # those of one delivery


def _asked(data: Any) -> Iterator[str]:
    """Words that stand between braces in any text."""
    waiting = [data]
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
    for key in FACTS:
        if key in values and (key not in variables or (key == CLIENT and key not in course)):
            course[key] = _read_size(course.get(key), values[key]) if key == CLASS_SIZE else values[key]
            course.spans[key] = values.at(key)
    if CLIENT not in course and variables.get(CLIENT):
        course[CLIENT] = variables[CLIENT]


def is_size(written: str) -> bool:
    """Whether a text is a number of people, `18`, or two of them, `12-18`."""
    return _SIZE.match(written) is not None


def _read_size(size: Any, written: str) -> Any:
    """The class size with another number of people, `18` or `12-18`; what is neither stays text and is refused."""
    found = _SIZE.match(written)
    if found is None:
        return written
    changed = Located(size if isinstance(size, dict) else {})
    if isinstance(size, Located):
        changed.span = size.span
        changed.spans = {key: span for key, span in size.spans.items() if key not in ("min", "max")}
    changed["min"], changed["max"] = int(found[1]), int(found[2] or found[1])
    return changed
