"""Cover and front matter of the workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from deckgen.base.runs import runs
from deckgen.compose.anchors import module_anchor
from deckgen.compose.chapters import running_head
from deckgen.compose.day import dated
from deckgen.compose.frames import course_map
from deckgen.compose.kit import Kit, linked_modules
from deckgen.compose.pictures import show_in_book
from deckgen.compose.tables import Content, grid
from deckgen.plan import Day
from deckgen.tree import (
    BookSection,
    Cell,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Table,
    Toc,
    WritingSpace,
)

_COVER_PICTURE = 130.0  # points of height that a cover has for a picture


def cover_lines(kit: Kit, kind: str) -> list[Element]:
    """Title, subtitle and delivery of a book's cover."""
    course, delivery = kit.course, kit.agenda.delivery
    lines: list[Element] = [
        Para(runs(kit.phrase(kind)), "cover_meta"),
        Para(kit.inline(course.title), "cover_title"),
    ]
    if course.subtitle:
        lines.append(Para(kit.inline(course.subtitle), "cover_subtitle"))
    hours = kit.phrase("contact_hours", n=f"{delivery.hours:g}")
    lines.append(Para(kit.inline(delivery.title, f" · {hours}"), "cover_meta"))
    if course.client:
        lines.append(Para(kit.inline(course.client), "cover_meta"))
    lines.append(Para(kit.edition(), "cover_meta"))
    return lines


def _is_subtitle(element: Element) -> TypeGuard[Para]:
    return isinstance(element, Para) and element.role == "cover_subtitle"


def compose_cover(kit: Kit) -> BookSection:
    """The cover: title, the course's picture or else the way through it, whose book it is."""
    elements = cover_lines(kit, "workbook")
    lines = [i for i, element in enumerate(elements) if isinstance(element, Para) and element.role == "cover_meta"]
    picture = kit.course.picture
    if picture is None:
        elements.insert(lines[1], course_map(kit, 0))
    else:  # it takes the room that a subtitle leaves free below itself
        elements = [Para(item.runs, "lead") if _is_subtitle(item) else item for item in elements]
        elements[lines[1] : lines[1]] = show_in_book(kit, (picture,), _COVER_PICTURE)
    elements.append(Para(runs(kit.phrase("belongs_to")), "label"))
    for key in ("name", "team"):
        elements.append(Field(runs(kit.phrase(key)), "text", f"cover-{key}"))
    elements.append(Field(runs(kit.phrase("date")), "date", "cover-date"))
    elements.append(WritingSpace(2, runs(kit.phrase("cover_wish"))))
    return BookSection("cover", kit.phrase("workbook"), tuple(elements), cover=True)


def compose_front(kit: Kit) -> BookSection:
    """Contents, how to use the workbook, the days by the clock, objectives, own goals, contract."""
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = [Toc(runs(phrase("contents")), 2, columns=2)]
    elements.append(Heading(1, runs(phrase("how_to_use")), "how-to-use", new_page=True))
    if course.how_to_use:
        elements.append(kit.bullets(course.how_to_use))
    elements.append(_legend(kit))
    elements.append(Heading(2, runs(phrase("schedule")), "schedule"))
    for day in kit.agenda.days:
        several = len(kit.agenda.days) > 1
        if several or day.on:
            title = phrase("agenda_of_day", n=day.number) if several else phrase("agenda")
            elements.append(Para(runs(dated(kit, title, day)), "label"))
        elements.append(day_table(kit, day))
    if course.objectives:
        elements.append(Heading(2, runs(phrase("objectives")), "objectives"))
        elements.append(Para(runs(phrase("objectives_lead")), "plain"))
        elements.append(kit.numbers(tuple(objective.sentence for objective in course.objectives)))
    elements.append(_own_goals(kit))
    if course.contract:
        rules = ListBlock(tuple(kit.inline(rule) for rule in course.contract), "check")
        sign = Field(runs(phrase("my_signature")), "text", "contract-sign")
        elements.append(
            Group(
                (Heading(2, runs(phrase("contract")), "contract"), rules, sign),
                "contract",
                "front",
                keep=True,
            )
        )
    return BookSection("front", phrase("front"), tuple(elements), header=running_head(kit, "workbook", phrase("front")))


def day_table(kit: Kit, day: Day) -> Table:
    """The day's sittings and pauses with clock times and contents."""
    phrase = kit.phrase
    rows: list[list[Content]] = []
    for sitting in day.sittings:
        name = phrase("sitting_number", n=sitting.number)
        rows.append([f"{sitting.start}–{sitting.end}", name, linked_modules(kit, sitting, module_anchor)])
        if sitting.pause is not None:
            pause = sitting.pause
            length = phrase("minutes", n=pause.end.minutes - pause.start.minutes)
            rows.append([f"{pause.start}–{pause.end}", phrase(pause.kind), length])
    head = [phrase("clock"), phrase("sitting"), phrase("content")]
    return grid(kit, head, rows, (2.4, 1.6, 8), phrase("agenda_of_day", n=day.number), keep=True)


def _legend(kit: Kit) -> Table:
    """What the signs of the book mean, two beside each other."""
    phrase = kit.phrase
    signs = [[phrase(f"sign.{key}"), phrase(f"sign.{key}.means")] for key in ("band", "tick", "line", "mark")]
    rows = [[*signs[i], *signs[i + 1]] for i in range(0, len(signs), 2)]
    table = grid(kit, (), rows, (1.5, 4.2, 1.5, 4.2), phrase("legend"), role="form", keep=True)
    marked = tuple(replace(row, cells=tuple(map(_sign_cell, enumerate(row.cells)))) for row in table.rows)
    return replace(table, rows=marked)


def _sign_cell(numbered: tuple[int, Cell]) -> Cell:
    index, cell = numbered
    return replace(cell, role="row_head") if index % 2 == 0 else cell


def _own_goals(kit: Kit) -> Group:
    """The page on which participants set their own goal."""
    phrase = kit.phrase
    prompts = ("own.problem", "own.change", "own.measure", "own.who")
    spaces = tuple(WritingSpace(2, runs(phrase(key))) for key in prompts)
    return Group((Heading(2, runs(phrase("own_goals")), "own-goals"), *spaces), "own-goals", "front", keep=True)
