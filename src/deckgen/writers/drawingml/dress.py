"""Colour roles, faces and language of a theme into DrawingML.

Refuses a colour role the theme does not know (KeyError, a bug of the caller).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.base.markup import Markup, Template, join
from deckgen.theme import Theme
from deckgen.theme.colours import read_scheme_colour
from deckgen.theme.tints import derive_colours

# Colours of text and grounds go through the colour map of the master or of the document: that of a theme which writes
# light on dark is the other way round.
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_MAPPED_ON_DARK = {"lt1": "tx1", "dk1": "bg1", "lt2": "tx2", "dk2": "bg2"}
_RGB = Template('<a:srgbClr val="{colour}"/>')
_SCHEME = Template('<a:schemeClr val="{slot}"/>')
_TINT = Template('<a:schemeClr val="{slot}">{steps}</a:schemeClr>')
_MOD, _OFF = Template('<a:lumMod val="{mod}"/>'), Template('<a:lumOff val="{off}"/>')
_PALE = Template('<a:satMod val="{pale}"/>')
_SOLID = Template("<a:solidFill>{colour}</a:solidFill>")
_LANGUAGE = Template('lang="{language}" altLang="{other}"')
_FACES = Template('<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/>')
NO_FILL = Markup("<a:noFill/>")
NO_LINE = Markup("<a:ln><a:noFill/></a:ln>")


@dataclass(slots=True)
class Dress:
    """What a theme and a language put on every text and shape of one artefact."""

    theme: Theme
    language: str
    lang: Markup = field(init=False)  # attributes of a run: the artefact's language, and the other script beside it
    faces: Markup = field(init=False)  # for text that has no style or placeholder to inherit from
    is_chinese: bool = field(init=False)
    written: dict[tuple[object, ...], Markup] = field(default_factory=dict)  # lines and looks that recur
    _fills: dict[str, tuple[Markup, Markup]] = field(default_factory=dict)
    _mapped: dict[str, str] = field(init=False)
    _derived: tuple[dict[str, str], dict[str, str]] = field(init=False)  # colours and places that no theme names

    def __post_init__(self) -> None:
        self._derived = derive_colours(self.theme.colours, self.theme.scheme)
        self._mapped = _MAPPED_ON_DARK if self.theme.scheme.get("ink", "").startswith("lt") else _MAPPED
        other = "zh-CN" if self.language.lower().startswith("en") else "en-US"
        self.is_chinese = self.language.lower().startswith("zh")
        self.lang = _LANGUAGE(self.language, other)
        self.faces = _FACES(self.theme.fonts.latin, self.theme.fonts.east_asian)

    def colour(self, role: str) -> Markup:
        """A colour role as a place in the colour scheme where it has one: artefacts can be re-coloured."""
        return self._look_up(role)[0]

    def fill(self, role: str | None) -> Markup:
        """A plain fill of a colour role, or none."""
        return self._look_up(role)[1] if role else NO_FILL

    def value(self, role: str) -> str:
        """A colour role as RRGGBB, for markup that knows no colour scheme."""
        return self._derived[0].get(role) or self.theme.colours[role]

    def _look_up(self, role: str) -> tuple[Markup, Markup]:
        known = self._fills.get(role)
        if known is None:
            colour = self._colour(role)
            known = self._fills[role] = colour, _SOLID(colour)
        return known

    def _colour(self, role: str) -> Markup:
        place = read_scheme_colour(self.theme.scheme.get(role) or self._derived[1].get(role, ""))
        if place is None:
            return _RGB(self.value(role))
        slot = self._mapped.get(place.slot, place.slot)
        steps = [_PALE(place.pale * 1000)] if place.pale != 100 else []
        steps += [_MOD(place.mod * 1000)] if place.mod != 100 else []
        steps += [_OFF(place.off * 1000)] if place.off else []
        return _TINT(slot, join(steps)) if steps else _SCHEME(slot)
