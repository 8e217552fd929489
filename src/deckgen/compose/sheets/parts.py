"""Parts that many kinds of sheets share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.base.runs import Run, plain, runs
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, blank_rows, grid
from deckgen.model.sheets import Practice, Sheet, TaskCard, Workspace
from deckgen.tree import Cell, Element, Field, Group, ListBlock, Para, Row, Table, WritingSpace

USUAL_ROWS = 4  # to write in, where a table does not say how many

Marker = Literal["bullet", "number", "check"]

Brief = list[tuple[str, Content]]
"""Rows of a sheet's table of what to do: a label and what it says."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a kind of sheet adds to the common page, by the place where it stands.

    `material` is read first; `before` and `after` are rows of the table of what to do, on either
    side of the steps; `parts` follow the table, `last` the room to write.
    """

    material: tuple[Element, ...] = ()
    before: tuple[tuple[str, Content], ...] = ()
    after: tuple[tuple[str, Content], ...] = ()
    parts: tuple[Element, ...] = ()
    last: tuple[Element, ...] = ()


def brief_table(kit: Kit, rows: Brief, alt: str) -> Element:
    """What to do, as rows with a label on the left."""
    longest = max(sum(0.55 if char.isascii() else 1.0 for char in name) for name, _ in rows)
    label_ems = min(max(longest + 1.3, 3.4), 7.0)
    return grid(kit, (), rows, (label_ems, 43.0 - label_ems), alt, role="form")


def label(kit: Kit, key: str) -> Para:
    """A small heading inside a sheet."""
    return Para(runs(kit.phrase(key)), "label")


def situation(kit: Kit, sheet: Sheet) -> tuple[tuple[str, Content], ...]:
    """The material to read, as a row."""
    return (
        ((kit.phrase("situation"), kit.prose(sheet.situation, "plain", "cell", sheet.at("situation"))),)
        if sheet.situation
        else ()
    )


def row_of(kit: Kit, key: str, text: Content) -> tuple[tuple[str, Content], ...]:
    """A row of the table of what to do, or nothing."""
    return ((kit.phrase(key), text),) if text else ()


def joined(kit: Kit, key: str, texts: Sequence[str]) -> tuple[tuple[str, Content], ...]:
    """Short texts one after another in a row, or nothing."""
    return row_of(kit, key, kit.join(text.rstrip("。；;.") for text in texts))


def listed(kit: Kit, key: str, texts: Sequence[str], marker: Marker = "bullet") -> tuple[tuple[str, Content], ...]:
    """Texts below each other in a row, or nothing."""
    if not texts:
        return ()
    role = "" if marker == "number" else "cell"
    block = ListBlock(tuple(kit.inline(text) for text in texts), marker, role=role)
    return ((kit.phrase(key), (block,)),)


def bulleted(kit: Kit, key: str, texts: Sequence[str]) -> tuple[Element, ...]:
    """A label and a bulleted list, or nothing."""
    return (label(kit, key), kit.bullets(tuple(texts))) if texts else ()


def observer_table(kit: Kit, behaviours: Sequence[str]) -> tuple[Element, ...]:
    """Behaviours in model order with room for ticks and the words heard."""
    head = [kit.phrase(key) for key in ("observe", "seen", "not_seen", "heard")]
    rows: list[list[Content]] = [
        [kit.inline(f"{number}. ", text), "□", "□", ""] for number, text in enumerate(behaviours, start=1)
    ]
    return (ticks(grid(kit, head, rows, (5.4, 1.1, 1.3, 4.6), kit.phrase("observe"), row_heads=False, keep=True)),)


def tick_table(kit: Kit, behaviours: Sequence[str]) -> tuple[Element, ...]:
    """Behaviours in model order, two beside each other, for the partner to tick."""
    texts = [kit.inline(f"□{number}. ", text) for number, text in enumerate(behaviours, start=1)]
    half = (len(texts) + 1) // 2
    rows = [[texts[i], texts[i + half] if i + half < len(texts) else (Run(""),)] for i in range(half)]
    table = grid(kit, (), rows, (1, 1), kit.phrase("observe"), row_heads=False, keep=True)
    head = Row((Cell((Para(runs(kit.phrase("partner_ticks")), "cell_head"),), "head", columns=2),))
    return (replace(table, head=(head,)),)


def ticks(table: Table) -> Table:
    """The table with what is one sign long in the middle of its cell."""

    def row(source: Row) -> Row:
        return replace(source, cells=tuple(map(cell, source.cells)))

    def cell(source: Cell) -> Cell:
        if len(source.content) == 1 and isinstance(source.content[0], Para):
            return replace(source, align="center") if len(plain(source.content[0].runs)) == 1 else source
        return source

    return replace(table, rows=tuple(map(row, table.rows)))


def task_cards(kit: Kit, cards: Sequence[TaskCard]) -> Element:
    """Task cards: two side by side, more below one another."""
    alt = kit.phrase("task_cards")
    if len(cards) == 2:
        texts = [[card.text for card in cards]]
        return grid(kit, [card.title for card in cards], texts, (1, 1), alt, row_heads=False, keep=True)
    return grid(kit, (), [[card.title, card.text] for card in cards], (2, 8), alt, keep=True)


def turns(kit: Kit, practice: Practice | None, rotation: str = "") -> tuple[tuple[str, Content], ...]:
    """How the turns go, as a row; a draft may not say it yet."""
    if practice is None:
        return row_of(kit, "turns", rotation)
    minutes = f"{round(practice.seconds / 60, 1):g}"
    once = practice.rounds == 1 and practice.swaps == 0
    text = kit.phrase("practice_once" if once else "practice", rounds=practice.rounds, minutes=minutes,
                      swaps=practice.swaps)  # fmt: skip
    if rotation:
        return ((kit.phrase("turns"), kit.inline(f"{text}{kit.phrase('semicolon')}", rotation)),)
    return ((kit.phrase("turns"), text),)


def workspace(kit: Kit, space: Workspace, tag: str) -> tuple[Element, ...]:
    """Room to write."""
    elements: list[Element] = []
    if space.table:
        if space.prompt:
            elements.append(Para(kit.inline(space.prompt), "prompt"))
        widths = space.widths or _column_widths(space)
        rows = blank_rows(len(space.table), space.rows or USUAL_ROWS, space.first)
        elements.append(
            grid(kit, space.table, rows, widths, kit.plain(space.prompt or kit.phrase("enumeration").join(space.table)))
        )
    elif space.lines:
        elements.append(WritingSpace(space.lines, kit.inline(space.prompt)))
    elif space.checks:
        if space.prompt:
            elements.append(Para(kit.inline(space.prompt), "prompt"))
        elements.append(ListBlock(tuple(kit.inline(text) for text in space.checks), "check"))
    else:
        if space.prompt:
            elements.append(Para(kit.inline(space.prompt), "prompt"))
        elements.extend(
            Field(kit.inline(name), "text", f"{tag}-{number}") for number, name in enumerate(space.fields, start=1)
        )
    if len(elements) > 2 or (len(elements) > 1 and not space.table):
        return (Group(tuple(elements), role="workspace", keep=True),)
    return tuple(elements)


def _column_widths(space: Workspace) -> tuple[float, ...]:
    """Equal columns, the first narrower when it only names the rows."""
    columns = len(space.table)
    if space.first and columns > 1:
        longest = max(len(text) for text in space.first)
        return (min(max(longest / 4, 1.0), 3.0), *[2.0] * (columns - 1))
    return (1.0,) * columns
