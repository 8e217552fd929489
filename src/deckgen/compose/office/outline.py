"""The course outline for clients: why, what for, when, for whom, how, and what is taught."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.base.units import Split
from deckgen.compose.content import ANSWER_ROW
from deckgen.compose.desk import LOOSE, Desk
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, facts, grid
from deckgen.tree import Book, Callout, Cell, Element, Heading, Para, Row, Table

_MARGINS = replace(LOOSE, top=36.0, bottom=42.0)  # two pages are what a client reads


def compose_outline(desk: Desk) -> dict[str, Book]:
    """What a sales person sends."""
    kit, course = desk.kit, desk.course
    phrase = kit.phrase
    title: list[Element] = [Para(kit.inline(course.title), "sheet_title")]
    if course.subtitle:
        title.append(Para(kit.inline(course.subtitle), "cell"))
    elements: list[Element] = [Callout("sheet_head", (), tuple(title)), _frame(desk)]
    if course.background:
        elements.append(_heading(kit, "background"))
        for at, text in enumerate(course.background):
            elements.extend(kit.prose(text, "plain", place=course.at_item("background", at)))
    if course.benefits:
        elements += [_heading(kit, "benefits_for_client"), kit.bullets(course.benefits)]
    if course.objectives:
        rows: list[list[Content]] = [
            [str(number), item.sentence, item.standard] for number, item in enumerate(course.objectives, start=1)
        ]
        elements.append(_heading(kit, "objective_head"))
        head = ("", phrase("objective"), phrase("shown_by"))
        elements.append(grid(kit, head, rows, (0.5, 6, 5), phrase("objectives"), role="run_sheet"))
    elements.extend(_ways(desk))
    elements += [_heading(kit, "outline_content"), _contents(desk)]
    elements.extend(_around(kit))
    asked = [
        cell
        for key in ("contact_person", "phone", "wish_date")
        for cell in (Cell((Para(runs(phrase(key)), "cell_head"),), "row_head"), Cell((), "answer"))
    ]
    widths, row = (2, 4, 1.4, 3.6, 4.4, 3), Row(tuple(asked), ANSWER_ROW)
    contact = Table(widths, (), (row,), phrase("contact"), "form", keep=True)
    elements += [_heading(kit, "contact"), contact]
    section = desk.section("outline", phrase("outline"), elements, margins=_MARGINS)
    return {"outline": desk.paper("outline", section)}


def _heading(kit: Kit, key: str) -> Heading:
    return Heading(2, runs(kit.phrase(key)), f"outline-{key.replace('_', '-')}", toc=False)


def _frame(desk: Desk) -> Table:
    """Length, audience, size and manner at a glance."""
    kit, course, agenda = desk.kit, desk.course, desk.agenda
    phrase = kit.phrase
    delivery = agenda.delivery
    first = agenda.days[0]
    days = phrase("days_value", n=len(agenda.days))
    hours = phrase("contact_hours", n=f"{delivery.hours:g}")
    when = f"{days}{phrase('comma')}{hours}{phrase('semicolon')}{first.start}–{first.end}"
    practised = agenda.split.activity + agenda.split.debrief
    share = f"{practised * 100 / agenda.split.total:.0f}" if agenda.split.total else "0"
    pairs = [(phrase("course_time"), when)]
    if course.audience:
        pairs.append((phrase("for_whom"), kit.plain(*_parted(kit, course.audience))))
    if course.class_size:
        size = course.class_size
        low_high = phrase("class_size_value", low=size.min, high=size.max)
        people = phrase("class_size_exact", n=size.max) if size.min == size.max else low_high
        pairs.append((phrase("class_size"), people))
    if practised:
        pairs.append((phrase("manner"), phrase("practice_share", share=share)))
    return facts(kit, pairs, phrase("outline"))


def _ways(desk: Desk) -> list[Element]:
    """What everybody practises, beside how it is taught."""
    kit = desk.kit
    skills = [entry.block.title for entry in desk.agenda if entry.block.core_skill]
    columns: list[tuple[Element, ...]] = []
    if skills:
        columns.append((_heading(kit, "everyone_practises"), Para(kit.join(skills), "plain")))
    if desk.course.methods:
        columns.append((_heading(kit, "how_taught"), kit.bullets(desk.course.methods)))
    if len(columns) < 2:
        return [element for column in columns for element in column]
    return [Table((1.0, 1.0), (), (Row(tuple(map(Cell, columns))),), kit.phrase("how_taught"), "columns", keep=True)]


def _parted(kit: Kit, texts: Sequence[str]) -> list[str]:
    return [part for text in texts for part in (kit.phrase("semicolon"), text)][1:]


def _contents(desk: Desk) -> Table:
    """Module by module: minutes, what is taught, and what is practised."""
    kit, course = desk.kit, desk.course
    rows: list[list[Content]] = []
    for module in course.modules:
        entries = desk.agenda.of_module(module.id)
        if not entries:
            continue
        minutes = sum((entry.split for entry in entries), Split()).total
        keys = dict.fromkeys(key for entry in entries for key in entry.block.sheets if key in entry.steps)
        sheets = [sheet.title for key in keys if (sheet := course.sheet(key))]
        taught = kit.join([entry.block.title for entry in entries])
        length = kit.phrase("minutes", n=minutes)
        rows.append([module.title, length, taught, kit.join(sheets) if sheets else "—"])
    head = [kit.phrase(key) for key in ("module", "length", "content", "practised")]
    return grid(kit, head, rows, (2.2, 1.3, 5.0, 5.0), kit.phrase("outline_content"), role="run_sheet")


def _around(kit: Kit) -> list[Element]:
    """What comes before and after, and how anybody will know that it helped."""
    course, phrase = kit.course, kit.phrase

    def titles(keys: Sequence[str]) -> list[str]:
        return [sheet.title for key in keys if (sheet := course.sheet(key))]

    rows: list[list[Content]] = []
    for key, listed in (("before_course", course.prework), ("after_course", course.postwork)):
        if named := titles(listed):
            rows.append([phrase(key), kit.join(named)])
    if any(question.form == "post" for question in course.questions):
        rows.append([phrase("tested"), phrase("tested_value")])
    if course.indicators:
        rows.append([phrase("results"), kit.join([item.title for item in course.indicators])])
    if not rows:
        return []
    return [_heading(kit, "around"), grid(kit, (), rows, (1.4, 12), phrase("around"), role="run_sheet")]
