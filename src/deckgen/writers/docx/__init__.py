"""Paginated books into Word documents."""

from deckgen.writers.docx.book import DocxTemplateError, write_book

__all__ = ["DocxTemplateError", "write_book"]
