"""Advance widths of faces, as generated numbers; a theme names a table by its key."""

from __future__ import annotations

from types import ModuleType

from deckgen.measure.tables import cjk_sans, latin_sans, latin_wide

LATIN: dict[str, ModuleType] = {"latin-sans": latin_sans, "latin-wide": latin_wide}
EAST_ASIAN: dict[str, ModuleType] = {"cjk-sans": cjk_sans}

__all__ = ["EAST_ASIAN", "LATIN"]
