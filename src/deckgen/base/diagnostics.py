"""Diagnostics: what is wrong, where, and what to write instead.

Mistakes are values that accumulate; nothing in deckgen raises for bad input.
The table of codes is ``deckgen.base.codes``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from deckgen.base.codes import CODES
from deckgen.base.fixes import Fix

Severity = Literal["error", "warning", "hint"]


class Span(NamedTuple):
    """A stretch of a source file; lines and columns count from 1, the end is exclusive.

    Line 0 is a place that has no lines, such as an option of the command line. Every key and value of a course has
    one, so it is what is made fastest.
    """

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: the message says what is, the hint says what to write.

    `deliveries` names those it was found in where others of the same course do not have it; it is empty for a
    mistake of all of them. One that is `mild` is a hint whatever its code is elsewhere. `fix` is the edit that follows
    the hint, where there is one way to.
    """

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    deliveries: tuple[str, ...] = ()
    mild: bool = False
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """``error`` stops the build; ``warning`` does so only under ``--strict``, ``hint`` never."""
        return "hint" if self.mild else CODES[self.code].severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of printing: by place, then by code."""
        span = self.span or Span("", 0, 0)
        return (span.file, span.line, span.column, self.code, self.message)


@dataclass(slots=True)
class Report:
    """Gathers diagnostics during one run; the same message at the same place is kept once.

    `exempted` lists the exemptions that were used: code, what about, reason, and how many warnings they took out.
    """

    exempted: list[tuple[str, str, str, int]] = field(default_factory=list)
    _kept: dict[tuple[str, str, Span | None], Diagnostic] = field(default_factory=dict, repr=False)
    _counts: Counter[str] = field(default_factory=Counter, repr=False)

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """A report that holds these."""
        report = cls()
        report.extend(diagnostics)
        return report

    def add(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        hint: str = "",
        *,
        mild: bool = False,
        fix: Fix | None = None,
    ) -> None:
        """Record one mistake; an unknown code is a bug and raises KeyError."""
        CODES[code]
        self._keep(Diagnostic(code, message, span, hint, mild=mild, fix=fix))

    def extend(self, others: Iterable[Diagnostic], delivery: str = "") -> None:
        """Record mistakes found elsewhere, with `delivery` as those of that delivery."""
        for other in others:
            self._keep(replace(other, deliveries=(delivery,)) if delivery else other)

    def _keep(self, diagnostic: Diagnostic) -> None:
        key = (diagnostic.code, diagnostic.message, diagnostic.span)
        older = self._kept.get(key)
        if older is None:
            self._kept[key] = diagnostic
            self._counts[diagnostic.code] += 1
        elif older.deliveries != diagnostic.deliveries:
            both = bool(older.deliveries and diagnostic.deliveries)
            merged = dict.fromkeys((*older.deliveries, *diagnostic.deliveries)) if both else ()
            self._kept[key] = replace(older, deliveries=tuple(merged))

    def name_deliveries(self, ran: Collection[str]) -> None:
        """Drop the names of deliveries from what all of those that `ran` have in common."""
        for key, item in self._kept.items():
            if item.deliveries and set(ran) <= set(item.deliveries):
                self._kept[key] = replace(item, deliveries=())

    def count(self, code: str) -> int:
        """How many mistakes of this code there are so far."""
        return self._counts[code]

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._kept.values(), key=lambda d: d.sort_key))

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def has_errors(self) -> bool:
        """True when at least one diagnostic must stop the build."""
        return any(item.severity == "error" for item in self._kept.values())

    @property
    def has_warnings(self) -> bool:
        """True when at least one diagnostic stops a build that must be without any."""
        return any(item.severity == "warning" for item in self._kept.values())
