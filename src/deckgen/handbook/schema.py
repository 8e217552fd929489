"""The models into a JSON Schema for editors.

It is lenient where the format says more than a schema can: any value may be given per delivery, any list or
mapping may be included from a file, and every mapping may carry `in:` and variants under delivery ids. What it
still catches while typing: unknown keys, unknown words, wrong types. `deckgen check` says the rest.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from deckgen.model.course import Course
from deckgen.model.keys import format_keys
from deckgen.model.sheets import SHEETS

_SPLIT = {"type": "string", "pattern": r"^\s*\d{1,3}\s*/\s*\d{1,3}\s*/\s*\d{1,3}\s*$"}
_NUMBER = {"type": "integer", "minimum": 0}
# How values are written that a validator reads.
_WRITTEN: dict[str, JsonSchemaValue] = {
    "_decode_split": _SPLIT,
    "_decode_slide_minutes": {"anyOf": [_NUMBER, _SPLIT]},
    "_decode_block_minutes": {"anyOf": [_NUMBER, _SPLIT]},
    "_decode_clock": {"type": "string", "pattern": r"^([01]?\d|2[0-3]):[0-5]\d$"},
    "_decode_focus": {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 100}, "minItems": 2, "maxItems": 2},
        ]
    },
    "_decode_range": {"anyOf": [_NUMBER, {"type": "string", "pattern": r"^\s*\d{1,3}(\s*-\s*\d{1,3}){0,2}\s*$"}]},
}
_VARIANT = {"$ref": "#/$defs/_variant"}
_INCLUDED = {"type": "string", "description": "!include path.yaml"}
_SHARED: JsonSchemaValue = {
    "_variant": {
        "description": "A value for each delivery id.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"$ref": "#/$defs/_delivery"},
    },
    "_delivery": {"description": "An id of a delivery: no key.", "not": {"enum": sorted(format_keys())}},
    "_todo": {
        "description": "Open notes; they are never printed.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    },
    "_override": {"type": "object", "description": "What replaces the values beside it in one delivery."},
    "_deliveries": {
        "description": "Only in these deliveries.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    },
}


class _Generator(GenerateJsonSchema):
    """Validators that read a form of their own say how it is written; a text may stand for a list of one."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        name = getattr(schema["function"]["function"], "__name__", "")
        if name in _WRITTEN:
            return dict(_WRITTEN[name])
        inner = super().function_before_schema(schema)
        if name == "_one_or_more":
            return {"anyOf": [inner["items"], inner]}
        return {"anyOf": [{"type": "string"}, inner]} if name == "_as_list" else inner


def make_schema() -> dict[str, Any]:
    """The schema of course.yaml; modules, blocks and sheets in files of their own are under ``$defs``."""
    schema = _loosen(Course.model_json_schema(by_alias=True, schema_generator=_Generator))
    definitions = schema.pop("$defs")
    relaxed = {name: _widen(_relax(definition)) for name, definition in definitions.items()}
    course = _widen(_relax(schema))
    course["properties"]["variables"] = {"type": "object", "description": "What {{ name }} stands for in any text."}
    course["propertyNames"]["anyOf"].append({"const": "variables"})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckgen course",
        **{key: value for key, value in course.items() if key != "title"},
        "$defs": relaxed | _SHARED,
    }


def write_schema(schema: dict[str, Any]) -> str:
    """The schema as JSON, one definition a line."""
    lines = []
    for key in sorted(schema):
        value = schema[key]
        if key in ("$defs", "properties"):
            inner = ",\n".join(f"  {_json(name)}: {_json(value[name])}" for name in sorted(value))
            lines.append(f"{_json(key)}: {{\n{inner}\n }}")
        else:
            lines.append(f"{_json(key)}: {_json(value)}")
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _loosen(value: Any) -> Any:
    """Any of the kinds will do: a block without a kind is a lesson, and several may match while one is typing."""
    if isinstance(value, dict):
        loose = {("anyOf" if key == "oneOf" else key): _loosen(inner) for key, inner in value.items()}
        loose.pop("discriminator", None)
        return loose
    return [_loosen(inner) for inner in value] if isinstance(value, list) else value


def _relax(schema: dict[str, Any]) -> dict[str, Any]:
    """A mapping of the format: its keys per delivery, included, kept to some, or replaced as a whole."""
    if "properties" not in schema:
        return schema
    relaxed = {key: value for key, value in schema.items() if key not in ("required", "title")}
    is_slide = "transition" in schema["properties"]  # its kind follows from its sheet
    if tags := [key for key in schema.get("required", ()) if key in ("kind", "type") and not is_slide]:
        relaxed["required"] = tags
    properties = {key: _any_of(_short(key, _items(value))) for key, value in schema["properties"].items()}
    relaxed["properties"] = {**properties, "in": {"$ref": "#/$defs/_deliveries"}, "todo": {"$ref": "#/$defs/_todo"}}
    relaxed["additionalProperties"] = {"$ref": "#/$defs/_override"}
    relaxed["propertyNames"] = {"anyOf": [{"enum": sorted(relaxed["properties"])}, {"$ref": "#/$defs/_delivery"}]}
    return relaxed


def _items(schema: dict[str, Any]) -> dict[str, Any]:
    """A list whose entries may be included or given per delivery, too."""
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        entry = _without_title(schema["items"])
        loose = {key: value for key, value in schema.items() if key not in ("minItems", "maxItems", "title")}
        return {"anyOf": [{**loose, "items": {"anyOf": [entry, _INCLUDED, _VARIANT]}}, entry]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [_items(part) for part in schema["anyOf"]]}
    return schema


def _short(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The short forms of some keys: a sheet in place of its id, a text in place of a record."""
    if key == "sheet":
        more: list[dict[str, Any]] = [{"$ref": f"#/$defs/{model.__name__}"} for model in SHEETS.values()]
    elif key in ("ask", "debrief", "questions", "steps"):
        more = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    else:
        return schema
    about: dict[str, Any] = {name: schema[name] for name in ("default", "description") if name in schema}
    return {**about, "anyOf": [{name: value for name, value in schema.items() if name not in about}, *more]}


def _widen(value: Any) -> Any:
    """A text may be written as what YAML takes for a number or a switch."""
    if isinstance(value, dict):
        wide = {key: _widen(inner) for key, inner in value.items()}
        if wide.get("type") == "string" and not {"const", "enum", "description"}.intersection(wide):
            wide["type"] = ["string", "number", "boolean"]
        return wide
    return [_widen(inner) for inner in value] if isinstance(value, list) else value


def _any_of(schema: dict[str, Any]) -> dict[str, Any]:
    """The value itself, one for each delivery, or, where it is no plain value, an included file."""
    if "const" in schema:
        return _without_title(schema)
    about: dict[str, Any] = {key: schema[key] for key in ("default", "description") if key in schema}
    value = {key: item for key, item in schema.items() if key not in (*about, "title")}
    parts = value["anyOf"] if set(value) == {"anyOf"} else [value]
    plain = all(part.get("type") in ("string", "integer", "number", "boolean", "null") for part in parts)
    return {**about, "anyOf": [*parts, *([] if plain else [_INCLUDED]), _VARIANT]}


def _without_title(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "title"}
