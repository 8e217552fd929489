"""Books onto pages: drawings, contents, page numbers, and slides in small."""

from deckgen.paginate.layout import BookLayout, height_of_table, lay_out_book, paginate_book
from deckgen.paginate.resolve import resolve_pages
from deckgen.paginate.scale import scale_drawing
from deckgen.paginate.set_lines import set_lines
from deckgen.paginate.thumbnail import draw_slide, scale_slide

__all__ = [
    "BookLayout",
    "draw_slide",
    "height_of_table",
    "lay_out_book",
    "paginate_book",
    "resolve_pages",
    "scale_drawing",
    "scale_slide",
    "set_lines",
]
