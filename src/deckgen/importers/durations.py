"""Minutes that a heading or a line gives, in English and Chinese."""

from __future__ import annotations

import re

_NUMBER = r"([0-9]{1,3}(?:\.5)?)"
_UNIT = r"(minutes?|mins?\.?|hours?|hrs?\.?|h|分钟|小时|课时|')"
_BRACKETED = re.compile(
    rf"[ \u3000]*[(（\[【][^()（）\[\]【】]*?{_NUMBER}[ -]*{_UNIT}[^()（）\[\]【】]*[)）\]】]", re.IGNORECASE
)
_BEHIND = re.compile(rf"[ \u3000]*[-–—:：,，、][ \u3000]*{_NUMBER}[ -]*{_UNIT}[ \u3000]*\Z", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:takes?|taking|spend|give|allow|about|around|用时|时间|大约|约)[^.。0-9]{0,40}?"
    r"([0-9]{1,3}) ?(?:minutes?|mins?\b|分钟)",
    re.IGNORECASE,
)
_HOURS = ("h", "小时")


def take_minutes(text: str) -> tuple[str, int]:
    """A heading without its minutes, and these, 0 where it gives none."""
    match = _BRACKETED.search(text) or _BEHIND.search(text)
    if match is None:
        return text, 0
    number, unit = float(match[1]), match[2].lower()
    factor = 45 if unit == "课时" else 60 if unit.startswith(_HOURS) else 1
    return (text[: match.start()] + text[match.end() :]).strip(), round(number * factor)


def minutes_told(text: str) -> int:
    """Minutes that a sentence gives a task, as in “this should take about 10 minutes”; 0 where none does."""
    match = _TOLD.search(text)
    return int(match[1]) if match else 0
