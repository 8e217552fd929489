"""The layout part of a role: a copy of the template's nearest layout with the placeholders that the role needs.

Background, decoration, logo and the dress of the title stay; sample placeholders go. Sizes are written out, and nothing
is inherited that changes how much text fits: insets, capitals, distances, automatic sizes.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from deckgen.base.markup import Markup, Template, join
from deckgen.base.units import Frame
from deckgen.theme.office.ground import A, P

_EMU = 12700
_HOLDER = Template(
    '<p:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    "<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
    '<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm></p:spPr>'
    '<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/>'
    "</a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{content}</a:p></p:txBody></p:sp>"
)
_LEVEL = Template(
    '<a:lvl1pPr marL="0" indent="0"{align}><a:lnSpc><a:spcPct val="{line}"/></a:lnSpc>'
    '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{after}"/></a:spcAft><a:buNone/>'
    '<a:defRPr sz="{size}" b="{bold}" cap="none" spc="0">{fill}'
    "</a:defRPr></a:lvl1pPr>"
)
_FILL = Template('<a:solidFill><a:schemeClr val="{slot}">{steps}</a:schemeClr></a:solidFill>')
_RGB = Template('<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>')
_STEP = Template('<a:{name} val="{value}"/>')
_ATTRIBUTE = Template(' {key}="{value}"')
_RUN = Template("<a:r><a:rPr/><a:t>{text}</a:t></a:r>")
_FIELD = Markup('<a:fld id="{6D22F896-40B5-4ADD-8801-0D06FADFA095}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>')
_PANEL = Template(
    '<p:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Ground"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln>'
    "</p:spPr></p:sp>"
)
_NONE = Markup("")
_KINDS = {
    "title": "title", "canvas": "", "breadcrumb": "ftr", "page": "sldNum",
}  # fmt: skip
_INDICES = {
    "title": 0, "breadcrumb": 10, "page": 11, "subtitle": 20, "meta": 21, "kicker": 22, "lead": 23, "body": 24,
    "takeaway": 25, "source": 26, "canvas": 27,
}  # fmt: skip
_ANCHORS = {"kicker": "b", "statement": "ctr", "takeaway": "ctr", "breadcrumb": "ctr", "page": "ctr", "source": "ctr"}


@dataclass(frozen=True, slots=True)
class Dressed:
    """How the text of a slot looks; an empty colour leaves it to the template."""

    frame: Frame
    size: float
    colour: str = ""  # a slot of the colour scheme, perhaps a tint, or RRGGBB
    strong: bool = False
    spacing: float = 1.0
    after: float = 0.0
    align: str = ""
    anchor: str = ""


def make_layout(source: Any, name: str, slots: Mapping[str, Dressed], panels: Mapping[Frame, str]) -> Any:
    """The root of a new layout; `panels` are grounds by place."""
    root = copy.deepcopy(source)
    for key in ("type", "matchingName"):
        root.attrib.pop(key, None)
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    for child in list(root):
        if etree.QName(child).localname in ("transition", "timing", "hf"):
            root.remove(child)
    common = root.find(f"{P}cSld")
    common.set("name", name)
    tree = common.find(f"{P}spTree")
    own = None
    for holder in list(tree.iter(f"{P}ph")):
        shape = next(item for item in holder.iterancestors() if item.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame"))
        if holder.get("type") in ("title", "ctrTitle") and own is None and shape.tag == f"{P}sp":
            own = shape
        if shape.getparent() is not None:
            shape.getparent().remove(shape)
    taken = [int(item.get("id", "1")) for item in tree.iter(f"{P}cNvPr") if item.get("id", "").isdigit()]
    number = max([1, *taken])
    for frame, colour in panels.items():
        number += 1
        tree.append(etree.fromstring(_PANEL(number, *_emu(frame), _fill(colour))))
    for slot, dress in slots.items():
        number += 1
        shape = etree.fromstring(_write(slot, dress, number))
        if slot in ("title", "subtitle", "meta", "kicker"):
            _keep_dress(shape, own, dress)
        tree.append(shape)
    extensions = tree.find(f"{P}extLst")
    if extensions is not None:
        tree.append(extensions)
    return root


def _write(slot: str, dress: Dressed, number: int) -> Markup:
    kind = _KINDS.get(slot, "body")
    content = _FIELD if slot == "page" else _RUN(slot.capitalize())
    align = _ATTRIBUTE("algn", dress.align) if dress.align else _NONE
    fill = _fill(dress.colour) if dress.colour else _NONE
    level = _LEVEL(
        align,
        round(dress.spacing * 100_000),
        round(dress.after * 100),
        round(dress.size * 100),
        int(dress.strong),
        fill,
    )
    index = _INDICES[slot]
    return _HOLDER(
        number,
        slot.capitalize(),
        _ATTRIBUTE("type", kind) if kind else _NONE,
        _ATTRIBUTE("idx", index) if index else _NONE,
        *_emu(dress.frame),
        dress.anchor or _ANCHORS.get(slot, "t"),
        level,
        content,
    )


def _fill(colour: str) -> Markup:
    slot, _, rest = colour.partition(" ")
    if len(slot) == 6:
        return _RGB(slot)
    mapped = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(slot, slot)
    mod, _, off = rest.partition("/")
    steps = [_STEP("lumMod", int(mod) * 1000)] if mod else []
    steps += [_STEP("lumOff", int(off) * 1000)] if off and off != "0" else []
    return _FILL(mapped, join(steps))


def _emu(frame: Frame) -> tuple[int, int, int, int]:
    x, y, w, h = (round(value * _EMU) for value in frame)
    return x, y, w, h


def _keep_dress(shape: Any, own: Any, dress: Dressed) -> None:
    """Colour, face and effects that the template's layout gives its title."""
    if own is None:
        return
    look = own.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
    dressed = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
    for child in look if look is not None else ():
        name = etree.QName(child).localname
        if (name == "solidFill" and not dress.colour) or name in ("latin", "ea", "cs"):
            dressed.append(copy.deepcopy(child))
    plain = own.find(f"{P}spPr/{A}solidFill")
    if plain is not None and dress.frame and shape.find(f".//{P}ph").get("type") == "title":
        ground = shape.find(f"{P}spPr")
        preset = etree.fromstring(_PRESET)
        ground.append(preset)
        ground.append(copy.deepcopy(plain))


_PRESET = (
    '<a:prstGeom xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" prst="rect"><a:avLst/></a:prstGeom>'
)
