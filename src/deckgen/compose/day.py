"""A day of the agenda into the drawing that shows it to scale."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from deckgen.compose.kit import Kit
from deckgen.compose.visuals import alt_text
from deckgen.plan import Day, Sitting
from deckgen.tree import Diagram


def day_clock(kit: Kit, day: Day) -> Diagram:
    """The day's sittings as lanes: modules, and talk, activity and debrief of every block."""
    phrase = kit.phrase
    lanes = [_lane(kit, sitting) for sitting in day.sittings]
    title = phrase("agenda_of_day", n=day.number) if len(kit.agenda.days) > 1 else phrase("agenda")
    parts = tuple(
        f"{lane['start']}–{lane['end']} {' '.join(stretch['title'] for stretch in lane['stretches'])}" for lane in lanes
    )
    labels = {key: phrase(key) for key in ("talk", "activity", "debrief")}
    return Diagram("clock", {"lanes": lanes, "labels": labels}, alt_text(kit, "clock", title, parts))


def _lane(kit: Kit, sitting: Sitting) -> dict[str, Any]:
    by_module = groupby(sitting.entries, key=lambda entry: entry.module)
    return {
        "start": str(sitting.start),
        "end": str(sitting.end),
        "stretches": [
            {"title": kit.plain(kit.module(module).short), "minutes": sum(entry.split.total for entry in entries)}
            for module, entries in by_module
        ],
        "bars": [
            {
                "id": entry.block.id,
                "talk": entry.split.talk,
                "activity": entry.split.activity,
                "debrief": entry.split.debrief,
            }
            for entry in sitting.entries
        ],
    }
