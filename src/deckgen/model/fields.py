"""Field types that several models share."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError, PydanticKnownError

from deckgen.base.icons import ICONS
from deckgen.base.names import fault_in, file_part
from deckgen.base.units import Clock, Split, read_clock
from deckgen.text.phrases.en import EN
from deckgen.text.scripts import has_cjk

_SPLIT = re.compile(r"\s*(\d{1,3})\s*/\s*(\d{1,3})\s*/\s*(\d{1,3})\s*\Z", re.ASCII)

MOST_SHORT = 6  # characters of Chinese
ICON_ERROR = "icon"  # the type of the error of an `IconName`
NAME_ERROR = "file_name"  # the type of the error of a `Name`


def read_split(text: str) -> Split | None:
    """Minutes as they are written, ``talk/activity/debrief``; None for what is written otherwise."""
    match = _SPLIT.match(text)
    return Split(*(int(part) for part in match.groups())) if match else None


def _decode_split(value: Any) -> Any:
    if isinstance(value, Split):
        return value
    if isinstance(value, str) and (split := read_split(value)):
        return split
    raise ValueError("minutes are written talk/activity/debrief, for example 6/8/3")


def _decode_clock(value: Any) -> Any:
    if isinstance(value, Clock):
        return value
    if isinstance(value, str) and (clock := read_clock(value)):
        return clock
    raise ValueError("a time of day is written hh:mm, for example 09:00")


def _decode_slide_minutes(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value <= 240:
            raise ValueError("slide minutes lie between 0 and 240")
        return value
    return _decode_split(value)


def _decode_block_minutes(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= 480:
            raise ValueError("minutes of a block lie between 1 and 480")
        return value
    return _decode_split(value)


def _check_name(value: str) -> str:
    fault = fault_in(value)
    if fault:
        raise PydanticCustomError(NAME_ERROR, "{fault}", {"fault": fault, "better": file_part(value)})
    return value


def _as_list(value: Any) -> Any:
    """A single string where a list is meant is a list of one."""
    if isinstance(value, str) and value.startswith("［") and value.endswith("］"):
        raise ValueError("a list is expected here, and full-width brackets open none")
    return [value] if isinstance(value, str) else value


def _check_icon(value: str) -> str:
    if value and value not in ICONS:
        raise PydanticCustomError(ICON_ERROR, "{name}", {"name": value})
    return value


IconName = Annotated[str, AfterValidator(_check_icon)]
"""The name of an icon, or empty."""

BlockMinutes = Annotated[int | Split, BeforeValidator(_decode_block_minutes)]
"""Minutes of a block: ``talk/activity/debrief``, or one number that splits as its slides do."""

SlideMinutes = Annotated[int | Split, BeforeValidator(_decode_slide_minutes)]
"""Minutes of a slide: one number (its kind says whether talk, activity or debrief) or a split."""

TimeOfDay = Annotated[Clock, BeforeValidator(_decode_clock)]
"""A time of day, ``hh:mm``."""


def check_date(value: str) -> str:
    """A date as ISO 8601 writes it; raises ValueError for what is none."""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("a date is written year-month-day, for example 2026-01-15") from None
    return value


def _check_dates(value: tuple[str, ...]) -> tuple[str, ...]:
    """Dates that rise."""
    for text in value:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"{text} is no date; a date is written year-month-day, as in 2026-01-15") from None
    for one, next_one in pairwise(value):
        if date.fromisoformat(one) >= date.fromisoformat(next_one):
            raise ValueError(f"days come one after another: {next_one} does not come after {one}")
    return value


DayDate = Annotated[str, Field(min_length=1, examples=["2026-01-15"]), AfterValidator(check_date)]
"""A date, ``2026-01-15``."""

Text = Annotated[str, Field(min_length=1)]
"""A non-empty string with inline Markdown."""

Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
"""A list of texts; a single string counts as a list of one."""

DayDates = Annotated[tuple[Text, ...], BeforeValidator(_as_list), AfterValidator(_check_dates)]
"""The dates of days, one after another."""

Cells = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""The cells of a row; an empty text is a cell to fill in."""

LONG = "long text"
"""Marks, in the annotation of a field, texts of several paragraphs and lists."""

LongText = Annotated[str, Field(min_length=1), LONG]
"""A non-empty text that may have paragraphs, line breaks and lists."""

OptionalLong = Annotated[str, LONG]
"""The same, or empty."""

LongTexts = Annotated[tuple[LongText, ...], BeforeValidator(_as_list)]
"""A list of long texts; a single string counts as a list of one."""


def _check_short(value: str) -> str:
    """Six characters of Chinese, or twice as many of an alphabet."""
    most = MOST_SHORT if has_cjk(value) else 2 * MOST_SHORT
    if sum(1 if has_cjk(char) else 0.5 for char in value) > MOST_SHORT:
        raise PydanticKnownError("string_too_long", {"max_length": most})
    return value


def _phrase_keys(schema: dict[str, Any]) -> None:
    """The schema of phrases: each key of a phrase, with its words."""
    schema["properties"] = {key: {"type": "string", "description": words} for key, words in EN.items()}
    schema["additionalProperties"] = False


Phrasing = Annotated[dict[str, str], Field(json_schema_extra=_phrase_keys)]
"""Phrases by their key; keys and placeholders were checked when the course was decoded."""

Short = Annotated[str, Field(min_length=1), AfterValidator(_check_short)]
"""A text for the course map, of at most six characters of Chinese or twelve of an alphabet."""

Name = Annotated[str, Field(min_length=1), AfterValidator(_check_name)]
"""A name that becomes part of file names: any letters, none of the signs that a file name cannot hold."""

Id = Annotated[
    str, Field(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$"), AfterValidator(_check_name)
]
"""An identifier: Latin letters, digits, dot, dash, underscore; the rule of `Name` holds, too."""

NEWEST_FORMAT = 1  # of courses, as a semantic version counts: a new one may mean something else by the same words
FORMAT_ERROR = "course_format"


def _check_format(value: Any) -> Any:
    """The format of a course, where this deckgen reads it."""
    if isinstance(value, bool) or value != NEWEST_FORMAT:
        raise PydanticCustomError(FORMAT_ERROR, "a format that is not read", {"newest": NEWEST_FORMAT})
    return value


CourseFormat = Annotated[int, BeforeValidator(_check_format)]
"""Which format a course is written in; there is one so far."""

Status = Literal["draft", "finished"]
"""How far a part of a course is; a draft part makes those around it drafts."""

Energy = Annotated[int, Field(ge=1, le=5)]
"""Energy of the room the block aims at, 1 (calm) to 5 (lively)."""
