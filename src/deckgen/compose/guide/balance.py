"""About how high words become in the two columns of an entry, so that neither leaves the other much room.

Nothing here is measured: what is a little wrong costs a line of white.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.base.runs import Runs, plain
from deckgen.compose.guide.thoughts import thoughts
from deckgen.text.scripts import has_cjk

_SAID = (28, 16.0, 4.0)  # characters on a line, points of a line, points between paragraphs
_BESIDE = (9, 15.0, 1.0)
_LABEL = 16.5  # points of a label beside
_MOST_LOST = 14.0  # points that two rows may be higher than one


def height_of_say(said: Runs) -> float:
    """Points that a paragraph to say takes."""
    return sum(_height(plain(words), _SAID) for words in thoughts(said))


def height_beside(texts: Iterable[str]) -> float:
    """Points that texts below their label take in the narrow column."""
    return _LABEL + sum(_height(text, _BESIDE) for text in texts)


def _height(text: str, column: tuple[int, float, float]) -> float:
    across, line, gap = column
    width = len(text) if has_cjk(text) else len(text) / 2
    return max(1, -(-int(width) // across)) * line + gap


def best_cut(said: Sequence[str], beside: Sequence[Sequence[str]]) -> int:
    """How many paragraphs stand beside the first of two parts, if two rows are hardly higher than one; else 0."""
    heights = [_height(text, _SAID) for text in said]
    parts = [sum(_height(text, _BESIDE) for text in part) for part in beside]
    if len(parts) != 2 or len(said) < 2:
        return 0
    one = max(sum(heights), sum(parts))
    cuts = range(1, len(said))
    rows = {cut: max(sum(heights[:cut]), parts[0]) + max(sum(heights[cut:]), parts[1]) for cut in cuts}
    best = min(cuts, key=lambda cut: rows[cut])
    return best if rows[best] <= one + _MOST_LOST else 0
