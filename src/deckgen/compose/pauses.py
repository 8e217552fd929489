"""What is shown while everybody is out: how long the break is, when it is over, and what comes then."""

from __future__ import annotations

from dataclasses import replace

from deckgen.compose.frames import frame_slide
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import alt_text
from deckgen.model.diagrams.pause import Pause, PauseLabels
from deckgen.plan import Entry
from deckgen.plan import Pause as Interval
from deckgen.tree import Diagram, Slide, Slot

_ICONS = {"break": "coffee", "lunch": "utensils"}


def pause_id(day: int, sitting: int) -> str:
    """The id of the slide of the pause behind a sitting."""
    return f"pause-{day}-{sitting}"


def pause_behind(kit: Kit, entry: Entry) -> Interval | None:
    """The pause that follows a block, if one does."""
    sitting = kit.agenda.days[entry.day - 1].sittings[entry.sitting - 1]
    return sitting.pause if sitting.entries[-1] is entry else None


def compose_pause(kit: Kit, entry: Entry) -> Slide:
    """The slide of the pause behind a block; its clock runs until the pause is over."""
    phrase = kit.phrase
    sittings = kit.agenda.days[entry.day - 1].sittings
    pause = pause_behind(kit, entry)
    assert pause is not None
    several = len(kit.agenda.days) > 1
    name = "pause_of_day" if several else "pause_title"
    title = phrase(name, day=entry.day, pause=phrase(pause.kind), end=pause.end)
    after = sittings[entry.sitting].entries[0] if entry.sitting < len(sittings) else None
    labels = PauseLabels(
        back=phrase("pause_back"),
        following=phrase("pause_following"),
        unit=phrase("minute_unit"),
        minutes=phrase("time"),
        countdown=phrase("countdown"),
    )
    record = Pause(
        word=phrase(pause.kind),
        minutes=pause.minutes,
        end=str(pause.end),
        following=kit.plain(after.block.title) if after else "",
        icon=_ICONS[pause.kind],
        labels=labels,
    ).rewrite(kit.words)
    diagram = Diagram(record, alt_text(kit, "pause", title, record.parts()))
    slide_id = pause_id(entry.day, entry.sitting)
    slots = [Slot("canvas", (diagram,))]
    shown = frame_slide(kit, slide_id, "interval", "pause", title, slots, "frame.pause", key="deliveries")
    return replace(shown, countdown=pause.minutes * 60_000)
