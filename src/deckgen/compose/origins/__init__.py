"""Where the texts of an artefact come from: ids that last, of what every paragraph was written as."""

from deckgen.compose.origins.books import mark_book
from deckgen.compose.origins.decks import mark_deck
from deckgen.compose.origins.texts import Numbers, Origins, bare, origins_of

__all__ = ["Numbers", "Origins", "bare", "mark_book", "mark_deck", "origins_of"]
