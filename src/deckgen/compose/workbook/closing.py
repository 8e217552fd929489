"""What stands once, at the end: one thing to keep of every chapter, beside what to do first with it."""

from __future__ import annotations

from deckgen.base.runs import Runs, runs
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.tree import Group, Heading, Para

RECAP = "recap"  # anchor of the page
_ROW = 40.0  # points: room for a sentence beside what a chapter said


def compose_harvest(kit: Kit) -> Group | None:
    """The recap of all chapters that have one, with room to write what one will do; None where none has."""
    rows: list[list[Content]] = []
    for module in kit.course.modules:
        if module.summary:
            name = (Para(kit.inline(module.label, strong=True), "cell"),)
            rows.append([name, (Para(_points(kit, module.summary), "cell_dense"),), ""])
    if not rows:
        return None
    head = [kit.phrase(key) for key in ("chapter_column", "keep_column", "first_column")]
    table = grid(kit, head, rows, (1.7, 7.0, 6.0), kit.phrase("harvest"), row_heads=False, height=_ROW, keep=True)
    lead = Para(runs(kit.phrase("harvest_lead")), "plain")
    return Group((Heading(2, runs(kit.phrase("harvest")), RECAP), lead, table), RECAP, "recap", keep=True)


def _points(kit: Kit, texts: tuple[str, ...]) -> Runs:
    return kit.join(text.rstrip("。.") for text in texts)
