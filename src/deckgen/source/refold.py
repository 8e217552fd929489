"""Lines of folded scalars that an edit has made too long, broken anew; all other lines stay as they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from deckgen.base.folds import FOLD
from deckgen.source.decode import LINE_END
from deckgen.source.emit import WIDTH
from deckgen.source.tokens import Token
from deckgen.source.units import Join

_ENDS = "。！？；.!?;"  # behind these a line is broken best
_CLOSING = "，。、；：！？）」』”’》】…—·,.;:!?)]}"
_OPENING = "（「『“‘《【([{"
_NEVER_FIRST = "#-?:,[]{}&*!|>'\"%@`"  # what YAML could read otherwise at the beginning of a line
_CLAUSES = "，、：；,"
_LEAST = 1 / 2  # of a line's room, which a sentence or clause must fill for its end to be taken


def cells(text: str) -> int:
    """How wide a text is where wide characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def width_of(text: str, tokens: Sequence[Token]) -> int:
    """How wide the author of a file lets folded lines become, in columns."""
    widths = [
        cells(line)
        for token in tokens
        if token.style != "|" and LINE_END.search(text, token.start, token.end)
        for line in LINE_END.split(text[token.start : token.end].rstrip())[1:]
    ]
    return max(widths, default=WIDTH)


def break_line(line: str, indent: str, end: str, width: int, join: Join) -> str:
    """One line of text behind its indentation as several that are no wider than `width` where that can be done.

    `end` is the line end of the file. What is read does not change.
    """
    lead = line[: len(line) - len(line.lstrip(" "))]
    lines, rest = [], line[len(lead) :]
    while cells(lead + rest) > width:
        place = _best(rest, width - cells(lead), join)
        if place is None:
            break
        lines.append(lead + rest[:place].rstrip(" "))
        rest, lead = rest[place:].lstrip(" "), indent
    return end.join([*lines, lead + rest])


def _best(text: str, room: int, join: Join) -> int | None:
    """Where the next line begins; the first place there is when none leaves the line short enough."""
    fitting: list[tuple[int, tuple[int, int]]] = []
    used = 0
    places = set(_places(text, join))
    for index, char in enumerate(text):
        if index in places:
            if used - (text[index - 1] == " ") > room:
                return max(fitting, key=lambda pair: pair[1])[0] if fitting else index
            last = text[:index].rstrip(" ")[-1:]
            good = 2 * (last in _ENDS) or (last in _CLAUSES)
            fitting.append((index, (good * (used >= room * _LEAST), index)))
        used += cells(char)
    return max(fitting, key=lambda pair: pair[1])[0] if fitting else None


def _places(text: str, join: Join) -> Iterator[int]:
    """Where a line may be broken so that the fold is read as what stands there now."""
    for index in range(1, len(text) - 1):
        before, char, after = text[index - 1], text[index], text[index + 1]
        if char == " ":
            if before not in " \\" and after not in " " + _NEVER_FIRST and _joined(text, index, index + 1, join) == " ":
                yield index
        elif (
            _is_wide(before)
            and _is_wide(char)
            and before not in _OPENING
            and char not in _CLOSING
            and not _joined(text, index, index, join)
        ):
            yield index


def _joined(text: str, end: int, start: int, join: Join) -> str:
    before, after = text[max(0, end - 16) : end], text[start : start + 16]
    whole = join(before + FOLD + after)
    return whole[len(before) : len(whole) - len(after)]


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
