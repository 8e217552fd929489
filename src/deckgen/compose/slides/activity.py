"""Activity, case, test and energiser slides into an activity board: task, grouping, minutes, output, page."""

from __future__ import annotations

import re

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.places import where_on_slide
from deckgen.compose.visuals import alt_text, compose_visual
from deckgen.model.diagrams.activity import Activity, ActivityLabels, ActivityStep
from deckgen.model.sheets import PHASES, Sheet
from deckgen.model.slides import BoardSlide, Slide
from deckgen.plan import Entry
from deckgen.tree import Diagram, Para, Slot


def compose_activity_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """The activity layout with its board, or with the slide's own visual when it has one."""
    assert isinstance(slide, BoardSlide)
    slots = []
    if slide.lead:
        slots.append(Slot("lead", (Para(kit.inline(slide.lead), "lead"),)))
    visual = compose_visual(kit, slide)
    if visual is None:
        visual = _board(kit, slide, entry, split)
    slots.append(Slot("canvas", (visual,)))
    return "activity", tuple(slots)


def _points(slide: BoardSlide) -> str:
    """The points as lines, those below another one set in."""
    levels = slide.depths("points") or (0,) * len(slide.points)
    return "\n".join("　" * level + point for level, point in zip(levels, slide.points, strict=True))


def _board(kit: Kit, slide: BoardSlide, entry: Entry, split: Split) -> Diagram:
    sheet = kit.course.sheet(slide.sheet) if slide.sheet else None
    phrase = kit.phrase
    task = slide.task or _points(slide) or _task_of(kit, sheet) or slide.purpose
    grouping = slide.grouping or (_first_clause(sheet.grouping) if sheet else "")
    output = slide.output or (sheet.output if sheet else "")
    if entry.block.status != "draft":  # a draft shows what is written
        grouping, output = grouping or phrase("whole_group"), output or phrase("speak_up")
    page = where_on_slide(kit, sheet) if sheet else phrase("no_page")
    steps = _phases(kit, sheet, entry.steps.get(sheet.id, ())) if sheet else ()
    # The strip of steps would contradict the big number when the sheet spans several slides.
    if sum(step.minutes for step in steps) != split.total:
        steps = ()
    labels = ActivityLabels(
        task=phrase("task"),
        group=phrase("grouping"),
        minutes=phrase("minutes_label"),
        unit=phrase("minute_unit"),
        output=phrase("output"),
        page=phrase("page_label"),
    )
    record = Activity(
        task="\n".join(kit.plain(line) for line in task.splitlines() if line.strip()),
        group=kit.plain(grouping),
        minutes=split.total,
        output=kit.plain(output),
        page=page,
        steps=steps,
        labels=labels,
        icon=slide.icon,
    )
    parts = (record.group, phrase("minutes", n=split.total), record.output)
    return Diagram(record, alt_text(kit, "activity", slide.title, parts), slide.span)


def _first_clause(text: str) -> str:
    """The grouping itself; rules for remainders stand on the sheet."""
    return re.split(r"[；。;]|\. ", text, maxsplit=1)[0]


def _task_of(kit: Kit, sheet: Sheet | None) -> str:
    """What to do, from the sheet's running steps."""
    if sheet is None:
        return ""
    doing = [step.do for step in sheet.steps if step.phase in ("", "prepare", "run")]
    return "\n".join(doing[:3]) or sheet.purpose


def _phases(kit: Kit, sheet: Sheet, minutes: tuple[int, ...]) -> tuple[ActivityStep, ...]:
    """Minutes of each phase of the sheet, in order, without empty ones."""
    sums = dict.fromkeys(PHASES, 0)
    for step, spent in zip(sheet.steps, minutes, strict=False):
        sums[step.phase] = sums.get(step.phase, 0) + spent
    if not all(step.phase for step in sheet.steps):
        return ()  # a draft does not name them yet
    return tuple(
        ActivityStep(minutes=spent, text=kit.phrase(f"phase.{phase}")) for phase, spent in sums.items() if spent
    )
