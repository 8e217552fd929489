"""The deck template of a theme into its layouts and their placeholders, in points.

Refuses, all at once: a template that is not there or not readable (DG609), a layout the theme names
but the template lacks (DG602), a placeholder the theme names but its layout lacks (DG603).
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.units import Frame
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.theme.theme import Theme
from deckgen.writers.package import read_template
from deckgen.writers.pptx.markup import RELATIONSHIPS, A, P, R, points

PRESENTATION = "ppt/presentation.xml"
_NS = {"a": A, "p": P, "r": R, "rel": RELATIONSHIPS}
_DEFAULT_INSETS = (7.2, 3.6, 7.2, 3.6)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout: how a slide refers to it, and what it gives its text."""

    name: str
    reference: str  # the `p:ph` element a slide's shape carries
    box: SlotBox
    align: str = ""  # the layout's own alignment, as DrawingML writes it


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A layout of the template with its placeholders by name."""

    part: str
    name: str
    placeholders: Mapping[str, Placeholder]


@dataclass(frozen=True, slots=True)
class Template:
    """A deck template: its parts, its slide size in points, its layouts by name."""

    parts: Mapping[str, bytes]
    width: float
    height: float
    layouts: Mapping[str, LayoutPart]


def relationships_of(part: str) -> str:
    """The name of the relationships part of a part."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def read_deck_template(theme: Theme) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """The template in the theme's folder ``pptx``, and what its layouts lack of what the theme names."""
    folder = theme.folder / "pptx"
    parts = read_template(folder)
    try:
        template = _read_parts(parts)
    except (KeyError, IndexError, ValueError, etree.XMLSyntaxError) as problem:
        hint = f"it must hold {PRESENTATION} with its master, layouts and relationships"
        return None, (Diagnostic("DG609", f"{folder}: no usable deck template ({problem})", None, hint),)
    return template, tuple(_compare(theme, template))


def read_layouts(theme: Theme) -> tuple[DeckGeometry | None, tuple[Diagnostic, ...]]:
    """Where every slot of every layout lies, in points; None when the template lacks any of them."""
    template, diagnostics = read_deck_template(theme)
    if template is None or diagnostics:
        return None, diagnostics
    layouts = {}
    for role, name in theme.layouts.items():
        placeholders = template.layouts[name].placeholders
        slots = {slot: placeholders[holder].box for slot, holder in theme.slots[role].items()}
        layouts[role] = Layout(role, name, slots)
    return DeckGeometry(template.width, template.height, layouts), ()


def _compare(theme: Theme, template: Template) -> Report:
    report = Report()
    place = f"{theme.folder / 'theme.yaml'}"
    for role, name in theme.layouts.items():
        layout = template.layouts.get(name)
        if layout is None:
            there = ", ".join(f"`{known}`" for known in template.layouts)
            report.add("DG602", f"{place}: no layout `{name}` for {role}", None, f"there is: {there}")
            continue
        for slot, holder in theme.slots.get(role, {}).items():
            if holder not in layout.placeholders:
                there = ", ".join(f"`{known}`" for known in layout.placeholders)
                message = f"{place}: layout `{name}` has no placeholder `{holder}` for {slot}"
                report.add("DG603", message, None, f"there is: {there}")
    return report


def _read_parts(parts: Mapping[str, bytes]) -> Template:
    presentation = etree.fromstring(parts[PRESENTATION])
    size = presentation.find("p:sldSz", _NS)
    if size is None:
        raise ValueError("no slide size")
    if presentation.find("p:sldIdLst/p:sldId", _NS) is not None:
        raise ValueError("it has slides of its own; delete them and keep the layouts")
    layouts: dict[str, LayoutPart] = {}
    masters = presentation.findall("p:sldMasterIdLst/p:sldMasterId", _NS)
    targets = _targets(parts, PRESENTATION)
    for reference in masters:
        master_part = targets[str(reference.get(f"{{{R}}}id"))]
        master = etree.fromstring(parts[master_part])
        layout_targets = _targets(parts, master_part)
        for entry in master.findall("p:sldLayoutIdLst/p:sldLayoutId", _NS):
            part = layout_targets[str(entry.get(f"{{{R}}}id"))]
            layout = _read_layout(part, etree.fromstring(parts[part]), master)
            layouts.setdefault(layout.name, layout)
    return Template(parts, points(str(size.get("cx"))), points(str(size.get("cy"))), layouts)


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """The parts a part refers to, by relationship id."""
    root = etree.fromstring(parts[relationships_of(part)])
    base = posixpath.dirname(part)
    found = {}
    for item in root.findall("rel:Relationship", _NS):
        target = str(item.get("Target"))
        absolute = target.lstrip("/") if target.startswith("/") else posixpath.join(base, target)
        found[str(item.get("Id"))] = posixpath.normpath(absolute)
    return found


def _read_layout(part: str, layout: Any, master: Any) -> LayoutPart:
    placeholders = {}
    for shape in layout.iterfind("p:cSld/p:spTree/p:sp", _NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", _NS)
        if holder is None:
            continue
        kind = holder.get("type", "obj")
        parent = _master_shape(master, kind)
        frame = _frame(shape) or _frame(parent)
        name = str(shape.find("p:nvSpPr/p:cNvPr", _NS).get("name"))
        if frame is None:
            raise ValueError(f"placeholder {name} of {part} has no place")
        box = SlotBox(frame, _insets(shape, parent), _size(shape, parent, master, kind))
        level = shape.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS)
        align = str(level.get("algn", "")) if level is not None else ""
        placeholders[name] = Placeholder(name, _reference(holder), box, align)
    name = str(layout.find("p:cSld", _NS).get("name", ""))
    return LayoutPart(part, name, placeholders)


def _reference(holder: Any) -> str:
    kept = [(key, holder.get(key)) for key in ("type", "orient", "sz", "idx") if holder.get(key)]
    return "<p:ph" + "".join(f' {key}="{value}"' for key, value in kept) + "/>"


def _master_shape(master: Any, kind: str) -> Any:
    """The master's placeholder a layout's one inherits from."""
    wanted = {"ctrTitle": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt", "title": "title"}.get(kind, "body")
    for shape in master.iterfind("p:cSld/p:spTree/p:sp", _NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", _NS)
        if holder is not None and holder.get("type", "obj") == wanted:
            return shape
    return None


def _frame(shape: Any) -> Frame | None:
    place = shape.find("p:spPr/a:xfrm", _NS) if shape is not None else None
    if place is None:
        return None
    off, ext = place.find("a:off", _NS), place.find("a:ext", _NS)
    return Frame(points(off.get("x")), points(off.get("y")), points(ext.get("cx")), points(ext.get("cy")))


def _insets(shape: Any, parent: Any) -> tuple[float, float, float, float]:
    found = []
    for side, default in zip(("lIns", "tIns", "rIns", "bIns"), _DEFAULT_INSETS, strict=True):
        value = None
        for owner in (shape, parent):
            body = owner.find("p:txBody/a:bodyPr", _NS) if owner is not None else None
            if value is None and body is not None:
                value = body.get(side)
        found.append(default if value is None else points(value))
    left, top, right, bottom = found
    return left, top, right, bottom


def _size(shape: Any, parent: Any, master: Any, kind: str) -> float:
    """The font size of a placeholder's first level in points; 0 when nobody gives one."""
    style = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "obj": "bodyStyle"}.get(
        kind, "otherStyle"
    )
    first = "a:lvl1pPr/a:defRPr"
    places = [
        shape.find(f"p:txBody/a:lstStyle/{first}", _NS),
        parent.find(f"p:txBody/a:lstStyle/{first}", _NS) if parent is not None else None,
        master.find(f"p:txStyles/p:{style}/{first}", _NS),
    ]
    for place in places:
        if place is not None and place.get("sz"):
            return int(place.get("sz")) / 100
    return 0.0
