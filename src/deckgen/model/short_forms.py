"""Records that may be written as a text alone: the text stands for the one key that says most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from deckgen.base.diagnostics import Span
from deckgen.source.node import Located
from deckgen.source.scalars import spelling


@dataclass(frozen=True, slots=True)
class ShortForm:
    """Marks, in the annotation of a field, a record that a text alone may stand for; the text is its `key`."""

    key: str

    def widen(self, value: Any, place: Span | None) -> Any:
        """The record that a text, number or switch stands for, at its place; whatever else comes back as it is."""
        if not isinstance(value, str | int | float):
            return value
        record = Located({self.key: spelling(value) if isinstance(value, bool) else value})
        record.span = place
        return record

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}
