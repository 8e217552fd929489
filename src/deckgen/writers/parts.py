"""What the parts of every Office package share: the declaration, relationships and content types."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from deckgen.base.markup import Markup, Template, encode, join

_DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIPS = f"{_PACKAGE}/relationships"
CORE_PROPERTIES = f"{RELATIONSHIPS}/metadata/core-properties"
_RELATIONSHIPS = Template('<Relationships xmlns="{namespace}">{entries}</Relationships>')
_RELATIONSHIP = Template('<Relationship Id="{id}" Type="{kind}" Target="{target}"{external}/>')
_EXTERNAL, _INTERNAL = Markup(' TargetMode="External"'), Markup("")
_TYPES = Template('<Types xmlns="{namespace}">{entries}</Types>')
_DEFAULT = Template('<Default Extension="{suffix}" ContentType="{kind}"/>')
_OVERRIDE = Template('<Override PartName="/{name}" ContentType="{kind}"/>')
# Kinds of files that are told by their suffix.
FILE_TYPES = {
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "wmf": "image/x-wmf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


def write_part(*root: Markup) -> bytes:
    """A part of a package from its root element, whole or in pieces."""
    return encode(_DECLARATION, *root)


@dataclass(slots=True)
class Relationships:
    """The relationships of one part, numbered in the order of first use; equal ones are one."""

    found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to `target`; `kind` is the last word of an Office type, or a whole type."""
        return self.found.setdefault((kind, target, external), f"rId{len(self.found) + 1}")

    def part(self) -> bytes:
        """The relationships part."""
        entries = join(
            _RELATIONSHIP(
                name, kind if "/" in kind else f"{_OFFICE}/{kind}", target, _EXTERNAL if external else _INTERNAL
            )
            for (kind, target, external), name in self.found.items()
        )
        return write_part(_RELATIONSHIPS(RELATIONSHIPS, entries))


def relationships_of(part: str) -> str:
    """The name of the relationships part of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def write_content_types(parts: Iterable[str], kinds: Mapping[str, str], template: bytes = b"") -> bytes:
    """The content types of the parts: by suffix, by the template's word, by `kinds`; the last one wins."""
    suffixes = {name.rpartition(".")[2] for name in parts} | {"rels", "xml"}
    defaults = {suffix: kind for suffix, kind in FILE_TYPES.items() if suffix in suffixes}
    overrides = {}
    for entry in etree.fromstring(template) if template else ():
        kind = str(entry.get("ContentType"))
        if entry.get("Extension"):
            defaults[str(entry.get("Extension")).lower()] = kind
        elif entry.get("PartName"):
            overrides[str(entry.get("PartName")).removeprefix("/")] = kind
    overrides |= dict(sorted(kinds.items()))
    entries = [_DEFAULT(suffix, kind) for suffix, kind in sorted(defaults.items())]
    entries += [_OVERRIDE(name, kind) for name, kind in overrides.items()]
    return write_part(_TYPES(f"{_PACKAGE}/content-types", join(entries)))
