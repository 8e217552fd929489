"""The colours, faces, logo and footer of a house on a theme that is there already.

Colours and faces are taken over by a theme whose own are plain places in its colour scheme, as those that come with
deckgen; a logo and a footer find their place on the layouts of any theme, and on the pages of its books.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deckgen.base.units import Frame
from deckgen.theme.brand.make import metrics_of, redress
from deckgen.theme.brand.paint import Paint, paint_house
from deckgen.theme.brand.signs import FOOTER_SIZE, Logo, add_picture_types, hang_on_layouts
from deckgen.theme.office.facts import DeckFacts
from deckgen.theme.theme import PageItem, Theme

_LOGO = "word/media/house-logo"
_COVER_LOGO = (180.0, 56.0)  # points, at most
_HEAD_LOGO = (110.0, 20.0)
_EDGE = 10.0  # points from the upper edge of the paper


@dataclass(frozen=True, slots=True)
class House:
    """What a house asks for; colours by role, at least `primary` where there are any."""

    colours: Mapping[str, str] = field(default_factory=dict)
    latin: str = ""
    east_asian: str = ""
    heading: str = ""
    logo: Logo | None = None
    footer: str = ""


@dataclass(slots=True)
class Worn:
    """A theme in the look of a house, the parts of its templates, and what was done, by what it concerns."""

    theme: Theme
    deck: dict[str, bytes]
    book: dict[str, bytes]
    notes: list[tuple[str, str]] = field(default_factory=list)  # colours, logo or footer; in plain words


def wear(theme: Theme, facts: DeckFacts, deck: Mapping[str, bytes], book: Mapping[str, bytes], house: House) -> Worn:
    """The theme in the colours and faces of the house, with its logo and footer."""
    worn = Worn(theme, dict(deck), dict(book))
    if house.colours:
        done = paint_house(house.colours, theme.colours)
        worn.notes += [("colours", note) for note in done.notes]
        scheme = dict(theme.scheme)
        for role, (mod, off) in done.softs.items():
            slot = scheme.get(role, "")
            if slot and " " not in slot:
                scheme[f"{role}_soft"] = f"{slot} {mod}/{off}"
        worn.theme = replace(theme, colours={**theme.colours, **_kept(done, theme.colours)}, scheme=scheme)
        if theme.book_colours is not None:
            printed = paint_house(house.colours, theme.book_colours)
            worn.theme = replace(worn.theme, book_colours={**theme.book_colours, **_kept(printed, theme.book_colours)})
    worn.theme = _set_faces(worn.theme, house)
    if house.colours or house.latin or house.east_asian or house.heading:
        worn.deck = redress(worn.deck, worn.theme, colours=bool(house.colours))
    if house.logo is not None or house.footer:
        placed = hang_on_layouts(worn.theme, facts, worn.deck, house.logo, house.footer)
        worn.deck = placed.parts
        worn.notes += placed.notes
        _hang_on_pages(worn, house)
    return worn


def _kept(done: Paint, colours: Mapping[str, str]) -> dict[str, str]:
    """What was painted of the roles that a theme names."""
    return {role: colour for role, colour in done.colours.items() if role in colours}


def _set_faces(theme: Theme, house: House) -> Theme:
    fonts = theme.fonts
    if not (house.latin or house.east_asian or house.heading):
        return theme
    latin, heading = house.latin or fonts.latin, house.heading or ("" if house.latin else fonts.heading)
    wider = max(
        (latin, heading or latin), key=lambda face: metrics_of(face, fonts.latin_metrics) != fonts.latin_metrics
    )
    fonts = replace(
        fonts,
        latin=latin,
        heading=heading if heading != latin else "",
        east_asian=house.east_asian or fonts.east_asian,
        latin_metrics=metrics_of(wider, fonts.latin_metrics),
    )
    return replace(theme, fonts=fonts, book_fonts=None)


def _hang_on_pages(worn: Worn, house: House) -> None:
    """Logo on the cover and beside the running head of books, footer at the foot of the pages behind it."""
    page, items = worn.theme.page, list(worn.theme.page_items)
    if house.logo is not None:
        logo = house.logo
        part, vector = f"{_LOGO}.{logo.suffix}", f"{_LOGO}.svg" if logo.svg else ""
        worn.book[part] = logo.data
        if vector:
            worn.book[vector] = logo.svg
        add_picture_types(worn.book, (part, *((vector,) if vector else ())))
        cover = _fit(logo, _COVER_LOGO)
        spot = Frame(page.width - page.right - cover[0], max(0.6 * page.top, 24.0), *cover)
        items.append(PageItem(_clear(spot, items, True, page.width), "cover", part, vector))
        room = max(12.0, page.header - _EDGE - 2)
        head = _fit(logo, (_HEAD_LOGO[0], min(_HEAD_LOGO[1], room)))
        spot = Frame(page.width - page.right - head[0], max(4.0, page.header - head[1] - 2), *head)
        items.append(PageItem(_clear(spot, items, False, page.width), "inside", part, vector))
    if house.footer:
        height = 1.3 * FOOTER_SIZE
        y = min(page.height - page.footer + 2, page.height - height - 6)
        frame = Frame(page.left + page.gutter, y, page.width - page.left - page.right - page.gutter, height)
        items.append(PageItem(frame, "inside", text=house.footer, size=FOOTER_SIZE - 1))
    worn.theme = replace(worn.theme, page_items=tuple(items))


def _fit(logo: Logo, most: tuple[float, float]) -> tuple[float, float]:
    scale = min(most[0] / logo.width, most[1] / logo.height)
    return logo.width * scale, logo.height * scale


def _clear(frame: Frame, items: list[PageItem], cover: bool, width: float) -> Frame:
    """The place, or its mirror image, or the middle: the first that no item of the template's takes."""
    places = (frame, frame._replace(x=width - frame.x - frame.w), frame._replace(x=(width - frame.w) / 2))
    others = [item.frame for item in items if item.on(cover) and not item.fill]
    return next((place for place in places if not any(_meet(place, other) for other in others)), frame)


def _meet(one: Frame, other: Frame) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > 0 and down > 0
