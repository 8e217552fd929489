"""Short ways as custom shows: all slides from a day's beginning or a pause on but those of the blocks left out.

The number on the slide from which one begins leads to it, and its notes say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.compose.anchors import slide_ids
from deckgen.compose.kit import Kit
from deckgen.compose.pauses import pause_id
from deckgen.plan.short import ShortWay, short_ways
from deckgen.tree import CustomShow, DeckSection, Slide


def with_short_shows(
    kit: Kit, sections: Sequence[DeckSection]
) -> tuple[tuple[DeckSection, ...], tuple[CustomShow, ...]]:
    """The sections with the ways into the short shows, and those shows."""
    order = [slide for section in sections for slide in section.slides]
    shows: dict[str, CustomShow] = {}
    notes = {}
    for way in short_ways(kit.agenda):
        begins = pause_id(way.day, way.after) if way.after else f"agenda-{way.day}"
        at = next((number for number, slide in enumerate(order) if slide.id == begins), None)
        if at is None:
            continue
        first = at + 1 if way.after else 0 if way.day == 1 else at
        gone = _gone(kit, way)
        kept = tuple(slide.id for slide in order[first:] if slide.id not in gone and not slide.hidden)
        show = CustomShow(begins, _title(kit, way), kept)
        shows[begins] = show
        blocks = kit.phrase("enumeration").join(entry.block.id for entry in way.dropped)
        facts = {"show": show.title, "blocks": blocks, "n": way.saved, "elastic": way.elastic}
        notes[begins] = kit.labelled(kit.phrase("behind"), kit.phrase("behind_show", **facts))

    def leading(slide: Slide) -> Slide:
        if slide.id not in shows:
            return slide
        return replace(slide, show=slide.id, notes=(*slide.notes, notes[slide.id]))

    led = tuple(replace(section, slides=tuple(map(leading, section.slides))) for section in sections)
    return led, tuple(shows.values())


def _title(kit: Kit, way: ShortWay) -> str:
    name = "short_show_of_day" if len(kit.agenda.days) > 1 else "short_show"
    return kit.phrase(name, day=way.day, start=way.start)


def _gone(kit: Kit, way: ShortWay) -> frozenset[str]:
    """The slides of what is left out; of a module that is left out whole its divider and recap, too."""
    gone = {key for entry in way.dropped for key in slide_ids(entry)}
    dropped = {entry.block.id for entry in way.dropped}
    for module in kit.course.modules:
        entries = kit.agenda.of_module(module.id)
        if entries and all(entry.block.id in dropped for entry in entries):
            gone |= {module.id, f"{module.id}.recap", f"{module.id}.recap+motto"}
    return frozenset(gone)
