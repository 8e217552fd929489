"""Colours of a theme into contrast ratios and places in the Office colour scheme.

Refuses nothing: whoever reads a theme reports bad colours before these functions see them.
"""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from deckgen.base.roles import COLOURS, Colour

SCHEME_SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
)  # fmt: skip
_SCHEME = re.compile(rf"({'|'.join(SCHEME_SLOTS)})(?: (\d{{1,3}})/(\d{{1,3}})(?: (\d{{1,3}}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class SchemeColour:
    """A slot of the Office colour scheme, its luminance scaled by `mod` % and raised by `off` %.

    Its saturation is scaled by `pale` %.
    """

    slot: str
    mod: int = 100
    off: int = 0
    pale: int = 100


def read_scheme_colour(text: str) -> SchemeColour | None:
    """``accent1``, ``accent1 15/85`` (a tint) or ``accent1 15/85 60`` (a paler one); None when the text is neither."""
    match = _SCHEME.fullmatch(text)
    if match is None:
        return None
    slot, mod, off, pale = match.groups()
    return SchemeColour(slot, int(mod or 100), int(off or 0), int(pale or 100))


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of ``RRGGBB``, each 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def tint(colour: str, mod: int, off: int, pale: int = 100) -> str:
    """The colour Office shows for ``RRGGBB`` under satMod `pale` %, lumMod `mod` % and lumOff `off` %."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    light = min(1.0, light * mod / 100 + off / 100)
    saturation = min(1.0, saturation * pale / 100)
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


@lru_cache(maxsize=4096)  # asked for again and again while shades are sought
def luminance(colour: str) -> float:
    """Relative luminance of ``RRGGBB`` after WCAG 2, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest_fill(colour: str, colours: Mapping[str, str]) -> Colour:
    """The role whose colour in a theme comes nearest to ``RRGGBB``; roles of text and lines on fills are none."""
    roles = (role for role in COLOURS if role not in ("muted", "on_fill"))
    return cast("Colour", min(roles, key=lambda role: distance(colours[role], colour)))


def distance(one: str, other: str) -> float:
    """How far two colours are apart, 0 for equal ones; a tint is nearer to its colour than to others."""
    return sum((a - b) ** 2 for a, b in zip(_solid(one), _solid(other), strict=True))


@lru_cache(maxsize=1024)  # of the few colours of a theme, asked for again and again
def _solid(colour: str) -> tuple[float, float, float]:
    """A place in the double cone of hue, chroma and lightness, where a tint is nearer to its colour than to others."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    chroma = saturation * (1 - abs(2 * light - 1))
    return chroma * math.cos(math.tau * hue), chroma * math.sin(math.tau * hue), light
