"""Templates of a house into the files of a theme.

Where a house has only one of the two templates, the other is the default theme's in its colours and faces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from deckgen.base.roles import FURNITURE, LAYOUTS
from deckgen.theme.brand.book import BookBrand, brand_book
from deckgen.theme.brand.clean import parse, serialise
from deckgen.theme.brand.deck import DeckBrand, brand_deck
from deckgen.theme.brand.masters import set_colour, set_east_asian
from deckgen.theme.brand.paint import Paint, paint
from deckgen.theme.brand.record import FILE as RECORD
from deckgen.theme.brand.record import MadeFrom, write_record
from deckgen.theme.brand.theme_file import write_theme_file
from deckgen.theme.colours import distance, read_scheme_colour
from deckgen.theme.office.ground import A
from deckgen.theme.office.prepared import sum_parts
from deckgen.theme.theme import BookStyle, Fonts, Theme

# Faces whose letters are no wider than those the narrow table was measured from.
_NARROW = ("calibri", "carlito", "arial narrow", "gill sans", "garamond", "times new roman", "aptos narrow")
_WIDE_TABLE = "latin-wide"
_TEXT_COLOURS = ("ink", "primary", "secondary", "accent", "muted")
_FURNISHED_SOURCE = ("cover", "close", "statement")


@dataclass(slots=True)
class MadeTheme:
    """The files of a theme by name, what was taken over or made in plain words, and what was left out."""

    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    record: MadeFrom = field(default_factory=MadeFrom)


def make_theme(
    name: str,
    deck: Mapping[str, bytes] | None,
    book: Mapping[str, bytes] | None,
    usual: Theme,
    usual_parts: Mapping[str, Mapping[str, bytes]],
) -> MadeTheme:
    """A theme from the parts of a ``deck`` and a ``book`` template, at least one. Raises UnusableError."""
    result = MadeTheme()
    theme = replace(usual, name=name, folder=Path(name))
    book_brand = brand_book(book, usual, usual_parts["book"]) if book is not None else None
    brand: DeckBrand | None = None
    if deck is not None:
        brand = brand_deck(deck, usual, usual_parts["deck"])
        theme = _wear(theme, brand)
        result.notes += brand.notes
        result.dropped += brand.dropped
        deck_parts: Mapping[str, bytes] = brand.parts
    else:
        assert book_brand is not None
        done = paint(book_brand.scheme.colours if book_brand.scheme else {})
        theme = _paint_usual(theme, done, book_brand)
        result.notes += [
            *done.notes,
            "deck: no template; the default theme's layouts in the colours and faces of the book's",
        ]
        deck_parts = redress(usual_parts["deck"], theme)
    if book_brand is not None:
        theme = _bind(theme, book_brand, deck is None)
        result.notes += book_brand.notes
        result.dropped += book_brand.dropped
        book_parts: Mapping[str, bytes] = book_brand.parts
    else:
        result.notes.append(
            "book: no template; the default theme's page and styles in the colours and faces of the deck's"
        )
        book_parts = usual_parts["book"]
    result.files["theme.yaml"] = write_theme_file(theme, result.notes)
    result.record = _record(theme, brand, book_brand)
    result.record.templates |= {kind: sum_parts(parts) for kind, parts in (("deck", deck), ("book", book)) if parts}
    result.files[RECORD] = write_record(result.record)
    for folder, parts in (("pptx", deck_parts), ("docx", book_parts)):
        result.files |= {f"{folder}/{part}": content for part, content in parts.items()}
    return result


def _record(theme: Theme, deck: DeckBrand | None, book: BookBrand | None) -> MadeFrom:
    books = theme.for_books().fonts
    faces = {"latin": theme.fonts.latin, "east_asian": theme.fonts.east_asian, "heading": theme.fonts.heading}
    faces |= {"book_latin": books.latin, "book_east_asian": books.east_asian}
    record = MadeFrom(colours=dict(theme.colours), faces=faces)
    if deck is not None:
        record.layouts, record.slots, record.contrasts = deck.served, deck.slots, deck.contrasts
        record.size = deck.size
    if book is not None:
        record.styles, record.page = book.served, asdict(book.page)
        record.items = [item.text or item.picture or item.fill for item in book.items]
    return record


def metrics_of(face: str, usual: str) -> str:
    """The metric table that is safe for a face: letters of faces that nobody measured may be wide."""
    return usual if face.casefold().startswith(_NARROW) else _WIDE_TABLE


def _wear(theme: Theme, brand: DeckBrand) -> Theme:
    slots = {}
    for role, wanted in LAYOUTS.items():
        furniture = () if role in ("cover", "close") else FURNITURE
        source = () if role in _FURNISHED_SOURCE else ("source",)
        slots[role] = {slot: slot.capitalize() for slot in (*wanted, *source, *furniture)}
    wider = next(
        (face for face in (brand.latin, brand.heading) if not face.casefold().startswith(_NARROW)), brand.latin
    )
    fonts = replace(
        theme.fonts,
        latin=brand.latin,
        east_asian=brand.east_asian,
        heading=brand.heading if brand.heading != brand.latin else "",
        latin_metrics=metrics_of(wider, theme.fonts.latin_metrics),
    )
    return replace(
        theme,
        fonts=fonts,
        colours={role: brand.paint.colours[role] for role in theme.colours},
        scheme=brand.paint.scheme,
        slide_text=brand.slide_text,
        names_layouts=False,  # the house has named them
        layouts=brand.layouts,
        slots=slots,
    )


def _paint_usual(theme: Theme, done: Paint, book: BookBrand) -> Theme:
    """The default theme's layouts keep their places in the colour scheme; only the colours change."""
    colours = {role: done.colours[role] for role in theme.colours}
    fonts = replace(
        theme.fonts,
        latin=book.latin,
        east_asian=book.east_asian,
        latin_metrics=metrics_of(book.latin, theme.fonts.latin_metrics),
    )
    return replace(theme, colours=colours, fonts=fonts)


def redress(parts: Mapping[str, bytes], theme: Theme, *, colours: bool = True) -> dict[str, bytes]:
    """The default deck template in the faces of a theme and, unless they stay, in its colours."""
    slots: dict[str, str] = {}
    for role, place in theme.scheme.items():
        scheme = read_scheme_colour(place)
        if scheme is not None and (scheme.mod, scheme.off) == (100, 0):
            slots.setdefault(scheme.slot, theme.colours[role])
    dressed = dict(parts)
    for name, content in parts.items():
        if not name.startswith("ppt/theme/") or not name.endswith(".xml"):
            continue
        root = parse(content)
        if colours:
            links = dict.fromkeys(("hlink", "folHlink"), theme.colours["primary"])
            for slot, colour in {**slots, **links}.items():
                set_colour(root, slot, colour)
        for use, face in (("majorFont", theme.fonts.heading or theme.fonts.latin), ("minorFont", theme.fonts.latin)):
            for item in root.iterfind(f".//{A}fontScheme/{A}{use}/{A}latin"):
                item.set("typeface", face)
        set_east_asian(root, theme.fonts.east_asian)
        dressed[name] = serialise(root)
    return dressed


def _bind(theme: Theme, book: BookBrand, alone: bool) -> Theme:
    fonts = theme.fonts
    own = None
    named = {style.latin for style in book.book_text.values() if style.latin}
    if any(metrics_of(face, "latin-sans") == _WIDE_TABLE for face in named):
        fonts = replace(fonts, latin_metrics=_WIDE_TABLE)
    if not alone and (book.latin, book.east_asian) != (fonts.latin, fonts.east_asian):
        table = metrics_of(book.latin, "latin-sans")
        widest = _WIDE_TABLE if _WIDE_TABLE in (table, fonts.latin_metrics) else table
        own = Fonts(book.latin, book.east_asian, widest, fonts.east_asian_metrics)
        fonts = replace(fonts, latin_metrics=widest)
    text = {role: _recolour(role, style, book, theme) for role, style in book.book_text.items()}
    return replace(theme, fonts=fonts, book_fonts=own, page=book.page, book_text=text, page_items=book.items)


def _recolour(role: str, style: BookStyle, book: BookBrand, theme: Theme) -> BookStyle:
    """The style in the colour role that comes nearest to what the template's has; its rules go with it."""
    colour = book.colours.get("heading1" if role == "toc_title" else role, "")
    if not colour:
        return style
    nearest = min(_TEXT_COLOURS, key=lambda name: distance(theme.colours[name], colour))
    return replace(
        style,
        colour=nearest,
        rule=nearest if style.rule else "",
        rule_above=nearest if style.rule_above else "",
    )
