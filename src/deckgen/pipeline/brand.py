"""What a course or a profile says of its house, put on a theme: colours, faces, logo, footer.

The logo goes the way of all pictures of a course, with the same refusals.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.model.brand import Brand
from deckgen.model.course import Course
from deckgen.pipeline.album import Album, open_picture
from deckgen.pipeline.cache import CacheFolder
from deckgen.pipeline.dress import Dress
from deckgen.pipeline.profile import FOLDER
from deckgen.theme import shipped_themes
from deckgen.theme.brand.house import House, Worn, wear
from deckgen.theme.brand.signs import Logo
from deckgen.theme.faces import has_chinese, is_everywhere, is_latin_only
from deckgen.theme.templates import learn_templates
from deckgen.theme.tints import is_dark

_WIDEST = 180.0  # points that a logo is wide, at most
_CODES = {"colours": "DG531", "logo": "DG533", "footer": "DG533"}
_HINTS = {
    "colours": "write the colour that you want where it must be read, or leave it so",
    "logo": "make room in the layout, or leave it so",
    "footer": "shorten it",
}


def wear_brand(dress: Dress, course: Course, folder: Path, album: Album, report: Report) -> Dress:
    """The theme in the look that the course asks for; the theme itself where it asks for none."""
    brand, (logo, _) = course.brand or Brand(), course.house_logo
    if brand == Brand() and not logo:
        return dress
    house = House(
        colours=brand.colours.by_role if brand.colours else {},
        latin=brand.fonts.latin if brand.fonts else "",
        east_asian=brand.fonts.east_asian if brand.fonts else "",
        heading=brand.fonts.heading if brand.fonts else "",
        logo=_open_logo(course, folder, album, report),
        footer=brand.footer,
    )
    if dress.theme.folder.parent != shipped_themes() and (brand.colours or brand.fonts):
        what = "colours" if brand.colours else "fonts"
        message = f"the theme {dress.theme.name} has colours and faces of its own; only logo and footer are put on it"
        report.add("DG534", message, brand.at(what), f"take `{what}` out, or build with --theme default")
        house = replace(house, colours={}, latin="", east_asian="", heading="")
    elif is_dark(dress.theme.colours) and brand.colours:
        message = f"the theme {dress.theme.name} writes light on dark; colours of a house are made for paper"
        report.add("DG534", message, brand.at("colours"), "take `colours` out, or build with --theme default")
        house = replace(house, colours={})
    _check_faces(course, brand, house, report)
    deck, book = dress.templates.deck, dress.templates.book
    worn = wear(dress.theme, deck.facts, deck.parts, book.parts, house)
    _tell(worn, course, brand, report)
    parts = {"deck": worn.deck, "book": worn.book}
    templates, mistakes = learn_templates(worn.theme, parts, dress.door, CacheFolder(), Report())
    report.extend(mistakes)
    return replace(dress, theme=worn.theme, templates=templates) if templates is not None else dress


def _open_logo(course: Course, folder: Path, album: Album, report: Report) -> Logo | None:
    name, place = course.house_logo
    if not name:
        return None
    home = Path(place.file).parent if place is not None and Path(place.file).parent.name == FOLDER else folder
    own = Report()
    open_picture(album, name, place, home, own)
    report.extend(
        Diagnostic(item.code, item.message.replace("folder of the course", "folder of profiles"), item.span, item.hint)
        if home != folder
        else item
        for item in own
    )
    look = album.looks.get(name)
    if look is None:
        return None
    ready = album.ready(name, _WIDEST)
    return Logo(ready.data, ready.suffix, *look.size, ready.svg)


def _check_faces(course: Course, brand: Brand, house: House, report: Report) -> None:
    if brand.fonts is None or not (house.latin or house.east_asian or house.heading):
        return
    if house.east_asian and is_latin_only(house.east_asian):
        message = f"{house.east_asian} has no Chinese characters; each machine takes those of another face"
        report.add("DG532", message, brand.fonts.at("east_asian"), "name one such as Microsoft YaHei, SimSun or SimHei")
    for key, face in (("latin", house.latin), ("heading", house.heading), ("east_asian", house.east_asian)):
        if face and not is_everywhere(face) and not (key == "east_asian" and is_latin_only(face)):
            message = f"{face} comes neither with Windows nor with macOS or Office"
            hint = "install it where the files are opened and printed; elsewhere another face takes its place"
            report.add("DG532", message, brand.fonts.at(key), hint)
    if house.latin and not house.east_asian and course.language.startswith("zh") and not has_chinese(house.latin):
        message = f"Chinese characters stay in the theme's face: fonts names {house.latin} and no `east_asian`"
        report.add("DG532", message, brand.fonts.at("latin"), "write for example `east_asian: SimHei`")


def _tell(worn: Worn, course: Course, brand: Brand, report: Report) -> None:
    """What was done with colours, logo and footer, at their places."""
    places: dict[str, Span | None] = {"logo": course.house_logo[1], "footer": brand.at("footer")}
    for what, note in worn.notes:
        place = places.get(what, brand.at("colours"))
        if what == "colours" and brand.colours is not None:
            role = note.partition(":")[0]
            place = brand.colours.at(role) if role in brand.colours.by_role else place
        message = f"brand: {note}" if what == "colours" else f"the {what} {note}"
        report.add(_CODES[what], message, place, _HINTS[what])
