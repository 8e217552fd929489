"""Texts of a course in Markdown."""

from __future__ import annotations

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def safe(text: str) -> str:
    """A text with the signs of Markdown as they are written."""
    return text.translate(_ESCAPED)
