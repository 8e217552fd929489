"""What is learned of an Office template.

Lengths and sizes are points, colours RRGGBB; an empty value means that the template says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from deckgen.base.units import Frame
from deckgen.theme.geometry import Holder
from deckgen.theme.theme import PageSetup


class UnusableError(Exception):
    """A template that nothing can be made with: the text says why, `hint` what to do."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a theme part for headings or for text; `hans` is the one it names for Chinese."""

    latin: str = ""
    east_asian: str = ""
    hans: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A theme part: its colours by slot (``dk1`` ... ``folHlink``) and its faces."""

    name: str
    colours: Mapping[str, str]
    heading: Faces
    text: Faces


@dataclass(frozen=True, slots=True)
class PlaceholderFacts:
    """A placeholder of a layout with all it inherits; no `frame` when neither layout nor master gives it one.

    `colour` is that of its text where its own layout or the master's placeholder names a plain one.
    """

    holder: Holder
    frame: Frame | None
    insets: tuple[float, float, float, float]
    size: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class PanelFacts:
    """A shape of a layout or its master, which lies behind the placeholders.

    Its outline in points; `fill` and `line` are colours, empty where there is none; `width` is that of the line.
    """

    points: tuple[tuple[float, float], ...]
    closed: bool
    fill: str
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """A layout; `kind` is its type in DrawingML (``title``, ``obj`` ...), `master` a number in `DeckFacts.masters`.

    `ground` is the colour of its background, empty where that is a gradient or a picture.
    """

    part: str
    name: str
    kind: str
    master: int
    placeholders: tuple[PlaceholderFacts, ...]
    ground: str = ""
    panels: tuple[PanelFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class MasterFacts:
    """A slide master and its theme part."""

    part: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """A deck template; `part` is that of the presentation, `slides` how many slides of its own it has.

    Names of layouts and of placeholders may occur twice: they stand here as often as they do there, in its order.
    """

    part: str
    width: float
    height: float
    slides: int
    notes_master: str
    masters: tuple[MasterFacts, ...]
    layouts: tuple[LayoutFacts, ...]


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """A style with all it inherits; `kind` is paragraph, character, table or numbering."""

    id: str
    name: str
    kind: str
    default: bool
    based_on: str
    latin: str
    east_asian: str
    size: float
    strong: bool
    colour: str
    outline: int = 0  # level of a heading from 1; 0 = body text


@dataclass(frozen=True, slots=True)
class BookFacts:
    """A book template; `parts` are names of parts by the kind of their relationship (``styles``, ``theme`` ...)."""

    part: str
    parts: Mapping[str, str]
    language: str
    page: PageSetup | None
    scheme: Scheme | None
    styles: tuple[StyleFacts, ...]

    def default_style(self, kind: str) -> str:
        """The id of the style that holds where none is named; empty when there is none."""
        return next((style.id for style in self.styles if style.kind == kind and style.default), "")


Facts = DeckFacts | BookFacts


def to_plain(facts: Facts) -> dict[str, Any]:
    """Facts as what JSON can hold."""
    return asdict(facts)


def deck_from_plain(plain: Mapping[str, Any]) -> DeckFacts:
    """The inverse of `to_plain`."""
    masters = (MasterFacts(item["part"], _scheme(item["scheme"])) for item in plain["masters"])
    layouts = (_layout(item) for item in plain["layouts"])
    return DeckFacts(**{**plain, "masters": tuple(masters), "layouts": tuple(layouts)})


def book_from_plain(plain: Mapping[str, Any]) -> BookFacts:
    """The inverse of `to_plain`."""
    page, scheme = plain["page"], plain["scheme"]
    values = {
        "page": PageSetup(**page) if page else None,
        "scheme": _scheme(scheme) if scheme else None,
        "styles": tuple(StyleFacts(**item) for item in plain["styles"]),
    }
    return BookFacts(**{**plain, **values})


def _layout(plain: Mapping[str, Any]) -> LayoutFacts:
    placeholders = tuple(_placeholder(item) for item in plain["placeholders"])
    panels = tuple(
        PanelFacts(**{**item, "points": tuple((x, y) for x, y in item["points"])}) for item in plain["panels"]
    )
    return LayoutFacts(**{**plain, "placeholders": placeholders, "panels": panels})


def _placeholder(plain: Mapping[str, Any]) -> PlaceholderFacts:
    left, top, right, bottom = plain["insets"]
    frame = Frame(*plain["frame"]) if plain["frame"] else None
    insets = (left, top, right, bottom)
    return PlaceholderFacts(Holder(**plain["holder"]), frame, insets, plain["size"], plain["colour"])


def _scheme(plain: Mapping[str, Any]) -> Scheme:
    return Scheme(plain["name"], plain["colours"], Faces(**plain["heading"]), Faces(**plain["text"]))
