"""Colours that no theme need name: each is a tint of one that it does, so that a deck re-coloured in Office keeps them.

Where the tint would be wrong - skin in the colours of a house that is blue - a colour of its own stands in its place.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from deckgen.theme.colours import channels, luminance, read_scheme_colour, tint

_Tint = tuple[int, int, int]
_PLAIN: _Tint = (100, 0, 100)

# role -> the role it follows, with luminance x % + %, and saturation x %.
_ON_LIGHT: dict[str, tuple[str, _Tint]] = {
    "hair_line": ("line", (60, 52, 100)),
    "card": ("paper", _PLAIN),
    "disc": ("primary_soft", _PLAIN),
    "disc_pale": ("paper", _PLAIN),
    "wall": ("primary_soft", _PLAIN),
    "dark": ("ink", _PLAIN),
    "light": ("paper", _PLAIN),
}
_ON_DARK: dict[str, tuple[str, _Tint]] = {
    "hair_line": ("line", (47, 0, 200)),
    "card": ("surface", _PLAIN),
    "disc": ("primary", (40, 52, 77)),
    "disc_pale": ("primary", (40, 52, 77)),
    "wall": ("primary", (52, 0, 100)),
    "dark": ("paper", _PLAIN),
    "light": ("ink", _PLAIN),
}
_SHADES: dict[str, tuple[str, _Tint]] = {
    "accent_shade": ("accent", (74, 0, 100)),
    "positive_shade": ("positive", (70, 0, 100)),
    "ink_soft": ("dark", (100, 14, 90)),
}
# role -> a tint of the accent, where that is a warm and deep one, and what stands in its place elsewhere.
_WARM: dict[str, tuple[_Tint, str]] = {
    "skin_light": ((20, 75, 90), "F5CFB3"),
    "skin_light_shade": ((20, 63, 52), "D3B29A"),
    "skin": ((20, 66, 80), "EAB892"),
    "skin_shade": ((20, 55, 50), "C99E7E"),
    "skin_deep": ((20, 59, 70), "DCA078"),
    "skin_deep_shade": ((20, 48, 48), "BD8A67"),
    "brown": ((64, 0, 46), "5A3A28"),
}
_FIXED = {"mark": "F6C44F", "mark_shade": "B98C22", "glow": "FDF0CC"}
_SOFT_MARK = {False: "FDF0CC", True: "5A4A1C"}  # by whether the theme is a dark one
_WARM_HUES = (0.02, 0.12)  # of the circle: from red-brown to amber
_LEAST_SATURATION = 0.5
_MOST_LIGHT = 0.55  # of a deep colour


def is_dark(colours: Mapping[str, str]) -> bool:
    """Whether a theme writes light on dark; not, where it does not say."""
    return {"ink", "paper"} <= colours.keys() and luminance(colours["paper"]) < luminance(colours["ink"])


def derive_colours(colours: Mapping[str, str], scheme: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Colours and places in the colour scheme of the roles that follow from those of a theme; none from none.

    A role that the theme names itself is not among them.
    """
    dark = is_dark(colours)
    derived = {**_FIXED, "mark_soft": _SOFT_MARK[dark]}
    places: dict[str, str] = {}
    wanted = {**(_ON_DARK if dark else _ON_LIGHT), **_SHADES}
    if "accent" in colours:
        warm = _is_warm(colours["accent"])
        for role, (steps, instead) in _WARM.items():
            if warm:
                wanted[role] = ("accent", steps)
            else:
                derived[role] = instead
    for role, (base, (mod, off, pale)) in wanted.items():
        if (colour := colours.get(base) or derived.get(base, "")) == "":
            continue
        plain = (mod, off, pale) == _PLAIN
        derived[role] = colour if plain else tint(colour, mod, off, pale)
        place = read_scheme_colour(scheme.get(base) or places.get(base, ""))
        if place is None:
            continue
        if plain:
            places[role] = scheme.get(base) or places[base]
        elif (place.mod, place.off) == (100, 0):
            places[role] = f"{place.slot} {mod}/{off} {pale}"
    return (
        {role: colour for role, colour in derived.items() if role not in colours},
        {role: place for role, place in places.items() if role not in colours},
    )


def _is_warm(colour: str) -> bool:
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    return _WARM_HUES[0] <= hue <= _WARM_HUES[1] and saturation >= _LEAST_SATURATION and light <= _MOST_LIGHT
