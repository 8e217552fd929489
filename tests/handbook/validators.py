"""The shipped schemas as validators, all definitions in one document."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs

from deckgen.handbook.schemas import SUFFIX
from deckgen.pipeline.schemas import schemas

Way = tuple[str | int, ...]


@cache
def made_schemas() -> dict[str, str]:
    return schemas("en")


def validator_of(kind: str, texts: dict[str, str] | None = None) -> jsonschema_rs.Draft7Validator | None:
    """The validator of a kind of file; None where there is none."""
    return _validator(kind, tuple((texts or made_schemas()).items()))


@cache
def _validator(kind: str, named: tuple[tuple[str, str], ...]) -> jsonschema_rs.Draft7Validator | None:
    texts = dict(named)
    if f"{kind}{SUFFIX}" not in texts:
        return None
    schema = json.loads(texts[f"{kind}{SUFFIX}"].replace(f"course{SUFFIX}#", "#"))
    if "definitions" not in schema:
        schema["definitions"] = json.loads(texts[f"course{SUFFIX}"])["definitions"]
    return jsonschema_rs.Draft7Validator(schema)


def blamed(kind: str, data: Any, texts: dict[str, str] | None = None) -> list[tuple[Way, str]]:
    """The place of every mistake and what is said about it; an unknown key has the place of the key."""
    validator = validator_of(kind, texts)
    assert validator is not None, f"no schema of {kind}"
    found = []
    for error in validator.iter_errors(data):
        way = tuple(error.instance_path)
        if error.message.startswith("Additional properties"):
            record = data
            for step in way:
                record = record[step]
            keys = [key for key in record if isinstance(record, dict) and f"'{key}'" in error.message]
            found += [((*way, key), error.message) for key in keys] or [(way, error.message)]
        else:
            found.append((way, error.message))
    return found
