"""DrawingML: shapes, text, colours and charts, written once for decks and books."""
