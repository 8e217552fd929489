"""Colours that no theme names: each is a tint of one that it does, so that a deck re-coloured in Office keeps them.

Where the tint would be wrong - skin in the colours of a house that is blue - a colour of its own stands in its place.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from deckgen.theme.colours import channels, read_scheme_colour, tint

_Tint = tuple[int, int, int]

# role -> the role it follows, with luminance x % + %, and saturation x %.
_TINTS: dict[str, tuple[str, _Tint]] = {
    "hair_line": ("line", (60, 52, 100)),
    "accent_shade": ("accent", (74, 0, 100)),
    "positive_shade": ("positive", (70, 0, 100)),
    "ink_soft": ("ink", (100, 14, 90)),
}
# role -> a tint of the accent, where that is a warm one, and what stands in its place elsewhere.
_WARM: dict[str, tuple[_Tint, str]] = {
    "skin_light": ((20, 75, 90), "F5CFB3"),
    "skin_light_shade": ((20, 63, 52), "D3B29A"),
    "skin": ((20, 66, 80), "EAB892"),
    "skin_shade": ((20, 55, 50), "C99E7E"),
    "skin_deep": ((20, 59, 70), "DCA078"),
    "skin_deep_shade": ((20, 48, 48), "BD8A67"),
    "brown": ((64, 0, 46), "5A3A28"),
}
_FIXED = {"mark": "F6C44F", "mark_soft": "FDF0CC", "mark_shade": "B98C22"}
_WARM_HUES = (0.02, 0.12)  # of the circle: from red-brown to amber
_LEAST_SATURATION = 0.5


def derive_colours(colours: Mapping[str, str], scheme: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Colours and places in the colour scheme of the roles that follow from those of a theme; none from none."""
    derived, places = dict(_FIXED), {}
    wanted = dict(_TINTS)
    if "accent" in colours:
        warm = _is_warm(colours["accent"])
        for role, (steps, instead) in _WARM.items():
            if warm:
                wanted[role] = ("accent", steps)
            else:
                derived[role] = instead
    for role, (base, (mod, off, pale)) in wanted.items():
        if base not in colours:
            continue
        derived[role] = tint(colours[base], mod, off, pale)
        place = read_scheme_colour(scheme.get(base, ""))
        if place is not None and (place.mod, place.off) == (100, 0):
            places[role] = f"{place.slot} {mod}/{off} {pale}"
    return derived, places


def _is_warm(colour: str) -> bool:
    hue, _, saturation = colorsys.rgb_to_hls(*channels(colour))
    return _WARM_HUES[0] <= hue <= _WARM_HUES[1] and saturation >= _LEAST_SATURATION
