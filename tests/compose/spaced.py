"""The words of runs with plain spaces: what composers say is tested, not where a line may break."""

from __future__ import annotations

from deckgen.base import runs
from deckgen.base.runs import Runs
from deckgen.text.spacing import NO_BREAK


def plain(told: Runs) -> str:
    """The words of the runs."""
    return runs.plain(told).replace(NO_BREAK, " ")
