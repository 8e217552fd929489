"""References between parts of a course: sheets, objectives, coverage points, modules; and ids used twice.

References are closed per delivery (check P5): what a delivery names must exist in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.names import used_twice
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.model.base import Strict
from deckgen.model.course import Course


def check_references(course: Course) -> Iterator[Diagnostic]:
    """Every dangling reference and every id used twice."""
    yield from _check_unique(course)
    sheets = {sheet.id for sheet in course.sheets}
    objectives = {objective.id for objective in course.objectives}
    points = {f"C{point.id}" for point in course.coverage}
    modules = {module.id for module in course.modules}
    terms = {entry.term for entry in course.glossary}
    for block in course.blocks:
        yield from _check("DG203", "sheet", block.sheets, sheets, block.at("sheets"))
        yield from _check("DG204", "objective", block.objectives, objectives, block.at("objectives"))
        if points:
            yield from _check("DG205", "coverage point", block.covers, points, block.at("covers"))
        yield from _check("DG208", "glossary entry", block.terms, terms, block.at("terms"))
        for slide in block.slides:
            named = getattr(slide, "sheet", None)
            if named:
                yield from _check("DG203", "sheet", [named], sheets, slide.at("sheet"))
    for sheet in course.sheets:
        yield from _check("DG204", "objective", sheet.objectives, objectives, sheet.at("objectives"))
        if points:
            yield from _check("DG205", "coverage point", sheet.covers, points, sheet.at("covers"))
    for key in ("prework", "overnight", "postwork", "job_aids"):
        yield from _check("DG203", "sheet", getattr(course, key), sheets, course.at(key))
    for question in course.questions:
        yield from _check("DG204", "objective", [question.objective], objectives, question.at("objective"))
        yield from _check("DG207", "module", [question.module], modules, question.at("module"))


def _check(code: str, what: str, named: Iterable[str], known: set[str], span: Span | None) -> Iterator[Diagnostic]:
    for name in named:
        if name not in known:
            near = nearest(name, known, cutoff=0.5)
            hint = f"did you mean {near}?" if near else f"there is: {list_names(known, 20)}"
            yield Diagnostic(code, f"no {what} {shorten(name)} in this delivery", span, hint)


def _check_unique(course: Course) -> Iterator[Diagnostic]:
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
                yield Diagnostic(
                    "DG206",
                    f"{what} id {name} {used_twice(name, str(getattr(first, 'id', '')))} {first.span}",
                    record.at("id"),
                    "give one of them another id",
                )
            seen.setdefault(key, record)
