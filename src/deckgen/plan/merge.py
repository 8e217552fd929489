"""A choice of blocks and forms into one Course: blocks and sheets from their forms, all else from the nearest delivery.

What is left out is gone from it: sheets nobody uses, modules without blocks, questions about them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckgen.model.blocks import Block
from deckgen.model.course import Course, CoveragePoint, Delivery, Module
from deckgen.model.sheets import Sheet
from deckgen.plan.choice import Choice, Placed
from deckgen.plan.prework import list_sheets, move_to_prework
from deckgen.plan.refit import refit_block, refit_sheets
from deckgen.plan.sources import Sources

Running = Sequence[tuple[str, Block]]  # every block that runs, with the id of its module


@dataclass(frozen=True, slots=True)
class Merged:
    """The course of a free length, what moved to pre-work (block id -> sheet ids), and the points left out."""

    course: Course
    moved: Mapping[str, tuple[str, ...]]
    left_out: tuple[CoveragePoint, ...]


def merge_course(sources: Sources, choice: Choice, delivery: Delivery) -> Merged:
    """The course as the chosen forms make it."""
    main = sources.main
    running = [(module, refit_block(placed)) for placed, module in _with_modules(choice.placed)]
    sheets = _sheets_of_blocks(sources, choice.placed, running)
    listed = list_sheets(sources, choice)
    taken = {*sheets, *_keys(listed)}
    moved = move_to_prework(sources, choice.dropped, listed["prework"], taken)
    listed["prework"] += [key for keys in moved.values() for key in keys]
    sheets |= _listed_sheets(sources, choice, [key for key in _keys(listed) if key not in sheets], moved)
    points = _covered(main, running, [sheets[key] for key in _keys(listed) if key in sheets])
    modules = _modules(sources, running)
    ids = {module.id for module in modules}
    course = main.model_copy(
        update={
            "deliveries": (*main.deliveries, delivery),
            "coverage": points,
            "modules": modules,
            "sheets": tuple(_covering(sheet, main, points) for sheet in sheets.values()),
            "questions": tuple(question for question in main.questions if question.module in ids),
            **{name: tuple(key for key in keys if key in sheets) for name, keys in listed.items()},
        }
    )
    return Merged(course, moved, tuple(point for point in main.coverage if point not in points))


def _with_modules(placed: Sequence[Placed]) -> Iterator[tuple[Placed, str]]:
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


def _sheets_of_blocks(sources: Sources, placed: Sequence[Placed], running: Running) -> dict[str, Sheet]:
    """The sheets that the blocks use, each from the form its first user runs in."""
    sheets: dict[str, Sheet] = {}
    for one, (_, block) in zip(placed, running, strict=True):
        for sheet in refit_sheets(sources.courses[one.form.delivery], block):
            sheets.setdefault(sheet.id, sheet)
    return sheets


def _listed_sheets(
    sources: Sources, choice: Choice, keys: Sequence[str], moved: Mapping[str, tuple[str, ...]]
) -> dict[str, Sheet]:
    """The sheets done outside of the days; one that moved there takes over what its block covers."""
    teaches = {key: item.block.covers for item in choice.dropped for key in moved.get(item.id, ())}
    sheets = {}
    for key in keys:
        sheet = sources.sheet(key)
        if sheet is not None:
            covers = tuple(dict.fromkeys((*sheet.covers, *teaches.get(key, ()))))
            sheets[key] = sheet.model_copy(update={"covers": covers}) if key in teaches else sheet
    return sheets


def _covered(main: Course, running: Running, outside: Sequence[Sheet]) -> tuple[CoveragePoint, ...]:
    """The points of the outline that a block or a sheet outside of the days teaches."""
    covered = {point for _, block in running for point in block.covers}
    covered |= {point for sheet in outside for point in sheet.covers}
    return tuple(point for point in main.coverage if point.key in covered)


def _covering(sheet: Sheet, main: Course, points: Sequence[CoveragePoint]) -> Sheet:
    """The sheet without points that are left out."""
    known = {point.key for point in points}
    if not main.coverage or known.issuperset(sheet.covers):
        return sheet
    return sheet.model_copy(update={"covers": tuple(key for key in sheet.covers if key in known)})


def _keys(listed: Mapping[str, Sequence[str]]) -> list[str]:
    """All ids of the lists in order, each once."""
    return list(dict.fromkeys(key for keys in listed.values() for key in keys))


def _modules(sources: Sources, running: Running) -> tuple[Module, ...]:
    """The modules in order with the blocks that run."""
    texts = sources.modules()
    return tuple(
        texts[key].model_copy(update={"blocks": tuple(block for module, block in running if module == key)})
        for key in dict.fromkeys(module for module, _ in running)
    )
