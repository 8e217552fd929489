"""YAML data that knows where it was written."""

from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Span


class Located(dict[str, Any]):
    """A mapping read from YAML.

    `span` is its own place, `spans` that of each key's value, `keys_at` that of each key,
    `items_at` that of each item of a sequence, by key.
    """

    __slots__ = ("items_at", "keys_at", "span", "spans")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.span: Span | None = None
        self.spans: dict[str, Span] = {}
        self.keys_at: dict[str, Span] = {}
        self.items_at: dict[str, list[Span]] = {}
