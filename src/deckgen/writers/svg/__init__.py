"""Drawings into SVG files that stand alone: for pages on the web, and for what is shown of a change."""

from deckgen.writers.svg.drawing import write_svg

__all__ = ["write_svg"]
