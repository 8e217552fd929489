"""Diagnostics with the line of the file they point at."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline.door import Disk
from deckgen.source.excerpt import MAX_CELLS, excerpt, headline, said

__all__ = ["Excerpts", "headline", "said"]


class Excerpts:
    """Shows diagnostics; a file is read once for all that point at it."""

    def __init__(self, *, cells: int = MAX_CELLS, show: Callable[[str], str] = str) -> None:
        self._cells, self._show, self._disk = cells, show, Disk()

    def of(self, diagnostic: Diagnostic) -> str:
        """The diagnostic, its source line, a mark under the column, and the hint."""
        return excerpt(diagnostic, self._disk.read, cells=self._cells, show=self._show)
