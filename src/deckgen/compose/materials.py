"""What to bring, with quantities that follow from the largest class."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.compose.kit import Kit
from deckgen.compose.places import called
from deckgen.compose.tables import grid
from deckgen.model.blocks import Material
from deckgen.model.sheets import Sheet
from deckgen.model.sheets.turns import TurnsSheet
from deckgen.plan import Entry
from deckgen.tree import Table


def has_materials(kit: Kit) -> bool:
    """Whether there is anything to bring."""
    return bool(kit.course.materials) or any(True for entry in kit.agenda for _ in things_of(kit, entry))


def list_materials(kit: Kit, role: str = "grid") -> Table:
    """Quantities follow from the largest class; a draft may not know it yet."""
    size = kit.course.class_size
    used: dict[str, list[str]] = {}
    first: dict[str, Material] = {}
    counts: dict[str, int | None] = {}
    listed = [("", material) for material in kit.course.materials]
    listed += [(entry.block.id, material) for entry in kit.agenda for material in things_of(kit, entry)]
    listed += [(entry.block.id, handed) for entry in kit.agenda for handed in _handed_out(kit, entry)]
    for block, material in listed:
        first.setdefault(material.item, material)
        there = size.count(material.per) if size is not None else 1 if material.per == "room" else None
        wanted = None if there is None else material.qty * there
        counts[material.item] = max(counts.get(material.item) or 0, wanted or 0) or None
        if block:
            used.setdefault(material.item, []).append(block)
    rows = [
        [
            item,
            kit.phrase(f"per.{first[item].per}", n=first[item].qty),
            str(counts[item] or "—"),
            kit.phrase("enumeration").join(used.get(item, ())) or "—",
        ]
        for item in first
    ]
    head = [kit.phrase(key) for key in ("item", "per", "quantity", "used_in_blocks")]
    return grid(kit, head, rows, (4, 2, 1.4, 3.4), kit.phrase("materials"), role=role)


def things_of(kit: Kit, entry: Entry) -> Iterator[Material]:
    """What a block needs: what its author lists, and the cards that are cut out for its sheets."""
    yield from entry.block.materials
    for key in entry.block.sheets:
        if (sheet := kit.course.sheet(key)) is not None and (cards := _cards(kit, sheet)) is not None:
            yield cards


def _cards(kit: Kit, sheet: Sheet) -> Material | None:
    per = sheet.dealt if isinstance(sheet, TurnsSheet) else None
    return Material(item=kit.plain(kit.phrase("cards_of", sheet=called(kit, sheet))), per=per) if per else None


def _handed_out(kit: Kit, entry: Entry) -> Iterator[Material]:
    """The sheets of a block that everybody gets on paper in class; the material of others is one set, used in many."""
    for key in entry.block.sheets:
        sheet = kit.course.sheet(key)
        if sheet is not None and sheet.handed_out is not None:
            names = {"sheet": called(kit, sheet), "title": sheet.title} if sheet.handed_out == "sheet" else {}
            yield Material(item=kit.plain(kit.phrase(f"handed_out.{sheet.handed_out}", **names)), per="person")
