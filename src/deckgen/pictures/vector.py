"""SVG: what may stay of a drawing from anywhere, and its picture in dots, drawn by resvg.

Whatever acts or fetches is taken out and named. Entities, and drawings that would take a machine's memory or time, are
refused.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any

import resvg_py
from lxml import etree

from deckgen.pictures.raster import measure
from deckgen.pictures.refused import RefusedError

MOST_BYTES = 4 * 1024 * 1024
MOST_ELEMENTS = 50_000  # those that references draw again are counted each time
MOST_FILTERS = 64  # steps of filters, each of which works on the whole drawing
_MOST_DOTS = 9_000_000  # of the picture drawn
_SVG = "http://www.w3.org/2000/svg"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_ACTING = {
    "script": "a script", "handler": "a script", "listener": "a script", "iframe": "a web page",
    "foreignObject": "HTML text", "audio": "a sound", "video": "a film", "animate": "an animation",
    "animateColor": "an animation", "animateMotion": "an animation", "animateTransform": "an animation",
    "set": "an animation", "discard": "an animation", "font-face-src": "a face from elsewhere",
}  # fmt: skip
_FETCH = re.compile(r"""@import[^;]*;?|url\(\s*(?!["']?#)[^)]*\)""", re.IGNORECASE)
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif);base64,", re.IGNORECASE)
_REFERENCE = re.compile(r"""url\(\s*["']?#([^"')]+)""", re.IGNORECASE)
_DEEPEST = 400  # levels, references counted through
_LENGTH = re.compile(r"\s*([0-9.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*\Z", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_DPI = 96  # dots that an inch has in an SVG; without it lengths in mm are none
_PLAIN = "save it as plain SVG (in Inkscape: Save As, Plain SVG), or as PNG"
_LEAST, _MOST = 1.0, 100_000.0  # dots of a side
_LONGEST = 50.0  # times the other side


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing that acts and fetches nothing; its size in dots, and in words what was taken out."""

    data: bytes
    width: float
    height: float
    dropped: tuple[str, ...]
    has_text: bool


def clean_svg(content: bytes) -> Svg:
    """The drawing without what acts or fetches; raises RefusedError for one that must not be read."""
    if len(content) > MOST_BYTES:
        raise RefusedError("DG527", f"is an SVG of more than {MOST_BYTES // 1024 // 1024} MB", "save it as PNG")
    if b"<!ENTITY" in content.replace(b"\0", b"").upper():
        raise RefusedError("DG527", "is an SVG that declares entities", _PLAIN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise RefusedError("DG522", f"cannot be read as SVG: {_reason(problem)}", _PLAIN) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise RefusedError("DG523", "is no picture", "save it as PNG, JPEG or SVG, and write that name")
    dropped: dict[str, None] = {}
    _take_out(root, dropped)
    _judge_amount(root)
    width, height = _size_of(root)
    has_text = root.find(f".//{{{_SVG}}}text") is not None
    return Svg(etree.tostring(root, encoding="UTF-8", xml_declaration=True), width, height, tuple(dropped), has_text)


def draw_svg(svg: Svg, width: int) -> bytes:
    """The drawing as a PNG of so many dots across, fewer where it is very high."""
    most = (_MOST_DOTS * svg.width / svg.height) ** 0.5
    return draw_png(svg.data, max(1, int(min(width, most))), svg.has_text)


def draw_png(svg: bytes, width: int, has_text: bool = True) -> bytes:
    """An SVG that may be trusted, as a PNG of so many dots across; its texts in the faces of this machine."""
    try:
        drawn = resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width, dpi=_DPI, skip_system_fonts=not has_text)
    except BaseException as problem:
        if isinstance(problem, ValueError) or type(problem).__name__ == "PanicException":  # of the library in Rust
            raise RefusedError("DG522", "is an SVG that cannot be drawn", _PLAIN) from None
        raise
    return bytes(drawn)


def _reason(problem: etree.XMLSyntaxError) -> str:
    return (problem.msg or "no XML").partition(", line")[0][:80]


def _take_out(root: Any, dropped: dict[str, None]) -> None:
    """Take out of a drawing what acts or fetches, and note what that was."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            _remove(element)  # a reference to an entity that nobody declared
            continue
        name = etree.QName(element).localname
        if name in _ACTING:
            dropped[_ACTING[name]] = None
            _remove(element)
            continue
        for key, value in list(element.attrib.items()):
            told = _fault_of(name, key, value)
            if told:
                dropped[told] = None
                del element.attrib[key]
        if name == "style" and element.text:
            element.text = _clean_style(element.text, dropped)


def _remove(element: Any) -> None:
    """Take an element out, but not the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _fault_of(element: str, key: str, value: str) -> str:
    """What an attribute brings that must not stay; empty when it may."""
    name = etree.QName(key).localname.lower()
    if name.startswith("on"):
        return "a script"
    if key in _HREFS or name in ("href", "src"):
        if value.strip().startswith("#"):
            return ""
        if element in ("image", "feImage") and _is_small_raster(value):
            return ""
        if element == "a":
            return "a link"
        return "a script" if value.strip().lower().startswith("javascript:") else "a reference to another file"
    if name == "base" or _FETCH.search(value) or ("\\" in value and name == "style"):
        return "a reference to another file"
    return ""


def _clean_style(text: str, dropped: dict[str, None]) -> str:
    if "\\" in text or _FETCH.search(text):  # an escape could spell anything
        dropped["a reference to another file"] = None
        return "" if "\\" in text else _FETCH.sub("none", text)
    return text


def _is_small_raster(value: str) -> bool:
    """Whether it is a picture inside of the drawing that can be read within the memory for pictures."""
    match = _RASTER.match(value.strip())
    if not match:
        return False
    try:
        measure(base64.b64decode("".join(value.strip()[match.end() :].split())))
    except (RefusedError, binascii.Error):
        return False
    return True


def _judge_amount(root: Any) -> None:
    """Refuse a drawing of too many elements, those counted again that a reference draws again, and circles of them."""
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    styled = [ids[name] for name in _references(_styles(root)) if name in ids and not _is_gradient(ids[name])]
    known: dict[Any, int] = {}
    waiting: dict[Any, None] = {}

    def count(element: Any) -> int:
        if element in known:
            return known[element]
        if element in waiting:
            raise RefusedError("DG527", "is an SVG that draws itself inside itself", _PLAIN)
        if len(waiting) > _DEEPEST:
            raise RefusedError("DG527", "is an SVG of drawings within drawings", "save it as PNG")
        waiting[element] = None
        names = [name for value in element.attrib.values() for name in _references(value)]
        if etree.QName(element).localname == "use":
            names += [element.get(key)[1:] for key in _HREFS if element.get(key)]
        again = [ids[name] for name in names if name in ids and not _is_gradient(ids[name])]
        again += styled if element.get("class") else []
        known[element] = total = 1 + sum(count(child) for child in element) + sum(count(other) for other in again)
        del waiting[element]
        return total

    filters = sum(etree.QName(element).localname.startswith("fe") for element in root.iter())
    if count(root) > MOST_ELEMENTS or filters > MOST_FILTERS:
        raise RefusedError("DG527", f"is an SVG of more than {MOST_ELEMENTS} elements", "save it as PNG")


def _styles(root: Any) -> str:
    return " ".join(element.text or "" for element in root.iter(f"{{{_SVG}}}style"))


def _references(text: str) -> list[str]:
    return _REFERENCE.findall(text) if "#" in text else []


def _is_gradient(element: Any) -> bool:
    return str(etree.QName(element).localname).endswith("Gradient")


def _size_of(root: Any) -> tuple[float, float]:
    """Width and height in dots, from the drawing's own or from its view box."""
    box = [float(number) for number in re.findall(r"[-+]?[0-9.]+(?:e[+-]?\d+)?", root.get("viewBox", ""))]
    shape = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)
    width, height = (_dots(root.get(key, "")) for key in ("width", "height"))
    if width and height:
        size = (width, height)
    elif min(shape) > 0:
        factor = width / shape[0] if width else height / shape[1] if height else 1.0
        size = (shape[0] * factor, shape[1] * factor)
    else:
        raise RefusedError("DG527", "is an SVG that does not say how large it is",
                           "give it width and height, or a viewBox")  # fmt: skip
    if not _LEAST <= min(size) <= max(size) <= min(_MOST, _LONGEST * min(size)):
        raise RefusedError("DG527", f"is an SVG of the size {size[0]:g} × {size[1]:g}", "give it a usual size")
    return size


def _dots(length: str) -> float:
    match = _LENGTH.match(length)
    return float(match[1]) * _UNITS[(match[2] or "").lower()] if match else 0.0
