"""Activity, case, test and energiser slides into an activity board: task, grouping, minutes, output, page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, dropwhile, takewhile
from typing import NamedTuple

from deckgen.base.units import Split
from deckgen.compose.cast import looks_of
from deckgen.compose.kit import Kit
from deckgen.compose.places import AND, called, minutes_ahead, where_on_slide
from deckgen.compose.slides.boards import Shown, show_kind, show_ring
from deckgen.compose.visuals import alt_text, compose_visual
from deckgen.model.diagrams.activity import Activity, ActivityLabels, ActivityStep
from deckgen.model.sheets import Sheet, Step
from deckgen.model.slides import BoardSlide, Slide
from deckgen.plan import Entry
from deckgen.tree import Diagram, Para, Slot

_AT_DESKS = ("case", "page", "scale")


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
    board = visual.record if isinstance(visual, Diagram) and isinstance(visual.record, Activity) else None
    return ("desk" if board is not None and _at_desks(board, slide.sheet or "") else "activity"), tuple(slots)


def _at_desks(board: Activity, sheet: str) -> bool:
    """Whether everybody reads and writes at the own place: a page, a scale, a case, a form without steps."""
    return board.design in _AT_DESKS or (board.design == "list" and bool(sheet) and not board.steps)


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
    steps, others = _steps(kit, sheet, entry, split.total) if sheet else ((), ())
    sheets = (sheet, *others) if sheet else ()
    page = where_on_slide(kit, *sheets) if sheets else phrase("no_page")
    shown: Shown = {"word": phrase(f"board.{slide.kind}"), "design": "list"}
    if sheet:
        shown = show_kind(kit, sheet)
    elif slide.stands:
        shown = show_ring(kit, slide.title)
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
        sheet=AND.join((called(kit, sheet), *(one.label for one in others))) if sheet else "",
        page=page,
        steps=steps,
        labels=labels,
        icon=slide.icon,
        **shown,
    )
    parts = (record.group, phrase("minutes", n=split.total), record.output)
    alt = alt_text(kit, "activity", slide.title, parts)
    faces = (*record.who, *(note.title for note in record.notes if note.letter))
    return Diagram(record, alt, slide.span, cast=looks_of(kit, faces, slide.title))


def _first_clause(text: str) -> str:
    """The grouping itself; rules for remainders stand on the sheet."""
    return re.split(r"[；。;]|\. ", text, maxsplit=1)[0]


def _task_of(kit: Kit, sheet: Sheet | None) -> str:
    """What to do, from the sheet's running steps."""
    if sheet is None:
        return ""
    doing = [step.do for step in sheet.steps if step.phase in ("", "prepare", "run")]
    return "\n".join(doing[:3]) or sheet.purpose


def _steps(kit: Kit, sheet: Sheet, entry: Entry, total: int) -> tuple[tuple[ActivityStep, ...], tuple[Sheet, ...]]:
    """What to do, step by step, in the minutes of the slide; and the sheets besides its own that are done in them.

    What was done on the slides before is not done again.
    A sheet that is also talked about on another slide shows the steps that this slide has minutes for. Sheets of the
    block that no slide shows go on where its own ends. Minutes that no step takes are those in which one listens.
    """
    shown = {slide.sheet for slide in entry.block.slides if isinstance(slide, BoardSlide)} - {sheet.id}
    behind = list(dropwhile(lambda key: key != sheet.id, entry.block.sheets))[1:]
    over = minutes_ahead(kit, entry, sheet.id) if sheet.id in entry.block.sheets else 0
    own = _behind(_timed(kit, entry, (sheet.id,)), over)
    pool = _behind(_timed(kit, entry, (sheet.id, *takewhile(lambda key: key not in shown, behind))), over)
    chosen = _stretch(own, total) or _stretch(pool, total) or _most_of(pool, total)
    steps = [
        ActivityStep(minutes=timed.minutes, text=kit.plain(timed.step.do), short=kit.plain(timed.step.short))
        for timed in chosen
    ]
    left = total - sum(step.minutes for step in steps)
    if steps and left:
        steps.insert(0, ActivityStep(minutes=left, text=kit.phrase("board.listen")))
    others = {timed.sheet.id: timed.sheet for timed in chosen if timed.sheet.id != sheet.id}
    return tuple(steps), tuple(others.values())


class _Timed(NamedTuple):
    """A step of a sheet and its minutes in this delivery."""

    sheet: Sheet
    step: Step
    minutes: int


def _timed(kit: Kit, entry: Entry, keys: Iterable[str]) -> list[_Timed]:
    """The steps of sheets that take minutes in this delivery."""
    sheets = [sheet for key in keys if (sheet := kit.course.sheet(key))]
    steps = [
        _Timed(sheet, step, minutes)
        for sheet in sheets
        for step, minutes in zip(sheet.steps, entry.steps.get(sheet.id, ()), strict=False)
    ]
    return [timed for timed in steps if timed.minutes]


def _behind(steps: list[_Timed], over: int) -> list[_Timed]:
    """The steps without those that end within the minutes that are over."""
    ends = accumulate(timed.minutes for timed in steps)
    return [timed for timed, end in zip(steps, ends, strict=True) if end > over]


def _stretch(steps: list[_Timed], total: int) -> list[_Timed] | None:
    """The first of the stretches of steps that take so many minutes: all, a beginning, an end, one in the middle."""
    count = len(steps)
    ends = [(0, count), *((0, end) for end in range(count - 1, 0, -1)), *((start, count) for start in range(1, count))]
    ends += [(start, end) for start in range(1, count) for end in range(start + 1, count)]
    return next((steps[a:b] for a, b in ends if sum(timed.minutes for timed in steps[a:b]) == total), None)


def _most_of(steps: list[_Timed], total: int) -> list[_Timed]:
    """As many steps, from the first, as the minutes are enough for."""
    ends = accumulate(timed.minutes for timed in steps)
    return steps[: sum(end <= total for end in ends)]
