"""Cards to cut for the trainer: role cards, observers' cards and task cards, each sheet on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.base.runs import Runs, runs
from deckgen.base.units import Frame
from deckgen.compose.cut_out import SIZES, Card, card, cut_out, largest
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.places import called
from deckgen.model.sheets import DrillSheet, RoleCard, RoleplaySheet, Sheet, TaskCard
from deckgen.tree import Book, BookSection, Cell, Drawing, Element, Field, Label, Para, Row, Shape, Table, TextBox

_FIELDS = ("goal", "knows", "hidden", "limits", "emotion", "yields")
_HEAD = 46.0  # points of the head of a card
_CIRCLE = 34.0
_WIDTHS = (1.7, 2.0, 7.6, 4.6)  # of the circle, of labels, of what they say; of the sheet's name


@dataclass(frozen=True, slots=True)
class _Words:
    """What a card says: its letter, its heading, and its rows of label and text; quiet rows are for its holder only."""

    letter: str
    title: Runs
    under: Runs
    rows: tuple[tuple[str, tuple[Element, ...], bool], ...]
    foot: str


def compose_cards(desk: Desk) -> dict[str, Book]:
    """Role cards and task cards of the sheets that are used."""
    sections = [section for sheet in _used(desk) for section in _sections(desk, sheet)]
    return {"cards": desk.paper("cards", *sections)} if sections else {}


def _used(desk: Desk) -> Iterator[Sheet]:
    keys = dict.fromkeys(key for entry in desk.agenda for key in entry.block.sheets)
    yield from (sheet for key in keys if (sheet := desk.course.sheet(key)))


def _sections(desk: Desk, sheet: Sheet) -> list[BookSection]:
    """The cards of a sheet; one that would have a page alone stands on it twice, and half as many are printed.

    Task cards that tell nothing to their holder alone stand in everybody's workbook and need not be cut.
    """
    kit = desk.kit
    if isinstance(sheet, RoleplaySheet):
        words = [_role(kit, each) for each in sheet.cards]
        words += [_observer(kit, sheet)] if sheet.observer_brief else []
    elif isinstance(sheet, DrillSheet) and sheet.hides:
        words = [_task(kit, sheet, number, each) for number, each in enumerate(sheet.cards, start=1)]
    else:
        return []
    size = desk.course.class_size
    per = sheet.dealt or "table"
    sets = size.count(per) if size else 0
    cards: list[Card] = []
    for number, said in enumerate(words):
        twice = number == len(words) - 1 and len(words) % 2 == 1
        copies = (sets + 1) // 2 if twice else sets
        parts = [called(kit, sheet), kit.plain(sheet.title)]
        parts += [kit.phrase("copies", n=copies, per=kit.phrase(f"per.{per}", n=1), size=size.max)] if size else []
        cards += [Card(_fitting(desk, sheet, said), kit.phrase("gap").join(parts))] * (2 if twice else 1)
    return cut_out(f"cards-{sheet.id}", kit.plain(sheet.title), cards)


def _fitting(desk: Desk, sheet: Sheet, words: _Words) -> Table:
    """The card in the largest size it has room for; in the smallest one where it has room for none."""
    whole = largest(desk, lambda size: _card(desk.kit, sheet, words, size), SIZES)
    return whole or _card(desk.kit, sheet, words, SIZES[-1])


def _role(kit: Kit, role: RoleCard) -> _Words:
    rows: list[tuple[str, tuple[Element, ...], bool]] = []
    for key in _FIELDS:
        if text := getattr(role, key):
            rows.append((f"card.{key}", (Para(kit.inline(text), ""),), key == "hidden"))
    if role.resistance is not None:
        dots = runs("●" * role.resistance + "○" * (5 - role.resistance))
        rows.append(("card.resistance", (Para(dots, ""),), False))
    name = kit.inline(role.name, strong=True)
    return _Words(role.role, name, kit.inline(role.identity), tuple(rows), kit.phrase("card_return"))


def _observer(kit: Kit, sheet: RoleplaySheet) -> _Words:
    brief = kit.prose(sheet.observer_brief, "cell", "cell", sheet.at("observer_brief"))
    seen = tuple(Field(kit.inline(text), "check") for text in sheet.observe)
    rows = (("card.brief", brief, False), ("observe", seen, False))
    title = runs(kit.phrase("observer_card"), strong=True)
    return _Words("", title, (), rows, kit.phrase("card_return"))


def _task(kit: Kit, sheet: DrillSheet, number: int, task: TaskCard) -> _Words:
    """The task, and how to play it, which only its holder reads; who listens ticks on the sheet."""
    rows: list[tuple[str, tuple[Element, ...], bool]] = [
        ("card.task", kit.prose(task.text, "cell", "cell", place=task.at("text")), False)
    ]
    if task.play:
        rows.append(("card.play", kit.prose(task.play, "cell", "cell", task.at("play")), True))
    return _Words(str(number), kit.inline(task.title, strong=True), (), tuple(rows), kit.phrase("card_return"))


def _card(kit: Kit, sheet: Sheet, words: _Words, size: str) -> Table:
    """A card with its letter, its title and its sheet above, and what to do with it below."""
    title = [Para(words.title, "slide_title")]
    title += [Para(words.under, "small")] if words.under else []
    circle = Cell((_circle(words.letter),) if words.letter else (), align="center")
    name = (Para(runs(called(kit, sheet)), "small"), Para(kit.inline(sheet.title), "small"))
    head = Row((circle, Cell(tuple(title), columns=2), Cell(name, align="right")), _HEAD)
    rows = [head]
    for key, content, quiet in words.rows:
        label = Cell((Para(runs(kit.phrase(key), strong=True), size),), "quiet" if quiet else "cell", columns=2)
        told = tuple(_sized(element, size) for element in content)
        rows.append(Row((label, Cell(told, "quiet" if quiet else "cell", columns=2))))
    rows.append(Row((Cell((Para(kit.inline(words.foot), "small"),), columns=4),)))
    return card(rows, _WIDTHS, kit.plain(sheet.title))


def _sized(element: Element, size: str) -> Element:
    return Para(element.runs, size) if isinstance(element, Para) else element


def _circle(letter: str) -> Drawing:
    text = TextBox((Label(runs(letter), 17.0, "on_fill", strong=True),), insets=(0.0, 0.0, 0.0, 0.0))
    frame = Frame(0.0, 0.0, _CIRCLE, _CIRCLE)
    return Drawing("role", frame, (Shape("ellipse", frame, "ink", None, text=text, part="letter"),), letter)
