"""One scalar of a YAML file in the place of another; every other byte stays as its author wrote it.

Of the scalar itself what does not change stays, too: its style where the new value allows it, its lines, its escapes.
Whatever is written is read again: where anything but that value would read otherwise, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from deckgen.base.folds import FOLD
from deckgen.source.decode import LINE_END, UNPRINTABLE
from deckgen.source.refold import break_line, cells, width_of
from deckgen.source.scalars import resolve_scalar, spelling
from deckgen.source.tokens import KeyPath, RefusedError, Token, TokenFile
from deckgen.source.units import Join, Unit, shown_units, spaced, tail_of, units_of

Value = str | int | float | bool | None
_LINE_FEEDS = re.compile("\n+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def shown_value(file: TokenFile, token: Token, join: Join = spaced) -> Value:
    """The value of a scalar as one edits it: folds joined, without the line feeds at the end of a block."""
    if token.plain and not isinstance(value := resolve_scalar(token.value), str):
        return value
    units = units_of(file.text, token)
    return "".join(shown_units(units, join)) if units is not None else token.value.rstrip("\n")


def replace_scalar(text: str, path: KeyPath, new: Value, join: Join = spaced) -> str:
    """The text of a file in which the scalar under these keys has another value.

    `new` is a value as `shown_value` gives it; `join` says how folds are read. Raises RefusedError.
    """
    file = TokenFile(text)
    token = file.at_path(path)
    if token.fixed:
        raise RefusedError(token.fixed)
    if isinstance(new, str):
        bad = UNPRINTABLE.search(new) or ("\r" in new and "\r")
        if bad:
            char = bad if isinstance(bad, str) else bad.group()
            raise RefusedError(f"the new text holds the control character U+{ord(char):04X}")
        new = new.rstrip("\n") if token.style in ("|", ">") else new
    before = shown_value(file, token, join)
    if (type(before), before) == (type(new), new):
        return text
    writer = _Writer(file, token, join)
    for written in dict.fromkeys(writer.candidates(new)):
        candidate = file.text[: token.start] + written + file.text[token.end :]
        if _reads_as(candidate, file, token, new, join):
            return file.mark + candidate
    raise RefusedError("this text cannot be written there without another change of the file")


def put_back(text: str, path: KeyPath, now: str, then: str) -> str:
    """The text of a file in which a scalar is written as it was; `now` is what stands there. Raises RefusedError."""
    file = TokenFile(text)
    token = file.at_path(path)
    if file.text[token.start : token.end] != now:
        raise RefusedError("it has been written anew since")
    candidate = file.text[: token.start] + then + file.text[token.end :]
    if not _differs_there_only(file, candidate, token.number):
        raise RefusedError("the lines around it have been written anew since")
    return file.mark + candidate


def _differs_there_only(before: TokenFile, candidate: str, number: int) -> bool:
    """Whether the file reads as it did but for the scalar of this number."""
    try:
        after = TokenFile(candidate)
    except RefusedError:
        return False
    old_facts, new_facts = before.facts(), after.facts()
    if old_facts[:number] != new_facts[:number] or old_facts[number + 1 :] != new_facts[number + 1 :]:
        return False
    event, old = after.events[number], before.events[number]
    return type(event) is type(old) and (event.anchor, event.tag) == (old.anchor, old.tag)


def _reads_as(candidate: str, before: TokenFile, token: Token, new: Value, join: Join) -> bool:
    """Whether the file reads as it did but for the new value of this one scalar."""
    if not _differs_there_only(before, candidate, token.number):
        return False
    after = TokenFile(candidate)
    written = next(item for item in after.tokens if item.number == token.number)
    blocks = token.style in ("|", ">") and written.style in ("|", ">")
    kept = not blocks or tail_of(written) == tail_of(token)
    value = shown_value(after, written, join)
    return kept and (type(value), value) == (type(new), new)


class _Writer:
    """The ways to write one scalar, the nearest to what stands there first."""

    def __init__(self, file: TokenFile, token: Token, join: Join) -> None:
        self.file, self.token, self.join = file, token, join
        self.text = file.text
        ends = LINE_END.findall(self.text)
        self.end = max(set(ends), key=ends.count) if ends else "\n"
        self.width = width_of(self.text, file.tokens)
        self.written = self.text[token.start : token.end]
        self.lines = LINE_END.split(self.written)
        self.indent = self._indent()

    def candidates(self, new: Value) -> Iterator[str]:
        """What may stand in place of the token; none is certain to be read as meant."""
        empty = not self.written  # directly behind its colon or dash
        yield from (" " * empty + written for written in self._candidates(new))

    def _candidates(self, new: Value) -> Iterator[str]:
        if not isinstance(new, str):
            yield "null" if new is None else spelling(new)
            return
        style, several = self.token.style, "\n" in new
        yield from self._spliced(new)
        if style == ">":
            yield from self._block(new, ">")
        if style in ("|", ">") or (style != '"' and several):
            yield from self._block(new, "|")
        if style is None and new and not several:
            yield new + self._after()
        single, double = "'" + new.replace("'", "''") + "'", self._double(new)
        fits_single = not several and "\t" not in new and style != '"'
        if fits_single and (style == "'" or ("\\" in double and "'" not in new)):
            yield single + self._after()
        yield double + self._after()

    def _indent(self) -> str:
        """What stands before the lines of this scalar but its first."""
        for line in self.lines[1:]:
            if line.strip(" "):
                return "".join(takewhile(" ".__eq__, line)) if self.token.style not in ("|", ">") else self._of_block()
        return " " * (self.token.parent + 2 if self.token.parent >= 0 else 2)

    def _of_block(self) -> str:
        units = units_of(self.text, self.token)
        first = next((unit.start for unit in units or () if unit.said.strip("\n") and unit.said != FOLD), None)
        if first is None:
            return " " * (self.token.parent + 2)
        line_start = max(self.text.rfind("\n", 0, first), self.text.rfind("\r", 0, first)) + 1
        return " " * (first - line_start)

    # -- a stretch of the scalar ---------------------------------------------------------------------

    def _spliced(self, new: str) -> Iterator[str]:
        """The scalar with only the stretch written anew that differs."""
        units = units_of(self.text, self.token)
        if not units:
            return
        shown = shown_units(units, self.join)
        head = _common(shown, new)[0]
        heads = [head, len(list(_before_folds(shown[:head])))]
        for first in dict.fromkeys(heads):
            start = sum(map(len, shown[:first]))
            tail, length = _common([piece[::-1] for piece in reversed(shown[first:])], new[start:][::-1])
            middle = new[start : len(new) - length]
            if len(self.lines) > 1 or "\n" not in middle or self.token.style == '"':
                yield from self._with(units, first, len(units) - tail, middle)

    def _with(self, units: Sequence[Unit], first: int, last: int, middle: str) -> Iterator[str]:
        token = self.token
        start = units[first].start if first < len(units) else units[-1].end
        end = units[last - 1].end if last > first else start
        head, tail = self.text[token.start : start], self.text[end : token.end]
        written = self._inside(middle, ends_line=not tail or LINE_END.match(tail) is not None)
        if token.style == ">" or (token.style != "|" and len(self.lines) > 1):
            yield self._refolded(head, written, tail)
        yield head + written + tail

    def _inside(self, middle: str, *, ends_line: bool) -> str:
        """A stretch of text as it stands inside the scalar; `ends_line` says that nothing follows on its last line."""
        style = self.token.style
        if style == '"' and len(self.lines) == 1:
            return "".join(_ESCAPES.get(char, char) for char in middle)
        if style == '"':
            middle = "".join(char if char == "\n" else _ESCAPES.get(char, char) for char in middle)
        elif style == "'":
            middle = middle.replace("'", "''")
        written = _LINE_FEEDS.sub(lambda feeds: self.end * (len(feeds.group()) + (style != "|")) + self.indent, middle)
        return written.removesuffix(self.indent) if ends_line and middle.endswith("\n") else written

    def _refolded(self, head: str, written: str, tail: str) -> str:
        """All three together, with lines that were touched and became too wide broken anew."""
        whole = head + written + tail
        column = self.token.start - _line_start(self.text, self.token.start)
        first = _line_start(whole, len(head))
        stop = LINE_END.search(whole, len(head) + len(written))
        last = stop.start() if stop else len(whole)
        touched = whole[first:last]
        lead = column if first == 0 else 0  # the first line stands behind its key
        if self.token.style == ">" and first == 0:
            return whole
        lines = LINE_END.split(touched)
        broken = []
        for number, line in enumerate(lines):
            width = self.width - (lead if number == 0 else 0)
            apart = self.token.style == ">" and line[len(self.indent) :][:1] in (" ", "\t")
            fits = cells(line) <= width
            broken.append(line if fits or apart else break_line(line, self.indent, self.end, width, self.join))
        return whole[:first] + self.end.join(broken) + whole[last:]

    # -- the whole scalar -------------------------------------------------------------------------------

    def _double(self, new: str) -> str:
        return '"' + "".join(_ESCAPES.get(char, char) for char in new) + '"'

    def _block(self, new: str, style: str) -> Iterator[str]:
        """The text as a block; none where it would need more than indentation."""
        if self.token.flow or not new or new[0] in " \t\n":
            return
        tail = tail_of(self.token)
        header = style + {"": "-", "\n": ""}.get(tail, "+")
        old_style = self.token.style in ("|", ">")
        rest = self.lines[0][1:].lstrip("0123456789+-") if old_style else ""  # a comment
        if style == ">" and "\n\n" in new:
            return
        lines = []
        for line in new.split("\n"):
            if style == ">" and line:
                line = break_line(self.indent + line, self.indent, self.end, self.width, self.join)
            elif line:
                line = self.indent + line
            lines.append(line)
        between = self.end if style == "|" else self.end * 2
        yield header + rest + self.end + between.join(lines) + self._after()

    def _after(self) -> str:
        """What the token of a block has behind its last line of text: line ends and blank lines."""
        if self.token.style not in ("|", ">"):
            return ""
        return self.written[len(self.written.rstrip(" \r\n")) :]


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _common(shown: Sequence[str], new: str) -> tuple[int, int]:
    """How many pieces a text begins with, and how many of its characters they are."""
    at = count = 0
    for piece in shown:
        if not new.startswith(piece, at):
            break
        at, count = at + len(piece), count + 1
    return count, at


def _before_folds(shown: Sequence[str]) -> Iterator[str]:
    """The pieces without those at the end that say nothing: unseen folds."""
    kept = list(shown)
    while kept and not kept[-1]:
        kept.pop()
    yield from kept
