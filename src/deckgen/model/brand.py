"""The look of a house where it has no templates of its own: colours, faces, logo, footer."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from deckgen.model.base import Strict

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHORT = re.compile(r"#?([0-9A-Fa-f]{3})")
_ORDER = ("primary", "accent", "secondary")  # what several colours without names are


def _decode_colour(value: Any) -> Any:
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if match := _HEX.fullmatch(text):
        return match[1].upper()
    if match := _SHORT.fullmatch(text):
        doubled = "".join(2 * digit for digit in match[1].upper())
        raise ValueError(f"a colour is six hexadecimal digits: write {doubled}")
    if not text:
        raise ValueError('a colour is six hexadecimal digits such as "C8102E"; # without quotes begins a comment')
    raise ValueError('a colour is six hexadecimal digits, for example "C8102E"')


HexColour = Annotated[str, BeforeValidator(_decode_colour)]
"""A colour as red, green and blue, ``RRGGBB``; a # before it is welcome."""


def _name_colours(value: Any) -> Any:
    """One colour, or several in their order, are those of a house by name."""
    if isinstance(value, str | int | float):
        return {"primary": value}
    if isinstance(value, list | tuple) and 1 <= len(value) <= len(_ORDER):
        return dict(zip(_ORDER, value, strict=False))
    return value


class BrandColours(Strict):
    """The colours of a house. One is enough: what is not named becomes a shade of it."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"primary", "accent", "secondary", "positive", "negative", "ink"})

    primary: HexColour  # the main colour: titles, bars, talk
    accent: HexColour | None = None  # activities, what to do now
    secondary: HexColour | None = None  # debriefs, second series
    positive: HexColour | None = None  # what is right
    negative: HexColour | None = None  # what is wrong, warnings
    ink: HexColour | None = None  # text

    @property
    def by_role(self) -> dict[str, str]:
        """Those that are named."""
        return {key: value for key, value in self if value is not None}


class BrandFonts(Strict):
    """The faces of a house; what is not named stays as in the theme."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"latin", "east_asian", "heading"})

    latin: str = ""  # Latin letters and digits
    east_asian: str = ""  # Chinese characters
    heading: str = ""  # Latin letters in titles of slides


class Brand(Strict):
    """The look of a house on a theme that comes with deckgen."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"logo"})

    colours: Annotated[BrandColours, BeforeValidator(_name_colours)] | None = None
    fonts: BrandFonts | None = None
    logo: Annotated[str, Field(max_length=400)] = ""  # PNG, JPEG or SVG: its path from the folder of the course
    footer: str = ""  # one line at the foot of slides and pages
