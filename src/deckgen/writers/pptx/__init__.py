"""Placed decks into PPTX."""

from deckgen.writers.pptx.write import write_deck

__all__ = ["write_deck"]
