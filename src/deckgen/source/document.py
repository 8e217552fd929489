"""The events of one YAML file into located data.

Refuses everything an author cannot mean: duplicate keys, tags other than !include, keys that are not text, merge
keys, aliases that expand without bound. Nothing raises: every mistake is a diagnostic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.fixes import Fix
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import nearest
from deckgen.source.decode import LINE_END, UNPRINTABLE
from deckgen.source.leftovers import QUOTES, quote_whole, quoted
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.source.scalars import resolve_scalar
from deckgen.source.syntax import TAGS, explain_error
from deckgen.source.texts import Scalars, StopError

MAX_DEPTH = 64  # collections inside collections, includes and aliases counted through
MAX_EXPANDED = 100_000  # nodes that aliases stand for, in one run
MAX_MISTAKES = 200  # of one file; who makes more has fed in something else

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = tuple[Any, Span]


@dataclass(slots=True)
class Run:
    """What all files of one run share."""

    root: Path
    read_bytes: ReadBytes
    keep_folds: bool
    report: Report = field(default_factory=Report)
    expanded: int = 0
    includes: int = 0
    total_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands: its path, its name to print, the files that lead to it, and how deep it is included."""

    path: Path
    file: str
    stack: tuple[Path, ...]
    depth: int


Include = Callable[[str, Span, Place, int], Value]
"""Reads the file that is written behind a tag at a place of another one, at a depth."""


class Document:
    """The reading of one file, event by event; its depth is bounded by `MAX_DEPTH`."""

    def __init__(self, run: Run, place: Place, text: str, include: Include) -> None:
        self.run, self.place, self.text, self.include = run, place, text, include
        self.file, self.depth = place.file, place.depth
        self.mistakes = 0
        self.scalars = Scalars(text, place.file, run.keep_folds, self._take)
        self.anchors: dict[str, Value | None] = {}  # None while the anchored value is being read
        self.events: Iterator[Any] = iter(LOADER(text).get_event, None)

    def read(self) -> Value:
        """The value of the file, `UNREAD` after a mistake that hides the rest of it."""
        try:
            return self._document()
        except StopError:
            pass  # reported where it was raised
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The last two: the pure Python parser stumbles over impossible character escapes.
            self.run.report.extend([explain_error(error, self.text, self.file)])
        return UNREAD, Span(self.file, 1, 1)

    def _document(self) -> Value:
        next(self.events)  # start of the stream
        first = next(self.events)
        if isinstance(first, DocumentStartEvent):
            first = next(self.events)
        bare = isinstance(first, ScalarEvent) and not first.value and first.implicit[0] and not first.tag
        if bare or isinstance(first, StreamEndEvent):
            start = Span(self.file, 1, 1)
            self._add("DG011", "the file is empty", start, "write its content, or delete the file")
            return UNREAD, start
        value = self._node(first, self.depth)
        next(self.events)  # end of the document
        more = next(self.events)
        if isinstance(more, DocumentStartEvent):
            self._add("DG010", "a second document starts here", self._span(more),
                     "keep one document in a file: delete the line ---")  # fmt: skip
        return value

    def _add(self, code: str, message: str, span: Span, hint: str, fix: Fix | None = None) -> None:
        self._take(Diagnostic(code, message, span, hint, fix=fix))

    def _take(self, mistake: Diagnostic) -> None:
        self.run.report.extend([mistake])
        self.mistakes += 1
        if self.mistakes >= MAX_MISTAKES:
            raise StopError

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _node(self, event: Any, depth: int) -> Value:
        """The value that `event` starts."""
        kind = type(event)
        if kind is ScalarEvent and event.tag is None and event.anchor is None:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if event.tag is not None:
            value = self._tagged(event, depth)
        elif kind is ScalarEvent:
            value = self._scalar(event)
        elif kind is MappingStartEvent:
            value = self._mapping(event, depth + 1)
        else:
            value = self._sequence(event, depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def _scalar(self, event: Any) -> Value:
        span = self._span(event)
        return self.scalars.read(event, span), span

    def _mapping(self, event: Any, depth: int) -> Value:
        self._check_depth(event, depth)
        mapping = Located()
        mapping.span = span = self._span(event)
        if self.text.startswith("{{", event.start_mark.index):
            return self._braces(event), span
        for key_event in self.events:
            if isinstance(key_event, MappingEndEvent):
                break
            key, key_at = self._key(key_event, depth)
            value, value_at = self._node(next(self.events), depth)
            if key is None:
                continue
            if key in mapping:
                first = mapping.keys_at[key]
                self._add("DG003", f"the key “{key}” is written twice; first on line {first.line}", key_at,
                         "keep one of the two")  # fmt: skip
                continue
            mapping[key] = value
            mapping.keys_at[key] = key_at
            mapping.spans[key] = value_at
            if type(value) is LocatedList:
                mapping.items_at[key] = value.items_at
        return mapping, span

    def _braces(self, event: Any) -> Any:
        """A text that begins with a variable and has no quotes around it; its events are passed over."""
        inside, end = 1, event.end_mark
        while inside:
            passed = next(self.events)
            end = passed.end_mark
            inside += isinstance(passed, MappingStartEvent | SequenceStartEvent)
            inside -= isinstance(passed, MappingEndEvent | SequenceEndEvent)
        rest = LINE_END.split(self.text[end.index : end.index + 200], maxsplit=1)[0].strip()
        if not rest or rest[0] in ",]}#":
            message = "a text begins with “{{”, which YAML reads as a mapping"
            written = self.text[event.start_mark.index : end.index]
            span = self._span(event)
            fix = None
            if "\n" not in written and rest[:1] in ("", "#") and event.start_mark.line == end.line:
                fix = Fix(QUOTES, span.file, span.line, span.column, written, quoted(written))
            self._add("DG001", message, span, quote_whole(written), fix)
        return UNREAD  # with words behind it the parser stumbles there, which `syntax` explains

    def _key(self, event: Any, depth: int) -> tuple[str | None, Span]:
        """The key that `event` writes, or None when it is refused."""
        span = self._span(event)
        if isinstance(event, ScalarEvent) and event.tag is None and event.anchor is None:
            if not event.implicit[0]:
                value, span = self._scalar(event)
                return (None if value is UNREAD else str(value)), span
            if event.value == "<<":
                self._add("DG006", "the merge key << is not part of this format", span,
                         "write the keys out where they belong")  # fmt: skip
                return None, span
            value = resolve_scalar(event.value)
            if isinstance(value, str):
                return value, span
            hint = f'put it in quotes: "{event.value}"' if event.value else "write the key before the colon"
            shown = event.value or "(nothing)"
            self._add("DG005", f"the key {shown} is not text", span, hint)
            return None, span
        value, span = self._node(event, depth)
        if isinstance(value, str) and not isinstance(event, AliasEvent):
            return value, span
        if value is not UNREAD:
            self._add("DG005", "this key is not plain text", span, "write a word as the key")
        return None, span

    def _sequence(self, event: Any, depth: int) -> Value:
        self._check_depth(event, depth)
        items = LocatedList()
        items.span = span = self._span(event)
        for item_event in self.events:
            if isinstance(item_event, SequenceEndEvent):
                break
            value, value_at = self._node(item_event, depth)
            items.append(value)
            items.items_at.append(value_at)
        return items, span

    def _check_depth(self, event: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._add("DG009", f"this is nested more than {MAX_DEPTH} levels deep", self._span(event),
                     "flatten it; brackets and dashes at the start of text need quotes")  # fmt: skip
            raise StopError

    def _alias(self, event: Any, depth: int) -> Value:
        span = self._span(event)
        name = event.anchor
        if name not in self.anchors:
            self._add("DG007", f"the alias *{name} stands for nothing: there is no anchor &{name} before it",
                     span, f'if it is text, put it in quotes: "*{name}"')  # fmt: skip
            return UNREAD, span
        value = self.anchors[name]
        if value is None:
            self._add("DG007", f"the alias *{name} stands inside its own anchor", span, "write the value out")
            return UNREAD, span
        nodes, height = _size(value[0], MAX_EXPANDED - self.run.expanded)
        self.run.expanded += nodes
        if self.run.expanded > MAX_EXPANDED or depth + height > MAX_DEPTH:
            self._add("DG008", "the aliases of this file stand for too much text", span, "write the values out")
            raise StopError
        return value

    def _tagged(self, event: Any, depth: int) -> Value:
        span = self._span(event)
        scalar = isinstance(event, ScalarEvent)
        if event.tag != "!include":
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            near = nearest(shown, ["!include"], cutoff=0.5)
            self._add("DG004", f"unknown tag {shown}", span, "did you mean !include?" if near else TAGS)
        elif not scalar or not event.value.strip():
            self._add("DG023", "!include names no file", span, "write !include path.yaml")
        elif UNPRINTABLE.search(event.value) or LINE_END.search(event.value):
            self._add("DG023", "!include names no file", span, "write the path on one line")
        else:
            return self.include(event.value, span, self.place, depth)
        if isinstance(event, MappingStartEvent):
            self._mapping(event, depth + 1)
        elif isinstance(event, SequenceStartEvent):
            self._sequence(event, depth + 1)
        return UNREAD, span


def _size(value: Any, limit: int) -> tuple[int, int]:
    """How many nodes a value has (counting stops above `limit`) and how deep they go."""
    nodes = height = 0
    waiting = [(value, 0)]
    while waiting and nodes <= limit:
        here, depth = waiting.pop()
        nodes += 1
        if isinstance(here, dict | list):
            depth += 1
            height = max(height, depth)
            inside = here.values() if isinstance(here, dict) else here
            waiting.extend((item, depth) for item in inside)
    return nodes, height
