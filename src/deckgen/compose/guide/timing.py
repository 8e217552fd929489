"""The day by the clock, and what to do when the room runs late, half-day by half-day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.runs import runs
from deckgen.base.units import Split
from deckgen.compose.day import dated, day_clock
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.plan import Day, Sitting
from deckgen.plan.cuts import CutList, cut_list
from deckgen.tree import Callout, Cell, Element, Group, Heading, Para, Row, Table

NOON = 12 * 60
DROPS = 3  # blocks to skip that a cut list names behind the elastic minutes
_COLUMNS = (
    ("clock", 1.2), ("minutes_short", 0.9), ("block", 5.7), ("split", 2.1), ("mood", 1.9), ("method", 3.7),
    ("give", 1.2),
)  # fmt: skip


def compose_late(kit: Kit) -> Iterator[Element]:
    """Ten minutes late: which elastic minutes to spend, in which order, half-day by half-day."""
    phrase = kit.phrase
    opening: tuple[Element, ...] = (
        Heading(1, runs(phrase("late_title")), "late"),
        Para(runs(phrase("late_lead")), "expected"),
    )
    for day in kit.agenda.days:
        for listed in cut_list(kit.course, day):
            title = dated(kit, _name_half(kit, day, listed.half, day.halves[listed.half - 1]), day)
            heading = Heading(2, runs(title), f"late-{day.number}-{listed.half}", toc=False)
            offered, *then = offer_cuts(kit, listed, title, day.halves[listed.half - 1])
            yield Group((*opening, heading, offered), keep=True)
            yield from then
            opening = ()
    named = ((entry.block.id, entry.block.title) for entry in kit.agenda if entry.block.core_skill)
    core = [part for key, title in named for part in (f"{phrase('enumeration')}{key} ", title)]
    if core:
        told = kit.inline(core[0].removeprefix(phrase("enumeration")), *core[1:])
        yield Callout("warning", runs(phrase("never_cut")), (Para(told, "plain"),))


def compose_days(kit: Kit) -> Iterator[Element]:
    """Every block of every day on a line: clock, minutes, how they are shared, how hot the room is, what may go."""
    phrase = kit.phrase
    for day in kit.agenda.days:
        title = phrase("day_at_a_glance")
        if len(kit.agenda.days) > 1:
            title = f"{phrase('day_short', n=day.number)}{phrase('gap')}{title}"
        heading = Heading(1, runs(dated(kit, title, day)), f"day-{day.number}")
        lead = Para(runs(phrase("day_at_a_glance_lead")), "plain")
        yield Group((heading, lead, day_clock(kit, day)), keep=True)
        head = Row(tuple(Cell((Para(runs(phrase(key)), "run_head"),), "head") for key, _ in _COLUMNS))
        widths = tuple(width for _, width in _COLUMNS)
        yield Table(widths, (head,), tuple(_rows(kit, day)), title, "run_sheet")


def _rows(kit: Kit, day: Day) -> Iterator[Row]:
    phrase = kit.phrase
    module = ""
    for sitting in day.sittings:
        for entry in sitting.entries:
            if entry.module != module:
                module = entry.module
                entries = [one for one in day.entries if one.module == module]
                split = sum((one.split for one in entries), Split())
                share = f"{split.talk * 100 / split.total:.0f}%" if split.total else "—"
                yield Row((
                    _cell(kit, ""), _cell(kit, str(split.total), strong=True, role="quiet"),
                    _cell(kit, kit.module(module).title, strong=True, role="quiet"),
                    _cell(kit, str(split), strong=True, role="quiet"),
                    _cell(kit, phrase("talk_share_of", share=share), role="quiet", columns=3),
                ), keep=True)  # fmt: skip
            block = entry.block
            give = f"−{entry.elastic}" if entry.elastic else phrase("never_short") if block.core_skill else ""
            yield Row((
                _cell(kit, str(entry.start), strong=True), _cell(kit, str(entry.split.total)),
                Cell((Para(kit.inline(f"{block.id} ", block.title), "run_cell"),)), _cell(kit, str(entry.split)),
                _cell(kit, "▮" * block.energy), _cell(kit, block.method), _cell(kit, give, strong=block.core_skill),
            ))  # fmt: skip
        if (pause := sitting.pause) is not None:
            length = str(pause.minutes)
            yield Row((
                _cell(kit, str(pause.start), strong=True, role="quiet"), _cell(kit, length, role="quiet"),
                _cell(kit, phrase(pause.kind), role="quiet", columns=len(_COLUMNS) - 2),
            ))  # fmt: skip
    split = sum((entry.split for entry in day.entries), Split())
    share = f"{split.talk * 100 / split.total:.0f}%" if split.total else "—"
    yield Row((
        _cell(kit, str(day.end), strong=True), _cell(kit, str(split.total), strong=True),
        _cell(kit, phrase("total"), strong=True), _cell(kit, str(split), strong=True),
        _cell(kit, phrase("talk_share_of", share=share), columns=3),
    ))  # fmt: skip


def _cell(kit: Kit, text: str, *, strong: bool = False, role: str = "cell", columns: int = 1) -> Cell:
    return Cell((Para(kit.inline(text, strong=strong), "run_cell"),) if text else (), role, columns)  # type: ignore[arg-type]


def _name_half(kit: Kit, day: Day, number: int, half: Sequence[Sitting]) -> str:
    """What a stretch of a day is called: its half where lunch parts them at noon, else its times."""
    split = len(day.halves) > 1 and day.start.minutes < NOON <= day.halves[1][0].start.minutes
    if split:
        return kit.phrase("half_day", day=day.number, half=kit.phrase(f"half.{number}"))
    return kit.phrase("stretch_of_day", day=day.number, start=half[0].start, end=half[-1].end)


def offer_cuts(kit: Kit, listed: CutList, alt: str, half: Sequence[Sitting]) -> Iterator[Element]:
    """Elastic minutes in order, then the blocks that go first when those are not enough.

    A room is known to be late at a pause at the latest, and by then what lies before it is over.
    """
    phrase = kit.phrase
    ahead = {entry.block.id for sitting in half[1:] or half for entry in sitting.entries}
    elastic = [cut for cut in listed.cuts if cut.kind == "elastic"]
    drops = [cut for cut in listed.cuts if cut.kind == "drop" and cut.block in ahead][:DROPS]
    rows: list[list[Content]] = [[f"{cut.block} {cut.title}", f"{cut.saves} / {cut.saved}", cut.how] for cut in elastic]
    if rows:
        head = [phrase("block"), phrase("saves_of"), phrase("how")]
        yield grid(kit, head, rows, (4.4, 1.5, 6.6), alt, role="run_sheet")
    else:
        yield Para(runs(phrase("nothing_elastic")), "expected")
    if drops:
        named = (f"{cut.block} {cut.title}{phrase('bracketed', text=phrase('minutes', n=cut.saves))}" for cut in drops)
        yield kit.labelled(phrase("then_drop"), kit.join(named), "expected")
