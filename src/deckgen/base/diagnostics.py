"""Diagnostics: what is wrong, where, and what to write instead.

Mistakes are values that accumulate; nothing in deckgen raises for bad input.
The table of codes is ``deckgen.base.codes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from deckgen.base.codes import CODES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count from 1, the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: the message says what is, the hint says what to write."""

    code: str
    message: str
    span: Span | None = None
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """``error`` stops the build; ``warning`` does so only under ``--strict``."""
        return CODES[self.code].severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of printing: by place, then by code."""
        span = self.span or Span("", 0, 0)
        return (span.file, span.line, span.column, self.code, self.message)


@dataclass(slots=True)
class Report:
    """Gathers diagnostics during one run; equal ones are kept once."""

    items: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._seen = set(self.items)

    def add(self, code: str, message: str, span: Span | None = None, hint: str = "") -> None:
        """Record one mistake; an unknown code is a bug and raises KeyError."""
        CODES[code]
        diagnostic = Diagnostic(code, message, span, hint)
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.items.append(diagnostic)

    def extend(self, others: Iterable[Diagnostic]) -> None:
        """Record mistakes found elsewhere."""
        for other in others:
            self.add(other.code, other.message, other.span, other.hint)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self.items, key=lambda d: d.sort_key))

    def __len__(self) -> int:
        return len(self.items)

    @property
    def has_errors(self) -> bool:
        """True when at least one diagnostic must stop the build."""
        return any(d.severity == "error" for d in self.items)
