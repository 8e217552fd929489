"""The facilitator's side of a sheet in class: briefing, what to look for, snags, debrief. Answers are a book apart."""

from __future__ import annotations

from deckgen.base.runs import plain, runs
from deckgen.compose.anchors import key_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.places import called
from deckgen.compose.sheets.parts import bulleted
from deckgen.compose.tables import grid
from deckgen.model.sheets import SelftestSheet, Sheet
from deckgen.tree import Element, Group, Heading, Para


def compose_key(kit: Kit, sheet: Sheet, briefed: bool = False, debriefed: bool = False) -> list[Element]:
    """Everything the trainer needs beside the participant's page.

    `briefed`, `debriefed`: a slide of the block already has the words of the briefing, the questions of the
    debriefing; the room hears one set of each.
    """
    guide = sheet.guide
    if guide is None:
        return []
    phrase = kit.phrase
    title = kit.fill("key_of_sheet", name=called(kit, sheet), title=sheet.title)
    elements: list[Element] = [Heading(3, title, key_anchor(sheet.id), toc=False)]
    if guide.brief and not briefed:
        elements.extend(kit.told(phrase("brief"), guide.brief, "say", guide.at("brief")))
    if sheet.steps:
        phases = [phrase(f"phase.{step.phase}") if step.phase else "" for step in sheet.steps]
        timed = [phrase("minutes", n=step.minutes) for step in sheet.steps]
        steps = [[*row, step.do] for *row, step in zip(timed, phases, sheet.steps, strict=True)]
        elements.append(grid(kit, (), steps, (1.2, 1, 8), phrase("steps_and_minutes"), role="run_sheet", keep=True))
    elements.extend(bulleted(kit, "look_for", guide.look_for))
    rows = [[snag.sign, snag.help] for snag in guide.stuck]
    if rows:
        elements.append(Para(runs(phrase("stuck")), "label"))
        elements.append(grid(kit, [phrase("sign"), phrase("help")], rows, (4, 6), plain(title), row_heads=False))
    if guide.key or guide.mistakes:
        elements.append(kit.labelled(phrase("answer_key"), phrase("in_answers", name=called(kit, sheet)), "plain"))
    if isinstance(sheet, SelftestSheet):
        elements.append(Para(runs(phrase("selftest_trainer_note")), "note"))
    elements.extend(_inline(kit, "points", guide.points))
    if guide.debrief is not None and not debriefed:
        for phase, question in guide.debrief.asked:
            elements.append(debrief_question(kit, phase, question))
    elements.extend(_inline(kit, "board", guide.board))
    return [Group(tuple(elements), sheet.id, "answer")]


def debrief_question(kit: Kit, phase: str, question: str) -> Para:
    """A question of a debriefing after its phase; one of a draft may have none."""
    return kit.labelled(kit.phrase(f"debrief.{phase}" if phase else "ask"), question, "ask")


def _inline(kit: Kit, key: str, texts: tuple[str, ...]) -> list[Element]:
    """Short points in one paragraph behind their label."""
    return [kit.labelled(kit.phrase(key), kit.join(texts), "plain")] if texts else []
