"""Parts that many kinds of sheets share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeGuard

from deckgen.base.runs import Run, Runs, runs
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, blank_rows, grid
from deckgen.model.sheets import Practice, Sheet, TaskCard, Workspace
from deckgen.tree import Cell, Element, Field, Group, ListBlock, Para, Row, Table, WritingSpace

LINE_ROW = 25.5  # points: a ruled line, 0.9 cm; so high is a row for a short answer, too
TICK_ROW = 23.0  # points: a behaviour to tick
_RINGED = "①②③④⑤"
SHORT_LIST = 45  # characters (or that many half ones) of each of a few questions that stand in one paragraph
TICK = (Field((), "check"),)
USUAL_ROWS = 4  # to write in, where a table does not say how many

Marker = Literal["bullet", "number", "check"]

Brief = list[tuple[str, Content]]
"""Parts of what a sheet asks for: a label and what it says."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a kind of sheet adds to the common page, by the place where it stands.

    `material` is read first; `before` and `after` are parts of what the sheet asks for, on either
    side of the steps; `cards` and `parts` follow them, `last` the room to write. Of `cards` that are dealt out a bound
    book has the names alone, `dealt`.
    """

    material: tuple[Element, ...] = ()
    before: tuple[tuple[str, Content], ...] = ()
    after: tuple[tuple[str, Content], ...] = ()
    cards: tuple[Element, ...] = ()
    dealt: tuple[tuple[str, Content], ...] = ()
    parts: tuple[Element, ...] = ()
    last: tuple[Element, ...] = ()


def brief(kit: Kit, rows: Brief, *, aside: bool = False) -> tuple[Element, ...]:
    """What a sheet asks for: each part behind its strong label, lists below theirs.

    As an `aside` parts of words alone follow each other in one small paragraph.
    """
    elements: list[Element] = []
    for name, content in rows:
        opening = runs(f"{name}{kit.phrase('colon')}", strong=True)
        told = kit.inline(content) if isinstance(content, str) else content
        if _is_runs(told):
            before = elements[-1] if aside and elements else None
            if isinstance(before, Para):
                told = (*before.runs, *runs(kit.phrase("gap")), *opening, *told)
                elements[-1] = replace(before, runs=told)
            else:
                elements.append(Para((*opening, *told), "small" if aside else "brief"))
        elif _is_elements(told):
            first, *more = told
            if isinstance(first, Para):
                elements.append(Para((*opening, *first.runs), "brief"))
            else:
                elements.append(Group((Para(opening, "brief"), first), keep=True))
            elements += (replace(part, role="brief") if isinstance(part, Para) else part for part in more)
    return tuple(elements)


def _is_runs(content: Content) -> TypeGuard[Runs]:
    return all(isinstance(part, Run) for part in content)


def _is_elements(content: Content) -> TypeGuard[tuple[Element, ...]]:
    return not isinstance(content, str) and not _is_runs(content)


def step_table(kit: Kit, steps: Sequence[tuple[str, int, str]]) -> Element:
    """Steps in their order, each with its verb and minutes: `steps` are phase (or nothing), minutes and what to do."""
    rows = []
    for phase, minutes, do in steps:
        verb = Cell((Para(runs(kit.phrase(f"verb.{phase}")), "verb"),), "pen" if phase == "prepare" else "verb",
                    align="center") if phase else Cell((), "cell")  # fmt: skip
        spent = kit.inline(kit.phrase("minutes", n=minutes), strong=True) if minutes else ()
        rows.append(Row((verb, Cell((Para(spent, "cell"),)), Cell((Para(kit.inline(do), "cell"),)))))
    return Table((1.45, 1.75, 13.5), (), tuple(rows), kit.phrase("steps"), "steps", keep=True)


def label(kit: Kit, key: str) -> Para:
    """A small heading inside a sheet."""
    return Para(runs(kit.phrase(key)), "label")


def situation(kit: Kit, sheet: Sheet) -> tuple[tuple[str, Content], ...]:
    """The material to read, as a part."""
    return (
        ((kit.phrase("situation"), kit.prose(sheet.situation, "brief", "", sheet.at("situation"))),)
        if sheet.situation
        else ()
    )


def row_of(kit: Kit, key: str, text: Content) -> tuple[tuple[str, Content], ...]:
    """A part of what the sheet asks for, or nothing."""
    return ((kit.phrase(key), text),) if text else ()


def joined(kit: Kit, key: str, texts: Sequence[str]) -> tuple[tuple[str, Content], ...]:
    """Short texts one after another in one part, or nothing."""
    return row_of(kit, key, kit.join(text.rstrip("。；;.") for text in texts))


def listed(kit: Kit, key: str, texts: Sequence[str], marker: Marker = "bullet") -> tuple[tuple[str, Content], ...]:
    """Texts below each other in one part, or nothing."""
    if not texts:
        return ()
    return ((kit.phrase(key), (ListBlock(tuple(kit.inline(text) for text in texts), marker),)),)


def shown(kit: Kit, examples: Sequence[str]) -> tuple[tuple[str, Content], ...]:
    """Examples: one behind its label, several below each other."""
    return row_of(kit, "example", examples[0]) if len(examples) == 1 else listed(kit, "example", examples)


def asked(kit: Kit, questions: Sequence[str]) -> tuple[tuple[str, Content], ...]:
    """Questions to think about: a few short ones one after another, others below each other."""
    if len(questions) > len(_RINGED) or any(_width(text) > SHORT_LIST for text in questions):
        return listed(kit, "questions", questions, "number")
    gap = kit.phrase("gap")
    parts = [part for ring, text in zip(_RINGED, questions, strict=False) for part in (f"{gap}{ring} ", text)]
    return row_of(kit, "questions", kit.inline(parts[0].removeprefix(gap), *parts[1:]) if parts else "")


def _width(text: str) -> float:
    """The width of a text in characters of Chinese, letters of others being about half as wide."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text)


def bulleted(kit: Kit, key: str, texts: Sequence[str]) -> tuple[Element, ...]:
    """A label and a bulleted list, or nothing."""
    return (label(kit, key), kit.bullets(tuple(texts))) if texts else ()


def observer_table(kit: Kit, behaviours: Sequence[str]) -> tuple[Element, ...]:
    """Behaviours in model order with room for ticks and the words heard."""
    head = [kit.phrase(key) for key in ("observe", "seen", "not_seen", "heard")]
    rows: list[list[Content]] = [
        [kit.inline(f"{number}. ", text), TICK, TICK, ""] for number, text in enumerate(behaviours, start=1)
    ]
    widths, alt = (7.4, 1.3, 1.7, 3.4), kit.phrase("observe")
    return (ticks(grid(kit, head, rows, widths, alt, row_heads=False, keep=True, height=TICK_ROW)),)


def tick_table(kit: Kit, behaviours: Sequence[str]) -> tuple[Element, ...]:
    """Behaviours in model order, two beside each other, for the partner to tick."""
    numbered = [kit.inline(f"{number} ", text) for number, text in enumerate(behaviours, start=1)]
    table = tick_pairs(numbered, kit.phrase("observe"))
    return (Group((label(kit, "partner_ticks"), table), keep=True),)


def tick_goals(kit: Kit, goals: Sequence[str]) -> Table:
    """What one can do after a chapter, two beside each other, to be ticked by oneself."""
    return tick_pairs([kit.inline(goal) for goal in goals], kit.phrase("goals"))


def tick_pairs(texts: Sequence[Runs], alt: str) -> Table:
    """Boxes with what each of them says, two beside each other, to be read down the columns."""
    boxes = [Cell((Field(text, "check"),)) for text in texts]
    half = (len(boxes) + 1) // 2
    boxes += [Cell(())] * (2 * half - len(boxes))
    rows = tuple(Row((boxes[at], boxes[at + half]), TICK_ROW) for at in range(half))
    return Table((1, 1), (), rows, alt, "ticks", keep=True)


def ticks(table: Table) -> Table:
    """The table with what is to be ticked in the middle of its cell."""

    def row(source: Row) -> Row:
        return replace(source, cells=tuple(map(cell, source.cells)))

    def cell(source: Cell) -> Cell:
        only = source.content[0] if len(source.content) == 1 else None
        return replace(source, align="center") if isinstance(only, Field) and not only.label else source

    return replace(table, rows=tuple(map(row, table.rows)))


def rings(points: Sequence[str]) -> tuple[Content, ...]:
    """The points of a scale as digits to ring."""
    return tuple((Field((), "check", placeholder=point),) for point in points)


def task_cards(kit: Kit, cards: Sequence[TaskCard]) -> Element:
    """Task cards: two side by side, more below one another, each behind its title."""
    alt = kit.phrase("task_cards")
    if len(cards) == 2:
        texts = [[card.text for card in cards]]
        return grid(kit, [card.title for card in cards], texts, (1, 1), alt, row_heads=False, keep=True)
    told = [_run_in(kit, card) for card in cards]
    return Table((1.0,), (), tuple(Row((Cell(card),)) for card in told), alt, keep=True)


def _run_in(kit: Kit, card: TaskCard) -> tuple[Element, ...]:
    """A card with its title before its words."""
    told = kit.prose(card.text, "cell_dense", "cell_dense", card.at("text"))
    opening = (*kit.inline(card.title, strong=True), *runs(kit.phrase("gap")))
    if told and isinstance(told[0], Para):
        return (Para((*opening, *told[0].runs), "cell_dense"), *told[1:])
    return (Para(opening, "cell_dense"), *told)


def rounds(kit: Kit, practice: Practice) -> str:
    """How many rounds of how many minutes there are."""
    minutes = _minutes_of(practice.seconds)
    once = practice.rounds == 1 and practice.swaps == 0
    return kit.phrase("practice_once" if once else "practice_short", rounds=practice.rounds, minutes=minutes,
                      swaps=practice.swaps)  # fmt: skip


def _minutes_of(seconds: int) -> str:
    """Seconds as minutes that can be said: halves up to ten minutes where they are exact, else whole ones."""
    exact = seconds % 30 == 0 and seconds < 600
    return f"{seconds / 60:g}" if exact else str(max(1, round(seconds / 60)))


def workspace(kit: Kit, space: Workspace, tag: str) -> tuple[Element, ...]:
    """Room to write."""
    elements: list[Element] = []
    if space.table:
        if space.prompt:
            elements.append(Para(kit.inline(space.prompt), "prompt"))
        widths = space.widths or _column_widths(space)
        rows = blank_rows(len(space.table), space.rows or USUAL_ROWS, space.first)
        alt = kit.plain(space.prompt or kit.phrase("enumeration").join(space.table))
        elements.append(grid(kit, space.table, rows, widths, alt, height=LINE_ROW))
    elif space.lines:
        elements.append(WritingSpace(space.lines, kit.inline(space.prompt)))
    elif space.checks:
        if space.prompt:
            elements.append(Para(kit.inline(space.prompt), "prompt"))
        elements.append(tick_pairs([kit.inline(text) for text in space.checks], kit.plain(space.prompt)))
    else:
        elements.append(lines(kit, space.prompt, space.fields, tag))
    if len(elements) > 2 or (len(elements) > 1 and not space.table):
        return (Group(tuple(elements), role="workspace", keep=True),)
    return tuple(elements)


def lines(kit: Kit, prompt: str, fields: Sequence[str], tag: str) -> Table:
    """Rows to write on, each with its prompt; `prompt` stands above them."""
    named = enumerate(fields, start=1)
    rows = [Row((Cell((Field(kit.inline(name), "text", f"{tag}-{number}"),)),), LINE_ROW) for number, name in named]
    head = (Row((Cell((Para(kit.inline(prompt), "prompt"),)),)),) if prompt else ()
    return Table((1.0,), head, tuple(rows), kit.plain(prompt) or kit.phrase("write_here"), "lines", keep=True)


def _column_widths(space: Workspace) -> tuple[float, ...]:
    """Equal columns, the first narrower when it only names the rows."""
    columns = len(space.table)
    if space.first and columns > 1:
        longest = max(len(text) for text in space.first)
        return (min(max(longest / 4, 1.0), 3.0), *[2.0] * (columns - 1))
    return (1.0,) * columns
