"""Diagnostics with the line of the file they point at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline.door import read_file
from deckgen.source.excerpt import MAX_CELLS, excerpt, headline, said

__all__ = ["Excerpts", "headline", "said"]


class Excerpts:
    """Shows diagnostics; a file is read once for all that point at it."""

    def __init__(self, *, cells: int = MAX_CELLS, show: Callable[[str], str] = str) -> None:
        self._cells, self._show = cells, show
        self._read: dict[Path, bytes] = {}

    def of(self, diagnostic: Diagnostic) -> str:
        """The diagnostic, its source line, a mark under the column, and the hint."""
        return excerpt(diagnostic, self._bytes, cells=self._cells, show=self._show)

    def _bytes(self, path: Path) -> bytes:
        if path not in self._read:
            self._read[path] = read_file(path)
        return self._read[path]
