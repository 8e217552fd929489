"""Numbers as steps say them: 两分半, 90秒, three minutes; and how many people a group has."""

from __future__ import annotations

import re

_CHINESE = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2}
_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH = dict(zip(_TEN, range(1, 11), strict=True)) | {
    "a": 1, "an": 1, "half": 0.5, "pair": 2, "pairs": 2, "twos": 2, "triad": 3, "triads": 3, "threes": 3, "fours": 4,
}  # fmt: skip
NUMBER = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九]?十[一二三四五六七八九]?|[半一二两三四五六七八九])"
NUMBER_WORD = r"(?:\d+(?:\.\d+)?|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
DURATION = re.compile(
    rf"(?P<minutes>{NUMBER})\s?分(?:(?P<half>半)|钟)|(?P<seconds>{NUMBER}十?)\s?秒"
    rf"|\b(?P<min>{NUMBER_WORD})[ -](?:minutes?|min)\b|\b(?P<sec>{NUMBER_WORD}) (?:seconds?|s)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"({NUMBER})\s?人(?!以上|组里)|\b(pairs?|twos|triads?|threes|fours)\b|\b(?:tables?|groups?) of ({NUMBER_WORD})\b",
    re.IGNORECASE,
)


def read_number(text: str) -> float:
    """The number of Chinese or English words or digits."""
    text = text.strip().lower().removesuffix(" a")
    if text in _ENGLISH:
        return _ENGLISH[text]
    if text == "半":
        return 0.5
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text)
    tens, mark, ones = text.partition("十")
    if not mark:
        return _CHINESE[text]
    return 10 * _CHINESE.get(tens, 1) + _CHINESE.get(ones, 0)


def read_duration(match: re.Match[str]) -> float:
    """Minutes of a match of `DURATION`."""
    if match["minutes"]:
        return read_number(match["minutes"]) + (0.5 if match["half"] else 0)
    if match["seconds"]:
        return read_number(match["seconds"]) / 60
    return read_number(match["min"]) if match["min"] else read_number(match["sec"]) / 60


def group_size(grouping: str) -> int:
    """How many people work together, by the first number that a grouping names; 0 where it names none."""
    match = _GROUP.search(grouping)
    return int(read_number(match[1] or match[2] or match[3])) if match else 0
