"""An outline as a file, so that what was planned once can be compared without its sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from deckgen.base.units import Split
from deckgen.changes.outline import BlockFacts, Outline, Part, SlideFacts
from deckgen.text.phrases import phrases

FORM = 1  # of these files
_LANGUAGE = "en"  # of the phrases of one that was read; a change page is made of planned ones


class SavedError(Exception):
    """What cannot be read as an outline; the text says why."""


def save(outline: Outline) -> bytes:
    """The file, the same for the same outline."""
    apart = {item.name: getattr(outline, item.name) for item in fields(outline) if item.name != "words"}
    plain = {name: _plain(value) for name, value in apart.items()}
    return (json.dumps({"form": FORM, **plain}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Split | BlockFacts | Part | SlideFacts):
        return _plain(asdict(value))
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)


def load(content: bytes) -> Outline:
    """An outline as it was saved; its texts are plain data of JSON. Raises SavedError."""
    try:
        saved = json.loads(content)
        if saved.pop("form") != FORM:
            raise SavedError("it has a form that this deckgen does not read")
        return Outline(
            words=phrases(_LANGUAGE),
            split=Split(**saved.pop("split")),
            blocks=tuple(_block(item) for item in saved.pop("blocks")),
            sheets=tuple(Part(**item) for item in saved.pop("sheets")),
            modules=tuple(Part(**item) for item in saved.pop("modules")),
            **saved,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise SavedError(f"it is no outline of deckgen ({problem})") from problem


def through_file(outline: Outline) -> Outline:
    """A planned outline as it is when it is read back, to be compared with one that was."""
    return load(save(outline))


def _block(item: dict[str, Any]) -> BlockFacts:
    slides = tuple(SlideFacts(**{**slide, "split": Split(**slide["split"])}) for slide in item.pop("slides"))
    steps = {sheet: tuple(minutes) for sheet, minutes in item.pop("steps").items()}
    return BlockFacts(split=Split(**item.pop("split")), slides=slides, steps=steps, **item)
