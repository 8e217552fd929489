"""Edits of YAML files that leave every other byte as its author wrote it: keys taken out, records moved.

An edit that would lose a comment, or of which it is not plain where it ends, is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.base.fixes import MARK_OF_ORDER
from deckgen.source.decode import LINE_END
from deckgen.source.node import Located, LocatedList

_COMMENT = re.compile(r"(?:^|[ \t])#", re.MULTILINE)
_QUIET = re.compile(r"[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in place of a stretch of one file; offsets count characters."""

    file: str
    start: int
    end: int
    text: str = ""


class Files:
    """The texts of the files of a course by name, with the beginnings of their lines."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self._starts: dict[str, list[int]] = {}

    def offset(self, file: str, line: int, column: int) -> int:
        """The offset of a place; lines and columns count from 1, behind a byte order mark, which has column 0."""
        if file not in self._starts:
            starts = [0, *(match.end() for match in LINE_END.finditer(self.texts[file]))]
            self._starts[file] = starts
        starts = self._starts[file]
        marked = line == 1 and self.texts[file].startswith(MARK_OF_ORDER)
        return starts[line - 1] + column - 1 + marked if line <= len(starts) else len(self.texts[file])

    def sound(self, edits: Iterable[Edit]) -> list[Edit]:
        """Of edits those that do not overlap an earlier one."""
        kept: list[Edit] = []
        for edit in edits:
            its = (other for other in kept if other.file == edit.file)
            if all(edit.end <= other.start or other.end <= edit.start for other in its):
                kept.append(edit)
        return kept

    def edited(self, edits: Iterable[Edit]) -> dict[str, str]:
        """The texts after edits that do not overlap; later ones of those that do are left out."""
        texts = dict(self.texts)
        by_file: dict[str, list[Edit]] = {}
        for edit in self.sound(edits):
            by_file.setdefault(edit.file, []).append(edit)
        for file, its_edits in by_file.items():
            text = texts[file]
            for edit in sorted(its_edits, key=lambda one: -one.start):
                text = text[: edit.start] + edit.text + text[edit.end :]
            texts[file] = text
        return texts


def without_key(files: Files, record: Located, key: str) -> Edit | None:
    """The edit that takes a key with its value out of a record; None when that cannot be done without a loss."""
    at, value = record.keys_at.get(key), record.get(key)
    if at is None or record.span is None or at.file not in files.texts or len(record.keys_at) < 2:
        return None
    if record.spans[key].file != at.file:
        return None  # it is included
    text, start = files.texts[at.file], files.offset(at.file, at.line, at.column)
    end = _end_of(files, value, record.spans[key])
    following = [other for other in record.keys_at.values() if (other.line, other.column) > (at.line, at.column)]
    if end is None or any(other.file != at.file for other in following):
        return None
    next_key = min((files.offset(at.file, other.line, other.column) for other in following), default=None)
    if _is_flow(files, record):
        if next_key is not None:
            return _unless_comment(text, Edit(at.file, start, next_key))
        before = text.rfind(",", 0, start)
        return _unless_comment(text, Edit(at.file, before, end)) if before >= 0 else None
    if next_key is not None and not text[end:next_key].strip():
        return _unless_comment(text, Edit(at.file, start, next_key))
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip():
        return None  # the first key of an item, with a comment behind it
    line_end = text.find("\n", end)
    return _unless_comment(text, Edit(at.file, line_start, len(text) if line_end < 0 else line_end + 1))


def into_key(files: Files, owner: Located, key: str, item: Located) -> tuple[Edit, Edit] | None:
    """The edits that move an item of a block list to where another record names it under a key; None as above."""
    named, key_at, first = owner.spans.get(key), owner.keys_at.get(key), min(item.keys_at.values(), default=None)
    if named is None or key_at is None or first is None or _is_flow(files, owner) or _is_flow(files, item):
        return None
    if not {named.file, first.file} <= files.texts.keys() or any(at.file != first.file for at in item.keys_at.values()):
        return None
    text, start = files.texts[first.file], files.offset(first.file, first.line, first.column)
    line_start = text.rfind("\n", 0, start) + 1
    end = _end_of(files, item, item.span)
    if text[line_start:start].strip() != "-" or end is None:
        return None
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    body = " " * (start - line_start) + text[start:line_end]
    shift = key_at.column + 2 - first.column
    moved = [_shifted(line, shift) for line in body.rstrip("\n").split("\n")]
    target = files.texts[named.file]
    name_start, name_end = (files.offset(named.file, *place) for place in
                            ((named.line, named.column), (named.end_line, named.end_column)))  # fmt: skip
    rest = target[name_end : target.find("\n", name_end) if "\n" in target[name_end:] else len(target)]
    if None in moved or rest.strip() or target[:name_start].rstrip(" ")[-1:] != ":":
        return None
    lines = "\n".join(line for line in moved if line is not None)
    put = Edit(named.file, len(target[:name_start].rstrip(" ")), name_end, f"\n{lines}")
    return Edit(first.file, line_start, line_end), put


def with_key(files: Files, record: Located, key: str, value: str) -> Edit | None:
    """The edit that writes a key before the first one of a record."""
    first = min(record.keys_at.values(), key=lambda at: (at.line, at.column), default=None)
    if first is None or first.file not in files.texts:
        return None
    start = files.offset(first.file, first.line, first.column)
    gap = ", " if _is_flow(files, record) else "\n" + " " * (first.column - 1)
    return Edit(first.file, start, start, f"{key}: {value}{gap}")


def _shifted(line: str, by: int) -> str | None:
    if not line.strip() or by >= 0:
        return " " * by + line if line.strip() else line
    return line[-by:] if not line[:-by].strip() else None


def _is_flow(files: Files, record: Located) -> bool:
    span = record.span
    if span is None or span.file not in files.texts:
        return False
    at = files.offset(span.file, span.line, span.column)
    return files.texts[span.file][at : at + 1] == "{"


def _unless_comment(text: str, edit: Edit) -> Edit | None:
    """The edit, unless what it takes away holds a comment or something that looks like one."""
    return None if _COMMENT.search(text[edit.start : edit.end]) else edit


def _end_of(files: Files, value: Any, span: Span | None) -> int | None:
    """Where the last thing in a value ends; None when it is read from several files or holds collections in braces."""
    if span is None or span.file not in files.texts:
        return None
    if isinstance(value, Located | LocatedList):
        spans = list(value.spans.values()) if isinstance(value, Located) else value.items_at
        inside = list(value.values()) if isinstance(value, Located) else list(value)
        ends = [
            _end_of(files, item, at) if at.file == span.file else None for item, at in zip(inside, spans, strict=True)
        ]
        known = [end for end in ends if end is not None]
        if len(known) < len(ends):
            return None
        start = files.offset(span.file, span.line, span.column)
        text, end = files.texts[span.file], max(known, default=start + 1)
        closing = {"{": "}", "[": "]"}.get(text[start : start + 1])
        if closing is None:
            return end if known else None
        at = text.find(closing, end - (not known))
        return at + 1 if at >= 0 and not text[end:at].strip(" \n,") else None
    end = files.offset(span.file, span.end_line, span.end_column)
    text = files.texts[span.file]
    while (line := text.rfind("\n", 0, end)) >= 0 and _QUIET.fullmatch(text, line + 1, end):
        end = line  # a block scalar ends where the next thing begins
    return end
