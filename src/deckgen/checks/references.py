"""References between parts of a course: sheets, objectives, coverage points, modules; and ids used twice.

References are closed per delivery (check P5): what a delivery names must exist in it. A wrong name is one mistake
however often it stands there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.names import used_twice
from deckgen.base.suggest import count_of, list_names, nearest, shorten
from deckgen.model.base import Strict
from deckgen.model.course import Course, covers_key


@dataclass(frozen=True, slots=True)
class _Reference:
    """A name that stands for a part of a kind, and where."""

    what: str
    name: str
    span: Span | None


_CODES = {
    "sheet": "DG203",
    "objective": "DG204",
    "coverage point": "DG205",
    "module": "DG207",
    "glossary entry": "DG208",
    "dimension": "DG213",
}
_SECTIONS = {
    "sheet": "sheets",
    "objective": "objectives",
    "coverage point": "coverage",
    "module": "modules",
    "glossary entry": "glossary",
    "dimension": "dimensions",
}  # the keys of the course below which they stand


def check_references(course: Course) -> Iterator[Diagnostic]:
    """Every dangling reference and every id used twice."""
    doubled: Counter[str] = Counter()
    for what, double in _check_unique(course):
        doubled[what] += 1
        yield double
    yield from _check_dangling(course, doubled)


def _check_dangling(course: Course, doubled: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Names that nothing has. `doubled` counts ids used twice by kind: by such a name one of the two is meant."""
    known = _known(course)
    places: dict[str, dict[str, list[Span | None]]] = {}
    for reference in _references(course):
        if reference.name not in known[reference.what] and (reference.what != "coverage point" or course.coverage):
            places.setdefault(reference.what, {}).setdefault(reference.name, []).append(reference.span)
    for what, names in places.items():
        if _SECTIONS[what] in course.gaps.unread:
            continue
        by_use = sorted(names, key=lambda name: -len(names[name]))
        for name in by_use[doubled.get(what, 0) :]:
            spans = names[name]
            near = nearest(name, known[what], cutoff=0.5)
            hint = f"did you mean {near}?" if near else f"there is: {list_names(known[what], 20)}"
            more = f", here and in {count_of(len(spans) - 1, 'more place')}" if len(spans) > 1 else ""
            yield Diagnostic(_CODES[what], f"no {what} {shorten(name)} in this delivery{more}", spans[0], hint)


def _known(course: Course) -> dict[str, set[str]]:
    """The names of each kind, those of parts that are there and could not be read among them."""
    lost = course.gaps.lost
    return {
        "sheet": {sheet.id for sheet in course.sheets} | lost,
        "objective": {objective.id for objective in course.objectives} | lost,
        "coverage point": {point.key for point in course.coverage} | {covers_key(name) for name in lost},
        "module": {module.id for module in course.modules} | lost,
        "glossary entry": {entry.term for entry in course.glossary} | lost,
        "dimension": set(course.dimensions),
    }


def _references(course: Course) -> Iterator[_Reference]:
    if course.dimensions:
        modules = (module for module in course.modules if module.dimension)
        yield from (_Reference("dimension", module.dimension, module.at("dimension")) for module in modules)
    for block in course.blocks:
        for key, what in (("sheets", "sheet"), ("objectives", "objective"), ("covers", "coverage point"),
                          ("terms", "glossary entry")):  # fmt: skip
            yield from (_Reference(what, name, block.at(key)) for name in getattr(block, key))
        for slide in block.slides:
            if named := getattr(slide, "sheet", None):
                yield _Reference("sheet", named, slide.at("sheet"))
    for sheet in course.sheets:
        yield from (_Reference("objective", name, sheet.at("objectives")) for name in sheet.objectives)
        yield from (_Reference("coverage point", name, sheet.at("covers")) for name in sheet.covers)
    for key in ("prework", "overnight", "postwork", "job_aids"):
        yield from (_Reference("sheet", name, course.at(key)) for name in getattr(course, key))
    for question in course.questions:
        yield _Reference("objective", question.objective, question.at("objective"))
        yield _Reference("module", question.module, question.at("module"))


def _check_unique(course: Course) -> Iterator[tuple[str, Diagnostic]]:
    """Kind and mistake of every id used twice."""
    slides = [slide for block in course.blocks for slide in block.slides if slide.id]
    groups: tuple[tuple[str, Iterable[Strict]], ...] = (
        ("module", course.modules),
        ("block", course.blocks),
        ("slide", slides),
        ("sheet", course.sheets),
        ("objective", course.objectives),
        ("question", course.questions),
        ("coverage point", course.coverage),
    )
    for what, records in groups:
        seen: dict[str, Strict] = {}
        for record in records:
            name = str(getattr(record, "id", ""))
            key = name.casefold()  # bookmarks and file names do not tell cases apart
            if key in seen:
                first = seen[key]
                message = f"{what} id {name} {used_twice(name, str(getattr(first, 'id', '')))} {first.span}"
                yield what, Diagnostic("DG206", message, record.at("id"), "give one of them another id")
            seen.setdefault(key, record)
