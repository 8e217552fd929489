"""Blocks of long texts: code, quotations, notices, tables, sources, and the prose between them.

The marks are those of Markdown; lines keep their ends. What Word puts on the clipboard counts as well: lines whose
cells are parted by tabs are a table, bullets with a tab behind them a list. One pass over the lines serves both the
parser (`text.content`) and the search for mistakes (`text.marks`), which reads the text with the marks blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from deckgen.base.icon_names import icon_hint
from deckgen.base.icons import ICONS

NOTICES = ("note", "tip", "warning", "example", "accessibility")
"""Words that make a quotation a notice: ``> [!tip]``, or with an icon ``> [!tip icon: phone]``."""

Align = Literal["left", "center", "right"]
Kind = Literal["prose", "code", "quote", "notice", "table", "source"]
Line = tuple[int, str]
"""A line and the offset of its first character in the text."""

_FENCE = re.compile(r"( *)(`{3,}|~{3,}) *([^\s`]*)[^`]*\Z")
_QUOTE = re.compile(r">[ \t]+(?![-+−]?[0-9.,¥￥$€£])\S|>[ \t]*\Z")  # > 5 is a sign
_NOTICE = re.compile(r"\[!([^\]\s]*)([^\]]*)\] *(.*)\Z")
_ICON = re.compile(r"\s+icon\s*[:：=]\s*(\S+)\s*\Z")
_BY = re.compile(r"[ \t]*(?:—{1,2}|–|--)[ \t]*(?=\S)")
_PIPED = re.compile(r"[ \t]*\|.*\|[ \t]*\Z")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?\Z")
_CELL_END = re.compile(r"(?<!\\)\|")
_SOURCE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*(?=\S)")
_PASTED = re.compile(
    "([ \t]*)([-–—*•●○◦▪■□◆◇➢✓·o§‣⁃\uf06c\uf06e\uf075\uf076\uf09f\uf0a7\uf0b7\uf0d8\uf0fc])\t[ \t]*(?=\\S)"
)
# numbers that Word writes in other ways than 1.: they stay as they stand, a space behind them
_LABELLED = re.compile(
    r"([ \t]*(?:[①-⑳⑴-⒇㈠-㈩]|[(（](?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})[)）]"
    r"|(?:[A-Za-z]|[ivxIVX]{2,5})[.)、]|[0-9]{1,3}[、．)]|[一二三四五六七八九十]{1,3}[、．.]))\t+(?=\S)"
)
_NUMBERED = re.compile(r"[ \t]*[0-9]{1,3}\.\t+")
_INDENT = 2  # spaces that a level of a pasted list is indented by


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of one kind. `lines` are without the marks of the block, each with its offset in the whole text.

    `word` is the language of code, the word of a notice, the id of a source; `title` the words behind a notice's.
    """

    kind: Kind
    start: int
    lines: tuple[Line, ...]
    word: str = ""
    title: Line | None = None
    cells: tuple[tuple[Line, ...], ...] = ()  # of a table, its head first
    aligns: tuple[Align, ...] = ()  # of its columns, by the colons of the line below its head
    by: Line | None = None  # where a quotation comes from
    icon: str = ""  # before the title of a notice
    end: int = 0  # behind its last character, marks included

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(line for _, line in self.lines)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a block, at an offset of the text."""

    offset: int
    message: str
    hint: str
    code: str = "DG128"


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their offsets."""
    lines, offset = [], 0
    for line in text.split("\n"):
        lines.append((offset, line))
        offset += len(line) + 1
    return lines


@lru_cache(maxsize=4096)
def split_blocks(text: str) -> tuple[tuple[Segment, ...], tuple[Fault, ...]]:
    """The segments of a long text in order, and what is wrong with them."""
    reader = _Reader(lines_of(text))
    return tuple(reader.segments()), tuple(reader.faults)


def split_inner(segment: Segment) -> tuple[Segment, ...]:
    """The blocks inside a quotation or notice: prose and code."""
    return tuple(_Reader(list(segment.lines), inner=True).segments())


class _Reader:
    """Reads lines; `inner` ones stand in a quotation, which holds neither another one nor a table."""

    def __init__(self, lines: Sequence[Line], inner: bool = False) -> None:
        self.lines, self.inner = lines, inner
        self.at = 0
        self.faults: list[Fault] = []

    def segments(self) -> Iterator[Segment]:
        prose: list[Line] = []
        while self.at < len(self.lines):
            begin = self.at
            segment = self._block()
            if segment is None:
                prose.append(self.lines[begin])
                self.at = begin + 1
                continue
            if prose:
                yield _prose(prose)
                prose = []
            last, line = self.lines[self.at - 1]
            yield replace(segment, end=last + len(line))
        if prose:
            yield _prose(prose)

    def _block(self) -> Segment | None:
        """The block that begins at this line, with the place moved behind it; None for prose."""
        offset, line = self.lines[self.at]
        if fence := _FENCE.match(line):
            return self._code(offset, fence)
        if self.inner:
            if line.startswith(">"):
                self._fault(offset, "a quotation stands in another one", "end the first, or take the second > off")
            elif self._is_tabbed(self.at) or _PIPED.match(line):
                self._fault(offset, "a table stands in a quotation or notice", "move it behind the quotation")
            return None
        if _QUOTE.match(line):
            return self._quote(offset)
        if self._is_tabbed(self.at):
            return self._table(tabbed=True)
        if _PIPED.match(line):
            return self._table(tabbed=False)
        if match := _SOURCE.match(line):
            self.at += 1
            return Segment("source", offset, ((offset + match.end(), line[match.end() :]),), match[1])
        return None

    def _fault(self, offset: int, message: str, hint: str) -> None:
        self.faults.append(Fault(offset, message, hint))

    def _code(self, offset: int, fence: re.Match[str]) -> Segment:
        indent, marks, word = len(fence[1]), fence[2], fence[3]
        end = re.compile(rf" *{re.escape(marks[0])}{{{len(marks)},}}[ \t]*\Z")
        code: list[Line] = []
        self.at += 1
        while self.at < len(self.lines):
            start, line = self.lines[self.at]
            self.at += 1
            if end.match(line):
                return Segment("code", offset, tuple(code), word)
            drop = min(indent, len(line) - len(line.lstrip(" ")))
            code.append((start + drop, line[drop:]))
        self._fault(
            offset, f"a block of code is not closed: “{marks}{word}”", f"write {marks} on a line below the code"
        )
        return Segment("code", offset, tuple(code), word)

    def _quote(self, offset: int) -> Segment:
        lines: list[Line] = []
        while self.at < len(self.lines) and self.lines[self.at][1].startswith(">"):
            start, line = self.lines[self.at]
            cut = 2 if line.startswith("> ") else 1
            if lines and _NOTICE.match(line[cut:]):  # a notice begins anew
                break
            lines.append((start + cut, line[cut:]))
            self.at += 1
        segment = self._notice(offset, lines) or self._quotation(offset, lines)
        inside = _Reader(segment.lines, inner=True)
        list(inside.segments())
        self.faults += inside.faults
        if not segment.text.strip():
            self._fault(offset, "a quotation or notice without words", "write the words behind >")
        return segment

    def _notice(self, offset: int, lines: list[Line]) -> Segment | None:
        start, line = lines[0]
        match = _NOTICE.match(line)
        if not match:
            return None
        word = match[1].lower()
        if word not in NOTICES:
            known = ", ".join(f"[!{name}]" for name in NOTICES)
            self._fault(start, f"there is no notice [!{match[1]}]", f"known: {known}")
            word = NOTICES[0]
        icon = self._icon(start + match.start(2), match[2])
        title_at = start + match.start(3)
        rest = tuple(lines[1:])
        if not any(text.strip() for _, text in rest):  # all on one line
            return Segment("notice", offset, ((title_at, match[3]),), word, icon=icon)
        title = (title_at, match[3].strip()) if match[3].strip() else None
        return Segment("notice", offset, rest, word, title, icon=icon)

    def _icon(self, offset: int, written: str) -> str:
        """The icon that a notice asks for behind its word; empty where there is none."""
        if not written.strip():
            return ""
        match = _ICON.match(written)
        if not match:
            begin = offset + len(written) - len(written.lstrip())
            self._fault(begin, f"a notice takes an icon behind its word, not “{written.strip()}”",
                        "write for example [!tip icon: phone], and its title behind the bracket")  # fmt: skip
        elif match[1] not in ICONS:
            name = match[1]
            self.faults.append(Fault(offset + match.start(1), f"there is no icon {name}", icon_hint(name), "DG240"))
        else:
            return match[1]
        return ""

    def _quotation(self, offset: int, lines: list[Line]) -> Segment:
        by: Line | None = None
        start, last = lines[-1]
        if len(lines) > 1 and (match := _BY.match(last)):
            by = (start + match.end(), last[match.end() :].strip())
            lines = lines[:-1]
        return Segment("quote", offset, tuple(lines), by=by)

    def _is_tabbed(self, at: int) -> bool:
        """Whether two lines from here on are rows of a table as Word copies it."""
        rows = self.lines[at : at + 2]
        return len(rows) == 2 and all(_is_row(line) for _, line in rows)

    def _table(self, tabbed: bool) -> Segment | None:
        first = self.at
        rows: list[tuple[Line, ...]] = []
        lines: list[Line] = []
        while self.at < len(self.lines):
            offset, line = self.lines[self.at]
            if not (_is_row(line) if tabbed else _PIPED.match(line)):
                break
            lines.append((offset, line))
            if tabbed or not (len(lines) == 2 and _RULE.match(line)):
                rows.append(_split_tabs(offset, line) if tabbed else _split_pipes(offset, line))
            self.at += 1
        start = lines[0][0]
        if not tabbed and (len(lines) < 2 or not _RULE.match(lines[1][1])):
            self._fault(start, "a table has no line of dashes below its head",
                        "write | --- | --- | as its second line, a --- for each column")  # fmt: skip
        elif len(rows) < 2:
            self._fault(start, "a table has a head and no rows", "write a row below the line of dashes")
        columns = len(rows[0])
        for row, (offset, _) in zip(rows, (line for line in lines if tabbed or not _RULE.match(line[1])), strict=False):
            if len(row) != columns:
                message = f"this row has {len(row)} cells, the head of its table {columns}"
                self._fault(offset, message, "write as many cells as the head has; an empty one is a cell to fill in")
        if columns < 2:
            self._fault(start, "a table has one column", "write a list, or a second column")
        assert self.at > first
        aligns = () if tabbed or len(lines) < 2 else _aligns(lines[1][1])
        return Segment("table", start, tuple(lines), cells=tuple(rows), aligns=aligns)


def _aligns(rule: str) -> tuple[Align, ...]:
    """How the columns below a line of dashes stand: a colon at the right end, or at both, says so."""
    marks = (mark.strip() for mark in rule.strip().strip("|").split("|"))
    return tuple(("center" if mark[:1] == ":" else "right") if mark.endswith(":") else "left" for mark in marks)


def _prose(lines: list[Line]) -> Segment:
    last, line = lines[-1]
    return Segment("prose", lines[0][0], tuple(lines), end=last + len(line))


def _is_row(line: str) -> bool:
    """A line of cells: it holds a tab that stands behind no mark of a list."""
    if not line.strip():
        return False
    mark = _PASTED.match(line) or _NUMBERED.match(line) or _LABELLED.match(line)
    return "\t" in (line[mark.end() :] if mark else line)


def _split_tabs(offset: int, line: str) -> tuple[Line, ...]:
    return _trimmed(offset, line, [match.start() for match in re.finditer("\t", line)])


def _split_pipes(offset: int, line: str) -> tuple[Line, ...]:
    ends = [match.start() for match in _CELL_END.finditer(line)]
    first, last = ends[0], ends[-1]
    return _trimmed(offset + first + 1, line[first + 1 : last], [end - first - 1 for end in ends[1:-1]])


def _trimmed(offset: int, line: str, ends: list[int]) -> tuple[Line, ...]:
    """The cells between these places, each with the offset of its first character."""
    cells: list[Line] = []
    start = 0
    for end in (*ends, len(line)):
        cell = line[start:end]
        lead = len(cell) - len(cell.lstrip(" \t"))
        cells.append((offset + start + lead, cell.strip(" \t")))
        start = end + 1
    return tuple(cells)


def unpaste(text: str) -> str:
    """Prose with the list marks of Word as those of Markdown; a mark not seen before opens a further level."""
    seen: list[str] = []
    lines = []
    for line in text.split("\n"):
        match = _PASTED.match(line)
        if match:
            if match[2] not in seen:
                seen.append(match[2])
            line = f"{' ' * _INDENT * seen.index(match[2])}- {line[match.end() :]}"
        elif label := _LABELLED.match(line):
            line = f"{label[1]} {line[label.end() :]}"
        elif line.strip() and not line.startswith((" ", "\t")):
            seen.clear()
        lines.append(line)
    return "\n".join(lines)


def blank_marks(text: str) -> str:
    """A long text of the same length in which blocks have left their words only; code is blanked out whole."""
    chars = list(text)
    for segment in split_blocks(text)[0]:
        if segment.kind == "prose":
            for offset, line in segment.lines:
                _blank_list_mark(chars, offset, line)
            continue
        kept = [line for row in segment.cells for line in row] if segment.kind == "table" else list(segment.lines)
        if segment.kind == "code":
            kept = []
        elif segment.kind in ("quote", "notice"):  # what cannot stand there is reported once
            kept = [line for line in kept if not (line[1].startswith(">") or _PIPED.match(line[1]) or _is_row(line[1]))]
        kept += [line for line in (segment.title, segment.by) if line]
        _keep_only(chars, segment.start, segment.end, kept)
        for inner in split_inner(segment) if segment.kind in ("quote", "notice") else ():
            if inner.kind == "code":
                _keep_only(chars, inner.start, inner.end, ())
    return "".join(chars)


def _blank_list_mark(chars: list[str], offset: int, line: str) -> None:
    """What Word puts before an item becomes what Markdown has there."""
    if match := _PASTED.match(line):
        chars[offset : offset + match.end()] = " " * match.end()
        chars[offset + match.start(2)] = "-"
    elif match := _LABELLED.match(line):
        chars[offset + len(match[1]) : offset + match.end()] = " " * (match.end() - len(match[1]))
    elif match := _NUMBERED.match(line):
        chars[offset : offset + match.end()] = match.group().replace("\t", " ")


def _keep_only(chars: list[str], start: int, end: int, kept: Iterable[Line]) -> None:
    inside = {at for first, line in kept for at in range(first, first + len(line))}
    for at in range(start, end):
        if at not in inside and chars[at] != "\n":
            chars[at] = " "
