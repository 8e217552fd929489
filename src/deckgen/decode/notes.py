"""What authors left for later: open notes under `todo:`, and texts that only say that they are still to be written.

Neither is ever printed. In a draft each is a hint, in what is finished a mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import shorten
from deckgen.source.node import OPEN, UNREAD, Located
from deckgen.source.scalars import spelling

TODO = "todo"
_PLACEHOLDER = re.compile(r"\s*(?:(?:TODO|FIXME)(?![A-Za-z0-9])|待补|[?？]{3})")
_WORDS = frozenset(("id", "kind", "type", "status", "in", "language"))  # what decides how the rest is read


@dataclass(frozen=True, slots=True)
class Notes:
    """Takes what is still open out of the data of a course."""

    report: Report

    def without_notes(self, record: Located, *, draft: bool) -> Located:
        """The mapping without its open notes, each of which is told."""
        if TODO not in record:
            return record
        plain = Located({key: value for key, value in record.items() if key != TODO})
        plain.span, plain.spans, plain.keys_at, plain.items_at = (
            record.span,
            record.spans,
            record.keys_at,
            record.items_at,
        )
        plain.auto, plain.draft = record.auto, record.draft
        said = record[TODO]
        for note in said if isinstance(said, list) else (said,):
            if note is not UNREAD:
                text = note if isinstance(note, str) else spelling(note) if isinstance(note, int | float) else ""
                told = f"an open note: {shorten(text)}" if text.strip() else "an open note"
                self._tell(told, record.spans.get(TODO, record.span), "take `todo:` out when it is done", draft=draft)
        return plain

    def read(self, value: Any, place: Span | None, *, draft: bool, key: str = "") -> Any:
        """The value, or OPEN for a text of a draft that is still to be written."""
        if not isinstance(value, str) or key in _WORDS or not is_placeholder(value):
            return value
        what = f"{key}: " if key else ""
        self._tell(
            f"{what}still to be written: {shorten(value)}", place, "write the text, or leave it out", draft=draft
        )
        return OPEN if draft else value

    def _tell(self, message: str, place: Span | None, hint: str, *, draft: bool) -> None:
        after = (
            "; until then nothing of it is printed" if draft else f"{'; ' if hint else ''}or mark it `status: draft`"
        )
        self.report.add("DG424", message, place, hint + after, mild=draft)


def is_placeholder(text: str) -> bool:
    """Whether a text is, or begins with, a word for what is still to be written."""
    return _PLACEHOLDER.match(text) is not None
