"""A checkpoint in words: when the sitting ends, and what may be given up of what is still to come."""

from __future__ import annotations

from deckgen.base.runs import Run, Runs
from deckgen.compose.kit import Kit
from deckgen.plan import Entry, Sitting
from deckgen.plan.checkpoints import Checkpoint, checkpoints
from deckgen.plan.cuts import skippable


def say_checkpoint(kit: Kit, point: Checkpoint) -> str:
    """What to do at the end of a sitting when the room is behind."""
    phrase = kit.phrase
    cuts = phrase("enumeration").join(f"{entry.block.id} −{entry.elastic}" for entry in point.ahead)
    told = phrase("checkpoint_cuts", cuts=cuts, n=point.minutes) if cuts else phrase("nothing_ahead")
    return phrase("checkpoint", clock=point.at, cuts=told)


def late_hint(kit: Kit, entry: Entry) -> Runs:
    """How a block gives minutes back when the room is behind: its elastic ones, or all of it, where it may go."""
    phrase, parts = kit.phrase, []
    if entry.elastic:
        how = (entry.block.late or phrase("late_default")).rstrip("。. ")
        parts.append(kit.fill("behind_elastic", n=entry.elastic, how=how))
    day = kit.agenda.days[entry.day - 1]
    half = next(half for half in day.halves if any(sitting.number == entry.sitting for sitting in half))
    if entry in skippable([one for sitting in half for one in sitting.entries], day):
        key = "behind_drop" if parts else "behind_skip"
        parts.append(kit.fill(key, block=entry.block.id, n=entry.split.total - entry.elastic))
    return tuple(run for at, runs in enumerate(parts) for run in ((Run(phrase("semicolon")),) * (at > 0) + runs))


def checkpoint_of(kit: Kit, sitting: Sitting) -> Checkpoint | None:
    """The checkpoint at the end of a sitting; the last one of a day has none."""
    day = kit.agenda.days[sitting.day - 1]
    return next((point for point in checkpoints(day) if point.at == sitting.end), None)


def checkpoint_behind(kit: Kit, entry: Entry) -> Checkpoint | None:
    """The checkpoint that follows a block, if its sitting ends with it."""
    sitting = kit.agenda.days[entry.day - 1].sittings[entry.sitting - 1]
    return checkpoint_of(kit, sitting) if sitting.entries[-1] is entry else None
