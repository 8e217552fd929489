"""Whole minutes shared out in proportion, to the minute."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.units import Split


def rescale(parts: Sequence[int], total: int) -> tuple[int, ...]:
    """Shares of `total` in proportion to `parts`, in whole minutes that sum exactly.

    Largest remainders first (Hamilton's method); ties go to the earlier part. A part of zero stays zero
    unless all are zero, then the first takes everything.
    """
    whole = sum(parts)
    if not parts or whole == total:
        return tuple(parts)
    if whole == 0:
        return (total, *([0] * (len(parts) - 1)))
    shares = [part * total // whole for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda i: (-(parts[i] * total % whole), i))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return tuple(shares)


def rescale_splits(parts: Sequence[Split], total: Split) -> tuple[Split, ...]:
    """Splits of the slides of a block, so that each bucket sums to the block's."""
    talk = rescale([part.talk for part in parts], total.talk)
    activity = rescale([part.activity for part in parts], total.activity)
    debrief = rescale([part.debrief for part in parts], total.debrief)
    return tuple(Split(*three) for three in zip(talk, activity, debrief, strict=True))
