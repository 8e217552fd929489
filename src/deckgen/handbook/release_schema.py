"""The JSON Schema of releases."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.handbook.meanings import Meaning
from deckgen.handbook.meanings.releases import RELEASE
from deckgen.handbook.schemas import DIALECT
from deckgen.handbook.values import Schema

_NAME: Schema = {"type": ["string", "number"], "minLength": 1}
_BLANK: Schema = {"anyOf": [_NAME, {"type": "null"}]}
_AXES = ("courses", "deliveries", "profiles", "themes")


def release_schema(deliverables: Iterable[str], language: str) -> Schema:
    """The schema of ``release.yaml``; `deliverables` are the words of `only`."""
    words: Schema = {"enum": list(deliverables)}
    shared = {key: _names(_BLANK if key == "profiles" else _NAME) for key in _AXES}
    shared |= {"version": _NAME, "only": _names(words)}
    properties = {
        **shared,
        "bundles": {"type": "array", "minItems": 1, "items": _mapping(shared, language)},
        "since": _NAME,
        "notices": _names(_NAME),
        "released": _NAME,
    }
    told = Meaning(*RELEASE["release"][""]).said(language)
    return {"$schema": DIALECT, "title": "deckgen release", "description": told, **_mapping(properties, language)}


def _names(item: Schema) -> Schema:
    """One name, or a list of several."""
    several: Schema = {"type": "array", "minItems": 1, "uniqueItems": True, "items": item}
    return {"anyOf": [item if item is not _BLANK else _NAME, several]}


def _mapping(properties: dict[str, Schema], language: str) -> Schema:
    told = {
        key: {**schema, "description": Meaning(*RELEASE["release"][key]).said(language)}
        for key, schema in properties.items()
    }
    return {"type": "object", "properties": told, "additionalProperties": False}
