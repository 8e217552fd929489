"""Names that exist, for hints: the one that comes closest, or a list that stays short however many there are."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from functools import lru_cache

MAX_LISTED = 40  # names in one message
MAX_COMPARED = 1000  # names looked through for the nearest
_MAX_LENGTH = 60  # characters of a name that can be a misspelling, or is shown whole


def nearest(name: str, known: Collection[str], cutoff: float = 0.6) -> str | None:
    """The known name that comes closest, or None; more than `MAX_COMPARED` are only looked through for another case.

    `cutoff` is the least likeness, from 0 to 1.
    """
    if len(name) > _MAX_LENGTH:
        return None
    if len(known) > MAX_COMPARED:
        folded = name.casefold()
        return min((other for other in known if other.casefold() == folded), default=None)
    return _nearest(name, frozenset(known), cutoff)


@lru_cache(maxsize=1024)
def _nearest(name: str, known: frozenset[str], cutoff: float) -> str | None:
    by_folded = {other.casefold(): other for other in sorted(known, reverse=True)}
    near = difflib.get_close_matches(name.casefold(), sorted(by_folded), n=1, cutoff=cutoff)
    return by_folded[near[0]] if near else None


def near_or_known(name: str, known: Collection[str], otherwise: str = "there is none") -> str:
    """The hint for a name that there is not: the one that was meant, else all there are, else what to do."""
    if near := nearest(name, known):
        return f"did you mean {near}?"
    return f"there is: {list_names(known)}" if known else otherwise


def list_names(names: Iterable[str], limit: int = MAX_LISTED) -> str:
    """Names in order with commas, the first `limit` of them and how many more there are; `none` when there is none."""
    listed = sorted(names)
    shown = [shorten(name) for name in listed[:limit]]
    more = [f"and {len(listed) - limit} more"] if len(listed) > limit else []
    return ", ".join(shown + more) or "none"


def shorten(text: str, limit: int = _MAX_LENGTH) -> str:
    """A text on one line with at most `limit` characters, an ellipsis where it goes on."""
    flat = " ".join(text[: 2 * limit].split())
    return flat if len(flat) <= limit and len(text) <= 2 * limit else flat[: limit - 1] + "…"


def count_of(number: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {word}{'s' * (number != 1)}"
