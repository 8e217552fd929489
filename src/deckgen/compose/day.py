"""A day of the agenda into the drawing that shows it to scale."""

from __future__ import annotations

from itertools import groupby

from deckgen.compose.kit import Kit
from deckgen.compose.visuals import alt_text
from deckgen.model.diagrams.clock import Bar, Clock, ClockLabels, Lane, Stretch
from deckgen.plan import Day, Sitting
from deckgen.text.dates import write_date
from deckgen.tree import Diagram


def dated(kit: Kit, title: str, day: Day) -> str:
    """A title with the date of its day, where that is known."""
    return f"{title} · {write_date(kit.phrase, day.on)}" if day.on else title


def day_clock(kit: Kit, day: Day) -> Diagram:
    """The day's sittings as lanes: modules, and talk, activity and debrief of every block."""
    phrase = kit.phrase
    lanes = tuple(_lane(kit, sitting) for sitting in day.sittings)
    title = phrase("agenda_of_day", n=day.number) if len(kit.agenda.days) > 1 else phrase("agenda")
    labels = ClockLabels(talk=phrase("talk"), activity=phrase("activity"), debrief=phrase("debrief"))
    record = Clock(lanes=lanes, labels=labels)
    return Diagram(record, alt_text(kit, "clock", title, record.parts()))


def _lane(kit: Kit, sitting: Sitting) -> Lane:
    by_module = groupby(sitting.entries, key=lambda entry: entry.module)
    stretches = tuple(
        Stretch(title=kit.plain(kit.module(module).label), minutes=sum(entry.split.total for entry in entries))
        for module, entries in by_module
    )
    bars = tuple(
        Bar(id=entry.block.id, talk=entry.split.talk, activity=entry.split.activity, debrief=entry.split.debrief)
        for entry in sitting.entries
    )
    return Lane(start=str(sitting.start), end=str(sitting.end), stretches=stretches, bars=bars)
