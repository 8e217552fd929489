"""Characters into line-break classes: UAX #14 reduced to what decks and books need, with kinsoku.

One letter a class:

- ``C`` ideographs and other full-width characters: a line may break on either side;
- ``X`` full-width closing marks and dashes: no line starts with one;
- ``O`` full-width opening marks: no line ends with one; ``o`` the same of Latin writing, and currency signs;
- ``I`` closing marks, separators and units of Latin writing: kept with what stands before;
- ``L`` letters and signs of words; ``N`` digits; ``H`` hyphens: a line may break after one, but not
  before a digit;
- ``S`` spaces; ``G`` spaces that no line breaks at; ``Q`` straight quotes, glue and combining marks: never a break
  beside one.

Where the renderers differ, the class that allows fewer breaks is taken: fewer breaks never make
fewer lines, so the count stays on the safe side.
"""

from __future__ import annotations

import re
import unicodedata

_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3001-\ud7ff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)

_CLOSING = "、。〉》」』】〕〗〙〛〞〟，．：；！？）］｝％～｠￠℃℉‰｡｣､･\u3000"
_KANA = "々ー〜ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_OPENING = "〈《「『【〔〖〘〚〝（［｛＄￥￡｟｢"
_SHARED = {**dict.fromkeys("“‘", "O"), **dict.fromkeys("”’…‥—―·•", "X")}
_LATIN_ONLY = {**dict.fromkeys("“‘", "o"), **dict.fromkeys("”…‥—―·", "I"), **dict.fromkeys("’•", "L")}
_COMMON = {
    **dict.fromkeys(_CLOSING + _KANA, "X"),
    **dict.fromkeys(_OPENING, "O"),
    **dict.fromkeys("([{$£¥€¿¡", "o"),
    **dict.fromkeys(",.:;!?)]}%/°", "I"),
    **dict.fromkeys("-\u2010\u2012\u2013", "H"),
    **dict.fromkeys(" \t\u2002\u2003\u2009\u200b", "S"),
    **dict.fromkeys('"\u2011\u2060\ufeff', "Q"),
    **dict.fromkeys("\u00a0\u202f", "G"),
    **dict.fromkeys("0123456789", "N"),
}


class _Classes(dict[int, str]):
    """Code point -> class, for `str.translate`; unknown characters are looked up once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category in ("Mn", "Me", "Mc", "Cf"):
            kind = "Q"
        elif is_wide(char) and (category[0] != "L" or unicodedata.east_asian_width(char) != "A"):
            kind = "L" if code < 0x2100 else "C"
        else:
            kind = "L"
        self[code] = kind
        return kind


def is_wide(char: str) -> bool:
    """True when East Asian fonts may give the character a full em."""
    return unicodedata.east_asian_width(char) in ("W", "F", "A")


def has_cjk(text: str) -> bool:
    """True when the text is, at least in part, East Asian writing."""
    return not text.isascii() and _CJK.search(text) is not None


CHINESE = _Classes({ord(char): kind for char, kind in {**_COMMON, **_SHARED}.items()})
"""Classes in a text with East Asian writing, where quotes, dashes and ellipses belong to it."""

WESTERN = _Classes({ord(char): kind for char, kind in {**_COMMON, **_LATIN_ONLY}.items()})
"""Classes in a text without."""

_PAIRS = {"C": "CO" + "oLN", "X": "CO", "I": "C", "L": "C", "N": "C", "H": "COoL", "S": "CLNOoHQ"}
BREAKS = frozenset(first + second for first, seconds in _PAIRS.items() for second in seconds)
"""Pairs of classes that a line may break between (after spaces: unless an opening mark stands before)."""

GAP = re.compile("(?<=[CXO])(?=[LNIoHQG])|(?<=[LNIoHQG])(?=[CXO])")
"""Between East Asian and Latin writing (in classes), where a renderer may add space."""

FULL_WIDTH = "CXO"
"""Classes whose characters are one em wide in a text with East Asian writing."""


def may_break(classes: str, place: int) -> bool:
    """True when a line may break before the character at `place` (1 or more)."""
    pair = classes[place - 1 : place + 1]
    if pair not in BREAKS:
        return False
    return pair[0] != "S" or classes[:place].rstrip("S")[-1:] not in ("O", "o")
