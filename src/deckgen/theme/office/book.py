"""A book template, opened with python-docx, into its parts, page, theme, and styles with all they inherit.

Refuses (UnusableError) what python-docx cannot open and a template without styles or with more than anybody made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from deckgen.theme.office.facts import BookFacts, Faces, Scheme, StyleFacts, UnusableError
from deckgen.theme.office.parts import assemble
from deckgen.theme.office.scheme import read_scheme
from deckgen.theme.theme import PageSetup

MAX_STYLES = 2_000
MAX_CHAIN = 20  # styles on styles; Word itself stops before
_PARTS = {
    "fontTable": RELATIONSHIP_TYPE.FONT_TABLE,
    "numbering": RELATIONSHIP_TYPE.NUMBERING,
    "settings": RELATIONSHIP_TYPE.SETTINGS,
    "styles": RELATIONSHIP_TYPE.STYLES,
    "theme": RELATIONSHIP_TYPE.THEME,
}
_KINDS = {
    WD_STYLE_TYPE.PARAGRAPH: "paragraph",
    WD_STYLE_TYPE.CHARACTER: "character",
    WD_STYLE_TYPE.TABLE: "table",
    WD_STYLE_TYPE.LIST: "numbering",
}


def learn_book(parts: Mapping[str, bytes]) -> BookFacts:
    """What there is to know of the template with these parts."""
    document = Document(assemble("book", parts))
    related = {}
    for kind, relationship in _PARTS.items():
        try:
            related[kind] = document.part.part_related_by(relationship)
        except KeyError:
            continue
    if "styles" not in related:  # python-docx would put styles of its own there
        raise UnusableError("it has no styles", "open it in Word and save it again")
    styles = document.styles.element
    if len(styles.style_lst) > MAX_STYLES:
        raise UnusableError(f"it has {len(styles.style_lst)} styles, more than {MAX_STYLES}")
    scheme = read_scheme(related["theme"].blob) if "theme" in related else None
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang")) if defaults is not None else None
    return BookFacts(
        part=_part_name(document.part),
        parts={kind: _part_name(part) for kind, part in related.items()},
        language=_language(language) if language is not None else "",
        page=_page(document.sections[0], _faces_other_pages(document)) if len(document.sections) else None,
        scheme=scheme,
        styles=tuple(_styles(styles.style_lst, defaults, scheme)),
    )


def _part_name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _language(element: Any) -> str:
    """The language of East Asian text where the template names one, else that of all text."""
    return element.get(qn("w:eastAsia")) or element.get(qn("w:val")) or ""


def _faces_other_pages(document: Any) -> bool:
    """Whether margins are mirrored: then what is called left is inside."""
    switch = document.settings.element.find(qn("w:mirrorMargins"))
    return switch is not None and switch.get(qn("w:val"), "true") not in ("0", "false", "off")


def _page(section: Any, mirrored: bool) -> PageSetup:
    def points(length: Any) -> float:
        return length.pt if length is not None else 0.0

    return PageSetup(
        width=points(section.page_width),
        height=points(section.page_height),
        top=points(section.top_margin),
        bottom=points(section.bottom_margin),
        left=points(section.left_margin),
        right=points(section.right_margin),
        gutter=points(section.gutter),
        header=points(section.header_distance),
        footer=points(section.footer_distance),
        mirrored=mirrored,
    )


def _styles(elements: list[Any], defaults: Any, scheme: Scheme | None) -> Iterator[StyleFacts]:
    by_id = {element.styleId: element for element in elements}
    for element in elements:
        looks = [look for look in (*_looks(element, by_id), defaults) if look is not None]
        yield StyleFacts(
            id=element.styleId or "",
            name=element.name_val or "",
            kind=_KINDS[element.type or WD_STYLE_TYPE.PARAGRAPH],
            default=bool(element.default),
            based_on=element.basedOn_val or "",
            latin=_face(looks, scheme, "ascii", "hAnsi"),
            east_asian=_face(looks, scheme, "eastAsia"),
            size=next((look.sz_val.pt for look in looks if look.sz_val is not None), 0.0),
            strong=next((bool(look.b.val) for look in looks if look.b is not None), False),
            colour=_colour(looks),
            outline=_outline(element, by_id),
        )


def _looks(element: Any, by_id: Mapping[str, Any]) -> Iterator[Any]:
    """Run properties of a style and of those it is based on, nearest first; circles are walked once."""
    seen: set[str] = set()
    while element is not None and element.styleId not in seen and len(seen) < MAX_CHAIN:
        seen.add(element.styleId)
        yield element.rPr
        element = by_id.get(element.basedOn_val)


def _outline(element: Any, by_id: Mapping[str, Any]) -> int:
    """The outline level of a paragraph style or of those it is based on, from 1; 0 when none says one."""
    seen: set[str] = set()
    while element is not None and element.styleId not in seen and len(seen) < MAX_CHAIN:
        seen.add(element.styleId)
        level = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if level is not None and level.get(qn("w:val"), "").isdigit():
            number = int(level.get(qn("w:val"))) + 1
            return number if number <= 9 else 0
        element = by_id.get(element.basedOn_val)
    return 0


def _face(looks: list[Any], scheme: Scheme | None, *slots: str) -> str:
    """The face of the first look that names one, itself or by a place in the theme part."""
    for look in looks:
        fonts = look.rFonts
        for slot in slots if fonts is not None else ():
            theme = fonts.get(qn(f"w:{slot}Theme"))
            face = _face_of_theme(theme, scheme) if theme and scheme else fonts.get(qn(f"w:{slot}"))
            if face:
                return str(face)
    return ""


def _face_of_theme(place: str, scheme: Scheme) -> str:
    faces: Faces = scheme.heading if place.startswith("major") else scheme.text
    return (faces.east_asian or faces.hans) if place.endswith("EastAsia") else faces.latin


def _colour(looks: list[Any]) -> str:
    for look in looks:
        colour = look.find(qn("w:color"))
        if colour is not None:
            value = colour.get(qn("w:val"), "")
            return "" if value == "auto" else value.upper()
    return ""
