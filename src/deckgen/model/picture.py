"""A picture of the course's folder, as authored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from deckgen.model.base import Strict

_PLACES = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "bottom": 1.0}
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%?[\s,]+(\d{1,3}(?:\.\d+)?)\s*%?\Z")
_WRITTEN = "one or two of left, right, top, bottom, center are expected here, or two per cents such as 30 60"
MOST_PICTURES = 6


def _decode_focus(value: Any) -> Any:
    if isinstance(value, tuple) or value is None:
        return value
    if isinstance(value, str) and (match := _PERCENT.match(value.strip())):
        value = [float(number) for number in match.groups()]
    if isinstance(value, list) and len(value) == 2 and all(_is_number(number) for number in value):
        if all(0 <= number <= 100 for number in value):
            return value[0] / 100, value[1] / 100
        raise ValueError("per cents are counted from the top left corner, between 0 and 100")
    words = value.split() if isinstance(value, str) else []
    across = [word for word in words if word in ("left", "right")]
    down = [word for word in words if word in ("top", "bottom")]
    if not words or len(words) > 2 or len(across) > 1 or len(down) > 1 or not set(words) <= _PLACES.keys():
        raise ValueError(_WRITTEN)
    return _PLACES[across[0]] if across else 0.5, _PLACES[down[0]] if down else 0.5


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


Focus = Annotated[tuple[float, float] | None, BeforeValidator(_decode_focus)]
"""What must stay in sight of a cropped picture: shares of its width and height from the top left corner."""


class Picture(Strict):
    """A PNG, JPEG or SVG file of the course's folder, shown whole, or, with `focus`, cropped to fill its place."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"file"})

    file: Annotated[str, Field(min_length=1, max_length=400)]  # its path from the folder of the course
    alt: str = ""  # what it shows, for people who do not see it
    decorative: bool = False  # it tells nothing: then it needs no alt
    caption: str = ""  # under it
    credit: str = ""  # whose it is
    focus: Focus = None  # what must stay in sight when it is cropped: left, top right, center, 30 60 (per cent)

    @model_validator(mode="after")
    def _is_told(self) -> Picture:
        if not self.alt and not self.decorative:
            raise ValueError(
                "alt is missing: say what the picture shows, or write `decorative: true` if it says nothing"
            )
        if self.alt and self.decorative:
            raise ValueError("a picture with alt is not decorative: keep one of the two")
        return self


def _one_or_more(value: Any) -> Any:
    """A single picture is a list of one."""
    return [value] if isinstance(value, dict) else value


Pictures = Annotated[tuple[Picture, ...], BeforeValidator(_one_or_more), Field(max_length=MOST_PICTURES)]
"""Up to six pictures that stand together; a single one counts as a list of one."""


def pictures_of(record: Strict) -> Iterator[Picture]:
    """Every picture in a record, at any depth, in the order it is written."""
    waiting: list[Any] = [record]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Picture):
            yield here
        elif isinstance(here, Strict):
            waiting.extend(value for value in reversed(here.__dict__.values()) if isinstance(value, Strict | tuple))
        elif isinstance(here, tuple):
            waiting.extend(value for value in reversed(here) if isinstance(value, Strict | tuple))
