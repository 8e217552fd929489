"""The common base of all models: strict, frozen, and aware of their place in the source."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from deckgen.base.diagnostics import Span
from deckgen.source.node import Located


class Strict(BaseModel):
    """A frozen record that refuses unknown keys and remembers where it was written."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    _span: Span | None = PrivateAttr(default=None)
    _spans: dict[str, Span] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        made = handler(data)
        if isinstance(data, Located):
            made._span = data.span
            made._spans = data.spans
        return made

    @property
    def span(self) -> Span | None:
        """Where this record starts in the source."""
        return self._span

    def at(self, key: str) -> Span | None:
        """Where the value of `key` stands, or the record itself."""
        return self._spans.get(key, self._span)
