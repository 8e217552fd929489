"""How a person of the course is drawn, where the author wants more than what follows from name, gender and role."""

from __future__ import annotations

from deckgen.base.people import Clothes, Dye, Extra, Hair, Skin, Tint
from deckgen.model.base import Strict


class PersonLook(Strict):
    """Parts of a portrait; those left out follow from the name."""

    hair: Hair | None = None
    hair_colour: Tint | None = None
    skin: Skin | None = None
    clothes: Clothes | None = None
    colour: Dye | None = None  # of the clothes: a colour of the theme, so that a house keeps its own
    wears: tuple[Extra, ...] = ()  # `nothing` leaves away what the role brings
