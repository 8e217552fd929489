"""Front matter of the guide: use, position of the course, objectives, minutes, room, materials, checklists."""

from __future__ import annotations

from deckgen.base.runs import Runs, runs
from deckgen.base.units import Split
from deckgen.compose.chapters import running_head
from deckgen.compose.frames import course_map
from deckgen.compose.kit import Kit
from deckgen.compose.materials import list_materials
from deckgen.compose.tables import Content, facts, grid
from deckgen.model.course import ClassSize
from deckgen.model.sheets import PreworkSheet
from deckgen.tree import BookSection, Callout, Element, Heading, ListBlock, Para, Table, Toc


def compose_front(kit: Kit) -> BookSection:
    """Everything a trainer reads the week before."""
    phrase, course = kit.phrase, kit.course
    elements: list[Element] = [Toc(runs(phrase("contents")), 2, columns=2)]
    elements.append(Heading(1, runs(phrase("about_guide")), "about-guide", new_page=True))
    elements.extend([kit.bullets(course.guide_use)] if course.guide_use else [])
    elements.append(_legend(kit))
    elements.extend(_position(kit))
    elements.append(Heading(1, runs(phrase("objectives_and_minutes")), "objectives", new_page=True))
    elements.extend([_objectives(kit)] if course.objectives else [])
    elements.append(Heading(2, runs(phrase("course_map")), "course-map"))
    elements.append(course_map(kit, 0))
    elements.append(Heading(2, runs(phrase("minutes_table")), "minutes-table"))
    elements.append(_minutes(kit))
    elements.append(Heading(2, runs(phrase("five_lines")), "five-lines"))
    elements.append(Para(runs(phrase("five_lines_lead")), "plain"))
    elements.append(_five_lines(kit))
    elements.append(Heading(1, runs(phrase("preparation")), "preparation", new_page=True))
    elements.extend(_preparation(kit))
    if course.difficult_moments:
        elements.append(Heading(1, runs(phrase("difficult_moments")), "difficult-moments", new_page=True))
        for moment in course.difficult_moments:
            elements.append(Para(kit.inline(moment.title), "label"))
            elements.extend(kit.prose(moment.text, "plain", place=moment.at("text")))
    return BookSection("front", phrase("front"), tuple(elements), header=running_head(kit, "guide", phrase("front")))


def _legend(kit: Kit) -> Callout:
    keys = ("say", "ask", "do", "expect", "takeaway", "transition", "answer_key")
    items = tuple(
        (*runs(kit.phrase(key), strong=True), *runs(f"{kit.phrase('colon')}{kit.phrase(f'legend.{key}')}"))
        for key in keys
    )
    return Callout("info", runs(kit.phrase("legend")), (ListBlock(items),))


def _position(kit: Kit) -> list[Element]:
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = [Heading(2, runs(phrase("position")), "position")]
    for at, text in enumerate(course.background):
        elements.extend(kit.prose(text, "body", place=course.at_item("background", at)))
    for key, texts in (
        ("audience", course.audience),
        ("prerequisites", course.prerequisites),
        ("benefits", course.benefits),
        ("methods", course.methods),
    ):
        if texts:
            elements.append(Para(runs(phrase(key)), "label"))
            elements.append(kit.bullets(texts))
    if course.method_frame:
        elements.append(kit.labelled(phrase("method_frame"), course.method_frame))
    if course.dimensions:
        elements.append(Para(runs(phrase("dimensions")), "label"))
        elements.append(ListBlock(tuple(_modules_of(kit, dimension) for dimension in course.dimensions)))
    return elements


def _modules_of(kit: Kit, dimension: str) -> Runs:
    """A dimension with the modules that are about it."""
    titles = [module.title for module in kit.course.modules if module.dimension == dimension]
    named = kit.join(titles, "enumeration") if titles else runs(kit.phrase("none"))
    return (*kit.inline(dimension, strong=True), *runs(kit.phrase("colon")), *named)


def _objectives(kit: Kit) -> Table:
    rows = [[item.id, item.sentence, item.condition, item.standard] for item in kit.course.objectives]
    head = [kit.phrase("id"), kit.phrase("objective"), kit.phrase("condition"), kit.phrase("standard")]
    return grid(kit, head, rows, (0.8, 4, 3, 3.4), kit.phrase("objectives"))


def _minutes(kit: Kit) -> Table:
    rows = []
    for module in kit.course.modules:
        split = sum((entry.split for entry in kit.agenda.of_module(module.id)), Split())
        rows.append(_minutes_row(module.title, split))
    rows.append(_minutes_row(kit.phrase("total"), kit.agenda.split))
    head = [kit.phrase(key) for key in ("module", "talk", "activity", "debrief", "total", "talk_share")]
    return grid(kit, head, rows, (4, 1.2, 1.2, 1.2, 1.2, 1.6), kit.phrase("minutes_table"), keep=True)


def _minutes_row(title: str, split: Split) -> list[Content]:
    share = f"{split.talk * 100 / split.total:.0f}%" if split.total else "—"
    return [title, str(split.talk), str(split.activity), str(split.debrief), str(split.total), share]


def _five_lines(kit: Kit) -> Table:
    """The five-line plan (五线谱): time, content, method, mood, aids for every block."""
    rows: list[list[Content]] = []
    for entry in kit.agenda:
        aids = kit.join((material.item for material in entry.block.materials), "enumeration") or "—"
        mood = "●" * entry.block.energy + "○" * (5 - entry.block.energy)
        when = f"{entry.start}–{entry.end}"
        if len(kit.agenda.days) > 1:
            when = f"{kit.phrase('day_short', n=entry.day)} {when}"
        rows.append([when, kit.inline(f"{entry.block.id} ", entry.block.title), entry.block.method, mood, aids])
    head = [kit.phrase(key) for key in ("clock", "content", "method", "mood", "aids")]
    widths = (2.7, 5.6, 3.5, 1.9, 2.9) if len(kit.agenda.days) == 1 else (3.6, 5.4, 3.5, 1.8, 2.3)
    return grid(kit, head, rows, widths, kit.phrase("five_lines"), role="run_sheet")


def _preparation(kit: Kit) -> list[Element]:
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = _class_size(kit, course.class_size) if course.class_size else []
    if course.room is not None:
        elements.append(Heading(2, runs(phrase("room")), "room"))
        if course.room.name:
            elements.append(Para(kit.inline(course.room.name, strong=True), "plain"))
        if course.room.layout:
            elements.extend(kit.prose(course.room.layout, "plain", place=course.room.at("layout")))
        for key, texts in (("equipment", course.room.equipment), ("trainer", course.room.trainer)):
            if texts:
                elements.append(Para(runs(phrase(key)), "label"))
                elements.append(kit.bullets(texts))
    if course.materials or any(entry.block.materials for entry in kit.agenda):
        elements.append(Heading(2, runs(phrase("materials")), "materials"))
        elements.append(list_materials(kit))
    if course.checklist:
        elements.append(Heading(2, runs(phrase("checklist_before")), "checklist"))
        for part in course.checklist:
            elements.append(Para(kit.inline(part.when), "label"))
            elements.append(ListBlock(tuple(kit.inline(item) for item in part.items), "check"))
    elements.extend(_prework(kit))
    return elements


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
    elements: list[Element] = [Heading(2, runs(kit.phrase("prework_use")), "prework-use")]
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
                elements.append(grid(kit, head, rows, (5, 5), kit.plain(sheet.title), row_heads=False))
    return elements
