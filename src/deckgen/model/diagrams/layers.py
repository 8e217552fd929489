"""The `layers` diagram: one utterance heard in three layers."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, Iconed, Text
from deckgen.model.fields import IconName


class Layer(Iconed):
    """One layer and what is heard there."""

    title: Text
    text: Text
    icon: IconName = ""


class Layers(DiagramData):
    """An utterance and exactly three layers, from the surface down."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0
    said: ClassVar[frozenset[str]] = frozenset({"utterance"})

    type: Literal["layers"] = "layers"
    utterance: Text
    layers: tuple[Layer, ...] = Field(min_length=3, max_length=3)

    def parts(self) -> tuple[str, ...]:
        """The utterance, then each layer."""
        return (self.utterance, *(f"{layer.title} {layer.text}" for layer in self.layers))
