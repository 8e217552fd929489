"""What can be mended without asking: list marks, characters that nobody sees, full-width signs of YAML.

Every fix is what the hint of a diagnostic says, at its place, and only where there is one way to follow it; nothing
else on the line is touched. What only shows when something else is mended is mended, too, so that a second run finds
nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.decode.course import salvage_course
from deckgen.pipeline.upgrade import Draft, Rewritten
from deckgen.source.characters import find_hidden
from deckgen.source.edits import Edit, Files

MOST_ROUNDS = 200  # a file that is no YAML shows one mistake at a time
_BLANK = re.compile("[ \t\u3000]*")
_WIDE_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_FULL_WIDTH = {"：": ": ", "，": ", ", "｛": "{", "｝": "}", "［": "[", "］": "]", "－": "- "}
_CLOSES = re.compile(r"“(.)” is a full-width quote and closes nothing: write (.) in its place")
_QUIET = ("", ",", "]", "}", "#")  # what may follow a closing quote
_PARTS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"  # controls that part words: without them two would be one


def fix_course(folder: Path) -> Rewritten:
    """The files of a course that can be mended, with their new texts, and how many of each kind were mended."""
    draft, done = Draft(folder), Counter[str]()
    first = dict[str, str]()
    for _ in range(MOST_ROUNDS):
        told = _read(draft)
        first = {**draft.texts, **first}
        files = Files(draft.texts)
        edits = [edit for item in told if (edit := _edit(item, files)) is not None]
        if not edits:
            break
        texts = files.edited(edits)
        if texts == draft.texts:
            break
        draft.texts = texts
        done.update(_KINDS[item.code] for item in told if _edit(item, files) is not None)
    changed = {Path(name): text for name, text in draft.texts.items() if text != first[name]}
    return Rewritten(changed, dict(done))


def _read(draft: Draft) -> Report:
    """All that is wrong with the texts themselves, in any delivery."""
    report = Report()
    raw, ids = draft.read(report)
    for name in ids:
        salvage_course(raw, name, {}, report)
    return report


def _edit(item: Diagnostic, files: Files) -> Edit | None:
    """The one edit that the hint asks for; None where it leaves a choice, or the place is not what it was told of."""
    fix, span = _FIXES.get(item.code), item.span
    if fix is None or span is None or not span.line or span.file not in files.texts:
        return None
    text, at = files.texts[span.file], files.offset(span.file, span.line, span.column)
    if at >= len(text):
        return None
    change = fix(item, text, at)
    return Edit(span.file, *change) if change is not None else None


Change = tuple[int, int, str] | None
"""Where the text that goes begins and ends, and what stands there then."""


def _before(text: str, at: int) -> str:
    """What stands on the line before a place."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def _behind_blanks(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _take_mark(text: str, start: int, mark: int) -> Change:
    """A list mark: the item of a long text gets a dash, that of a YAML list, which has one, none."""
    end = _behind_blanks(text, mark + 1)
    if not _before(text, start).strip():
        return mark, end, "- "
    return (start, end, "") if text[end : end + 1].isalnum() else None  # else YAML would read the rest otherwise


def _fix_list_mark(item: Diagnostic, text: str, at: int) -> Change:
    mark = _behind_blanks(text, at)
    if text[mark : mark + 1] != item.message[1:2]:
        return None
    if item.hint.startswith("begin the line"):
        return None if _before(text, at).strip() else _take_mark(text, at, mark)
    if item.hint.startswith("take it off:"):
        end = _behind_blanks(text, mark + 1)
        return (at, end, "") if text[end : end + 1].isalnum() else None
    return None


def _fix_hidden(item: Diagnostic, text: str, at: int) -> Change:
    line_start = text.rfind("\n", 0, at) + 1
    line = text[line_start:].split("\n", 1)[0]
    if not any(line_start + place == at and message == item.message for place, message, _ in find_hidden(line)):
        return None
    if item.hint == "delete it":
        return at, at + 1, ""
    if item.hint.startswith("delete it; an item of a list"):
        return _take_mark(text, at, at)
    written = item.hint.removeprefix("write ")
    return (at, at + 1, written) if len(written) == 1 else None


def _fix_control(item: Diagnostic, text: str, at: int) -> Change:
    char = text[at]
    return (at, at + 1, "") if unicodedata.category(char) == "Cc" and char not in _PARTS else None


def _fix_mark_of_order(item: Diagnostic, text: str, at: int) -> Change:
    return (0, 1, "") if text.startswith("\ufeff") else None


def _fix_yaml(item: Diagnostic, text: str, at: int) -> Change:
    """Full-width signs where YAML's own were meant."""
    char = text[at]
    if closing := _CLOSES.match(item.hint):
        end = text.find("\n", at)
        place = text.rfind(closing[1], at + 1, end if end >= 0 else len(text))
        rest = text[place + 1 :].split("\n", 1)[0].strip()
        return (place, place + 1, closing[2]) if place >= 0 and rest[:1] in _QUIET else None
    if "behind the colon stands" in item.message and (match := _WIDE_SPACES.match(text, at)):
        return at, match.end(), " "
    if "a full-width" in item.message and char in _FULL_WIDTH:
        sign = _FULL_WIDTH[char]
        follows = text[at + 1 : at + 2]
        return at, at + 1, sign.rstrip() if follows in (" ", "\n", "\r", "") and len(sign) > 1 else sign
    return None


_FIXES: dict[str, Callable[[Diagnostic, str, int], Change]] = {
    "DG001": _fix_yaml,
    "DG012": _fix_mark_of_order,
    "DG016": _fix_control,
    "DG032": _fix_hidden,
    "DG122": _fix_list_mark,
}
_KINDS = {
    "DG001": "full-width sign",
    "DG012": "byte order mark",
    "DG016": "control character",
    "DG032": "unseen character",
    "DG122": "list mark",
}
