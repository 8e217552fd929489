"""Placed decks into PPTX: the only room that knows DrawingML and its units."""

from deckgen.writers.pptx.template import read_deck_template, read_layouts
from deckgen.writers.pptx.write import TemplateError, write_deck

__all__ = ["TemplateError", "read_deck_template", "read_layouts", "write_deck"]
