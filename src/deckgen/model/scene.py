"""A scene of the floor: where a module begins, who is there and what one of them says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from deckgen.base.people import ScenePlace
from deckgen.model.base import Strict
from deckgen.model.fields import Texts


class Scene(Strict):
    """A scene on a divider; without people it shows some of the course."""

    place: ScenePlace
    people: Annotated[Texts, Field(max_length=3)] = ()  # by the names that the course knows them by; the first speaks
    says: str = ""  # in a bubble: at most two short lines
