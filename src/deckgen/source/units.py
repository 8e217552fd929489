"""What is written of a scalar, character by character, and what each of them says in its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from deckgen.base.folds import FOLD
from deckgen.source.decode import LINE_END
from deckgen.source.tokens import Token
from deckgen.source.written import Pieces, block_lines, indents_of, unescape

Join = Callable[[str], str]
"""A text with `FOLD` where YAML folded a line, as it is read."""

_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*|.)")
_WINDOW = 16  # characters around a fold that say how it is read


class Unit(NamedTuple):
    """The stretch `[start, end)` of the file, and what it says: a character, line feeds, `FOLD`, or nothing."""

    start: int
    end: int
    said: str


def spaced(text: str) -> str:
    """As YAML reads folds: each is a space."""
    return text.replace(FOLD, " ")


def tail_of(token: Token) -> str:
    """The line feeds at the end of a block scalar, which hang on its header."""
    return token.value[len(token.value.rstrip("\n")) :] if token.style in ("|", ">") else ""


def units_of(text: str, token: Token) -> list[Unit] | None:
    """The units of a scalar, its `tail_of` left out; None where they would not say what YAML reads."""
    expected = token.value[: len(token.value) - len(tail_of(token))]
    for units in _readings(text, token):
        if spaced("".join(unit.said for unit in units)) == expected:
            return units
    return None


def shown_units(units: Sequence[Unit], join: Join) -> list[str]:
    """What every unit is read as: of folds a space or nothing."""
    said = [unit.said for unit in units]
    marked = "".join(said)
    shown, at = [], 0
    for piece in said:
        if piece == FOLD:
            before = marked[max(0, at - _WINDOW) : at].replace(FOLD, "")
            after = marked[at + 1 : at + 1 + _WINDOW].replace(FOLD, "")
            joined = join(before + FOLD + after)
            shown.append(joined[len(before) : len(joined) - len(after)])
        else:
            shown.append(piece)
        at += len(piece)
    return shown


def _readings(text: str, token: Token) -> Iterator[list[Unit]]:
    if token.style not in ("|", ">"):
        yield list(_flow_units(text, token))
        return
    written = text[token.start : token.end]
    for indent in indents_of(written):
        pieces = block_lines(written, _Start(0), indent)
        yield list(_block_units(text, token.start, pieces, folded=token.style == ">"))


class _Start(NamedTuple):
    line: int


def _flow_units(text: str, token: Token) -> Iterator[Unit]:
    quoted = token.style in ("'", '"')
    at, stop = token.start + quoted, token.end - quoted
    while at < stop:
        if gap := _GAP.match(text, at, stop):
            breaks = len(LINE_END.findall(gap.group()))
            end, said = gap.end(), FOLD if breaks == 1 else "\n" * (breaks - 1)
        elif token.style == '"' and (escape := _ESCAPE.match(text, at, stop)):
            end = escape.end()
            said = "" if LINE_END.match(text, at + 1) else _unescaped(escape.group())
        elif token.style == "'" and text.startswith("''", at):
            end, said = at + 2, "'"
        else:
            end, said = at + 1, text[at]
        yield Unit(at, end, said)
        at = end


def _unescaped(escape: str) -> str:
    try:
        return unescape(escape)
    except yaml.YAMLError:
        return escape  # half of a pair: it says nothing by itself


def _block_units(text: str, start: int, pieces: Pieces, *, folded: bool) -> Iterator[Unit]:
    starts = [match.end() for _, match in zip(range(len(pieces)), LINE_END.finditer(text, start), strict=False)]
    end, before, breaks = (starts or [start])[0], "", 0
    first = True
    for line, (content, _, column) in zip(starts, pieces, strict=True):
        if not content and folded:
            breaks += 1
            continue
        line_end = LINE_END.search(text, line)
        at = min(line + column - 1, line_end.start() if line_end else len(text))
        if not first or breaks:
            apart = folded and (before[:1] in (" ", "\t") or content[:1] in (" ", "\t"))
            kept = breaks + (not folded or apart) - (first and apart)
            yield Unit(end, at, "\n" * kept or FOLD)
        for offset, char in enumerate(content, start=at):
            yield Unit(offset, offset + 1, char)
        end, before, breaks, first = at + len(content), content or before, 0, False
