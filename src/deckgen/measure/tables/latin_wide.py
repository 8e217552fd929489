"""Advance widths for Latin faces that nobody measured: those of `latin_sans`, a quarter wider.

Measured from Carlito, Version 1.103.
Arial, Segoe UI, Trebuchet, Century Gothic and Verdana are between a tenth and a quarter wider than that table's face.
"""

from __future__ import annotations

from deckgen.measure.tables import latin_sans

SHARE = 1.25
UNITS = latin_sans.UNITS
REGULAR: dict[int, str] = {round(width * SHARE): characters for width, characters in latin_sans.REGULAR.items()}
BOLD: dict[int, str] = {round(width * SHARE): characters for width, characters in latin_sans.BOLD.items()}
