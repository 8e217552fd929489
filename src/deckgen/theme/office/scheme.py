"""A theme part, which neither python-pptx nor python-docx reads, into its colours and faces."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from deckgen.theme.office.facts import Faces, Scheme
from deckgen.theme.office.parts import safe_parser

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def read_scheme(part: bytes) -> Scheme:
    """Colours by slot, faces of headings and text; what the part does not say stays empty."""
    root = etree.fromstring(part, safe_parser())
    colours = {}
    for slot in root.iterfind(f"{_A}themeElements/{_A}clrScheme/*"):
        value = next((_colour(item) for item in slot if _colour(item)), "")
        if value:
            colours[etree.QName(slot).localname] = value
    fonts = f"{_A}themeElements/{_A}fontScheme/{_A}"
    return Scheme(
        root.get("name", ""), colours, _faces(root.find(f"{fonts}majorFont")), _faces(root.find(f"{fonts}minorFont"))
    )


def _colour(item: Any) -> str:
    """RRGGBB of an ``srgbClr``, or what a ``sysClr`` was when the file was saved."""
    value = item.get("lastClr") or item.get("val", "")
    return value.upper() if _COLOUR.fullmatch(value) else ""


def _faces(font: Any) -> Faces:
    if font is None:
        return Faces()
    faces = {tag: font.find(f"{_A}{tag}") for tag in ("latin", "ea")}
    names = {tag: item.get("typeface", "") if item is not None else "" for tag, item in faces.items()}
    hans = font.find(f"{_A}font[@script='Hans']")
    return Faces(names["latin"], names["ea"], hans.get("typeface", "") if hans is not None else "")
