"""Tool cards for participants: the job aids, two to a page, to cut and keep at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.compose.cut_out import Card, card, cut_out, fits
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.links import add_link_cards
from deckgen.compose.sheets.page import compose_sheet
from deckgen.model.sheets import JobAidSheet
from deckgen.tree import Book, BookSection, Cell, Element, Para, Row, Table

_HEAD = 38.0  # points of the head of a card
_MOVE = 22.0  # of a step, with room for one's own words
_WIDTHS = (0.9, 4.8, 2.8, 4.2, 4.3)  # number, step, what is said, in two; one's own words
_SETS = (("tool", "cell"), ("cell", "cell_dense"), ("cell", "small"), ("cell_dense", "small"))
"""Roles of the steps and of what stands below them, the largest first."""


def compose_tool_cards(desk: Desk) -> dict[str, Book]:
    """All job aids of the delivery."""
    kit = desk.kit
    sheets = [sheet for key in desk.course.job_aids if isinstance(sheet := desk.course.sheet(key), JobAidSheet)]
    if not sheets:
        return {}
    cards: list[Card] = []
    pages: list[BookSection] = []
    for sheet in sheets:
        tables = [] if _needs_page(sheet) else _cards(desk, sheet)
        slug = kit.phrase("gap").join((f"{kit.phrase('job_aid')} {sheet.label}", kit.phrase("cut_once"), kit.footer))
        cards += [Card(table, slug) for table in tables]
        if not tables:
            page = replace(compose_sheet(kit, sheet, None), new_page=False)
            pages.append(desk.section(f"tool-card-{sheet.id}", kit.plain(sheet.title), (page,)))
    sections = cut_out("tool-cards", kit.phrase("tool_cards"), cards)
    return {"tool-cards": add_link_cards(kit, desk.paper("tool_cards", *sections, *pages))}


def _needs_page(sheet: JobAidSheet) -> bool:
    """Whether a job aid says more than a card has place for."""
    return any(
        (
            sheet.situation, sheet.pictures, sheet.steps, sheet.workspace, sheet.output, sheet.criteria,
            sheet.grouping, sheet.materials, sheet.reflection,
        )
    )  # fmt: skip


def _cards(desk: Desk, sheet: JobAidSheet) -> list[Table]:
    """A job aid as one card in the largest size it has room for, else as two; none where its steps need a page."""
    kit = desk.kit
    for size, below in _SETS:
        whole = _table(kit, sheet, (*_moves(kit, sheet, size), *_below(kit, sheet, below)))
        if fits(desk, whole):
            return [whole]
    for size, below in _SETS:
        halves = [
            _table(kit, sheet, rows, f"{number}/2")
            for number, rows in enumerate((_moves(kit, sheet, size), _below(kit, sheet, below)), start=1)
        ]
        if all(fits(desk, half) for half in halves):
            return halves
    return []


def _table(kit: Kit, sheet: JobAidSheet, rows: Sequence[Row], part: str = "") -> Table:
    title = kit.inline(f"{sheet.label}{kit.phrase('gap')}", sheet.title)
    title = (*title, *runs(kit.phrase("bracketed", text=part))) if part else title
    told: list[Element] = [Para(title, "sheet_title")]
    told += [Para(kit.inline(text), "small") for text in (sheet.when, sheet.purpose) if text]
    head = Row((Cell(tuple(told), "head", columns=5),), _HEAD)
    return card((head, *rows), _WIDTHS, kit.plain(sheet.title))


def _moves(kit: Kit, sheet: JobAidSheet, size: str) -> tuple[Row, ...]:
    """The steps, what is said at each, and room for one's own words."""

    def named(key: str, columns: int = 1) -> Cell:
        return Cell((Para(runs(kit.phrase(key)), "small"),), "quiet", columns=columns)

    rows = [Row((named("step", 2), named("words", 2), named("own_words")))]
    for number, move in enumerate(sheet.moves, start=1):
        counted = Cell((Para(runs(str(number), strong=True), size),))
        step = Cell((Para(kit.inline(move.title, strong=True), size),))
        say = Cell((Para(kit.inline(move.say), size),) if move.say else (), columns=2)
        rows.append(Row((counted, step, say, Cell((), "answer")), _MOVE))
    return tuple(rows)


def _below(kit: Kit, sheet: JobAidSheet, size: str) -> tuple[Row, ...]:
    """How it sounds and how it does not, what never to do, how often to use it."""
    phrase = kit.phrase
    shown: list[Cell] = []
    for key, mark, text in (("good", "✓", sheet.good), ("bad", "✗", sheet.bad)):
        if text:
            told = kit.prose(text, size, size, sheet.at(key))
            label = Para(runs(f"{mark} {phrase(key)}", strong=True), size)
            shown.append(Cell((label, *told), key, columns=3 if key == "good" else 2))  # type: ignore[arg-type]
    rows = [Row(tuple(shown) if len(shown) == 2 else (replace(shown[0], columns=5),))] if shown else []
    ends = [
        kit.labelled(phrase(key), kit.join(texts), size)
        for key, texts in (("taboo", sheet.taboo), ("frequency", (sheet.frequency,)))
        if any(texts)
    ]
    return (*rows, Row((Cell(tuple(ends), columns=5),)))
