"""Parts that many kinds of sheets share."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import runs
from deckgen.documents.compose.kit import Kit
from deckgen.documents.compose.tables import blank_rows, grid
from deckgen.documents.tree import Callout, Element, Field, ListBlock, Para, WritingSpace
from deckgen.model.sheets import Practice, Sheet, TaskCard, Workspace


def label(kit: Kit, key: str) -> Para:
    """A small heading inside a sheet."""
    return Para(runs(kit.phrase(key)), "label")


def situation(kit: Kit, sheet: Sheet) -> tuple[Element, ...]:
    """The material to read, in a box."""
    if not sheet.situation:
        return ()
    return (Callout("info", runs(kit.phrase("situation")), kit.paras(sheet.situation, "plain"), keep=False),)


def observer_table(kit: Kit, behaviours: Sequence[str]) -> tuple[Element, ...]:
    """Behaviours in model order with room for ticks and the words heard."""
    head = [kit.phrase(key) for key in ("behaviour", "seen", "not_seen", "heard")]
    rows = [[f"{number}. {text}", "", "", ""] for number, text in enumerate(behaviours, start=1)]
    table = grid(kit, head, rows, (6, 1.3, 1.6, 4.6), kit.phrase("observe"), row_heads=False, keep=True)
    return (label(kit, "observe"), table)


def task_cards(kit: Kit, cards: Sequence[TaskCard]) -> Element:
    """Task cards: two side by side, more below one another."""
    alt = kit.phrase("task_cards")
    if len(cards) == 2:
        texts = [[card.text for card in cards]]
        return grid(kit, [card.title for card in cards], texts, (1, 1), alt, row_heads=False, keep=True)
    return grid(kit, (), [[card.title, card.text] for card in cards], (2, 8), alt, keep=True)


def practice_line(kit: Kit, practice: Practice) -> Para:
    """How the turns go."""
    minutes = f"{practice.seconds / 60:g}"
    text = kit.phrase("practice", rounds=practice.rounds, minutes=minutes, swaps=practice.swaps)
    return kit.labelled(kit.phrase("turns"), text)


def numbered(kit: Kit, key: str, texts: Sequence[str]) -> tuple[Element, ...]:
    """A label and a numbered list, or nothing."""
    return (label(kit, key), kit.numbers(tuple(texts))) if texts else ()


def bulleted(kit: Kit, key: str, texts: Sequence[str]) -> tuple[Element, ...]:
    """A label and a bulleted list, or nothing."""
    return (label(kit, key), kit.bullets(tuple(texts))) if texts else ()


def ticked(kit: Kit, key: str, texts: Sequence[str]) -> tuple[Element, ...]:
    """A label and boxes to tick, or nothing."""
    if not texts:
        return ()
    return (label(kit, key), ListBlock(tuple(kit.inline(text) for text in texts), "check"))


def workspace(kit: Kit, space: Workspace, tag: str) -> tuple[Element, ...]:
    """Room to write."""
    made: list[Element] = []
    if space.table:
        if space.prompt:
            made.append(Para(kit.inline(space.prompt), "prompt"))
        widths = space.widths or _column_widths(space)
        rows = blank_rows(len(space.table), space.rows, space.first)
        made.append(grid(kit, space.table, rows, widths, space.prompt or "、".join(space.table)))
    elif space.lines:
        made.append(WritingSpace(space.lines, kit.inline(space.prompt)))
    elif space.checks:
        if space.prompt:
            made.append(Para(kit.inline(space.prompt), "prompt"))
        made.append(ListBlock(tuple(kit.inline(text) for text in space.checks), "check"))
    else:
        if space.prompt:
            made.append(Para(kit.inline(space.prompt), "prompt"))
        made.extend(
            Field(kit.inline(name), "text", f"{tag}-{number}", kit.phrase("fill_in"))
            for number, name in enumerate(space.fields, start=1)
        )
    return tuple(made)


def _column_widths(space: Workspace) -> tuple[float, ...]:
    """Equal columns, the first narrower when it only names the rows."""
    columns = len(space.table)
    if space.first and columns > 1:
        longest = max(len(text) for text in space.first)
        return (min(max(longest / 4, 1.0), 3.0), *[2.0] * (columns - 1))
    return (1.0,) * columns
