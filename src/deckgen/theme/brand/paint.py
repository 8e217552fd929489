"""The colour scheme of a house into the colour roles of a theme.

Colours stay what they are where text in them can be read on paper and on their own tint; where not, they become darker
by as little as is needed, still as a shade of their place in the scheme, so that a deck can be re-coloured.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckgen.theme.colours import channels, contrast, tint

LEAST = 4.6  # a hair above what a theme must have: Office rounds
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_USUAL = {"positive": "23694A", "negative": "B0261F", "accent": "AB420A", "primary": "1B4B5C", "secondary": "46568F"}
_HUES = {"positive": (80, 170), "negative": (340, 375)}  # degrees


@dataclass(slots=True)
class Paint:
    """Colours by role, their places in the colour scheme, and what was changed."""

    colours: dict[str, str] = field(default_factory=dict)
    scheme: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def paint(slots: Mapping[str, str]) -> Paint:
    """The colour roles of a theme from a colour scheme whose lt1 is paper and whose dk1 is ink."""
    done = Paint()
    paper, ink = slots.get("lt1", "FFFFFF"), slots.get("dk1", "000000")
    done.colours |= {"paper": paper, "ink": ink, "on_fill": paper}
    done.scheme |= {"paper": "lt1", "ink": "dk1", "on_fill": "lt1"}
    free = [slot for slot in _ACCENTS if slot in slots]
    for role in ("primary", "secondary"):
        _take(done, slots, role, free.pop(0) if free else "")
    for role in ("negative", "positive"):
        hue = next((slot for slot in free if _is_hue(slots[slot], _HUES[role])), "")
        _take(done, slots, role, hue)
        if hue:
            free.remove(hue)
    _take(done, slots, "accent", _most_vivid(slots, free))
    _quiet(done, slots)
    return done


def _take(done: Paint, slots: Mapping[str, str], role: str, slot: str) -> None:
    paper = done.colours["paper"]
    usual = not slot
    colour = slots.get(slot, _USUAL[role])
    for mod in range(100, 4, -5):
        shade = colour if mod == 100 else tint(colour, mod, 0)
        soft = _soft(shade)
        if min(contrast(shade, paper), contrast(shade, soft)) >= LEAST and contrast(done.colours["ink"], soft) >= LEAST:
            break
    done.colours |= {role: shade, f"{role}_soft": soft}
    if usual:
        done.notes.append(f"colours: {role} is {shade}, as in the default theme: the template has none left for it")
        return
    if mod == 100:
        done.scheme |= {role: slot, f"{role}_soft": f"{slot} {_SOFT[0]}/{_SOFT[1]}"}
    else:
        # a tint of a shade has no place of its own in the scheme
        done.scheme[role] = f"{slot} {mod}/0"
        done.notes.append(f"colours: {role} is {slot} ({colour}) made darker, {shade}: text in it can be read on paper")


_SOFT = (15, 85)


def _soft(colour: str) -> str:
    return tint(colour, *_SOFT)


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
        done.colours["surface"] = _mix(ink, paper, 0.03)
    grounds = (paper, done.colours["surface"], *softs)
    muted = slots.get("dk2", "")
    if muted and muted != ink and min(contrast(muted, ground) for ground in grounds) >= LEAST:
        done.colours["muted"] = muted
        done.scheme["muted"] = "dk2"
    else:
        shares = (share / 20 for share in range(12, 21))
        done.colours["muted"] = next(
            (m for s in shares if min(contrast(m := _mix(ink, paper, s), ground) for ground in grounds) >= LEAST), ink
        )
    shares = (share / 20 for share in range(7, 21))
    done.colours["line"] = next(m for s in shares if contrast(m := _mix(ink, paper, s), paper) >= 3.1)


def _mix(one: str, other: str, share: float) -> str:
    return "".join(
        f"{round(255 * (share * a + (1 - share) * b)):02X}" for a, b in zip(channels(one), channels(other), strict=True)
    )
