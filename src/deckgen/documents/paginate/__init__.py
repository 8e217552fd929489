"""Books onto pages: drawings, contents, page numbers, and slides in small."""

from deckgen.documents.paginate.layout import BookLayout, lay_out_book, paginate_book
from deckgen.documents.paginate.resolve import resolve_pages
from deckgen.documents.paginate.scale import scale_drawing
from deckgen.documents.paginate.thumbnail import scale_slide

__all__ = ["BookLayout", "lay_out_book", "paginate_book", "resolve_pages", "scale_drawing", "scale_slide"]
