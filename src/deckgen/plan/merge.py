"""A choice of blocks and forms into one Course: blocks and sheets from their forms, all else from the nearest delivery.

What is left out is gone from it: sheets nobody uses, modules without blocks, questions about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course, CoveragePoint, Delivery, Module
from deckgen.model.sheets import Sheet
from deckgen.plan.choice import Choice, Placed
from deckgen.plan.forms import Candidate
from deckgen.plan.rescale import rescale, rescale_splits

PREWORK_LIMIT = 40  # minutes of pre-work
LISTS = ("prework", "overnight", "postwork", "job_aids")


@dataclass(frozen=True, slots=True)
class Merged:
    """The course of a free length, what moved to pre-work (block id -> sheet ids), and the points left out."""

    course: Course
    moved: Mapping[str, tuple[str, ...]]
    left_out: tuple[CoveragePoint, ...]


def merge_course(courses: Mapping[str, Course], nearest: str, choice: Choice, delivery: Delivery) -> Merged:
    """The course as the chosen forms make it; `courses` has the course by declared delivery."""
    main = courses[nearest]
    blocks = [(module, _fit_block(placed)) for placed, module in _with_modules(choice.placed)]
    sheets: dict[str, Sheet] = {}
    for placed, (_, block) in zip(choice.placed, blocks, strict=True):
        for sheet in _fit_sheets(courses[placed.form.delivery], block):
            sheets.setdefault(sheet.id, sheet)
    listed = _lists(courses, nearest, choice)
    moved = _move_to_prework(
        courses, choice.dropped, listed, {*sheets, *(key for keys in listed.values() for key in keys)}
    )
    listed["prework"] += [key for keys in moved.values() for key in keys]
    teaches = {key: item.block.covers for item in choice.dropped for key in moved.get(item.id, ())}
    for key in (key for keys in listed.values() for key in keys):
        found = _find_sheet(courses, nearest, key)
        if found is not None and key not in sheets:
            covers = tuple(dict.fromkeys((*found.covers, *teaches.get(key, ()))))
            sheets[key] = found.model_copy(update={"covers": covers}) if key in teaches else found
    in_lists = {key for keys in listed.values() for key in keys}
    covered = {point for _, block in blocks for point in block.covers}
    covered |= {point for key in sorted(in_lists & set(sheets)) for point in sheets[key].covers}
    points = tuple(point for point in main.coverage if f"C{point.id}" in covered)
    known = {f"C{point.id}" for point in points}
    kept_sheets = tuple(
        sheet if known.issuperset(sheet.covers) or not main.coverage
        else sheet.model_copy(update={"covers": tuple(key for key in sheet.covers if key in known)})
        for sheet in sheets.values()
    )  # fmt: skip
    modules = _modules(courses, nearest, blocks)
    ids = {module.id for module in modules}
    course = main.model_copy(
        update={
            "deliveries": (*main.deliveries, delivery),
            "coverage": points,
            "modules": modules,
            "sheets": kept_sheets,
            "questions": tuple(question for question in main.questions if question.module in ids),
            **{name: tuple(key for key in keys if key in sheets) for name, keys in listed.items()},
        }
    )
    return Merged(course, moved, tuple(point for point in main.coverage if f"C{point.id}" not in covered))


def _with_modules(placed: Sequence[Placed]) -> Iterable[tuple[Placed, str]]:
    """Every block with its module; what opens or closes a day joins the module it stands in."""
    for index, one in enumerate(placed):
        module = one.candidate.module
        if one.candidate.block.place == "day_end" and index:
            module = next(
                other.candidate.module for other in reversed(placed[:index]) if not other.candidate.is_day_frame
            )
        elif one.candidate.block.place == "day_start":
            after = (other.candidate.module for other in placed[index:] if not other.candidate.is_day_frame)
            module = next(after, module)
        yield one, module


def _fit_block(placed: Placed) -> Block:
    """The block with its minutes in this length, its slides in proportion, and what elastic minutes remain."""
    form = placed.form
    split = form.split_of(placed.minutes)
    slides = tuple(
        slide.model_copy(update={"minutes": part})
        for slide, part in zip(
            form.block.slides, rescale_splits([slide.split for slide in form.block.slides], split), strict=True
        )
    )
    gives = form.block.elastic and not form.block.core_skill
    left = min(60, max(0, placed.minutes - form.least)) if gives else 0
    return form.block.model_copy(update={"minutes": split, "slides": slides, "elastic": left})


def _fit_sheets(course: Course, block: Block) -> list[Sheet]:
    """The block's sheets with the minutes of their steps in proportion."""
    named = [*block.sheets, *(key for slide in block.slides if (key := getattr(slide, "sheet", None)))]
    found = [sheet for key in dict.fromkeys(named) if (sheet := course.sheet(key))]
    split = block.split or Split()
    timed = [sheet for sheet in found if sheet.has_steps and sheet.id in block.sheets]
    scaled = list(rescale([step.minutes for sheet in timed for step in sheet.steps], split.activity + split.debrief))
    made = []
    for sheet in found:
        if sheet in timed:
            minutes, scaled = scaled[: len(sheet.steps)], scaled[len(sheet.steps) :]
            steps = tuple(step.model_copy(update={"minutes": n}) for step, n in zip(sheet.steps, minutes, strict=True))
            sheet = sheet.model_copy(update={"steps": steps})
        made.append(sheet)
    return made


def _lists(courses: Mapping[str, Course], nearest: str, choice: Choice) -> dict[str, list[str]]:
    """Pre-work and the like of the nearest delivery, corrected by what the chosen forms expect."""
    listed = {name: list(getattr(courses[nearest], name)) for name in LISTS}
    for placed in choice.placed:
        own = courses[placed.form.delivery]
        for key in placed.form.block.sheets:
            if key in own.prework and key not in listed["prework"]:
                listed["prework"].append(key)
            elif key in listed["prework"] and key not in own.prework:
                listed["prework"].remove(key)
    running = {placed.candidate.id for placed in choice.placed}
    if choice.setup.wishes.days < 2:
        listed["overnight"] = []
    else:
        nights = (item for item in courses.values() if item.overnight)
        first = next(nights, None)
        listed["overnight"] = list(first.overnight) if first else []
    gone = {key for item in choice.dropped for key in item.block.sheets if item.id not in running}
    listed["overnight"] = [key for key in listed["overnight"] if key not in gone]
    return listed


def _move_to_prework(
    courses: Mapping[str, Course], dropped: Sequence[Candidate], listed: Mapping[str, list[str]], taken: set[str]
) -> dict[str, tuple[str, ...]]:
    """Sheets of dropped blocks that everyone can do alone, as long as the pre-work stays short."""
    left = PREWORK_LIMIT - sum(
        sheet.minutes for key in listed["prework"] if (sheet := _find_sheet(courses, next(iter(courses)), key))
    )
    moved = {}
    for item in sorted(dropped, key=lambda one: -one.priority):
        for form in reversed(item.forms):
            sheets = [sheet for key in form.block.sheets if (sheet := courses[form.delivery].sheet(key))]
            mine = [sheet for sheet in sheets if sheet.self_study and sheet.id not in taken]
            minutes = sum(sheet.minutes for sheet in mine)
            if mine and minutes <= left:
                left -= minutes
                moved[item.id] = tuple(sheet.id for sheet in mine)
                break
    return moved


def _find_sheet(courses: Mapping[str, Course], nearest: str, key: str) -> Sheet | None:
    return next((sheet for name in (nearest, *courses) if (sheet := courses[name].sheet(key))), None)


def _modules(courses: Mapping[str, Course], nearest: str, blocks: Sequence[tuple[str, Block]]) -> tuple[Module, ...]:
    texts: dict[str, Module] = {}
    for name in (nearest, *courses):
        for module in courses[name].modules:
            texts.setdefault(module.id, module)
    order = dict.fromkeys(module for module, _ in blocks)
    return tuple(
        texts[key].model_copy(update={"blocks": tuple(block for module, block in blocks if module == key)})
        for key in order
    )
