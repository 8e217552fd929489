"""What every diagram type shares."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.fields import IconName
from deckgen.model.kinds import Kind
from deckgen.model.short_forms import ShortForm

Text = Annotated[str, Field(min_length=1, coerce_numbers_to_str=True)]
"""A short plain text that says something; a bare number in YAML is read as its digits."""

OptionalText = Annotated[str, Field(coerce_numbers_to_str=True)]
"""A short plain text that may be left out (empty)."""


class DiagramData(Kind):
    """A typed diagram: data, never coordinates. Each subclass narrows `type` to its own word."""

    lowered: ClassVar[bool] = False  # becomes a native table or chart, instead of being drawn
    upright: ClassVar[bool] = False  # about as high as wide: on a slide it may stand beside its title
    reading_height: ClassVar[float]  # points of height of a reading across the page; 0 = it stands beside its text

    type: str
    alt: str = ""

    @abstractmethod
    def parts(self) -> tuple[str, ...]:
        """The texts that say what the model states, in reading order; the alternative text is made of them."""


class Labels(Strict):
    """Words that a diagram writes by itself; those left empty are phrases of the course's language."""


class Iconed(Strict):
    """A part of a diagram that may have an icon; each declares the key `icon`, as its last."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"icon"})


class Titled(Iconed):
    """A node of a diagram: what it is called and, if given, what it means."""

    title: Text
    text: OptionalText = ""
    icon: IconName = ""  # beside its words: phone, users, clock; docs/icons.md shows all


class Named(Iconed):
    """A node of a diagram that has few words, mostly written as a text alone."""

    title: Text
    icon: IconName = ""  # beside its words: phone, users, clock; docs/icons.md shows all


AnyItem = Annotated[Named, ShortForm("title")]
"""An item as authored: a text, or its title with an icon."""


class TitledList(Iconed):
    """A heading with the items that stand under it."""

    title: Text
    items: tuple[AnyItem, ...] = Field(min_length=1, max_length=6)
    icon: IconName = ""  # beside its words: phone, users, clock; docs/icons.md shows all


def titles(items: Iterable[Named]) -> tuple[str, ...]:
    """What items are called, in order."""
    return tuple(item.title for item in items)
