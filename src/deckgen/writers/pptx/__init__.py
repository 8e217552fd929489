"""Placed decks into PPTX: the only room that knows DrawingML and its units."""

from deckgen.writers.pptx.write import write_deck

__all__ = ["write_deck"]
