"""What to bring, with quantities that follow from the largest class."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.compose.kit import Kit
from deckgen.compose.places import called
from deckgen.compose.tables import grid
from deckgen.model.blocks import Material
from deckgen.model.course import ClassSize
from deckgen.plan import Entry
from deckgen.tree import Table


def list_materials(kit: Kit, role: str = "grid") -> Table:
    """Quantities follow from the largest class; a draft may not know it yet."""
    groups = _groups(kit.course.class_size)
    used: dict[str, list[str]] = {}
    first: dict[str, Material] = {}
    counts: dict[str, int | None] = {}
    listed = [("", material) for material in kit.course.materials]
    listed += [(entry.block.id, material) for entry in kit.agenda for material in entry.block.materials]
    listed += [(entry.block.id, handed) for entry in kit.agenda for handed in _handed_out(kit, entry)]
    for block, material in listed:
        first.setdefault(material.item, material)
        groups_there = groups.get(material.per)
        wanted = None if groups_there is None else material.qty * groups_there
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


def _handed_out(kit: Kit, entry: Entry) -> Iterator[Material]:
    """The sheets of a block that everybody gets on paper in class; the material of others is one set, used in many."""
    for key in entry.block.sheets:
        sheet = kit.course.sheet(key)
        if sheet is not None and sheet.handed_out is not None:
            names = {"sheet": called(kit, sheet), "title": sheet.title} if sheet.handed_out == "sheet" else {}
            yield Material(item=kit.plain(kit.phrase(f"handed_out.{sheet.handed_out}", **names)), per="person")


def _groups(size: ClassSize | None) -> dict[str, int]:
    """How many of each group of people there may be."""
    if size is None:
        return {"room": 1}
    count = size.numbers
    groups = {"person": "people", "pair": "pairs", "triad": "triads", "table": "tables"}
    return {"room": 1, **{group: count[name] for group, name in groups.items()}}
