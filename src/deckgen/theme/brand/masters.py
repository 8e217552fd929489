"""Masters of a template: colours without detours, an East Asian face, new layouts.

A master may say that its text colour is the scheme's light one. Themes say what colour is what once, for slides and
pages; so the detour is written out in the master and its layouts, which look as before, and the map becomes the usual
one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from lxml import etree

from deckgen.theme.brand.clean import RELATIONSHIPS, TYPES, R, parse, relationships_of, targets
from deckgen.theme.office.ground import A, P
from deckgen.theme.office.parts import CONTENT_TYPES

_USUAL = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "accent1": "accent1", "accent2": "accent2",
    "accent3": "accent3", "accent4": "accent4", "accent5": "accent5", "accent6": "accent6", "hlink": "hlink",
    "folHlink": "folHlink",
}  # fmt: skip
_MASTER = re.compile(r"ppt/slideMasters/[^/]+\.xml")
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_FIRST_ID = 2147483648
LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"


def straighten(master: Any, layouts: list[Any]) -> bool:
    """Write the colour map of a master out in it and its layouts; True when there was a detour."""
    element = master.find(f"{P}clrMap")
    mapping = {key: element.get(key, usual) for key, usual in _USUAL.items()} if element is not None else _USUAL
    changed = False
    if mapping != _USUAL:
        changed = True
        _write_out(master, mapping)
        for key, usual in _USUAL.items():
            element.set(key, usual)
    for layout in layouts:
        override = layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        own = dict(mapping)
        if override is not None:
            own = {key: override.get(key, usual) for key, usual in _USUAL.items()}
            holder = override.getparent()
            holder.remove(override)
            etree.SubElement(holder, f"{A}masterClrMapping")
        if own != _USUAL:
            changed = True
            _write_out(layout, own)
    return changed


def _write_out(root: Any, mapping: Mapping[str, str]) -> None:
    for colour in root.iter(f"{A}schemeClr"):
        value = colour.get("val", "")
        if mapping.get(value, value) != _USUAL.get(value, value):
            colour.set("val", mapping[value])


def set_colour(theme: Any, slot: str, colour: str) -> None:
    """Give a slot of the colour scheme of a theme part another colour."""
    for item in theme.iterfind(f".//{A}clrScheme/{A}{slot}"):
        for child in list(item):
            item.remove(child)
        etree.SubElement(item, f"{A}srgbClr", val=colour)


def set_east_asian(theme: Any, face: str) -> None:
    """Name the East Asian face of headings and text in a theme part."""
    for use in ("majorFont", "minorFont"):
        font = theme.find(f"{A}themeElements/{A}fontScheme/{A}{use}")
        if font is None:
            continue
        east_asian = font.find(f"{A}ea")
        if east_asian is None:
            east_asian = etree.Element(f"{A}ea")
            font.insert(1, east_asian)
        for key in list(east_asian.attrib):
            del east_asian.attrib[key]
        east_asian.set("typeface", face)
        for hans in font.iterfind(f"{A}font[@script='Hans']"):
            hans.set("typeface", face)


def add_layouts(
    parts: dict[str, bytes], master_part: str, master: Any, layouts: Mapping[str, Any], source: str
) -> None:
    """Give a master new layouts: `layouts` are roots by part name, with the relationships of the layout `source`."""
    links = etree.fromstring(parts[relationships_of(master_part)])
    listed = master.find(f"{P}sldLayoutIdLst")
    taken = {item.get("Id") for item in links}
    numbers = [int(item.get("id", "0")) for item in listed]
    highest = max([_FIRST_ID, *numbers, *_ids(parts)])
    for name in layouts:
        link = next(f"rIdRole{at}" for at in range(1, 1000) if f"rIdRole{at}" not in taken)
        taken.add(link)
        highest += 1
        etree.SubElement(listed, f"{P}sldLayoutId", {"id": str(highest), f"{{{R}}}id": link})
        etree.SubElement(
            links,
            f"{{{RELATIONSHIPS}}}Relationship",
            {"Id": link, "Type": f"{R}/slideLayout", "Target": f"/{name}"},
        )
        parts[name] = etree.tostring(layouts[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        parts[relationships_of(name)] = parts[relationships_of(source)]
    parts[relationships_of(master_part)] = etree.tostring(
        links, xml_declaration=True, encoding="UTF-8", standalone=True
    )


def give_themes(parts: Mapping[str, bytes], usual: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts of a template, where every master has a theme part: the default theme's, if its own is gone."""
    try:
        bare = [name for name in parts if _MASTER.fullmatch(name) and "theme" not in _words(parts, name)]
    except etree.XMLSyntaxError:  # whoever opens the template says so
        return parts
    source = next((name for name in usual if name.startswith("ppt/theme/") and name.endswith("1.xml")), "")
    if not bare or not source or CONTENT_TYPES not in parts:
        return parts
    given = dict(parts)
    types = parse(given[CONTENT_TYPES])
    for number, name in enumerate(bare):
        theme = f"ppt/theme/themeUsual{number}.xml"
        given[theme] = usual[source]
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{theme}", ContentType=_THEME_TYPE)
        links: Any = (
            parse(given[relationships_of(name)])
            if relationships_of(name) in given
            else etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
        )
        entry = {"Id": "rIdUsualTheme", "Type": f"{R}/theme", "Target": f"/{theme}"}
        etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", entry)
        given[relationships_of(name)] = _serialise(links)
    given[CONTENT_TYPES] = _serialise(types)
    return given


def _words(parts: Mapping[str, bytes], name: str) -> set[str]:
    """The kinds of what a part relates to and that is there."""
    return {word for _, word, target in targets(parts, name) if target in parts}


def keep_layouts(
    parts: dict[str, bytes], types: dict[str, str], main: str, master_part: str, kept: Collection[str]
) -> int:
    """Drop the masters and layouts that no role needs, with all that only they reach; the number of layouts dropped."""
    before = sum(1 for name in parts if name.endswith(".xml") and types.get(name) == LAYOUT_TYPE)
    _unlist(parts, main, "slideMaster", {master_part}, f"{P}sldMasterIdLst")
    _unlist(parts, master_part, "slideLayout", set(kept), f"{P}sldLayoutIdLst")
    for name in kept:  # a layout may name no other layout's master
        _unlist(parts, name, "slideMaster", {master_part}, "")
    waiting, reached = [main], set()
    while waiting:
        name = waiting.pop()
        if name in reached or name not in parts:
            continue
        reached.add(name)
        waiting += [target for _, _, target in targets(parts, name)]
    for name in list(parts):
        owner = _owner(name)
        if (owner or name) not in reached:
            del parts[name]
            types.pop(name, None)
    return before - sum(1 for name in parts if types.get(name) == LAYOUT_TYPE)


def _owner(name: str) -> str:
    """The part whose relationships a part holds; empty for other parts."""
    folder, _, file = name.rpartition("/")
    return f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}" if file.endswith(".rels") else ""


def _unlist(parts: dict[str, bytes], part: str, word: str, kept: set[str], listed: str) -> None:
    """Take relationships of one kind out of a part and its list, but those to what is kept."""
    gone = {link for link, kind, target in targets(parts, part) if kind == word and target not in kept}
    if not gone:
        return
    links = etree.fromstring(parts[relationships_of(part)])
    for item in [item for item in links if item.get("Id") in gone]:
        links.remove(item)
    parts[relationships_of(part)] = _serialise(links)
    if listed:
        root: Any = etree.fromstring(parts[part])
        holder = root.find(listed)
        for item in [item for item in holder if item.get(f"{{{R}}}id") in gone]:
            holder.remove(item)
        parts[part] = _serialise(root)


def _serialise(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _ids(parts: Mapping[str, bytes]) -> list[int]:
    """Ids of masters and layouts: they may not meet anywhere in a presentation."""
    ids = []
    for name, content in parts.items():
        if name.endswith(".xml") and (name.startswith("ppt/slideMasters/") or name.endswith("presentation.xml")):
            root = etree.fromstring(content)
            for item in root.iter(f"{P}sldLayoutId", f"{P}sldMasterId"):
                ids.append(int(item.get("id", "0") or 0))
    return ids
