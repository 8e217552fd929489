"""YAML files into located data.

Refuses everything an author cannot mean: duplicate keys, tags other than !include, keys that are
not text, merge keys, includes that leave the course folder or go in a circle, aliases that expand
without bound. Nothing raises: every mistake is a diagnostic, and all of them come from one run.
"""

from __future__ import annotations

import errno
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
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
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import nearest
from deckgen.source.characters import find_hidden
from deckgen.source.comments import QUOTE, check_comment
from deckgen.source.decode import LINE_END, UNPRINTABLE, decode_text, too_large
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.source.scalars import resolve_scalar
from deckgen.source.syntax import explain_error, explain_half, explain_late_quote, find_half
from deckgen.source.written import as_written

MAX_DEPTH = 64  # collections inside collections, includes and aliases counted through
MAX_EXPANDED = 100_000  # nodes that aliases stand for, in one run
MAX_INCLUDES = 2_000  # files, in one run
MAX_MISTAKES = 200  # of one file; who makes more has fed in something else
MAX_TOTAL_BYTES = 32 * 1024 * 1024

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WRITE_INCLUDE = "the only tag is !include path.yaml"

Value = tuple[Any, Span]


class _StopError(Exception):
    """Ends the reading of one file whose mistake has been reported."""


@dataclass(slots=True)
class _Run:
    """What all files of one run share."""

    root: Path
    read_bytes: ReadBytes
    keep_folds: bool
    report: Report = field(default_factory=Report)
    expanded: int = 0
    includes: int = 0
    total_bytes: int = 0


def read_source(
    path: Path, root: Path, read_bytes: ReadBytes, *, keep_folds: bool = False
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The data of a YAML file with its includes, and every mistake found on the way.

    Includes may not leave `root`. Places are printed with `path` as it was given. What could not
    be read is `UNREAD`, the whole file after a syntax error; a mistake hides nothing elsewhere.
    With `keep_folds` texts come as `Written`: where YAML folds a line, `FOLD` stands for its space.
    """
    run = _Run(_real(root), read_bytes, keep_folds)
    file = path.as_posix()
    value, _ = _read_file(run, path, file, Span(file, 1, 1), (), 0)
    return value, tuple(run.report)


def _read_file(run: _Run, path: Path, file: str, asked: Span, parents: tuple[Path, ...], depth: int) -> Value:
    """The value of one file; `asked` is the place that wants it, `file` its name to print."""
    start = Span(file, 1, 1)
    try:
        data = run.read_bytes(path)
    except IsADirectoryError:
        run.report.add("DG022", f"{file} is a folder", asked, "name a file in it")
        return UNREAD, asked
    except (FileNotFoundError, NotADirectoryError):
        code = "DG019" if parents else "DG018"
        run.report.add(code, f"there is no file {file}", asked, _nearest(path))
        return UNREAD, asked
    except (OSError, ValueError) as error:
        # ValueError: a name the file system cannot hold.
        if getattr(error, "errno", None) == errno.EFBIG:
            run.report.extend([too_large(file)])
            return UNREAD, start
        reason = getattr(error, "strerror", None) or str(error)
        run.report.add("DG018", f"{file} cannot be read: {reason}", asked, "check its name and permissions")
        return UNREAD, asked
    run.total_bytes += len(data)
    if run.total_bytes > MAX_TOTAL_BYTES:
        run.report.add("DG008", "the includes add up to more than 32 MB", asked, "include each file once")
        return UNREAD, asked
    text, mistakes = decode_text(data, file)
    run.report.extend(mistakes)
    if text is None:
        return UNREAD, start
    return _File(run, path, file, text, (*parents, _real(path)), depth).read()


def _real(path: Path) -> Path:
    """The path with its links followed, or as it is where they go in a circle: reading says so."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _nearest(path: Path) -> str:
    """A hint that names the file of the same folder whose name comes closest."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except (OSError, ValueError):
        names = []  # no such folder: nothing to suggest
    near = nearest(path.name, names)
    return f"did you mean {near}?" if near else "check the name and the folder"


class _File:
    """The reading of one file, event by event; its depth is bounded by `MAX_DEPTH`."""

    def __init__(self, run: _Run, path: Path, file: str, text: str, stack: tuple[Path, ...], depth: int) -> None:
        self.run, self.path, self.file, self.text = run, path, file, text
        self.stack, self.depth = stack, depth
        self.mistakes = 0
        self.anchors: dict[str, Value | None] = {}  # None while the anchored value is being read
        self.events: Iterator[Any] = iter(_LOADER(text).get_event, None)

    def read(self) -> Value:
        """The value of the file, `UNREAD` after a mistake that hides the rest of it."""
        try:
            return self.document()
        except _StopError:
            pass  # reported where it was raised
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The last two: the pure Python parser stumbles over impossible character escapes.
            self.run.report.extend([explain_error(error, self.text, self.file)])
        return UNREAD, Span(self.file, 1, 1)

    def document(self) -> Value:
        next(self.events)  # start of the stream
        first = next(self.events)
        if isinstance(first, DocumentStartEvent):
            first = next(self.events)
        bare = isinstance(first, ScalarEvent) and not first.value and first.implicit[0] and not first.tag
        if bare or isinstance(first, StreamEndEvent):
            start = Span(self.file, 1, 1)
            self.add("DG011", "the file is empty", start, "write its content, or delete the file")
            return UNREAD, start
        value = self.node(first, self.depth)
        next(self.events)  # end of the document
        more = next(self.events)
        if isinstance(more, DocumentStartEvent):
            self.add("DG010", "a second document starts here", self.span(more),
                     "keep one document in a file: delete the line ---")  # fmt: skip
        return value

    def add(self, code: str, message: str, span: Span, hint: str) -> None:
        self.run.report.add(code, message, span, hint)
        self.mistakes += 1
        if self.mistakes >= MAX_MISTAKES:
            raise _StopError

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def node(self, event: Any, depth: int) -> Value:
        """The value that `event` starts."""
        kind = type(event)
        if kind is ScalarEvent and event.tag is None and event.anchor is None:
            return self.scalar(event)
        if kind is AliasEvent:
            return self.alias(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if event.tag is not None:
            value = self.tagged(event, depth)
        elif kind is ScalarEvent:
            value = self.scalar(event)
        elif kind is MappingStartEvent:
            value = self.mapping(event, depth + 1)
        else:
            value = self.sequence(event, depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def scalar(self, event: Any) -> Value:
        span = self.span(event)
        if event.implicit[0]:
            value = resolve_scalar(event.value)
            if isinstance(value, str):
                self.check_comment(event, value)
                value = self.written(event)
            return value, span
        if event.end_mark.line > event.start_mark.line and event.style in ("'", '"'):
            self.check_quote(event)
        return self.written(event) if event.style != '"' or self.check_escapes(event, span) else UNREAD, span

    def written(self, event: Any) -> str:
        """The text of a scalar, with its folds marked where the run asks for them."""
        return as_written(event, self.text) if self.run.keep_folds else str(event.value)

    def check_comment(self, event: Any, text: str) -> None:
        """A plain text that a comment may have cut."""
        found = check_comment(self.text, event.end_mark.index, text)
        if found:
            code, at, message = found
            mark = event.end_mark
            column = mark.column + 1 + at - mark.index
            self.add(code, message, Span(self.file, mark.line + 1, column, mark.line + 1, column + 1), QUOTE)

    def check_quote(self, event: Any) -> None:
        """A quote that closed only lines below, with keys and items in between: the rest of the file is none."""
        mistake = explain_late_quote(event, self.text, self.file)
        if mistake:
            self.run.report.extend([mistake])
            raise _StopError

    def check_escapes(self, event: Any, span: Span) -> bool:
        """Whether the escapes of a double-quoted text make only what can be printed."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        if "\\" not in written:
            return True
        if half := find_half(written):
            self.run.report.extend([explain_half(half, span)])
            return False
        bad = next((char for char in event.value if char == "\r" or UNPRINTABLE.match(char)), "")
        if bad:
            message = f"an escape makes the control character U+{ord(bad):04X}"
            self.add("DG016", message, span, "delete it")
        for _, message, hint in find_hidden(event.value):
            self.add("DG032", f"an escape is meant: {message}", span, hint)
        return not bad

    def mapping(self, event: Any, depth: int) -> Value:
        self.check_depth(event, depth)
        made = Located()
        made.span = span = self.span(event)
        for key_event in self.events:
            if isinstance(key_event, MappingEndEvent):
                break
            key, key_at = self.key(key_event, depth)
            value, value_at = self.node(next(self.events), depth)
            if key is None:
                continue
            if key in made:
                first = made.keys_at[key]
                self.add("DG003", f"the key “{key}” is written twice; first on line {first.line}", key_at,
                         "keep one of the two")  # fmt: skip
                continue
            made[key] = value
            made.keys_at[key] = key_at
            made.spans[key] = value_at
            if type(value) is LocatedList:
                made.items_at[key] = value.items_at
        return made, span

    def key(self, event: Any, depth: int) -> tuple[str | None, Span]:
        """The key that `event` writes, or None when it is refused."""
        span = self.span(event)
        if isinstance(event, ScalarEvent) and event.tag is None and event.anchor is None:
            if not event.implicit[0]:
                value, span = self.scalar(event)
                return (None if value is UNREAD else str(value)), span
            if event.value == "<<":
                self.add("DG006", "the merge key << is not part of this format", span,
                         "write the keys out where they belong")  # fmt: skip
                return None, span
            value = resolve_scalar(event.value)
            if isinstance(value, str):
                return value, span
            hint = f'put it in quotes: "{event.value}"' if event.value else "write the key before the colon"
            shown = event.value or "(nothing)"
            self.add("DG005", f"the key {shown} is not text", span, hint)
            return None, span
        value, span = self.node(event, depth)
        if isinstance(value, str) and not isinstance(event, AliasEvent):
            return value, span
        if value is not UNREAD:
            self.add("DG005", "this key is not plain text", span, "write a word as the key")
        return None, span

    def sequence(self, event: Any, depth: int) -> Value:
        self.check_depth(event, depth)
        made = LocatedList()
        made.span = span = self.span(event)
        for item_event in self.events:
            if isinstance(item_event, SequenceEndEvent):
                break
            value, value_at = self.node(item_event, depth)
            made.append(value)
            made.items_at.append(value_at)
        return made, span

    def check_depth(self, event: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.add("DG009", f"this is nested more than {MAX_DEPTH} levels deep", self.span(event),
                     "flatten it; brackets and dashes at the start of text need quotes")  # fmt: skip
            raise _StopError

    def alias(self, event: Any, depth: int) -> Value:
        span = self.span(event)
        name = event.anchor
        if name not in self.anchors:
            self.add("DG007", f"the alias *{name} stands for nothing: there is no anchor &{name} before it",
                     span, f'if it is text, put it in quotes: "*{name}"')  # fmt: skip
            return UNREAD, span
        value = self.anchors[name]
        if value is None:
            self.add("DG007", f"the alias *{name} stands inside its own anchor", span, "write the value out")
            return UNREAD, span
        nodes, height = _size(value[0], MAX_EXPANDED - self.run.expanded)
        self.run.expanded += nodes
        if self.run.expanded > MAX_EXPANDED or depth + height > MAX_DEPTH:
            self.add("DG008", "the aliases of this file stand for too much text", span, "write the values out")
            raise _StopError
        return value

    def tagged(self, event: Any, depth: int) -> Value:
        span = self.span(event)
        scalar = isinstance(event, ScalarEvent)
        if event.tag != "!include":
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            near = nearest(shown, ["!include"], cutoff=0.5)
            self.add("DG004", f"unknown tag {shown}", span, "did you mean !include?" if near else _WRITE_INCLUDE)
        elif not scalar or not event.value.strip():
            self.add("DG023", "!include names no file", span, "write !include path.yaml")
        elif UNPRINTABLE.search(event.value) or LINE_END.search(event.value):
            self.add("DG023", "!include names no file", span, "write the path on one line")
        else:
            return self.include(event.value, span, depth)
        if isinstance(event, MappingStartEvent):
            self.mapping(event, depth + 1)
        elif isinstance(event, SequenceStartEvent):
            self.sequence(event, depth + 1)
        return UNREAD, span

    def include(self, written: str, span: Span, depth: int) -> Value:
        if written.startswith(("/", "~")) or PureWindowsPath(written).drive or "\\" in written:
            self.add("DG020", f"!include {written} is not a path relative to this file", span,
                     "write it relative to this file, with / between folders")  # fmt: skip
            return UNREAD, span
        target = self.path.parent / written
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), written))
        resolved = _real(target)
        if not resolved.is_relative_to(self.run.root):
            self.add("DG020", f"!include {written} leaves the folder {self.run.root.name}", span,
                     "move the file into the course's folder")  # fmt: skip
            return UNREAD, span
        if resolved in self.stack:
            self.add("DG021", f"{file} includes itself, directly or by way of others", span,
                     "take one of the includes out")  # fmt: skip
            return UNREAD, span
        self.run.includes += 1
        if self.run.includes > MAX_INCLUDES:
            self.add("DG008", f"more than {MAX_INCLUDES} files are included", span, "include each file once")
            raise _StopError
        return _read_file(self.run, target, file, span, self.stack, depth)


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
