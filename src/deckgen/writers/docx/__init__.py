"""Paginated books into Word documents."""

from deckgen.writers.docx.book import write_book

__all__ = ["write_book"]
