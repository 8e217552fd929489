"""Front matter of the guide: use, position of the course, objectives, minutes, room, materials, checklists."""

from __future__ import annotations

from itertools import zip_longest

from deckgen.base.runs import Runs, runs
from deckgen.compose.chapters import running_head
from deckgen.compose.guide.entry import WIDTHS
from deckgen.compose.guide.marks import Sign, sign
from deckgen.compose.guide.timing import compose_days, compose_late
from deckgen.compose.kit import Kit
from deckgen.compose.materials import has_materials, list_materials
from deckgen.compose.tables import facts, grid
from deckgen.model.course import ClassSize
from deckgen.model.sheets import PreworkSheet
from deckgen.tree import BookSection, Cell, Element, Group, Heading, ListBlock, Para, Row, Table, Toc


def compose_front(kit: Kit) -> BookSection:
    """Everything a trainer reads the week before: how to use it, where to find what, the course, the day, the room."""
    phrase, course = kit.phrase, kit.course
    elements: list[Element] = [Heading(1, runs(phrase("about_guide")), "about-guide", new_page=True)]
    elements.extend(_legend(kit))
    elements.extend([kit.bullets(course.guide_use)] if course.guide_use else [])
    elements.append(Group((Toc(runs(phrase("contents")), 2, columns=2),), role="contents", keep=True))
    elements.append(Heading(1, runs(phrase("course_and_objectives")), "objectives", new_page=True))
    elements.extend(_position(kit))
    elements.extend([_objectives(kit)] if course.objectives else [])
    elements.extend(compose_late(kit))
    elements.extend(compose_days(kit))
    elements.append(Heading(1, runs(phrase("room_and_materials")), "preparation"))
    elements.extend(_preparation(kit))
    if course.difficult_moments:
        elements.append(Heading(1, runs(phrase("difficult_moments")), "difficult-moments"))
        for moment in course.difficult_moments:
            elements.extend(kit.told(moment.title, moment.text, "expected", moment.at("text")))
    return BookSection("front", phrase("front"), tuple(elements), header=running_head(kit, "guide", phrase("front")))


def _legend(kit: Kit) -> list[Element]:
    """The signs of an entry, each before what it stands for."""
    phrase = kit.phrase
    rows = []
    signs: tuple[Sign, ...] = ("say", "do", "ask")
    for kind in signs:
        shown = sign(kind, phrase(f"sign.{kind}"))
        rows.append(Row((Cell((shown,)), Cell((Para(kit.inline(phrase(f"legend.{kind}")), "expected"),), columns=3))))
    turn = Para(runs(phrase("sign.turn")), "transition")
    rows.append(Row((Cell((turn,)), Cell((Para(kit.inline(phrase("legend.transition")), "expected"),), columns=3))))
    more = [
        kit.labelled(phrase(key), phrase(f"legend.{key}"), "expected") for key in ("clock", "page_label", "full_key")
    ]
    more.append(Para(runs(phrase("dark_is_practice")), "expected"))
    return [Table(WIDTHS, (), tuple(rows), phrase("legend"), "entry", keep=True), *more]


def _position(kit: Kit) -> list[Element]:
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = []
    for at, text in enumerate(course.background):
        elements.extend(kit.prose(text, "expected", place=course.at_item("background", at)))
    for key, texts in (
        ("audience", course.audience),
        ("prerequisites", course.prerequisites),
        ("benefits", course.benefits),
        ("methods", course.methods),
    ):
        if texts:
            elements.append(kit.labelled(phrase(key), kit.join(text.rstrip("。.") for text in texts), "expected"))
    if course.method_frame:
        elements.append(kit.labelled(phrase("method_frame"), course.method_frame, "expected"))
    if course.dimensions:
        elements.append(Para(runs(phrase("dimensions")), "label"))
        elements.extend(Para(_modules_of(kit, dimension), "expected") for dimension in course.dimensions)
    return elements


def _modules_of(kit: Kit, dimension: str) -> Runs:
    """A dimension with the modules that are about it."""
    titles = [module.title for module in kit.course.modules if module.dimension == dimension]
    named = kit.join(titles, "enumeration") if titles else runs(kit.phrase("none"))
    return (*kit.inline(dimension, strong=True), *runs(kit.phrase("colon")), *named)


def _objectives(kit: Kit) -> Table:
    rows = [[item.id, item.sentence, item.condition, item.standard] for item in kit.course.objectives]
    head = [kit.phrase("id"), kit.phrase("objective"), kit.phrase("condition"), kit.phrase("standard")]
    return grid(kit, head, rows, (0.8, 4, 3, 3.4), kit.phrase("objectives"), role="run_sheet")


def _preparation(kit: Kit) -> list[Element]:
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = _class_size(kit, course.class_size) if course.class_size else []
    if course.room is not None:
        elements.append(Heading(2, runs(phrase("room")), "room", toc=False))
        if course.room.name:
            elements.append(Para(kit.inline(course.room.name, strong=True), "plain"))
        if course.room.layout:
            elements.extend(kit.prose(course.room.layout, "expected", place=course.room.at("layout")))
        for key, texts in (("equipment", course.room.equipment), ("trainer", course.room.trainer)):
            if texts:
                elements.append(Para(runs(phrase(key)), "label"))
                elements.append(kit.bullets(texts, "beside"))
    if has_materials(kit):
        elements.append(Heading(2, runs(phrase("materials")), "materials", toc=False))
        elements.append(list_materials(kit, "run_sheet"))
    if course.checklist:
        elements.append(Heading(2, runs(phrase("checklist_before")), "checklist", toc=False))
        elements.append(_checklist(kit))
    elements.extend(_prework(kit))
    return elements


def _checklist(kit: Kit) -> Table:
    """What to do when, in two columns of about the same length, so that a page may end between what is to do when."""
    parts = kit.course.checklist
    sizes = [1 + sum(1 + len(item) // 22 for item in part.items) for part in parts]
    cut = min(range(1, len(parts) + 1), key=lambda at: abs(sum(sizes[:at]) - sum(sizes[at:])))
    columns = [column for column in (parts[:cut], parts[cut:]) if column]
    rows = []
    for beside in zip_longest(*columns):
        cells = []
        for part in beside:
            todo = ListBlock(tuple(map(kit.inline, part.items)), "check", role="do") if part else None
            cells.append(Cell((Para(kit.inline(part.when, strong=True), "expected"), todo) if part and todo else ()))
        rows.append(Row(tuple(cells)))
    return Table((1.0,) * len(columns), (), tuple(rows), kit.phrase("checklist_before"), "entry")


def _class_size(kit: Kit, size: ClassSize) -> list[Element]:
    phrase = kit.phrase
    pairs = [
        (phrase("class_size"), _people(kit, size)),
        (phrase("tables"), phrase("tables_value", n=size.numbers["tables"], seats=size.table)),
    ]
    elements: list[Element] = [facts(kit, pairs, phrase("class_size"))]
    if size.remainder:
        elements.append(kit.labelled(phrase("remainder"), size.remainder))
    return elements


def _people(kit: Kit, size: ClassSize) -> str:
    if size.min == size.max:
        return kit.phrase("class_size_exact", n=size.max)
    return kit.phrase("class_size_value", low=size.min, high=size.max)


def _prework(kit: Kit) -> list[Element]:
    sheets = [sheet for sheet_id in kit.course.prework if (sheet := kit.course.sheet(sheet_id))]
    if not sheets:
        return []
    elements: list[Element] = [Heading(2, runs(kit.phrase("prework_use")), "prework-use", toc=False)]
    for sheet in sheets:
        elements.append(Para(kit.inline(f"{sheet.label}{kit.phrase('gap')}", sheet.title), "label"))
        told = [("purpose", sheet.purpose)]
        if isinstance(sheet, PreworkSheet):
            told.append(("used_in", sheet.used_in))
        elements.extend(kit.labelled(kit.phrase(key), text) for key, text in told if text)
        if isinstance(sheet, PreworkSheet):
            rows = [[question.q, question.use] for question in sheet.questions]
            if rows:
                head = [kit.phrase("question"), kit.phrase("use_of_answer")]
                alt = kit.plain(sheet.title)
                elements.append(grid(kit, head, rows, (5, 5), alt, row_heads=False, role="run_sheet"))
    return elements
