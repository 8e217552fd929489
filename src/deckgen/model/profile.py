"""A profile: what one client's run of a course sets, in a file that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from deckgen.base.units import MOST_LUNCH, LunchWish, read_lunch
from deckgen.model.base import Strict
from deckgen.model.brand import Brand
from deckgen.model.class_size import ClassSize, read_size
from deckgen.model.course import Room
from deckgen.model.delivery import BreakMinutes, Sitting
from deckgen.model.fields import DayDate, DayDates, Name, Text, TimeOfDay
from deckgen.source.node import Located


def _decode_size(value: Any) -> Any:
    """`18` and `12-18` as a record."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        size = read_size(str(value))
        if size is None:
            raise ValueError(f"“{value}” is no number of people; write 18, or 12-18")
        return {"min": size[0], "max": size[1]}
    return value


def _decode_lunch(value: Any) -> Any:
    if isinstance(value, LunchWish):
        return value
    wish = read_lunch(value) if isinstance(value, str) else None
    if wish is None:
        raise ValueError(f"a lunch is written 11:40/60, 11:40, /45 or none, and takes at most {MOST_LUNCH} minutes")
    return wish


def _decode_room(value: Any) -> Any:
    """A room's name as a record."""
    return Located({"name": value}) if isinstance(value, str) and value else value


class Profile(Strict):
    """What one client's run sets; variables of the course stand beside these keys.

    `start`, `lunch`, `break_minutes` and `sitting` take one value for all days, or a list of one for each.
    """

    client: Text | None = None  # on covers and in file names
    title: Text | None = None
    subtitle: Text | None = None
    author: Text | None = None
    version: Name | None = None
    date: DayDate | None = None  # of this edition, on covers
    dates: DayDates = ()  # of the days, on agenda, run sheet and schedule
    class_size: Annotated[ClassSize, BeforeValidator(_decode_size)] | None = None  # 18, 12-18, or min, max and table
    room: Annotated[Room, BeforeValidator(_decode_room)] | None = None  # its name, or name, layout and equipment
    start: tuple[TimeOfDay, ...] = ()
    lunch: tuple[Annotated[LunchWish, BeforeValidator(_decode_lunch)], ...] = ()
    break_minutes: tuple[BreakMinutes, ...] = ()
    sitting: tuple[Sitting, ...] = ()
    breaks: Literal["exclusive", "inclusive"] | None = None
    theme: Text | None = None  # name of the theme; `--theme` wins
    logo: Text | None = None  # a picture; its path begins at the folder of the profile
    brand: Brand | None = None  # laid over that of the course, key by key
    trainer: Text | None = None  # whose notes go into the guide: those of notes/<trainer>.yaml; `--trainer` wins
    phrases: Mapping[str, Any] = Field(default_factory=dict)  # fixed phrases in other words
