"""How a chapter opens: its number, title and key sentence, how long it takes and when."""

from __future__ import annotations

from deckgen.base.runs import Run, runs
from deckgen.compose.anchors import module_anchor
from deckgen.compose.chapters import number_chapters
from deckgen.compose.kit import Kit
from deckgen.model.course import Module
from deckgen.tree import Cell, Element, Heading, Para, Row, Table


def compose_opener(kit: Kit, module: Module) -> list[Element]:
    """The title behind the number of the chapter; the key sentence, beside it minutes and clock.

    The title stands in no table: what lists the headings of a document passes by those in tables. A part without a
    number has none.
    """
    number = number_chapters(kit.course).get(module.id)
    label = runs(f"{kit.phrase('chapter', n=number)}{kit.phrase('gap')}") if number else ()
    title = Heading(1, kit.inline(module.title), module_anchor(module.id), new_page=True, label=label)
    key: tuple[Element, ...] = (Para(kit.inline(module.key_message), "lead"),) if module.key_message else ()
    times = _times(kit, module)
    if not key and not times:
        return [title]
    row = Row((Cell(key), Cell(times, align="right")))
    return [title, Table((10.4, 5.1), (), (row,), kit.plain(module.title), "columns", keep=True)]


def _times(kit: Kit, module: Module) -> tuple[Element, ...]:
    """Its minutes, and the stretches of the clock in which they lie; of several days each behind its name."""
    entries = list(kit.agenda.of_module(module.id))
    if not entries:
        return ()
    minutes = sum(entry.split.total for entry in entries)
    several = len(kit.agenda.days) > 1
    told = [""]
    for day in dict.fromkeys(entry.day for entry in entries):
        on_day = [entry for entry in entries if entry.day == day]
        name = f"{kit.phrase('day_short', n=day)} " if several else ""
        told.append(f"{name}{on_day[0].start}–{on_day[-1].end}")
    return (Para((Run(kit.phrase("minutes", n=minutes), strong=True), *runs("\n".join(told))), "small"),)
