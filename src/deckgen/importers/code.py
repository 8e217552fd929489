"""Code of foreign material whose lines have room on a page."""

from __future__ import annotations

import unicodedata

MOST_COLUMNS = 64  # of the narrowest place, a sheet
_TAB = 4


def narrow(code: str) -> str:
    """The code; lines that are wider go on below, set in by four columns."""
    return "\n".join(part for line in code.split("\n") for part in _parted(line.expandtabs(_TAB)))


def _parted(line: str) -> list[str]:
    lead = " " * min(len(line) - len(line.lstrip()), MOST_COLUMNS // 2) + " " * _TAB
    parts, rest = [], line
    while _columns(rest) > MOST_COLUMNS:
        end = next(at for at in range(len(rest), 0, -1) if _columns(rest[:at]) <= MOST_COLUMNS)
        space = rest.rfind(" ", len(lead) + 1, end + 1)
        cut = space if space > 0 else end
        parts.append(rest[:cut].rstrip())
        rest = lead + rest[cut:].lstrip()
    return [*parts, rest]


def _columns(line: str) -> int:
    """Columns that a line takes; wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
