"""Papers for participants: exercise sheets one by one and all together, tool cards, what is done before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckgen.base.names import file_part
from deckgen.base.runs import runs
from deckgen.compose.desk import Desk
from deckgen.compose.links import add_link_cards
from deckgen.compose.loose import is_handed_out, is_loose
from deckgen.compose.places import called
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.sheets.parts import task_cards
from deckgen.model.sheets import DrillSheet, Sheet
from deckgen.plan import Entry
from deckgen.tree import Book, Element, Group, Heading, Para


def compose_sheets(desk: Desk) -> dict[str, Book]:
    """Every exercise sheet of the delivery as a paper of its own, and all of them as one pack to print."""
    kit = desk.kit
    used = list(_used(desk))
    if not used:
        return {}
    files: dict[str, Book] = {}
    pack: list[Element] = []
    for sheet, entry in used:
        page = compose_sheet(kit, sheet, entry)
        title = called(kit, sheet)
        section = desk.section(f"sheet-{sheet.id}", title, (page,))
        name = file_part(sheet.label) or file_part(sheet.id)
        files[f"sheets/sheet-{name}"] = add_link_cards(kit, desk.paper("sheets", section, title=title))
        pack.append(replace(page, new_page=bool(pack)))
    whole = desk.section("sheets", kit.phrase("sheets"), pack)
    return {"sheets": add_link_cards(kit, desk.paper("sheets", whole)), **files}


def _used(desk: Desk) -> Iterator[tuple[Sheet, Entry]]:
    """The sheets that are worked on in class, in the order of use, each with its block."""
    seen: set[str] = set()
    for entry in desk.agenda:
        for key in entry.block.sheets:
            sheet = desk.course.sheet(key)
            in_class = not is_loose(desk.course, key) or is_handed_out(desk.course, key)
            if sheet is not None and key not in seen and in_class:
                seen.add(key)
                yield sheet, entry


def compose_dealt(desk: Desk) -> Book | None:
    """The cards that no book has, as they stand on the loose sheets: whether they fit is told with the books."""
    drills = [sheet for sheet, _ in _used(desk) if isinstance(sheet, DrillSheet) and sheet.hides]
    cards = [task_cards(desk.kit, sheet.cards) for sheet in drills]
    return desk.paper("sheets", desk.section("sheets", desk.kit.phrase("sheets"), cards)) if cards else None


def compose_prework(desk: Desk) -> dict[str, Book]:
    """What is sent to participants before the course."""
    return _pack(desk, "prework", desk.course.prework)


def compose_followup(desk: Desk) -> dict[str, Book]:
    """What participants do after the course."""
    return _pack(desk, "followup", desk.course.postwork)


def _pack(desk: Desk, kind: str, keys: Iterable[str]) -> dict[str, Book]:
    kit = desk.kit
    sheets = [sheet for key in keys if (sheet := desk.course.sheet(key))]
    if not sheets:
        return {}
    lead = Para(runs(kit.phrase(f"{kind}_pack_lead")), "lead")
    opening: list[Element] = [Heading(1, runs(kit.phrase(kind)), f"part-{kind}"), lead]
    pages: list[Group] = [compose_sheet(kit, sheet, None) for sheet in sheets]
    later = [replace(page, new_page=True) for page in pages[1:]]
    section = desk.section(kind, kit.phrase(kind), (*opening, pages[0], *later))
    return {kind: add_link_cards(kit, desk.paper(kind, section))}
