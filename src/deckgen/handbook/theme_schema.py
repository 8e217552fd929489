"""The JSON Schema of themes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from deckgen.base.roles import (
    ALL_LAYOUTS,
    BOOK_TEXT,
    CALLOUTS,
    COLOURS,
    DERIVED_COLOURS,
    FURNITURE,
    MAY_HAVE,
    SLIDE_TEXT,
)
from deckgen.handbook.meanings import said_of
from deckgen.handbook.schemas import DIALECT
from deckgen.handbook.values import Schema

_NAME: Schema = {"type": "string", "minLength": 1}
_HEX: Schema = {"type": ["string", "integer"], "pattern": "^#?[0-9A-Fa-f]{6}$"}
_LENGTH: Schema = {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)? ?(pt|cm|mm)$"}
_PLAIN: Mapping[str, Schema] = {"str": _NAME, "bool": {"type": "boolean"}, "float": _LENGTH}
_ALL_COLOURS = (*COLOURS, *DERIVED_COLOURS)  # the others follow from them
_MAY_BE_LEFT_OUT = ("name", "boxes", "page_items", "layout_names", "book_colours", "book_scheme", "shapes")
_DRESS = ("colour", "bar", "rule", "rule_above", "fill")  # keys that hold a role of a colour


@dataclasses.dataclass(frozen=True, slots=True)
class Records:
    """What themes are read into: the keys of their faces, the dataclasses of the rest, and words of items of pages."""

    fonts: Iterable[str]
    text: type
    style: type
    page: type
    boxes: type
    pages: Iterable[str]
    aligned: Iterable[str]


def theme_schema(records: Records, language: str) -> Schema:
    """The schema of ``theme.yaml``."""
    slots = {
        layout: _mapping(dict.fromkeys((*slots, *FURNITURE, *MAY_HAVE), _NAME)) for layout, slots in ALL_LAYOUTS.items()
    }
    box = _told("theme.callout", {key: {"enum": list(COLOURS)} for key in ("fill", "line", "title")}, language)
    sections: dict[str, Schema] = {
        "name": _NAME,
        "fonts": _mapping(_told("theme.fonts", dict.fromkeys(records.fonts, _NAME), language)),
        "colours": _mapping(dict.fromkeys(_ALL_COLOURS, _HEX)),
        "scheme": _mapping(dict.fromkeys(_ALL_COLOURS, _NAME)),
        "slide_text": _mapping({role: {"$ref": "#/definitions/text"} for role in SLIDE_TEXT}),
        "layouts": _mapping(dict.fromkeys(ALL_LAYOUTS, _NAME)),
        "slots": _mapping(slots),
        "book_text": _mapping({role: {"$ref": "#/definitions/style"} for role in BOOK_TEXT}),
        "callouts": _mapping(dict.fromkeys(CALLOUTS, _mapping(box))),
        "page": _mapping(_told("theme.page", _record(records.page), language)),
        "boxes": _mapping(_record(records.boxes)),
    }
    item: dict[str, Schema] = {
        **dict.fromkeys(("x", "y", "w", "h", "size"), _LENGTH),
        **dict.fromkeys(("picture", "vector", "text", "fill"), _NAME),
        "pages": {"enum": list(records.pages)},
        "align": {"enum": list(records.aligned)},
    }
    items = {"type": "array", "items": _mapping(_told("theme.item", item, language))}
    sections["page_items"] = items
    sections["layout_names"] = {"enum": ["language", "template"]}
    sections["book_colours"] = _mapping(dict.fromkeys(_ALL_COLOURS, _HEX))
    sections["book_scheme"] = _mapping(dict.fromkeys(_ALL_COLOURS, _NAME))
    sections["shapes"] = _mapping(_told("theme.shapes", {"corner": _LENGTH}, language))
    definitions = {
        "text": _mapping(_told("theme.text", _record(records.text), language)),
        "style": _mapping(_told("theme.style", _record(records.style), language)),
    }
    told = _told("theme", sections, language)
    required = [key for key in sections if key not in _MAY_BE_LEFT_OUT]
    return {
        "$schema": DIALECT, "title": "deckgen theme", "description": said_of("theme", "", language), **_mapping(told),
        "required": required, "definitions": definitions,
    }  # fmt: skip


def _told(table: str, properties: Mapping[str, Schema], language: str) -> dict[str, Schema]:
    """The properties with what they mean."""
    return {key: {**schema, "description": said_of(table, key, language)} for key, schema in properties.items()}


def _mapping(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _record(record: type) -> dict[str, Schema]:
    """The keys of a dataclass; those that hold a role of a colour take one."""
    return {
        field.name: {"enum": ["", *COLOURS]} if field.name in _DRESS else _PLAIN[str(field.type)]
        for field in dataclasses.fields(record)
    }
