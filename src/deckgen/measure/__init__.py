"""Text, size and width into lines and heights, from metric tables that ship with the package."""

from deckgen.measure.balance import balance_lines
from deckgen.measure.classes import has_cjk
from deckgen.measure.faces import Faces, knowing, load_faces
from deckgen.measure.lines import (
    GAP_EM,
    LINE,
    break_lines,
    count_lines,
    safe_width,
    text_height,
    text_width,
    widest_word,
)
from deckgen.measure.mono import code_columns, code_width
from deckgen.measure.tables import EAST_ASIAN, LATIN
from deckgen.measure.words import LONGEST_TERM, breaks_words, inside_words

__all__ = [
    "EAST_ASIAN", "GAP_EM", "LATIN", "LINE", "LONGEST_TERM", "Faces", "balance_lines", "break_lines", "breaks_words",
    "code_columns", "code_width", "count_lines", "has_cjk", "inside_words", "knowing", "load_faces", "safe_width",
    "text_height", "text_width", "widest_word",
]  # fmt: skip
