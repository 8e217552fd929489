"""deckgen compiles one curriculum in YAML into trainer decks, workbooks and facilitator guides."""

__version__ = "0.1.0"
