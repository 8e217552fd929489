"""The colour scheme of a house into the colour roles of a theme.

Colours stay what they are where text in them can be read on paper and on their own tint; where not, they become darker
by as little as is needed, still as a shade of their place in the scheme, so that a deck can be re-coloured.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckgen.theme.colours import channels, contrast, luminance, tint

LEAST = 4.6  # a hair above what a theme must have: Office rounds
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_USUAL = {"positive": "23694A", "negative": "B0261F", "accent": "AB420A", "primary": "1B4B5C", "secondary": "46568F"}
_MEANINGS = ("positive", "negative")
INK = 7.0  # contrast of text with paper
APART = 1.5  # contrast of two solid colours that are told apart without hue
_SOFTS = ((15, 85), (12, 88), (10, 90), (8, 92), (6, 94))  # luminance of tints, the fullest that is read first
_PAPER = 0.7  # luminance of the darkest paper
_SURFACE = 0.03  # of ink in the quiet ground behind text
_HUES = {"positive": (80, 170), "negative": (340, 375)}  # degrees


@dataclass(slots=True)
class Paint:
    """Colours by role, their places in the colour scheme, and what was changed."""

    colours: dict[str, str] = field(default_factory=dict)
    scheme: dict[str, str] = field(default_factory=dict)
    softs: dict[str, tuple[int, int]] = field(default_factory=dict)  # steps of tints that have no place in a scheme
    notes: list[str] = field(default_factory=list)


def paint(slots: Mapping[str, str]) -> Paint:
    """The colour roles of a theme from a colour scheme: of its first two colours the lighter is paper, the darker ink.

    Where they cannot be told apart, or paper is not light, text is black on white.
    """
    done = Paint()
    pair = {slot: slots.get(slot, usual) for slot, usual in (("lt1", "FFFFFF"), ("dk1", "000000"))}
    light, dark = sorted(pair, key=lambda slot: luminance(pair[slot]), reverse=True)
    paper, ink = pair[light], pair[dark]
    if contrast(paper, ink) < INK or luminance(paper) < _PAPER:
        paper, ink = "FFFFFF", "000000"
        done.notes.append(
            "colours: text is black on white: the template's first two colours are too near to each other"
        )
    else:
        done.scheme |= {"paper": light, "ink": dark, "on_fill": light}
    done.colours |= {"paper": paper, "ink": ink, "on_fill": paper}
    free = [slot for slot in _ACCENTS if slot in slots]
    for role in ("primary", "secondary"):
        _take(done, slots, role, free.pop(0) if free else "")
    for role in ("negative", "positive"):
        hue = next((slot for slot in free if _is_hue(slots[slot], _HUES[role])), "")
        _take(done, slots, role, hue)
        if hue:
            free.remove(hue)
    _take(done, slots, "accent", _most_vivid(slots, free))
    _part(done)
    _quiet(done, slots)
    return done


def paint_house(given: Mapping[str, str], usual: Mapping[str, str]) -> Paint:
    """The colour roles of a house that names at least `primary`, beside a theme's `usual` ones; without places.

    What it does not name is a shade of its own colour; right and wrong keep their green and red.
    """
    done = Paint()
    paper = usual["paper"]
    done.colours |= {"paper": paper, "ink": given.get("ink", usual["ink"]), "on_fill": paper}
    if contrast(done.colours["ink"], paper) < INK:
        done.colours["ink"] = usual["ink"]
        done.notes.append(f"ink: {given['ink']} is too light to be read; text stays {usual['ink']}")
    for role in ("primary", "positive", "negative", "accent", "secondary"):
        named = given.get(role, usual[role] if role in _MEANINGS else "")
        shade, _, steps = _readable(named or _sibling(done.colours), done.colours)
        if role in given and shade != named:
            done.notes.append(f"{role}: {named} cannot be read on paper; shown darker, as {shade}")
        done.colours |= {role: shade, f"{role}_soft": tint(shade, *steps)}
        done.softs[role] = steps
    _part(done)
    _quiet(done, {})
    return done


def _part(done: Paint) -> None:
    """Talk and activity are told apart by light and dark, too, since many print in grey: activities give way."""
    primary, accent = done.colours["primary"], done.colours["accent"]
    if contrast(primary, accent) >= APART:
        return
    steps = [(mod, 0) for mod in range(95, 35, -5)] + [(100 - off, off) for off in range(5, 65, 5)]
    for mod, off in steps:
        shade = tint(accent, mod, off)
        if contrast(shade, primary) >= APART and _readable(shade, done.colours)[1] == 100:
            break
    else:
        return
    steps_of_soft = _readable(shade, done.colours)[2]
    done.colours |= {"accent": shade, "accent_soft": tint(shade, *steps_of_soft)}
    done.softs["accent"] = steps_of_soft
    slot, _, before = done.scheme.pop("accent", "").partition(" ")
    done.scheme.pop("accent_soft", None)
    if slot and not before:  # a shade of a shade has no place of its own in the scheme
        done.scheme["accent"] = f"{slot} {mod}/{off}"
    way = "darker" if off == 0 else "lighter"
    done.notes.append(f"colours: accent is {way}, {shade}, so that activities can be told from talk in grey print")


def _readable(colour: str, colours: Mapping[str, str], step: int = 2) -> tuple[str, int, tuple[int, int]]:
    """The colour, darker by as little as it takes to read text in it on paper and on its own tint; per cent, tint."""
    for mod in range(100, -1, -step):
        shade = colour if mod == 100 else tint(colour, mod, 0)
        for steps in _SOFTS:
            if _is_readable(shade, tint(shade, *steps), colours):
                return shade, mod, steps
    return colours["ink"], 0, _SOFTS[0]


def _is_readable(shade: str, soft: str, colours: Mapping[str, str]) -> bool:
    surface = _mix(colours["ink"], colours["paper"], _SURFACE)
    grounds = (colours["paper"], surface, soft)
    return min(contrast(shade, ground) for ground in grounds) >= LEAST and contrast(colours["ink"], soft) >= LEAST


def _sibling(colours: Mapping[str, str]) -> str:
    """A shade of the main colour that can be told from it and its other shades by light and dark."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(colours["primary"]))
    taken = [colours[role] for role in ("primary", "accent") if role in colours]
    shades = [_rgb(*colorsys.hls_to_rgb(hue, light / 100, saturation)) for light in range(60, 3, -2)]
    shades = [shade for shade in shades if _readable(shade, colours)[1] == 100] or [colours["ink"]]
    # the nearest that can be told from all of them; the farthest where none can
    apart = {shade: min(contrast(shade, other) for other in taken) for shade in shades}
    told = [shade for shade in shades if apart[shade] >= APART + 0.1]
    return min(told, key=lambda shade: apart[shade]) if told else max(shades, key=lambda shade: apart[shade])


def _rgb(*parts: float) -> str:
    return "".join(f"{round(255 * part):02X}" for part in parts)


def link_colour(slots: Mapping[str, str], slot: str, done: Paint) -> str:
    """The colour of links that a scheme has in ``hlink`` or ``folHlink``, dark enough to be read on paper."""
    return _readable(slots.get(slot) or done.colours["primary"], done.colours)[0]


def _take(done: Paint, slots: Mapping[str, str], role: str, slot: str) -> None:
    colour = slots.get(slot, _USUAL[role])
    shade, mod, steps = _readable(colour, done.colours, 5)
    done.colours |= {role: shade, f"{role}_soft": tint(shade, *steps)}
    if not slot:
        done.notes.append(f"colours: {role} is {shade}, as in the default theme: the template has none left for it")
        return
    if mod == 100:
        done.scheme |= {role: slot, f"{role}_soft": f"{slot} {steps[0]}/{steps[1]}"}
    else:
        # a tint of a shade has no place of its own in the scheme
        done.scheme[role] = f"{slot} {mod}/0"
        done.notes.append(f"colours: {role} is {slot} ({colour}) made darker, {shade}: text in it can be read on paper")


def _hsv(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hsv(*channels(colour))


def _is_hue(colour: str, degrees: tuple[int, int]) -> bool:
    hue, saturation, _ = _hsv(colour)
    angle = hue * 360
    return saturation > 0.35 and (degrees[0] <= angle <= degrees[1] or degrees[0] <= angle + 360 <= degrees[1])


def _most_vivid(slots: Mapping[str, str], free: list[str]) -> str:
    return max(free, key=lambda slot: _hsv(slots[slot])[1], default="")


def _quiet(done: Paint, slots: Mapping[str, str]) -> None:
    """Surfaces, secondary text and lines: nearly the paper, nearly the ink, between them."""
    paper, ink = done.colours["paper"], done.colours["ink"]
    softs = [colour for role, colour in done.colours.items() if role.endswith("_soft")]
    surface = slots.get("lt2", "")
    texts = [done.colours[role] for role in ("ink", "primary", "secondary", "accent", "positive", "negative")]
    if surface and min(contrast(text, surface) for text in texts) >= LEAST:
        done.colours["surface"] = surface
        done.scheme["surface"] = "lt2"
    else:
        shares = (_SURFACE, _SURFACE / 2, 0.0)
        done.colours["surface"] = next(
            ground
            for share in shares
            if share == 0 or min(contrast(text, ground := _mix(ink, paper, share)) for text in texts) >= LEAST
        )
    grounds = (paper, done.colours["surface"], *softs)
    muted = slots.get("dk2", "")
    if muted and muted != ink and min(contrast(muted, ground) for ground in grounds) >= LEAST:
        done.colours["muted"] = muted
        done.scheme["muted"] = "dk2"
    else:
        darker = (share / 20 for share in range(12, 21))
        done.colours["muted"] = next(
            (m for s in darker if min(contrast(m := _mix(ink, paper, s), ground) for ground in grounds) >= LEAST), ink
        )
    lines = (share / 20 for share in range(7, 21))
    done.colours["line"] = next(m for s in lines if contrast(m := _mix(ink, paper, s), paper) >= 3.1)


def _mix(one: str, other: str, share: float) -> str:
    return "".join(
        f"{round(255 * (share * a + (1 - share) * b)):02X}" for a, b in zip(channels(one), channels(other), strict=True)
    )
