"""A checkpoint in words: when the sitting ends, and what may be given up of what is still to come."""

from __future__ import annotations

from deckgen.compose.kit import Kit
from deckgen.plan import Entry, Sitting
from deckgen.plan.checkpoints import Checkpoint, checkpoints


def say_checkpoint(kit: Kit, point: Checkpoint) -> str:
    """What to do at the end of a sitting when the room is behind."""
    phrase = kit.phrase
    cuts = phrase("enumeration").join(f"{entry.block.id} −{entry.elastic}" for entry in point.ahead)
    told = phrase("checkpoint_cuts", cuts=cuts, n=point.minutes) if cuts else phrase("nothing_ahead")
    return phrase("checkpoint", clock=point.at, cuts=told)


def checkpoint_of(kit: Kit, sitting: Sitting) -> Checkpoint | None:
    """The checkpoint at the end of a sitting; the last one of a day has none."""
    day = kit.agenda.days[sitting.day - 1]
    return next((point for point in checkpoints(day) if point.at == sitting.end), None)


def checkpoint_behind(kit: Kit, entry: Entry) -> Checkpoint | None:
    """The checkpoint that follows a block, if its sitting ends with it."""
    sitting = kit.agenda.days[entry.day - 1].sittings[entry.sitting - 1]
    return checkpoint_of(kit, sitting) if sitting.entries[-1] is entry else None
