"""Values as JSON Schema: everything that the decoder takes where a field wants a number, a word, a list ...

Schemas are of draft 07, which editors know best. A choice is an ``if``, never an ``anyOf``: so a mistake is blamed at
its own place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deckgen.base.icons import ICONS
from deckgen.handbook.shapes import TEXT, Shape
from deckgen.model.keys import format_keys

Schema = dict[str, Any]

_LATER = r"^\s*((TODO|FIXME)(?![A-Za-z0-9])|待补|[?？]{3})"
_FREE = r"\{\{|\.(ya?ml|json|md|markdown|txt)\s*$"
_SPLIT = r"^\s*\d{1,3}\s*/\s*\d{1,3}\s*/\s*\d{1,3}\s*$"
_RANGE = r"^\s*\d{1,3}(\s*-\s*\d{1,3}){0,2}\s*$"
_CLOCK = r"^([01]?\d|2[0-3]):[0-5]\d$"
_SWITCH = "^([TtYyFfNn01]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])$"
_LUNCH = r"^\s*(none|([01]?\d|2[0-3]):[0-5]\d(/\d{1,3})?|/\d{1,3})\s*$"
_SIZE = r"^\s*\d{1,3}(\s*[-–]\s*\d{1,3})?\s*$"
_COLOUR = r"^\s*#?[0-9A-Fa-f]{6}\s*$"
_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
_FIGURES = r"^\s*[-+]?[0-9._]+([eE][-+]?[0-9]+)?\s*$"
_PLAIN_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_PERCENT = {"type": "number", "minimum": 0, "maximum": 100}

_FORMS: Mapping[str, Schema] = {
    "_decode_split": {"type": "string", "pattern": _SPLIT},
    "_decode_slide_minutes": {"type": ["integer", "string"], "minimum": 0, "maximum": 240, "pattern": _SPLIT},
    "_decode_block_minutes": {"type": ["integer", "string"], "minimum": 1, "maximum": 480, "pattern": _SPLIT},
    "_decode_clock": {"type": "string", "pattern": _CLOCK},
    "_decode_range": {"type": ["integer", "string"], "minimum": 1, "maximum": 999, "pattern": _RANGE},
    "_decode_colour": {"type": ["string", "number"], "pattern": _COLOUR},
    "_decode_lunch": {"type": "string", "pattern": _LUNCH},
    "_decode_focus": {"type": ["string", "array"], "items": _PERCENT, "minItems": 2, "maxItems": 2},
}
_SHORT_FORMS: Mapping[str, Schema] = {
    TEXT: {**_PLAIN_TEXT, "minLength": 1},
    "_decode_room": {**_PLAIN_TEXT, "minLength": 1},
    "_decode_size": {"type": ["integer", "string"], "pattern": _SIZE, "minimum": 1, "maximum": 500},
    "_name_colours": {
        "type": ["string", "number", "array"], "pattern": _COLOUR, "minItems": 1, "maxItems": 3,
        "items": {"type": ["string", "number"], "pattern": _COLOUR},
    },
}  # fmt: skip

# What stands at the beginning of every set of definitions. `_open` is what may stand in place of anything: a variable,
# an included file, or that it is still to be written. `_there` is an entry of a list that is surely there.
COMMON: Mapping[str, Schema] = {
    "_open": {"type": "string", "pattern": f"{_FREE}|{_LATER}"},
    "_text": {**_PLAIN_TEXT, "minLength": 1},
    "_optional_text": _PLAIN_TEXT,
    "_switch": {"type": ["boolean", "integer", "string"], "minimum": 0, "maximum": 1, "pattern": _SWITCH},
    "_icon": {"enum": ["", *sorted(ICONS)]},
    "_point": {
        "if": {"type": ["object", "array"]},
        "then": {"additionalProperties": {"$ref": "#/definitions/_points"}, "items": {"$ref": "#/definitions/_point"}},
        "else": {"type": ["string", "number", "boolean", "null"]},
    },
    "_points": {"$ref": "#/definitions/_point"},
}


def reference(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


class Values:
    """Makes schemas of values; `definitions` gathers what several share.

    `record` has the schema of one of several models. `deliveries` are the ids of the deliveries where they are known.
    """

    def __init__(self, record: Callable[[Shape], Schema], deliveries: Sequence[str]) -> None:
        self.record = record
        self.definitions: dict[str, Schema] = dict(COMMON)
        names: Schema = (
            {"enum": ["todo", *sorted(deliveries)]} if deliveries else {"not": {"enum": sorted(format_keys())}}
        )
        self.definitions["_by_delivery"] = {"type": "object", "minProperties": 1, "propertyNames": names}
        self.definitions["_there"] = {
            "not": {
                "anyOf": [
                    {"type": "object", "required": ["in"]},
                    reference("_by_delivery"),
                    {"type": "string", "pattern": f"{_FREE}|{_LATER}"},
                ]
            }
        }

    def anywhere(self, shape: Shape, ids: Sequence[str] = (), entry: Schema | None = None) -> Schema:
        """The value, or one for each delivery; what is no text may be included, a variable, or still to be written.

        `ids` are those that may stand where an id is wanted; `entry` takes the place of the value, or of the entries of
        a list.
        """
        if shape.what == "names":
            return self.shared(self._names_of(shape), "names")
        return self._varied(self._value(shape, ids, entry), shape)

    def shared(self, schema: Schema, word: str) -> Schema:
        """A reference to a definition with this schema; the same one wherever it stands."""
        if set(schema) == {"$ref"}:
            return schema
        name = _name(word, schema)
        self.definitions[name] = schema
        return reference(name)

    def either(self, one: Schema, other: Schema) -> Schema:
        """What either of two references made by `anywhere` takes, in each delivery."""
        parts: list[Schema] = []
        for reference_to in (one, other):
            whole = self.definitions[reference_to["$ref"].rpartition("/")[2]]
            once = whole["else"] if whole.get("if") == reference("_by_delivery") else reference_to
            inner = self.definitions[once["$ref"].rpartition("/")[2]] if "$ref" in once else {}
            parts += [part for part in inner.get("anyOf", [once]) if part not in parts]
        once = self.shared({"anyOf": parts}, "either") if len(parts) > 1 else parts[0]
        return self._each_delivery(once, "either")

    def _varied(self, once: Schema, shape: Shape) -> Schema:
        if shape.nothing:
            once = {"if": {"type": "null"}, "then": True, "else": once}
        if shape.what != "text":
            once = {"if": reference("_open"), "then": True, "else": once}
        return self._each_delivery(self.shared(once, f"one_{shape.what}"), shape.what)

    def _each_delivery(self, once: Schema, word: str) -> Schema:
        """A value, or one for each delivery, which may itself be a mapping of deliveries."""
        name = _name(word, once)
        each = {"properties": {"todo": True}, "additionalProperties": reference(name)}
        self.definitions[name] = {"if": reference("_by_delivery"), "then": each, "else": once}
        return reference(name)

    def _value(self, shape: Shape, ids: Sequence[str], entry: Schema | None = None) -> Schema:
        """One value as it is, without what may stand in place of any."""
        if shape.what == "list":
            return self._list(shape, ids, entry)
        if entry is not None:
            return entry
        if shape.what == "row":
            (item, *_), size = shape.items, len(shape.items)
            return {"type": "array", "items": self.anywhere(item), "minItems": size, "maxItems": size}
        if shape.what == "record":
            record = self.record(shape)
            short = _SHORT_FORMS.get(shape.short)
            return {"if": {"type": "object"}, "then": record, "else": short} if short else record
        return _plain(shape, ids)

    def _list(self, shape: Shape, ids: Sequence[str], entry: Schema | None) -> Schema:
        """A list, whose entries may be kept to some deliveries, or a single entry."""
        (item,) = shape.items
        inner = self._varied(self._value(item, ids, entry), item)
        then: Schema = {"items": inner}
        if shape.least or shape.most is not None:
            sizes: Schema = {"minItems": shape.least} if shape.least else {}
            sizes |= {"maxItems": shape.most} if shape.most is not None else {}
            then |= {"if": {"items": reference("_there")}, "then": sizes}
        return {"if": {"type": "array"}, "then": then, "else": inner}

    def _names_of(self, shape: Shape) -> Schema:
        """Names that the author chooses, each with a value, or for each delivery."""
        (item,) = shape.items
        inner = self.anywhere(item)
        mapped = {"if": {"type": "object"}, "then": {"additionalProperties": inner}, "else": inner}
        return {"if": reference("_open"), "then": True, "else": {
            "type": "object", "properties": {"in": reference("_in")}, "additionalProperties": mapped,
        }}  # fmt: skip


def _name(word: str, schema: Schema) -> str:
    """The name of a definition: by what it says, so that a new key changes no other line."""
    return f"_{word}_{hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:6]}"


def _plain(shape: Shape, ids: Sequence[str]) -> Schema:
    if shape.what == "form":
        return dict(_FORMS[shape.form])
    if shape.what == "words":
        return {"enum": [*shape.words]}
    if shape.what == "id":
        known: Schema = {"enum": sorted(ids)} if ids else {"pattern": _ID, "maxLength": shape.most}
        return {"type": ["string", "number", "boolean"], "if": {"type": "string"}, "then": known}
    if shape.what in ("whole", "number"):
        kind = "integer" if shape.what == "whole" else "number"
        sides = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
        limits = {sides[side]: value for side, value in shape.limits.items()}
        return {"type": [kind, "string"], "pattern": _FIGURES, **limits}
    named = {"switch": "_switch", "icon": "_icon"}
    if shape.what in named:
        return reference(named[shape.what])
    return reference("_text" if shape.least else "_optional_text")
