"""Office files into their parts, and parts into what python-pptx and python-docx open.

Files may come from anybody. Refuses (UnusableError) what is no package, what is encrypted, too large or too much, part
names that no package may have, and parts that declare a document type, the only way to entities.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from deckgen.base.reading import Door
from deckgen.theme.office.facts import UnusableError

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"
MAX_PARTS = 4_000
MAX_BYTES = 256 * 1024 * 1024  # all parts together, unpacked
MAX_MARKUP = 16 * 1024 * 1024  # one part that is XML
MAX_PART = 64 * 1024 * 1024  # one part that is not
_MARKUP = (".xml", ".rels")
_ENCODING = re.compile(r"""(<\?xml[^>]*?encoding=["'])[\w.-]+""")
_OLD = b"\xd0\xcf\x11\xe0"  # what files of Office before 2007 begin with, and encrypted ones
_STRICT = b"http://purl.oclc.org/ooxml/"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PRESENTATION = f"{_OFFICE}.presentationml.presentation.main+xml"
_DOCUMENT = f"{_OFFICE}.wordprocessingml.document.main+xml"
# Templates, shows and files with macros differ from what the libraries open by the type of their main part only.
_MAIN = {"deck": _PRESENTATION, "book": _DOCUMENT}
_MAIN_TYPES = {
    f"{_OFFICE}.presentationml.template.main+xml": _PRESENTATION,
    f"{_OFFICE}.presentationml.slideshow.main+xml": _PRESENTATION,
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": _PRESENTATION,
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": _PRESENTATION,
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": _PRESENTATION,
    f"{_OFFICE}.wordprocessingml.template.main+xml": _DOCUMENT,
    "application/vnd.ms-word.document.macroEnabled.main+xml": _DOCUMENT,
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": _DOCUMENT,
}


def read_folder(folder: Path, door: Door) -> dict[str, bytes]:
    """The parts of a template kept as unzipped files, by part name; none when there is no such folder.

    Files that are not parts (editor backups, ``.DS_Store``) are left out.
    """
    parts = {}
    for path in door.files(folder):
        name = path.relative_to(folder).as_posix()
        hidden = path.name.startswith(".") and path.suffix != ".rels" and name != ROOT_RELATIONSHIPS
        if not hidden and not name.endswith("~"):
            parts[name] = plain_markup(name, door(path))
    return parts


def open_package(content: bytes) -> dict[str, bytes]:
    """The parts of an Office file by part name."""
    if content.startswith(_OLD):
        raise UnusableError(
            "it is encrypted or older than Office 2007", "save it without a password, as .pptx or .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _unpack(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as problem:
        # the last three: unknown ways of compression, impossible names and dates, a password
        raise UnusableError(
            f"it is no whole Office file ({problem})", "open it in Office and save it again"
        ) from problem


def _unpack(package: zipfile.ZipFile) -> dict[str, bytes]:
    members = [info for info in package.infolist() if not info.is_dir()]
    if len(members) > MAX_PARTS:
        raise UnusableError(f"it has {len(members)} parts, more than {MAX_PARTS}")
    parts: dict[str, bytes] = {}
    taken: set[str] = set()  # names of parts differ by more than case
    left = MAX_BYTES
    for info in members:
        name = info.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or not name.isprintable():
            raise UnusableError(f"it has a part named {name!r}")
        if name.lower() in taken:
            raise UnusableError(f"it has two parts named {name}")
        taken.add(name.lower())
        # what the directory says of its size may be a lie
        most = min(left, MAX_MARKUP if name.lower().endswith(_MARKUP) else MAX_PART)
        with package.open(info) as stream:
            parts[name] = stream.read(most + 1)
        if len(parts[name]) > most < left:
            raise UnusableError(f"{name} unpacks to more than {most // 1024 // 1024} MB")
        left -= len(parts[name])
        if left < 0:
            raise UnusableError(f"it unpacks to more than {MAX_BYTES // 1024 // 1024} MB")
    return {name: plain_markup(name, part) for name, part in parts.items()}


def plain_markup(name: str, part: bytes) -> bytes:
    """A part that is XML in UTF-8 and without a mark before it, however it was written; other parts as they are."""
    if not name.lower().endswith(_MARKUP):
        return part
    if part.startswith(codecs.BOM_UTF8):
        return part[len(codecs.BOM_UTF8) :]
    if part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = part.decode("utf-16")
        except UnicodeDecodeError:
            return part  # whoever reads it says so
        return _ENCODING.sub(r"\1UTF-8", text, count=1).encode()
    return part


def assemble(kind: str, parts: Mapping[str, bytes]) -> io.BytesIO:
    """The package of the parts of a ``deck`` or ``book`` as python-pptx or python-docx can open it, template or not."""
    if CONTENT_TYPES not in parts or ROOT_RELATIONSHIPS not in parts:
        missing = CONTENT_TYPES if CONTENT_TYPES not in parts else ROOT_RELATIONSHIPS
        raise UnusableError(f"it has no {missing}", "unzip a whole file that Office has saved")
    for name, content in parts.items():
        check_markup(name, content)
    if _STRICT in parts[ROOT_RELATIONSHIPS]:
        raise UnusableError("it is a Strict Open XML file", "save it as an ordinary .pptx or .docx")
    types = _content_types(kind, parts[CONTENT_TYPES])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, types if name == CONTENT_TYPES else _leading_somewhere(name, content, parts))
    return buffer


def _leading_somewhere(name: str, part: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A part of relationships without those to parts that are not there: the libraries open each of them."""
    if not name.endswith(".rels"):
        return part
    try:
        root = etree.fromstring(part, safe_parser())
    except etree.XMLSyntaxError:
        return part  # whoever opens the package says so
    home = posixpath.dirname(posixpath.dirname(f"/{name}"))
    there = {f"/{other}".lower() for other in parts}
    lost = [
        item
        for item in root
        if item.get("TargetMode") != "External"
        and posixpath.normpath(posixpath.join(home, item.get("Target", ""))).lower() not in there
        and not item.get("Target", "").startswith("#")
    ]
    for item in lost:
        root.remove(item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if lost else part


def find_faults(parts: Mapping[str, bytes]) -> str:
    """Why a library could not open these parts, as far as it can be seen in them; empty when it cannot."""
    for name, content in parts.items():
        if content.lstrip().startswith(b"<"):
            try:
                etree.fromstring(content, safe_parser())
            except etree.XMLSyntaxError as problem:
                return f"{name} is no XML ({problem})"
    listed = (item.get("PartName", "").lstrip("/") for item in etree.fromstring(parts[CONTENT_TYPES], safe_parser()))
    missing = [name for name in listed if name and name not in parts]
    return f"it has no {missing[0]}" if missing else ""


def check_markup(name: str, content: bytes) -> None:
    """Refuse a part that is XML with a document type, or longer than XML may be."""

    def stop(*_: object) -> None:
        raise _SeenEnoughError

    def refuse(*_: object) -> None:
        raise UnusableError(f"{name} declares a document type", "no Office program writes one; do not use this file")

    reader = expat.ParserCreate()
    reader.StartElementHandler = stop
    reader.StartDoctypeDeclHandler = refuse
    try:
        reader.Parse(content, True)
    except _SeenEnoughError:
        if len(content) > MAX_MARKUP:
            raise UnusableError(f"{name} is larger than {MAX_MARKUP // 1024 // 1024} MB") from None
    except (expat.ExpatError, ValueError, LookupError) as problem:  # the last two: encodings it does not know
        if content.lstrip().startswith(b"<?xml"):
            raise UnusableError(f"{name} is no XML of Office ({problem})") from problem


class _SeenEnoughError(Exception):
    """Ends the reading of a part at its first element."""


def _content_types(kind: str, part: bytes) -> bytes:
    """The types of a package, as if it were no template."""
    root = etree.fromstring(part, safe_parser())
    for item in root:
        item.set("ContentType", _MAIN_TYPES.get(item.get("ContentType", ""), item.get("ContentType", "")))
    if not any(item.get("ContentType") == _MAIN[kind] for item in root):
        raise UnusableError("it holds no presentation" if kind == "deck" else "it holds no text document")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def safe_parser() -> etree.XMLParser:
    """A parser for XML from anybody."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
