"""What every block shares: the unit that is timed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.fields import Energy, Id, Minutes, Text
from deckgen.model.slides import AnySlide


class Material(Strict):
    """Something to bring; quantities follow from class size and `per`."""

    item: Text
    per: Literal["person", "table", "room", "pair", "triad"] = "table"
    qty: Annotated[int, Field(ge=1, le=999)] = 1


class Block(Strict):
    """A timed stretch of a module. Subclasses narrow `kind`."""

    needs_objective: ClassVar[bool] = True

    kind: str
    id: Id
    title: Text
    method: Text
    energy: Energy
    minutes: Minutes | None = None
    elastic: Annotated[int, Field(ge=0, le=60)] = 0
    priority: Annotated[int, Field(ge=1, le=5)] = 3
    core_skill: bool = False
    optional: bool = False
    objectives: tuple[Id, ...] = ()
    covers: tuple[Id, ...] = ()
    slides: Annotated[tuple[AnySlide, ...], Field(min_length=1)]
    sheets: tuple[Id, ...] = ()
    materials: tuple[Material, ...] = ()
    late: str = ""  # how to give back the elastic minutes
    differences: str = ""  # how the deliveries differ here; printed in the guide only
    place: Literal["", "day_start", "day_end"] = ""
