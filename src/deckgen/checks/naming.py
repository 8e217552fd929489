"""Which texts name whom, found in one pass over all of them: a course has some fifty people and thousands of texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


def find_names(names: Iterable[str], texts: Sequence[str]) -> dict[str, list[int]]:
    """For each name the places in `texts`, from 0 and rising, of those that hold it in whatever case."""
    folded = [text.casefold() for text in texts]
    whole = "\n".join(folded)
    starts = list(accumulate((len(text) + 1 for text in folded), initial=0))
    naming: dict[str, list[int]] = {}
    for name in names:
        sought, places = name.casefold(), list[int]()
        at = whole.find(sought)
        while at >= 0:
            places.append(bisect_right(starts, at) - 1)
            at = whole.find(sought, starts[places[-1] + 1])
        naming[name] = places
    return naming
