"""Whole minutes shared out in proportion, to the minute."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.units import Split
from deckgen.plan.floors import BUCKETS, home_of


def rescale(parts: Sequence[int], total: int, least: Sequence[int] = ()) -> tuple[int, ...]:
    """Shares of `total` in proportion to `parts`, in whole minutes that sum exactly.

    Largest remainders first (Hamilton's method); ties go to the earlier part. A part of zero stays zero
    unless all are zero, then the first takes everything. No share is below its `least`, where `total` suffices for
    all of them.
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
    short = {index for index, low in enumerate(least) if shares[index] < low}
    if not short or sum(least) > total:
        return tuple(shares)
    others = [index for index in range(len(parts)) if index not in short]
    left = total - sum(least[index] for index in short)
    rest = iter(rescale([parts[index] for index in others], left, [least[index] for index in others]))
    return tuple(least[index] if index in short else next(rest) for index in range(len(parts)))


def rescale_splits(parts: Sequence[Split], total: Split) -> tuple[Split, ...]:
    """Splits of the slides of a block, so that each bucket sums to the block's and no slide with minutes loses all."""
    homes = [home_of(part) for part in parts]
    columns = []
    for bucket in BUCKETS:
        shares = [getattr(part, bucket) for part in parts]
        columns.append(rescale(shares, getattr(total, bucket), [int(home == bucket) for home in homes]))
    return tuple(Split(*three) for three in zip(*columns, strict=True))


def rescale_steps(minutes: Sequence[int], total: int) -> tuple[int, ...]:
    """Minutes of the steps of a block's sheets, in proportion; a step with minutes keeps one where that is possible."""
    return rescale(minutes, total, [min(1, share) for share in minutes])
