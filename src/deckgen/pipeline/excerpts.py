"""Diagnostics with the line of the file they point at."""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline.door import read_file
from deckgen.source.excerpt import excerpt


def excerpt_of(diagnostic: Diagnostic) -> str:
    """The diagnostic, its source line, a mark under the column, and the hint."""
    return excerpt(diagnostic, read_file)
