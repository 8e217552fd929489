"""Lists of the day: who signs in, who sits where, what to bring; and the signs that stand on the tables."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.base.units import Frame, Margins
from deckgen.compose.day import dated
from deckgen.compose.desk import LOOSE, Desk
from deckgen.compose.kit import Kit
from deckgen.compose.materials import has_materials, list_materials
from deckgen.compose.tables import Content, grid
from deckgen.model.course import ClassSize
from deckgen.tree import (
    Book,
    BookSection,
    Cell,
    Drawing,
    Element,
    Group,
    Heading,
    Label,
    ListBlock,
    Para,
    Path,
    Row,
    Shape,
    Table,
    TextBox,
)

_SIGN_ROW = 23.0  # points
_LEAST_ROW, _SIGN_PAGE = 18.0, 564.0  # of a row, and what the rows of a page share
_SIGN = (620.0, 190.0)  # width and height in points of a half of a table sign
_LIST_MARGINS = replace(LOOSE, top=36.0, bottom=38.0)
_SIGN_MARGINS = Margins(top=40.0, right=56.7, bottom=40.0, left=56.7, header=14.0, footer=18.0)
_LARGE = 80.0  # points


def _size(desk: Desk) -> ClassSize | None:
    return desk.course.class_size


def compose_sign_in(desk: Desk) -> dict[str, Book]:
    """A list to sign for every day, with a row for everyone of the largest class."""
    size = _size(desk)
    if size is None:
        return {}
    kit = desk.kit
    elements: list[Element] = []
    for day in desk.agenda.days:
        several = len(desk.agenda.days) > 1
        title = kit.phrase("sign_in_of_day", n=day.number) if several else kit.phrase("sign_in_list")
        elements.append(Heading(1, runs(dated(kit, title, day)), f"sign-in-{day.number}", new_page=bool(elements)))
        elements += [_whereabouts(kit), Para(runs(kit.phrase("sign_in_note")), "small")]
        rows: list[list[Content]] = [
            [str(number), "", "", "", str((number - 1) // size.table + 1), "", "", ""]
            for number in range(1, size.max + 1)
        ]
        keys = ("number_short", "name", "team", "post", "table_short", "sign_morning", "sign_afternoon", "called_away")
        head = [kit.phrase(key) for key in keys]
        widths = (0.8, 1.9, 1.8, 1.5, 0.8, 1.8, 1.8, 2.7)
        elements.append(grid(kit, head, rows, widths, title, row_heads=False, height=_sign_row(size)))
    section = desk.section("sign-in", kit.phrase("sign_in_list"), elements, margins=_LIST_MARGINS)
    return {"sign-in": desk.paper("sign_in_list", section)}


def _sign_row(size: ClassSize) -> float:
    """Rows as high as a page has room for; what is larger than a page runs on."""
    return min(_SIGN_ROW, _SIGN_PAGE / size.max) if size.max * _LEAST_ROW <= _SIGN_PAGE else _SIGN_ROW


def _whereabouts(kit: Kit) -> Table:
    """Where a day is held, as far as it is known, and by whom."""
    room = kit.course.room.name if kit.course.room else ""
    cells: list[Cell] = []
    for key, known in (("place", room), ("trainer_short", "")):
        cells.append(Cell((Para(runs(kit.phrase(key)), "cell_head"),), "row_head"))
        cells.append(Cell((Para(kit.inline(known), "cell"),)) if known else Cell((), "answer"))
    return Table((1.0, 4.6, 1.0, 3.4), (), (Row(tuple(cells), _SIGN_ROW),), kit.phrase("place"), "form", keep=True)


def compose_groups(desk: Desk) -> dict[str, Book]:
    """Who sits at which table."""
    size = _size(desk)
    if size is None:
        return {}
    kit = desk.kit
    elements: list[Element] = [Heading(1, runs(kit.phrase("group_list")), "groups")]
    elements.append(Para(runs(kit.phrase("group_list_lead")), "plain"))
    if size.remainder:
        elements.append(kit.labelled(kit.phrase("remainder"), size.remainder))
    left = size.max
    for number in range(1, size.numbers["tables"] + 1):
        seats = min(size.table, left)
        left -= seats
        rows: list[list[Content]] = [[str(seat), "", "", ""] for seat in range(1, seats + 1)]
        head = [kit.phrase(key) for key in ("seat", "name", "team", "remark")]
        title = kit.phrase("table_number", n=number)
        table = grid(kit, head, rows, (0.8, 3, 3, 4), title, row_heads=False, height=_SIGN_ROW, keep=True)
        elements.append(Group((Para(runs(title), "label"), table), f"table-{number}", keep=True))
    return {"groups": desk.paper("group_list", desk.section("groups", kit.phrase("group_list"), elements))}


def compose_table_signs(desk: Desk) -> dict[str, Book]:
    """A page for every table, to be folded; two of them back to back are read from both sides.

    Nothing is upside down: not every program turns the words of a shape.
    """
    size = _size(desk)
    if size is None:
        return {}
    kit = desk.kit
    sections = []
    for number in range(1, size.numbers["tables"] + 1):
        title = kit.phrase("table_number", n=number)
        sign = BookSection(
            f"table-{number}", title, (_sign(kit, title),), "landscape", margins=_SIGN_MARGINS, bare=True
        )
        sections.append(sign)
    return {"table-signs": desk.paper("table_signs", *sections)}


def _sign(kit: Kit, title: str) -> Drawing:
    width, height = _SIGN
    words = TextBox((Label(runs(title), _LARGE, "primary", strong=True),))
    under = TextBox((Label(kit.inline(kit.course.title), 16.0, "muted"),))
    how = TextBox((Label(runs(kit.phrase("sign_fold")), 12.0, "muted"),))
    fold = height + 15.0
    shapes = (
        Shape("rect", Frame(0.0, 0.0, width, height), text=how, part="back"),
        Path(((0.0, fold), (width, fold)), line="line", line_width=0.75, dash=True, part="fold"),
        Shape("rect", Frame(0.0, height + 30.0, width, height), None, "primary", 1.5, words, part="front"),
        Shape("rect", Frame(0.0, 2 * height + 34.0, width, 26.0), text=under, part="course"),
    )
    return Drawing("table_sign", Frame(0.0, 0.0, width, 2 * height + 60.0), shapes, title)


def compose_material_list(desk: Desk) -> dict[str, Book]:
    """What to bring and to print, with quantities for the largest class."""
    kit, course = desk.kit, desk.course
    if not has_materials(kit):
        return {}
    elements: list[Element] = [Heading(1, runs(kit.phrase("material_list")), "materials")]
    if course.class_size:
        elements.append(Para(kit.inline(kit.phrase("for_people", n=course.class_size.max)), "plain"))
    elements.append(list_materials(kit))
    if course.room is not None and course.room.equipment:
        elements += [Heading(2, runs(kit.phrase("equipment")), "equipment", toc=False)]
        elements.append(_ticks(kit, course.room.equipment))
    return {"materials": desk.paper("material_list", desk.section("materials", kit.phrase("material_list"), elements))}


def _ticks(kit: Kit, texts: tuple[str, ...]) -> Element:
    return ListBlock(tuple(map(kit.inline, texts)), "check")
