"""The first page of a chapter: what it is for, when, what to lay out, and all its slides in small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.runs import Run, Runs, runs
from deckgen.base.units import Split
from deckgen.compose.anchors import slide_ids
from deckgen.compose.guide.slides import Numbers
from deckgen.compose.kit import Kit
from deckgen.compose.materials import things_of
from deckgen.model.course import Module
from deckgen.plan import Entry
from deckgen.plan.frames import frame_times
from deckgen.tree import Callout, Cell, Element, ListBlock, Para, Row, Table

ACROSS = 5  # thumbnails in a row


def compose_overview(kit: Kit, module: Module, shown: Sequence[str], numbers: Numbers) -> Iterator[Element]:
    """What stands below the title of a chapter; `shown` are its slides in their order."""
    phrase = kit.phrase
    entries = kit.agenda.of_module(module.id)
    split = sum((entry.split for entry in entries), Split())
    if module.key_message:
        yield Para(kit.inline(module.key_message), "lead")
    yield Para(_when(kit, entries, split, [name for key in shown if (name := numbers.of(key))]), "plain")
    cells = [Cell(tuple(part)) for part in (_why(kit, module, entries), _ready(kit, module, entries)) if part]
    if cells:
        yield Table((6.0, 4.0)[: len(cells)], (), (Row(tuple(cells)),), phrase("module_overview"), "columns")
    yield from _in_small(kit, entries, shown, numbers)
    if module.risks:
        yield Para(runs(phrase("risks")), "label")
        yield kit.bullets(module.risks, "beside")
    if notes := kit.own_notes(module.id):
        yield Callout("variant", (), notes)


def _when(kit: Kit, entries: Sequence[Entry], split: Split, numbers: Sequence[str]) -> Runs:
    """Clock, minutes and slides of the chapter on a line."""
    phrase = kit.phrase
    parts = [span_of(kit, entries)] if entries else []
    parts.append(phrase("minutes", n=split.total))
    parts.append(phrase("shares", talk=split.talk, activity=split.activity, debrief=split.debrief))
    if numbers:
        first, last = numbers[0].partition("–")[0], numbers[-1].rpartition("–")[2]
        parts.append(phrase("slides_from_to", first=first, last=last))
    line: list[Run] = []
    for part in parts:
        line += (*runs(phrase("gap") if line else ""), *runs(part, strong=not line))
    return tuple(line)


def span_of(kit: Kit, entries: Sequence[Entry]) -> str:
    """From when to when; with the day where there are several."""
    first, last = entries[0], entries[-1]
    if len(kit.agenda.days) == 1:
        return f"{first.start}–{last.end}"
    begin = f"{kit.phrase('day_short', n=first.day)} {first.start}"
    end = f"{kit.phrase('day_short', n=last.day)} {last.end}" if first.day != last.day else str(last.end)
    return f"{begin}–{end}"


def _why(kit: Kit, module: Module, entries: Sequence[Entry]) -> list[Element]:
    """What people can do afterwards, and why the chapter is here."""
    phrase = kit.phrase
    parts: list[Element] = []
    wanted = {key for entry in entries for key in entry.block.objectives}
    objectives = [objective for objective in kit.course.objectives if objective.id in wanted]
    if objectives:
        told = (f"{objective.id} {objective.sentence}" for objective in objectives)
        parts += [_label(kit, "can_then"), Para(kit.join(told), "expected")]
    if module.rationale:
        parts += [_label(kit, "rationale"), *kit.prose(module.rationale, "expected", place=module.at("rationale"))]
    if module.dimension:
        parts.append(kit.labelled(phrase("dimension"), module.dimension, "expected"))
    return parts


def _ready(kit: Kit, module: Module, entries: Sequence[Entry]) -> list[Element]:
    """What to have at hand before it begins, and what people bring."""
    materials = list(dict.fromkeys(material.item for entry in entries for material in things_of(kit, entry)))
    parts: list[Element] = []
    if materials:
        parts += [_label(kit, "at_hand"), ListBlock(tuple(map(kit.inline, materials)), "check", role="do")]
    if module.prerequisites:
        parts += [_label(kit, "prerequisites"), Para(kit.inline(module.prerequisites), "expected")]
    return parts


def _label(kit: Kit, key: str) -> Para:
    return Para(runs(kit.phrase(key), strong=True), "expected")


def _in_small(kit: Kit, entries: Sequence[Entry], shown: Sequence[str], numbers: Numbers) -> Iterator[Element]:
    """All slides in small, each with number, clock and minutes; those in front of which people act are dark."""
    known = [key for key in shown if key in numbers.thumbnails]
    if not known:
        return
    times = {key: (str(time.start), time.minutes, False) for key, time in frame_times(kit.course, kit.agenda).items()}
    for entry in entries:
        for key, start, split in zip(slide_ids(entry), entry.slide_starts(), entry.slides, strict=True):
            times[key] = (str(start), split.total, split.activity > 0)
    rows: list[Row] = []
    for at in range(0, len(known), ACROSS):
        keys = known[at : at + ACROSS]
        blank = (Cell(()),) * (ACROSS - len(keys))
        rows.append(Row((*(Cell((numbers.thumbnails[key][1],), align="center") for key in keys), *blank), keep=True))
        named = []
        for key in keys:
            begins, minutes, acts = times.get(key, ("", 0, False))
            clock = f" {begins}" if begins else ""
            length = f" {kit.phrase('minutes', n=minutes)}" if minutes else ""
            words = (Run(numbers.of(key), strong=True), Run(f" {clock} {length}"))
            named.append(Cell((Para(words, "verb" if acts else "aside"),), "verb" if acts else "quiet"))
        rows.append(Row((*named, *blank)))
    yield Table((1.0,) * ACROSS, (), tuple(rows), kit.phrase("slides_in_small"), "entry")
