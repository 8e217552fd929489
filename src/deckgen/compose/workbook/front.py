"""Cover and front matter of the workbook."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Literal, TypeGuard

from deckgen.base.runs import Run, Runs, runs
from deckgen.compose.anchors import module_anchor
from deckgen.compose.chapters import running_head
from deckgen.compose.day import dated
from deckgen.compose.frames import course_map
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_in_book
from deckgen.compose.sheets.parts import lines
from deckgen.compose.tables import Content, grid
from deckgen.plan import Day, Entry
from deckgen.tree import (
    BookSection,
    Cell,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.tree.elements import Align

ALIGNS: tuple[Align, ...] = ("left", "left", "right", "right")  # of the columns of a day
OBJECTIVE_ROW = 24.0  # points: room for a digit beside a sentence
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
    return BookSection("cover", kit.phrase("workbook"), tuple(elements), cover=True, fills=True)


def compose_front(kit: Kit) -> list[BookSection]:
    """How to use the book, what one can do afterwards and wants; then the days by the clock and the contents."""
    course, phrase = kit.course, kit.phrase
    use: list[Element] = [Heading(1, runs(phrase("how_to_use")), "how-to-use", toc=False, new_page=True)]
    if course.how_to_use:
        use.append(kit.bullets(course.how_to_use))
    use.append(_legend(kit))
    if course.objectives:
        use.append(_objectives(kit))
    use.append(_own_goals(kit))
    several = len(kit.agenda.days) > 1
    title = phrase("schedule")
    days: list[Element] = [Heading(1, runs(title), "schedule", toc=False, new_page=True)]
    for day in kit.agenda.days:
        if several or day.on:
            name = phrase("agenda_of_day", n=day.number) if several else phrase("agenda")
            days.append(Para(runs(dated(kit, name, day)), "label"))
        days.append(day_table(kit, day))
    days.append(Toc(runs(phrase("contents")), 2, columns=2))
    return [
        BookSection(key, name, tuple(elements), header=running_head(kit, "workbook", name), fills=True)
        for key, name, elements in (("use", phrase("how_to_use"), use), ("front", title, days))
    ]


def compose_contract(kit: Kit) -> Group | None:
    """The rules of working together, to sign; they stand where the class agrees on them."""
    course = kit.course
    if not course.contract:
        return None
    rules = ListBlock(tuple(kit.inline(rule) for rule in course.contract), "check")
    sign = lines(kit, "", (kit.phrase("my_signature"),), "contract-sign")
    heading = Heading(2, runs(kit.phrase("contract")), "contract", toc=False)
    return Group((heading, rules, sign), "contract", "front", keep=True)


def day_table(kit: Kit, day: Day) -> Table:
    """The day's chapters by the clock, with their minutes and pages, and its pauses."""
    phrase = kit.phrase
    rows: list[Row] = []

    def row(when: str, what: Runs, long: str, page: Runs, cell: Literal["cell", "quiet"] = "cell") -> Row:
        cells = (runs(when, strong=cell == "cell"), what, runs(long), page)
        return Row(tuple(Cell((Para(text, "cell"),), cell, align=at) for text, at in zip(cells, ALIGNS, strict=True)))

    for sitting in day.sittings:
        for number, (module_id, entries) in enumerate(groupby(sitting.entries, key=lambda entry: entry.module)):
            listed = list(entries)
            minutes = sum(entry.split.total for entry in listed)
            module = kit.module(module_id)
            name = kit.inline(module.title)
            begins = (Run("", page_of=_first_place(kit, listed[0])),)
            rows.append(row(str(sitting.start) if number == 0 else "", name, phrase("minutes", n=minutes), begins))
        if (pause := sitting.pause) is not None:
            length = phrase("minutes", n=pause.minutes)
            rows.append(row(str(pause.start), runs(phrase(pause.kind)), length, (), "quiet"))
    heads = [phrase(key) for key in ("clock", "content", "minutes_column", "page")]
    named = zip(heads, ALIGNS, strict=True)
    cells = tuple(Cell((Para(runs(text), "cell_head"),), "head", align=align) for text, align in named)
    alt = phrase("agenda_of_day", n=day.number)
    return Table((2.0, 9.0, 2.0, 1.2), (Row(cells),), tuple(rows), alt, keep=True)


def _first_place(kit: Kit, entry: Entry) -> str:
    """Where a participant opens the book when an entry begins: its chapter, or what it has in the midst of one."""
    first = kit.agenda.of_module(entry.module)[0]
    opens = module_anchor(entry.module)
    return opens if entry is first else kit.targets.get(entry.block.id, opens)


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


def _objectives(kit: Kit) -> Group:
    """What one can do afterwards, to be rated before and after."""
    phrase = kit.phrase
    rows: list[list[Content]] = [
        [str(number), objective.sentence, "", ""] for number, objective in enumerate(kit.course.objectives, start=1)
    ]
    head = ["", *(phrase(key) for key in ("objective_column", "before_short", "after_short"))]
    table = grid(kit, head, rows, (0.7, 12.4, 1.5, 1.5), phrase("objectives"), keep=True, height=OBJECTIVE_ROW)
    scale = Para(runs(phrase("objectives_scale")), "small")
    heading = Heading(2, runs(phrase("objectives")), "objectives", toc=False)
    return Group((heading, scale, table), "objectives", "front", keep=True)


def _own_goals(kit: Kit) -> Group:
    """What participants want of the course, each in a line."""
    phrase = kit.phrase
    prompts = tuple(phrase(key) for key in ("own.problem", "own.change", "own.measure", "own.who"))
    heading = Heading(2, runs(phrase("own_goals")), "own-goals", toc=False)
    return Group((heading, lines(kit, "", prompts, "own-goals")), "own-goals", "front", keep=True)
