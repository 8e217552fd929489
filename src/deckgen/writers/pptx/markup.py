"""Texts, lengths and colour roles into the markup that all parts of a deck share.

Refuses a colour role the theme does not know (KeyError, a bug of the caller).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deckgen.base.units import Frame
from deckgen.theme.colours import read_scheme_colour
from deckgen.theme.theme import Theme

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

# The root of every tree of shapes.
SHAPE_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
PAGE_FIELD = "{7B2C1B6E-3C0B-4B8E-9B52-0C6E6C7F2A11}"  # any fixed id will do

_EMU_PER_POINT = 12700
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Colours of text and grounds go through the master's colour map.
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def escape(text: str) -> str:
    """Text for an element or an attribute; characters XML cannot carry are left out."""
    return _UNWRITABLE.sub("", text).translate(_SPECIAL)


def emu(points: float) -> int:
    """Points in the unit of DrawingML."""
    return round(points * _EMU_PER_POINT)


def points(value: str | int) -> float:
    """DrawingML units in points."""
    return int(value) / _EMU_PER_POINT


def extent(frame: Frame, prefix: str = "a", attributes: str = "") -> str:
    """The ``xfrm`` of a frame; edges are rounded, so that frames that touch still touch."""
    left, top = emu(frame.x), emu(frame.y)
    width, height = emu(frame.x + frame.w) - left, emu(frame.y + frame.h) - top
    return (
        f'<{prefix}:xfrm{attributes}><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{max(0, width)}" cy="{max(0, height)}"/></{prefix}:xfrm>'
    )


def hundredths(size: float) -> int:
    """A font size or a distance of lines as DrawingML counts it."""
    return round(size * 100)


@dataclass(slots=True)
class Dress:
    """What a theme and a language put on every text and shape of one deck."""

    theme: Theme
    language: str
    _colours: dict[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language attributes of a run: the course's language, and the other script beside it."""
        other = "en-US" if not self.language.lower().startswith("en") else "zh-CN"
        return f'lang="{escape(self.language)}" altLang="{other}"'

    def colour(self, role: str) -> str:
        """A colour role as a place in the colour scheme where it has one: decks can be re-coloured."""
        found = self._colours.get(role)
        if found is None:
            scheme = read_scheme_colour(self.theme.scheme.get(role, ""))
            if scheme is None:
                found = f'<a:srgbClr val="{self.theme.colours[role]}"/>'
            else:
                slot = _MAPPED.get(scheme.slot, scheme.slot)
                steps = "" if scheme.mod == 100 else f'<a:lumMod val="{scheme.mod * 1000}"/>'
                steps += f'<a:lumOff val="{scheme.off * 1000}"/>' if scheme.off else ""
                found = f'<a:schemeClr val="{slot}">{steps}</a:schemeClr>' if steps else f'<a:schemeClr val="{slot}"/>'
            self._colours[role] = found
        return found

    def fill(self, role: str | None) -> str:
        """A plain fill of a colour role, or none."""
        return f"<a:solidFill>{self.colour(role)}</a:solidFill>" if role else "<a:noFill/>"


@dataclass(slots=True)
class Links:
    """The relationships of one part, in the order of first use."""

    found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship of `kind` (the last word of its type) to `target`."""
        return self.found.setdefault((kind, target, external), f"rId{len(self.found) + 1}")

    def markup(self) -> bytes:
        """The relationships part."""
        lines = [
            f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{escape(target)}"'
            + (' TargetMode="External"/>' if external else "/>")
            for (kind, target, external), name in self.found.items()
        ]
        return f'{XML}<Relationships xmlns="{RELATIONSHIPS}">{"".join(lines)}</Relationships>'.encode()
