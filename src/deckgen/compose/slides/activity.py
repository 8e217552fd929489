"""Activity, case, test and energiser slides into an activity board: task, grouping, minutes, output, page."""

from __future__ import annotations

import re

from deckgen.base.units import Split
from deckgen.compose.cast import looks_of
from deckgen.compose.kit import Kit
from deckgen.compose.places import called, where_on_slide
from deckgen.compose.slides.boards import Shown, show_kind, show_ring
from deckgen.compose.visuals import alt_text, compose_visual
from deckgen.model.diagrams.activity import Activity, ActivityLabels, ActivityStep
from deckgen.model.sheets import Sheet, Step
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
    shown: Shown = {"word": phrase(f"board.{slide.kind}"), "design": "list"}
    if sheet:
        shown = show_kind(kit, sheet)
    elif slide.stands:
        shown = show_ring(kit)
    labels = ActivityLabels(
        task=phrase("task"),
        group=phrase("grouping"),
        minutes=phrase("minutes_label"),
        unit=phrase("minute_unit"),
        countdown=phrase("countdown"),
        output=phrase("output"),
        page=phrase("page_label"),
    )
    record = Activity(
        task="\n".join(kit.plain(line) for line in task.splitlines() if line.strip()),
        group=kit.plain(grouping),
        minutes=split.total,
        output=kit.plain(output),
        sheet=kit.plain(called(kit, sheet)) if sheet else "",
        page=page,
        steps=_steps(kit, sheet, entry.steps.get(sheet.id, ()), split.total) if sheet else (),
        labels=labels,
        icon=slide.icon,
        **shown,
    )
    parts = (record.group, phrase("minutes", n=split.total), record.output)
    alt = alt_text(kit, "activity", slide.title, parts)
    faces = (*record.who, *(note.title for note in record.notes if note.letter))
    return Diagram(record, alt, slide.span, cast=looks_of(kit, faces))


def _first_clause(text: str) -> str:
    """The grouping itself; rules for remainders stand on the sheet."""
    return re.split(r"[；。;]|\. ", text, maxsplit=1)[0]


def _task_of(kit: Kit, sheet: Sheet | None) -> str:
    """What to do, from the sheet's running steps."""
    if sheet is None:
        return ""
    doing = [step.do for step in sheet.steps if step.phase in ("", "prepare", "run")]
    return "\n".join(doing[:3]) or sheet.purpose


def _steps(kit: Kit, sheet: Sheet, minutes: tuple[int, ...], total: int) -> tuple[ActivityStep, ...]:
    """What to do, step by step, in the minutes of the slide.

    A sheet that is also talked about on another slide shows the steps that this slide has minutes for; where no
    beginning or end of its steps takes so long, their minutes would contradict the clock, and are shared out anew.
    """
    steps = [(step, spent) for step, spent in zip(sheet.steps, minutes, strict=False) if spent]
    chosen = _stretch(steps, total)
    if chosen is None:
        kept = [pair for pair in steps if pair[0].phase != "debrief"] or steps
        kept = kept[: max(1, total)]
        chosen = list(zip((step for step, _ in kept), _share_out([spent for _, spent in kept], total), strict=True))
    return tuple(
        ActivityStep(minutes=spent, text=kit.plain(step.do), short=kit.plain(step.short)) for step, spent in chosen
    )


def _stretch(steps: list[tuple[Step, int]], total: int) -> list[tuple[Step, int]] | None:
    """The first of the stretches of steps that take so many minutes: all, a beginning, an end, one in the middle."""
    count = len(steps)
    ends = [(0, count), *((0, end) for end in range(count - 1, 0, -1)), *((start, count) for start in range(1, count))]
    ends += [(start, end) for start in range(1, count) for end in range(start + 1, count)]
    return next((steps[a:b] for a, b in ends if sum(spent for _, spent in steps[a:b]) == total), None)


def _share_out(weights: list[int], total: int) -> list[int]:
    """Whole minutes in proportion to weights, none of them nothing, that add up to the total (largest remainders)."""
    spare = total - len(weights)
    whole = sum(weights)
    shares = [spare * weight / whole for weight in weights]
    minutes = [int(share) for share in shares]
    order = sorted(range(len(weights)), key=lambda at: (minutes[at] - shares[at], at))
    for at in order[: spare - sum(minutes)]:
        minutes[at] += 1
    return [1 + spent for spent in minutes]
