"""The `persona` diagram: a kind of person and how to meet them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from deckgen.model.diagrams.base import AnyItem, DiagramData, Iconed, Labels, OptionalText, Text, titles
from deckgen.model.fields import IconName


class PersonaLabels(Labels):
    """The headings of the four lists; empty ones are phrases of the course's language."""

    model_config = ConfigDict(serialize_by_alias=True)

    traits: OptionalText = ""
    needs: OptionalText = ""
    avoid: OptionalText = ""
    try_: OptionalText = Field(default="", alias="try")


class Persona(DiagramData, Iconed):
    """A name and four lists of two to five items: traits, needs, what to avoid, what to try.

    Its icon stands in place of the portrait.
    """

    model_config = ConfigDict(serialize_by_alias=True)

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["persona"] = "persona"
    name: Text
    traits: tuple[AnyItem, ...] = Field(min_length=2, max_length=5)
    needs: tuple[AnyItem, ...] = Field(min_length=2, max_length=5)
    avoid: tuple[AnyItem, ...] = Field(min_length=2, max_length=5)
    try_: tuple[AnyItem, ...] = Field(alias="try", min_length=2, max_length=5)
    labels: PersonaLabels = PersonaLabels()
    icon: IconName = ""  # in place of the portrait

    def parts(self) -> tuple[str, ...]:
        """The name, then traits, needs, what to avoid and what to try."""
        return (self.name, *titles((*self.traits, *self.needs, *self.avoid, *self.try_)))
