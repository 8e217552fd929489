"""The mark of a folded line, shared by those who read YAML and those who read its texts."""

from __future__ import annotations

from typing import Final

FOLD: Final = "\v"
"""Stands in a text where YAML folded a line of the source; no source can hold the character itself."""
