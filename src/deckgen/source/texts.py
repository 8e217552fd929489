"""A scalar event into its value: a text as it was written, a number, a switch or nothing.

What a text would lose or hide is reported here: words behind `` #``, quotes that run over other lines, escapes of
characters that cannot be printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.source.characters import find_hidden
from deckgen.source.comments import QUOTE, check_comment
from deckgen.source.decode import UNPRINTABLE
from deckgen.source.node import UNREAD
from deckgen.source.scalars import resolve_scalar
from deckgen.source.syntax import explain_half, explain_late_quote, find_half
from deckgen.source.written import as_written


class StopError(Exception):
    """Ends the reading of one file whose mistake has been reported."""


@dataclass(frozen=True, slots=True)
class Scalars:
    """Reads the scalars of one file; `add` takes the mistakes, `keep_folds` asks for texts with their folds marked."""

    text: str
    file: str
    keep_folds: bool
    add: Callable[[Diagnostic], None]

    def read(self, event: Any, span: Span) -> Any:
        """The value of a scalar event; `UNREAD` when it has none that can be printed. Raises StopError."""
        if event.implicit[0]:
            value = resolve_scalar(event.value)
            if isinstance(value, str):
                self._check_comment(event, value)
                return self._written(event)
            hidden = value is None and not event.value and self._check_comment(event, "")
            return UNREAD if hidden else value
        if event.end_mark.line > event.start_mark.line and event.style in ("'", '"'):
            self._check_quote(event)
        return self._written(event) if event.style != '"' or self._check_escapes(event, span) else UNREAD

    def _written(self, event: Any) -> str:
        return as_written(event, self.text) if self.keep_folds else str(event.value)

    def _check_comment(self, event: Any, text: str) -> bool:
        """Whether a comment may have cut a plain text, or hides the whole of it."""
        comment = check_comment(self.text, event.end_mark.index, text)
        if comment:
            code, at, message = comment
            mark = event.end_mark
            column = mark.column + 1 + at - mark.index
            self.add(
                Diagnostic(code, message, Span(self.file, mark.line + 1, column, mark.line + 1, column + 1), QUOTE)
            )
        return comment is not None

    def _check_quote(self, event: Any) -> None:
        """A quote that closed only lines below, with keys and items in between: the rest of the file is none."""
        mistake = explain_late_quote(event, self.text, self.file)
        if mistake:
            self.add(mistake)
            raise StopError

    def _check_escapes(self, event: Any, span: Span) -> bool:
        """Whether the escapes of a double-quoted text make only what can be printed."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        if "\\" not in written:
            return True
        if half := find_half(written):
            self.add(explain_half(half, span))
            return False
        bad = next((char for char in event.value if char == "\r" or UNPRINTABLE.match(char)), "")
        if bad:
            message = f"an escape makes the control character U+{ord(bad):04X}"
            self.add(Diagnostic("DG016", message, span, "delete it"))
        for _, message, hint, _ in find_hidden(event.value):
            self.add(Diagnostic("DG032", f"an escape is meant: {message}", span, hint))
        return not bad
