"""The one way to follow the hint of a diagnostic, as an edit of the file that it is about.

Whoever finds a mistake makes its edit, and only where nothing has to be decided: the hint leaves no choice, and what
stands there then is what the hint says. Nothing else on the line is touched.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MARK_OF_ORDER = "\ufeff"
BEFORE_THE_FIRST = 0
"""The column of a byte order mark, which stands before the first character of a file."""
_BLANKS = re.compile("[ \t\u3000]*")


class Change(NamedTuple):
    """What stands in place of the characters of a text from `start` to before `end`."""

    start: int
    end: int
    new: str


class Fix(NamedTuple):
    """What stands in place of `old`, which begins at this line and column (from 1) of a file and ends on that line.

    `what` names the kind of thing that is mended. It is to be applied only where the file still says `old` there.
    """

    what: str
    file: str
    line: int
    column: int
    old: str
    new: str


def without_mark(text: str, mark: int) -> Change | None:
    """A list mark of one character on its line: a line that begins with it gets a dash, the item of a list, which has
    one, none; None where YAML would read the rest otherwise.
    """
    end = behind_blanks(text, mark + 1)
    line = text.rfind("\n", 0, mark) + 1
    if not text[line:mark].strip():
        return Change(mark, end, "- ")
    return Change(mark, end, "") if text[end : end + 1].isalnum() else None


def behind_blanks(text: str, at: int) -> int:
    """Where the spaces and tabs from a place on end."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at
