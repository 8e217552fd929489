"""Logo and footer of a house on the layouts of a deck template, where they leave room: as pictures and texts of it.

On covers the logo stands in a free corner, elsewhere both stand beside the page number, in room that the breadcrumb
gives up. On a ground that is not paper a logo has paper behind it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from lxml import etree

from deckgen.base.markup import Markup, Template
from deckgen.base.units import Frame
from deckgen.theme.brand.clean import (
    RELATIONSHIPS,
    TYPES,
    R,
    parse,
    relationships_of,
    serialise,
)
from deckgen.theme.colours import contrast
from deckgen.theme.office.facts import DeckFacts, LayoutFacts
from deckgen.theme.office.ground import UNKNOWN, A, P, Stage, overlap, read_stage
from deckgen.theme.office.parts import CONTENT_TYPES
from deckgen.theme.theme import Theme

FOOTER_SIZE = 9.0  # points
_EMU = 12700
_MOST = (170.0, 54.0)  # points of a logo on a cover of a usual slide
_SMALL = (96.0, 20.0)  # beside the page number
_LEAST_BREADCRUMB = 0.52  # of its width must be left
_WIDE_STRIP = 0.55  # of the slide: in less, as beside the column of a divider, there is room for a logo only
_GAP = 10.0
_PAD = 5.0
_WIDE = 0x2E80  # characters from here on are one em wide
_PICTURE = Template(
    '<p:pic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:nvPicPr><p:cNvPr id="{id}" name="Logo" descr="Logo"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
    '<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdHouseLogo">{vector}</a:blip>'
    "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
_VECTOR = Markup(
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdHouseVector"/>'
    "</a:ext></a:extLst>"
)
_NONE = Markup("")
_PLATE = Template(
    '<p:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Logo ground"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)
_TEXT = Template(
    '<p:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Footer of the house"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
    '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
    '<a:lstStyle/><a:p><a:pPr algn="r"/><a:r><a:rPr lang="{lang}" sz="{size}">'
    '<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that Office shows, its SVG if it has one, and its natural size in points."""

    data: bytes
    suffix: str
    width: float
    height: float
    svg: bytes = b""


@dataclass(slots=True)
class Placed:
    """The parts of the template, and what found no place, in plain words, by what it concerns."""

    parts: dict[str, bytes]
    notes: list[tuple[str, str]] = field(default_factory=list)
    room: float = inf  # points that a footer which is too long would have


def hang_on_layouts(
    theme: Theme, facts: DeckFacts, parts: Mapping[str, bytes], logo: Logo | None, footer: str
) -> Placed:
    """The parts with logo and footer on every layout that the theme uses."""
    placed = Placed(dict(parts))
    files = {}
    if logo is not None:
        files["rIdHouseLogo"] = f"ppt/media/house-logo.{logo.suffix}"
        placed.parts[files["rIdHouseLogo"]] = logo.data
        if logo.svg:
            files["rIdHouseVector"] = "ppt/media/house-logo.svg"
            placed.parts[files["rIdHouseVector"]] = logo.svg
        add_picture_types(placed.parts, files.values())
    by_name = {layout.name: layout for layout in facts.layouts}
    done: set[str] = set()
    for role, name in theme.layouts.items():
        layout = by_name[name]
        if layout.part not in done:
            done.add(layout.part)
            _Layout(theme, facts, layout, placed).hang(role, logo, footer, files)
    if placed.room < inf:
        most = max(0, int(placed.room / FOOTER_SIZE) - 1)
        placed.notes.append(("footer", f"is longer than slides have room for: {most} full-width characters"))
    return placed


@dataclass(slots=True)
class _Layout:
    """One layout while signs are hung on it."""

    theme: Theme
    facts: DeckFacts
    layout: LayoutFacts
    placed: Placed
    root: Any = None

    def hang(self, role: str, logo: Logo | None, footer: str, files: Mapping[str, str]) -> None:
        """Write logo and footer into the part of the layout, where there is room."""
        parts = self.placed.parts
        self.root = parse(parts[self.layout.part])
        master = self.facts.masters[self.layout.master]
        size = self.facts.width, self.facts.height
        stage = read_stage(self.root, parse(parts[master.part]), master.scheme.colours, size)
        slots = self.theme.slots[role]
        if "breadcrumb" in slots:
            self._hang_below(slots["breadcrumb"], logo, footer, stage)
        elif logo is not None:
            frame = self._corner(logo, stage)
            if frame is None:
                self.placed.notes.append(("logo", f"there is no room for it on the {role}"))
                return
            self._show(logo, frame, stage)
        parts[self.layout.part] = serialise(self.root)
        if logo is not None:
            links = parse(parts[relationships_of(self.layout.part)])
            for link, file in files.items():
                target = posixpath.relpath(file, posixpath.dirname(self.layout.part))
                entry = {"Id": link, "Type": f"{R}/image", "Target": target}
                etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", entry)
            parts[relationships_of(self.layout.part)] = serialise(links)

    def _hang_below(self, holder: str, logo: Logo | None, footer: str, stage: Stage) -> None:
        """Both at the right end of the breadcrumb's place, which becomes narrower."""
        item = next(item for item in self.layout.placeholders if item.holder.name == holder)
        if item.frame is None:
            return
        strip = item.frame
        right, least = strip.x + strip.w, strip.x + _LEAST_BREADCRUMB * strip.w
        unit = min(1.0, self.facts.height / 540)
        if logo is not None:
            room = min(_SMALL[1] * unit, self.facts.height - strip.y - 2)
            scale = min(_SMALL[0] * unit / logo.width, room / logo.height)
            w, h = logo.width * scale, logo.height * scale
            frame = Frame(right - w, min(strip.y + (strip.h - h) / 2, self.facts.height - h - 2), w, h)
            self._show(logo, frame, stage)
            right -= w + _GAP
        if footer and strip.w >= _WIDE_STRIP * self.facts.width:
            size = FOOTER_SIZE * max(0.8, unit)
            width = text_width(footer, size)
            if width > right - least:
                self.placed.room = min(self.placed.room, right - least)
            else:
                frame = Frame(right - width, strip.y, width, strip.h)
                colour = self.theme.colours[self.theme.slide_text["breadcrumb"].colour]
                lang = "zh-CN" if any(ord(char) >= _WIDE for char in footer) else "en-US"
                self._add(_TEXT(self._number(), *_emu(frame), lang, round(size * 100), colour, footer))
                right -= width + _GAP
        _move(self.root, holder, Frame(strip.x, strip.y, right - strip.x, strip.h))

    def _show(self, logo: Logo, frame: Frame, stage: Stage) -> None:
        ground = stage.ground_of(frame)
        paper = self.theme.colours["paper"]
        if ground == UNKNOWN or contrast(ground, paper) > 1.15:
            plate = Frame(frame.x - _PAD, frame.y - _PAD, frame.w + 2 * _PAD, frame.h + 2 * _PAD)
            self._add(_PLATE(self._number(), *_emu(plate)))
        self._add(_PICTURE(self._number(), _VECTOR if logo.svg else _NONE, *_emu(frame)))

    def _corner(self, logo: Logo, stage: Stage) -> Frame | None:
        """A free corner for a logo, as large as there is room."""
        width, height = self.facts.width, self.facts.height
        unit = min(width / 960, height / 540)
        taken = [item.frame for item in self.layout.placeholders if item.frame] + list(stage.obstacles())
        title = next(
            (item.frame for item in self.layout.placeholders if item.holder.kind in ("title", "ctrTitle")), None
        )
        left = title.x if title and title.x < 0.2 * width else 0.05 * width
        for share in (1.0, 0.8, 0.6, 0.45):
            scale = share * unit * min(_MOST[0] / logo.width, _MOST[1] / logo.height)
            w, h = logo.width * scale, logo.height * scale
            edge = 0.055 * height + _PAD
            for x, y in (
                (left + _PAD, edge),
                (0.95 * width - w, edge),
                (0.95 * width - w, height - edge - h),
                (left + _PAD, height - edge - h),
                ((width - w) / 2, height - edge - h),
            ):
                around = Frame(x - _PAD - 3, y - _PAD - 3, w + 2 * _PAD + 6, h + 2 * _PAD + 6)
                if not any(overlap(around, frame) > 0 for frame in taken):
                    return Frame(x, y, w, h)
        return None

    def _add(self, markup: Markup) -> None:
        tree = self.root.find(f"{P}cSld/{P}spTree")
        tree.append(etree.fromstring(markup))
        extensions = tree.find(f"{P}extLst")
        if extensions is not None:
            tree.append(extensions)

    def _number(self) -> int:
        taken = [int(item.get("id", "1")) for item in self.root.iter(f"{P}cNvPr") if item.get("id", "").isdigit()]
        return max([1, *taken]) + 1


def text_width(text: str, size: float) -> float:
    """Points that a line of text takes at most, in faces that nobody measured."""
    return size * (1.0 + sum(1.0 if ord(char) >= _WIDE else 0.64 for char in text))


def add_picture_types(parts: dict[str, bytes], names: Iterable[str]) -> None:
    """Name the types of pictures in a package by their suffix."""
    root = parse(parts[CONTENT_TYPES])
    there = {item.get("Extension", "").lower() for item in root}
    kinds = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
    for suffix in sorted({name.rpartition(".")[2] for name in names} - there):
        item = etree.Element(f"{{{TYPES}}}Default", Extension=suffix, ContentType=kinds[suffix])
        root.insert(0, item)
    parts[CONTENT_TYPES] = serialise(root)


def _move(root: Any, name: str, frame: Frame) -> None:
    """Give a placeholder of a layout a place of its own."""
    for shape in root.iter(f"{P}sp"):
        if shape.find(f"{P}nvSpPr/{P}cNvPr").get("name") == name and shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
            look = shape.find(f"{P}spPr")
            old = look.find(f"{A}xfrm")
            if old is not None:
                look.remove(old)
            place = etree.Element(f"{A}xfrm")
            x, y, w, h = _emu(frame)
            etree.SubElement(place, f"{A}off", x=str(x), y=str(y))
            etree.SubElement(place, f"{A}ext", cx=str(w), cy=str(h))
            look.insert(0, place)


def _emu(frame: Frame) -> tuple[int, int, int, int]:
    x, y, w, h = (round(value * _EMU) for value in frame)
    return x, y, w, h
