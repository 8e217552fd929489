"""The parts of a foreign template into those that its look needs.

Kept is what the look is reached by; slides, macros, embedded files, custom data and everything outside of the file go,
each with a word. What pointed at a part that went goes with it.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from deckgen.theme.office.parts import CONTENT_TYPES, ROOT_RELATIONSHIPS, check_markup, safe_parser

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN_TYPES = {
    "deck": f"{_OFFICE}.presentationml.presentation.main+xml",
    "book": f"{_OFFICE}.wordprocessingml.document.main+xml",
}
# Relationships that the look hangs on, by the last word of their type.
_KEPT = {
    "deck": (
        "slideMaster", "slideLayout", "theme", "image", "notesMaster", "handoutMaster", "tableStyles", "presProps",
        "themeOverride",
    ),
    "book": ("styles", "settings", "theme", "fontTable"),
}  # fmt: skip
_WORDS = {
    "slide": "slides of its own", "notesSlide": "slides of its own", "vbaProject": "macros", "customXml": "custom data",
    "customXmlProps": "custom data", "tags": "custom data", "oleObject": "embedded files", "package": "embedded files",
    "control": "controls", "activeXControlBinary": "controls", "font": "embedded fonts", "video": "film and sound",
    "audio": "film and sound", "media": "film and sound", "webextension": "add-ins", "taskpanes": "add-ins",
    "webextensiontaskpanes": "add-ins", "attachedTemplate": "a link to another template", "customData": "custom data",
    "comments": "comments", "commentAuthors": "comments", "header": "headers and footers of its pages",
    "footer": "headers and footers of its pages", "custom-properties": "custom data",
}  # fmt: skip
PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "svg": "image/svg+xml",
}  # fmt: skip
# What can stand alone on a slide: where a thing inside of it is gone, all of it goes.
_WHOLE = ("pic", "graphicFrame", "sp", "cxnSp", "contentPart", "custDataLst", "controls", "bg", "AlternateContent")
_LINKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver", "snd", "sndAc", "ext", "blip", "svgBlip")
_FOREIGN_LISTS = (
    "sldIdLst", "custShowLst", "custDataLst", "embeddedFontLst", "extLst", "smartTags", "modifyVerifier", "photoAlbum",
)  # fmt: skip


@dataclass(slots=True)
class Cleaned:
    """Parts that are left, and how often what was dropped, in plain words."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)


def _plain(namespace: str) -> Any:
    """A default namespace, as lxml takes it and its types do not."""
    return {None: namespace}


def relationships_of(part: str) -> str:
    """The name of the relationships part of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parse(part: bytes) -> Any:
    """The root of a part from anybody."""
    return etree.fromstring(part, safe_parser())


def serialise(root: Any) -> bytes:
    """A part from its root."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def targets(parts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """Id, last word of the type and part of every inner relationship of a part."""
    content = parts.get(relationships_of(part))
    for item in parse(content) if content else ():
        if item.get("TargetMode") != "External":
            yield item.get("Id", ""), _word(item), _resolve(part, item.get("Target", ""))


def _word(item: Any) -> str:
    return str(item.get("Type", "")).rpartition("/")[2]


def _resolve(part: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(path).lstrip("/")


def clean(kind: str, parts: Mapping[str, bytes], main: str) -> Cleaned:
    """The parts that the look of a ``deck`` or ``book`` needs, beginning with its `main` part."""
    cleaned = Cleaned()
    types = _declared(parts[CONTENT_TYPES])
    names = {name.lower(): name for name in parts}
    waiting = [main]
    while waiting:
        name = waiting.pop()
        if name in cleaned.parts:
            continue
        content = parts[name]
        if content.lstrip()[:1] == b"<":
            check_markup(name, content)
        cleaned.types[name] = MAIN_TYPES[kind] if name == main else types(name)
        gone, kept = set(), []
        listed = parts.get(relationships_of(name))
        for item in parse(listed) if listed else ():
            word, target = _word(item), _resolve(name, item.get("Target", ""))
            source = names.get(target.lower())
            if item.get("TargetMode") == "External":
                cleaned.dropped["links out of the file"] += 1
            elif word == "image" and source is None:
                cleaned.dropped["pictures that cannot be shown"] += 1
            elif word not in _KEPT[kind] or source is None:
                cleaned.dropped[_WORDS.get(word, "")] += 1
            elif word == "image" and source.rpartition(".")[2].lower() not in PICTURES:
                cleaned.dropped["pictures of unknown kinds"] += 1
            else:
                kept.append(item)
                waiting.append(source)
                item.set("Target", posixpath.relpath(source, posixpath.dirname(name) or "."))
                continue
            gone.add(item.get("Id", ""))
        if content.lstrip()[:1] == b"<" and (gone or name == main):
            root = parse(content)
            _forget(root, gone)
            if name == main and kind == "deck":
                for child in [child for child in root if etree.QName(child).localname in _FOREIGN_LISTS]:
                    root.remove(child)
            content = serialise(root)
        cleaned.parts[name] = content
        if kept:
            root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=_plain(RELATIONSHIPS))
            root.extend(kept)
            cleaned.parts[relationships_of(name)] = serialise(root)
    _count_files(parts, cleaned)
    cleaned.dropped.pop("", None)
    return cleaned


def _count_files(parts: Mapping[str, bytes], cleaned: Cleaned) -> None:
    """What lies in the package and nothing of the look asks for."""
    for name in parts:
        if name not in cleaned.parts and name.endswith("vbaProject.bin"):
            cleaned.dropped["macros"] += 1
        elif name not in cleaned.parts and name.startswith("customXml/item"):
            cleaned.dropped["custom data"] += 1


def _forget(root: Any, gone: set[str]) -> None:
    """Take out of a part whatever refers to a relationship that is gone."""
    for element in list(root.iter(etree.Element)):
        for key, value in list(element.attrib.items()):
            if not key.startswith(f"{{{R}}}") or value not in gone:
                continue
            del element.attrib[key]
            name = etree.QName(element).localname
            if name == "blip" and any(left.startswith(f"{{{R}}}embed") for left in element.attrib):
                continue  # a linked copy of a picture that is embedded, too
            _remove(element, whole=name not in _LINKS or name == "blip")


def _remove(element: Any, whole: bool) -> None:
    victim = element
    if whole:
        for ancestor in (element, *element.iterancestors()):
            if etree.QName(ancestor).localname in _WHOLE:
                victim = ancestor
                break
    parent = victim.getparent()
    if parent is not None:
        parent.remove(victim)


def _declared(part: bytes) -> Any:
    """The content type of a part, as the package declares it."""
    root = parse(part)
    overrides = {item.get("PartName", "").lstrip("/").lower(): item.get("ContentType", "") for item in root}
    defaults = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in root}

    def look_up(name: str) -> str:
        suffix = name.rpartition(".")[2].lower()
        return str(overrides.get(name.lower()) or PICTURES.get(suffix) or defaults.get(suffix, ""))

    return look_up


def package(parts: dict[str, bytes], types: Mapping[str, str], main: str) -> dict[str, bytes]:
    """Parts with their content types and root relationships: what a theme's folder holds."""
    root = etree.Element(f"{{{TYPES}}}Types", nsmap=_plain(TYPES))
    suffixes = {name.rpartition(".")[2].lower() for name in parts} | {"xml", "rels"}
    usual = {"xml": "application/xml", "rels": "application/vnd.openxmlformats-package.relationships+xml", **PICTURES}
    for suffix in sorted(suffixes & usual.keys()):
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=suffix, ContentType=usual[suffix])
    for name in sorted(parts):
        suffix = name.rpartition(".")[2].lower()
        if suffix != "rels" and types.get(name) and types[name] != usual.get(suffix):
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=types[name])
    links = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=_plain(RELATIONSHIPS))
    properties = {
        "docProps/core.xml": f"{RELATIONSHIPS}/metadata/core-properties",
        "docProps/app.xml": f"{R}/extended-properties",
    }
    for number, (target, kind) in enumerate([(main, f"{R}/officeDocument"), *properties.items()], 1):
        if target in parts:
            etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return {**parts, CONTENT_TYPES: serialise(root), ROOT_RELATIONSHIPS: serialise(links)}
