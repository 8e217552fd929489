"""A short text and a width into lines of even length that end where a reader would pause.

For texts that stand alone: a task on the wall, a takeaway, a label. Running text is left to the renderer.
"""

from __future__ import annotations

import itertools

from deckgen.measure.classes import CHINESE, WESTERN, has_cjk, may_break
from deckgen.measure.faces import Faces
from deckgen.measure.lines import count_lines, safe_width, text_width
from deckgen.measure.words import inside_words

MOST_LINES = 4  # a longer text is running text
_PAUSES = "，。；：？！,.;:?!…"
_BEFORE = "再把被用从对给让并或和与按先"
_AFTER = "的时后前了里"
_TORN = 0.25  # what a break costs where nobody pauses
_LINKED = 0.15  # what it costs beside a word that links
_LISTED = 0.06  # what it costs within an enumeration
_LONE = 0.6  # what a last line of one character costs; of two, a quarter of it


def balance_lines(text: str, size: float, width: float, faces: Faces, strong: bool = False) -> str:
    """The text with forced breaks, in no more lines than it takes anyhow; as it is where that helps nothing.

    No break lies inside a word that is known.

    `width` and `size` are points; a break that stands already is kept.
    """
    if "\n" in text:
        return "\n".join(balance_lines(line, size, width, faces, strong) for line in text.split("\n"))
    if len(text) < 4:
        return text
    count = count_lines(text, size, width, faces, strong)
    if not 1 < count <= MOST_LINES:
        return text
    limit = safe_width(width, size)
    chinese = has_cjk(text)
    classes = text.translate(CHINESE if chinese else WESTERN)
    torn = inside_words(text, faces.terms)
    places = [at for at in range(1, len(text)) if at not in torn and may_break(classes, at)]
    # best[end] after so many lines: cost and the breaks that lead there
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        ends = [len(text)] if line == count else places
        for start, (cost, breaks) in best.items():
            for end in ends:
                if end <= start:
                    continue
                part = text[start:end].strip(" ")
                ems = text_width(part, 1.0, faces, strong)
                if ems > limit:
                    break
                spent = cost + ((limit - ems) / limit) ** 2
                if end == len(text):
                    spent += _LONE if ems < 1.6 else _LONE / 4 if ems < 2.6 else 0.0
                else:
                    spent += _torn(text, end) if chinese else 0.0
                if end not in after or spent < after[end][0] - 1e-9:
                    after[end] = (spent, (*breaks, end))
        best = after
    balanced = best.get(len(text))
    if balanced is None:
        return text
    cuts = (0, *balanced[1])
    return "\n".join(text[a:b].strip(" ") for a, b in itertools.pairwise(cuts))


def _torn(text: str, at: int) -> float:
    """What it costs that a line ends before the character at this place."""
    before, after = text[at - 1], text[at]
    if before in _PAUSES:
        return 0.0
    if before == "、":
        return _LISTED
    if before == " " or after == " ":
        return _TORN  # a Latin word, which belongs to what it stands beside as often as not
    return _LINKED if before in _AFTER or after in _BEFORE else _TORN
