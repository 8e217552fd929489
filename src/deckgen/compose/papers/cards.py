"""Cards to cut: role cards and task cards for the trainer, tool cards for participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.base.runs import Runs, runs
from deckgen.compose.cut_out import MARGINS, cut_out
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.links import add_link_cards
from deckgen.compose.places import called
from deckgen.compose.sheets.page import compose_sheet
from deckgen.model.sheets import DrillSheet, JobAidSheet, RoleCard, RoleplaySheet, Sheet, TaskCard
from deckgen.tree import Book, BookSection, Cell, Element, Para, Row, Table

_FIELDS = ("identity", "goal", "knows", "hidden", "limits", "emotion", "yields")
_MOVE = 22.0  # points of a step on a tool card, with room for one's own words


def compose_cards(desk: Desk) -> dict[str, Book]:
    """Role cards and task cards of the sheets that are used, each sheet on pages of its own."""
    sections = [part for sheet in _used(desk) if (part := _section(desk, sheet)) is not None]
    return {"cards": desk.paper("cards", *sections)} if sections else {}


def _used(desk: Desk) -> Iterator[Sheet]:
    keys = dict.fromkeys(key for entry in desk.agenda for key in entry.block.sheets)
    yield from (sheet for key in keys if (sheet := desk.course.sheet(key)))


def _section(desk: Desk, sheet: Sheet) -> BookSection | None:
    kit = desk.kit
    if isinstance(sheet, RoleplaySheet):
        cards = [_role_card(kit, sheet, card) for card in sheet.cards]
        cards += [_observer(kit, sheet)] if sheet.observer_brief else []
        group = "triads" if len(cards) > 2 else "pairs"
    elif isinstance(sheet, DrillSheet):
        cards = [_task_card(kit, sheet, card) for card in sheet.cards]
        group = "pairs"
    else:
        return None
    if not cards:
        return None
    size = desk.course.class_size
    copies = kit.phrase("copies", n=size.numbers[group], size=size.max) if size else ""
    header = f"{called(kit, sheet)} {kit.plain(sheet.title)}\t{copies}"
    return BookSection(f"cards-{sheet.id}", header, cut_out(kit, cards), header=header, margins=MARGINS)


def _role_card(kit: Kit, sheet: Sheet, card: RoleCard) -> Table:
    head = (*runs(f"{card.role}{kit.phrase('gap')}", strong=True), *kit.inline(card.name, strong=True))
    rows = [_line(kit, f"card.{key}", text, quiet=key == "hidden") for key in _FIELDS if (text := getattr(card, key))]
    if card.resistance is not None:
        rows.append(_line(kit, "card.resistance", "●" * card.resistance + "○" * (5 - card.resistance)))
    return _card(kit, sheet, head, rows, kit.phrase("card_return"))


def _line(kit: Kit, key: str, text: str, *, quiet: bool = False) -> Row:
    label = Para(kit.inline(kit.phrase(key), strong=True), "cell")
    role = "quiet" if quiet else "cell"
    return Row((Cell((label,), role), Cell((Para(kit.inline(text), "cell"),), role)), _MOVE)  # type: ignore[arg-type]


def _observer(kit: Kit, sheet: RoleplaySheet) -> Table:
    brief = kit.prose(sheet.observer_brief, "cell", "cell", sheet.at("observer_brief"))
    rows = [Row((Cell(brief, columns=2),))]
    rows += [
        Row((Cell((Para(runs(f"{number}"), "cell"),)), Cell((Para(kit.inline(text), "cell"),))))
        for number, text in enumerate(sheet.observe, start=1)
    ]
    return _card(kit, sheet, runs(kit.phrase("observer_card"), strong=True), rows, kit.phrase("card_return"))


def _task_card(kit: Kit, sheet: Sheet, card: TaskCard) -> Table:
    """The task, and below it what only the one who plays it reads."""
    rows = [Row((Cell(kit.prose(card.text, "lead", place=card.at("text")), columns=2),))]
    if card.play:
        label = Para(kit.inline(kit.phrase("card.play"), strong=True), "cell")
        played = kit.prose(card.play, "cell", "cell", card.at("play"))
        rows.append(Row((Cell((label,), "quiet"), Cell(played, "quiet"))))
    return _card(kit, sheet, kit.inline(card.title, strong=True), rows, kit.phrase("card_return"))


def _card(kit: Kit, sheet: Sheet, title: Runs, rows: list[Row], foot: str) -> Table:
    """A card with its title, the sheet it belongs to, what it says, and what to do with it."""
    name = runs(called(kit, sheet))
    head = Row((Cell((Para((*title, *runs(kit.phrase("gap") * 2), *name), "cell_head"),), "head", columns=2),), _MOVE)
    last = Row((Cell((Para(kit.inline(foot), "small"),), columns=2),))
    return Table((2.0, 9.0), (), (head, *rows, last), kit.plain(sheet.title), "form")


def compose_tool_cards(desk: Desk) -> dict[str, Book]:
    """The job aids, two to a page, to cut and keep at the desk."""
    kit = desk.kit
    sheets = [sheet for key in desk.course.job_aids if isinstance(sheet := desk.course.sheet(key), JobAidSheet)]
    if not sheets:
        return {}
    cards = cut_out(kit, [_tool_card(kit, sheet) for sheet in sheets if not _needs_page(sheet)])
    parts = [BookSection("tool-cards", kit.phrase("tool_cards"), cards, margins=MARGINS)] if cards else []
    for sheet in sheets:
        if _needs_page(sheet):
            page = replace(compose_sheet(kit, sheet, None), new_page=False)
            parts.append(desk.section(f"tool-card-{sheet.id}", kit.plain(sheet.title), (page,)))
    return {"tool-cards": add_link_cards(kit, desk.paper("tool_cards", *parts))}


def _needs_page(sheet: JobAidSheet) -> bool:
    """Whether a job aid says more than a card has room for."""
    return any(
        (
            sheet.situation, sheet.pictures, sheet.steps, sheet.workspace, sheet.output, sheet.criteria,
            sheet.grouping, sheet.materials, sheet.reflection,
        )
    )  # fmt: skip


def _tool_card(kit: Kit, sheet: JobAidSheet) -> Table:
    phrase = kit.phrase

    def head(key: str, columns: int = 1) -> Cell:
        return Cell((Para(runs(phrase(key)), "cell_head"),), "row_head", columns=columns)

    title = Para(kit.inline(f"{sheet.label}{phrase('gap')}", sheet.title, strong=True), "cell_head")
    told: list[Element] = [title]
    told += [Para(kit.inline(text), "small") for text in (sheet.purpose, sheet.when) if text]
    rows = [Row((Cell(tuple(told), "head", columns=4),))]
    rows.append(Row((head("step"), head("words", 2), head("own_words"))))
    for number, move in enumerate(sheet.moves, start=1):
        step = Cell((Para(kit.inline(f"{number}. ", move.title, strong=True), "cell"),))
        say = Cell((Para(kit.inline(move.say), "cell"),) if move.say else (), columns=2)
        rows.append(Row((step, say, Cell((), "answer")), _MOVE))
    shown: list[Cell] = []
    for key, mark, text in (("good", "✓", sheet.good), ("bad", "✗", sheet.bad)):
        if text:
            marked: tuple[Element, ...] = (Para(runs(f"{mark} {phrase(key)}", strong=True), "cell"),)
            shown.append(Cell((*marked, *kit.prose(text, "small", "small", sheet.at(key))), key, columns=2))  # type: ignore[arg-type]
    if shown:
        rows.append(Row(tuple(shown) if len(shown) == 2 else (replace(shown[0], columns=4),)))
    last = [
        (key, kit.join(texts))
        for key, texts in (("taboo", sheet.taboo), ("frequency", (sheet.frequency,)))
        if any(texts)
    ]
    ends = tuple(kit.labelled(phrase(key), text, "small") for key, text in last)
    rows.append(Row((Cell(ends, columns=4),)))
    return Table((3.1, 2.7, 2.5, 2.5), (), tuple(rows), kit.plain(sheet.title), "form")
