"""List marks in texts: those that Word leaves behind, and lines that YAML joined although they were a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.base.fixes import Change, behind_blanks, without_mark
from deckgen.base.folds import FOLD

BULLETS = "•‣⁃∙▪▫◦➢➤❖\uf06c\uf06e\uf075\uf076\uf09f\uf0a7\uf0b7\uf0d8\uf0fc"  # the last are those of Wingdings
"""Characters that are nothing but list marks."""

_SHAPES = "●■◆○◇★·・"  # list marks only where a space follows: ○○公司 is a name left out
_DASHES = "–−－‒‐‑"
_MARK = re.compile(rf"[ \t\u3000]*(?:[{BULLETS}]|[{_SHAPES}](?=[ \t\u3000])|[{_DASHES}](?=[ \t\u3000]+[^0-9\s]))")
_OWN_MARK = re.compile(r"[ \t]*[-*+](?=[ \t]+[^0-9\s])")
_ANY_MARK = re.compile(rf"{_MARK.pattern}|{_OWN_MARK.pattern}")
# Numbers of a list, by their writing: what stands before and behind them, and the words in their order.
_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \t]*([0-9]{1,2})[.)、．）](?![0-9])"), ""),
    (re.compile(r"[ \t]*[(（]([0-9]{1,2})[)）]"), ""),
    (re.compile(rf"[ \t]*([{_CIRCLED}])"), _CIRCLED),
    (re.compile(rf"[ \t]*[(（]?([{_CHINESE}])[、.)）．]"), _CHINESE),
    (re.compile(rf"[ \t]*第([{_CHINESE}])[步条点项讲章节]"), _CHINESE),
    (re.compile(r"[ \t]*[(（]?([A-H])[.)、．）](?![\w.])"), "ABCDEFGH"),
    (re.compile(r"[ \t]*[(（]?([a-h])[)）、](?!\w)"), "abcdefgh"),
)
_ENDS = "，。；：！？、,.;:!?…"
_KEY = re.compile(r"([a-z][a-z_]{1,30})：")
_BOX = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+\[[ xX]?\][ \t]")
_LINE = re.compile(f"(?:\\A|[{FOLD}\n])([^{FOLD}\n]*)")

_KEEP = "write each on a line of its own as an item of a YAML list, or keep the lines of a long text with |"


class ListMark(NamedTuple):
    """Offset, code, message and hint of a mark, and the change of the text that takes it away."""

    offset: int
    code: str
    message: str
    hint: str
    change: Change | None = None


def find_list_marks(text: str, masked: str, *, long: bool) -> Iterator[ListMark]:
    """The marks of a text; `masked` is the text without code and escapes."""
    lines = [(match.start(1), text[match.start()] == FOLD if match.start(1) else False, match.end(1))
             for match in _LINE.finditer(text)]  # fmt: skip
    numbers: dict[int, int] = {}  # the last number of each writing
    marks = [_mark_of(masked[start:end]) for start, _, end in lines]
    for index, (start, folded, end) in enumerate(lines):
        line = masked[start:end]
        follows = _goes_on(line, masked[: max(start - 1, 0)], numbers)
        key = _KEY.match(line) if folded else None
        if key:
            message = f"“{key[1]}：” has a full-width colon, so this line was joined to the one above"
            yield ListMark(start, "DG124", message, f"write `{key[1]}: ` with a colon and a space")
        elif folded and (follows or (marks[index] and _is_list(marks, index, line, masked[: start - 1]))):
            yield ListMark(start, "DG124", "this line of a list was joined to the one above", _KEEP)
        elif not folded and (match := _MARK.match(line)):
            mark = match.group().strip()
            hint = "begin the line with “- ”" if long else "take it off: each item of a YAML list gets its mark"
            change = without_mark(text, match.end() - 1 + start) if long else _taken_off(text, start, match.end())
            yield ListMark(start, "DG122", f"“{mark}” (U+{ord(mark):04X}) is a list mark", hint, change)
        elif not folded and long and (match := _BOX.match(line)):
            hint = "write them under `checks:`, or take [ ] off"
            yield ListMark(start, "DG121", "boxes to tick are not read", hint)
        elif not folded and not long and (match := _OWN_MARK.match(line)):
            mark = match.group().strip()
            hint = f"take it off, or write \\{mark} to print it"
            yield ListMark(start, "DG122", f"“{mark}” begins a list, and this text holds none", hint)


def _taken_off(text: str, start: int, mark_end: int) -> Change | None:
    """A mark at the beginning of a line and the blanks around it, where YAML reads what is left as it did."""
    end = behind_blanks(text, start + mark_end)
    return Change(start, end, "") if text[end : end + 1].isalnum() else None


def _goes_on(line: str, before: str, numbers: dict[int, int]) -> bool:
    """Whether a line begins with the number after the last one of its writing, which is noted.

    Numbers that running text has, too, count where the line before does not end: joined, the two would be one.
    """
    for kind, (pattern, words) in enumerate(_NUMBERS):
        if match := pattern.match(line):
            number = words.index(match[1]) + 1 if words else int(match[1])
            follows = numbers.get(kind, -1) + 1 == number
            numbers[kind] = number
            return follows and (kind == 0 or before.rstrip()[-1:] not in _ENDS)
    return False


def _mark_of(line: str) -> str:
    match = _ANY_MARK.match(line)
    return match.group().strip() if match else ""


def _is_list(marks: list[str], index: int, line: str, before: str) -> bool:
    """Whether a mark at the start of a folded line is one: a dash may also part a sentence."""
    mark = marks[index]
    if mark in BULLETS or mark in _SHAPES:
        return True
    return marks.count(mark) > 1 or before.rstrip().endswith((":", "："))
