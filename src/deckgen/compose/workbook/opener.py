"""How a chapter opens: its number, title and key sentence, how long it takes and when."""

from __future__ import annotations

from deckgen.base.runs import Run, runs
from deckgen.compose.anchors import module_anchor
from deckgen.compose.chapters import number_chapters
from deckgen.compose.kit import Kit
from deckgen.model.course import Module
from deckgen.tree import Cell, Element, Heading, Para, Row, Table


def compose_opener(kit: Kit, module: Module) -> Table:
    """The number large, beside it title and key sentence, at the right minutes and clock; a part without a number has
    none.
    """
    number = number_chapters(kit.course).get(module.id)
    title: list[Element] = [Heading(1, kit.inline(module.title), module_anchor(module.id))]
    if module.key_message:
        title.append(Para(kit.inline(module.key_message), "lead"))
    cells = [Cell(tuple(title)), Cell(_times(kit, module), align="right")]
    widths = [12.5, 3.0]
    if number:
        cells.insert(0, Cell((Para(runs(str(number)), "chapter_number"),)))
        widths = [1.9, 10.6, 3.0]
    return Table(tuple(widths), (), (Row(tuple(cells)),), kit.plain(module.title), "columns", keep=True)


def _times(kit: Kit, module: Module) -> tuple[Element, ...]:
    """Its minutes, and the stretches of the clock in which they lie; of several days each behind its name."""
    entries = list(kit.agenda.of_module(module.id))
    if not entries:
        return ()
    minutes = sum(entry.split.total for entry in entries)
    told: list[Element] = [Para((Run(kit.phrase("minutes", n=minutes), strong=True),), "brief")]
    several = len(kit.agenda.days) > 1
    for day in dict.fromkeys(entry.day for entry in entries):
        on_day = [entry for entry in entries if entry.day == day]
        clock = f"{on_day[0].start}–{on_day[-1].end}"
        name = f"{kit.phrase('day_short', n=day)} " if several else ""
        told.append(Para(runs(f"{name}{clock}"), "small"))
    return tuple(told)
