"""The case collection: stories, figures and questions, without teaching notes, and what else is handed out to be read;
and figures to follow after a course.
"""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.compose.desk import Desk
from deckgen.compose.sheets.kinds import SHEETS
from deckgen.compose.tables import Content, grid
from deckgen.model.sheets import CaseSheet
from deckgen.tree import Book, Element, Group, Heading, Para, Table


def compose_cases(desk: Desk) -> dict[str, Book]:
    """Every case of the delivery, and the material of other sheets that is handed out, each on a page of its own."""
    kit = desk.kit
    keys = dict.fromkeys(key for entry in desk.agenda for key in entry.block.sheets)
    sheets = [sheet for key in keys if (sheet := desk.course.sheet(key)) is not None]
    cases = [sheet for sheet in sheets if isinstance(sheet, CaseSheet) or sheet.handed_out == "material"]
    if not cases:
        return {}
    elements: list[Element] = [Heading(1, runs(kit.phrase("case_collection")), "cases", toc=False)]
    elements.append(Para(runs(kit.phrase("case_collection_lead")), "plain"))
    for number, case in enumerate(cases):
        parts: list[Element] = [Heading(2, kit.inline(case.title), f"case-{case.id}", new_page=number > 0)]
        if isinstance(case, CaseSheet):
            parts += SHEETS["case"](kit, case).material
        if case.handed_out == "material":
            parts += kit.prose(case.situation, "body", place=case.at("situation")) if case.situation else ()
        if questions := getattr(case, "questions", ()):
            parts += [Para(runs(kit.phrase("questions")), "label"), kit.numbers(questions)]
        elements.append(Group(tuple(parts), case.id, new_page=number > 0))
    return {"cases": desk.paper("case_collection", desk.section("cases", kit.phrase("case_collection"), elements))}


def compose_indicators(desk: Desk) -> dict[str, Book]:
    """The figures that the course should move: how each is taken, and room for its values."""
    kit, course = desk.kit, desk.course
    if not course.indicators:
        return {}
    elements: list[Element] = [Heading(1, runs(kit.phrase("indicators")), "indicators", toc=False)]
    elements.append(Para(runs(kit.phrase("indicators_lead")), "plain"))
    days = [kit.phrase("day_number", n=day) for day in (30, 60, 90)]
    for number, item in enumerate(course.indicators, start=1):
        head = [kit.phrase("team"), kit.phrase("baseline"), *days]
        rows: list[list[Content]] = [["", "", "", "", ""] for _ in range(2)]
        table: Table = grid(kit, head, rows, (2, 1, 1, 1, 1), item.title, row_heads=False, keep=True)
        told = kit.prose(item.text, "plain", place=item.at("text"))
        heading = Heading(2, kit.inline(item.title), f"indicator-{number}", toc=False)
        elements.append(Group((heading, *told, table), keep=True))
    return {"indicators": desk.paper("indicators", desk.section("indicators", kit.phrase("indicators"), elements))}
