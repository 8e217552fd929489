"""A course in the form that leaves out what follows from the rest, and a course whose counted ids are written down.

Every step is tried on the texts in memory: a step after which any delivery would read otherwise is not taken. Files are
written only when all is done, whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from deckgen.base.diagnostics import Report
from deckgen.decode.course import salvage_course
from deckgen.decode.declared import declared_deliveries
from deckgen.decode.parts import mark_parts
from deckgen.decode.redundant import RULES, Candidate, Parts, find_ids, find_moves
from deckgen.model.course import Course
from deckgen.model.sheets import RoleplaySheet
from deckgen.pipeline.disk import replace_file
from deckgen.pipeline.trials import Group, Seen, Trials
from deckgen.source.edits import Files, into_key, with_key, without_key
from deckgen.source.node import Located
from deckgen.source.reader import read_source

ELSEWHERE = -1  # the cell of what stands in no block


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The files of a course that changed, with their new texts, and what was done, by name and number."""

    texts: Mapping[Path, str]
    done: Mapping[str, int]


@dataclass(slots=True)
class Draft:
    """The texts of a course while they are rewritten, by the names under which its files are read."""

    folder: Path
    texts: dict[str, str] = field(default_factory=dict)

    def read(self, report: Report) -> tuple[Any, tuple[str, ...]]:
        """The course as the texts in memory say it, and the ids of its deliveries."""

        def read_bytes(path: Path) -> bytes:
            name = path.as_posix()
            if name not in self.texts:
                self.texts[name] = path.read_bytes().decode("utf-8")
            return self.texts[name].encode()

        raw, diagnostics = read_source(self.folder / "course.yaml", self.folder, read_bytes, keep_folds=True)
        report.extend(diagnostics)
        return raw, tuple(item.id for item in declared_deliveries(raw))


def upgrade_course(folder: Path, report: Report) -> Rewritten | None:
    """The course without what follows from the rest; None when it has mistakes, and the report says which."""
    draft = Draft(folder)
    wanted = _seen(draft, report)
    if wanted is None:
        return None
    before, done = dict(draft.texts), {}
    done["sheets moved to their slides"] = _take(draft, wanted, _moves)
    _take(draft, wanted, _emptied)
    for name in RULES:
        done[f"{name} left out"] = _take(draft, wanted, partial(_redundant, name))
    done["ids left out"] = _take(draft, wanted, _ids)
    changed = {Path(name): text for name, text in draft.texts.items() if text != before[name]}
    return Rewritten(changed, {name: count for name, count in done.items() if count})


def pin_ids(folder: Path, report: Report) -> Rewritten | None:
    """The course with the ids that were counted for its parts written down; None when it has mistakes."""
    draft = Draft(folder)
    if _seen(draft, report) is None:
        return None
    before = dict(draft.texts)
    raw, ids = draft.read(Report())
    mark_parts(raw, ids)
    parts, files = Parts(raw, ids), Files(draft.texts)
    records = [
        record for record in (*parts.modules, *parts.blocks, *parts.sheets) if record.auto and "id" not in record
    ]
    edits = [edit for record in records if (edit := with_key(files, record, "id", record.auto))]
    draft.texts = files.edited(edits)
    changed = {Path(name): text for name, text in draft.texts.items() if text != before[name]}
    return Rewritten(changed, {"ids written": len(edits)} if edits else {})


def write_texts(rewritten: Rewritten) -> None:
    """Put the new texts in place of the files, each in one step."""
    for path, text in rewritten.texts.items():
        replace_file(path, text.encode(), path.stat().st_mode & 0o777)


def _seen(draft: Draft, report: Report) -> Seen | None:
    """What every delivery reads; None when nothing is read, or anything is wrong."""
    seen = _look(draft, report)
    return None if seen.faulty or not seen.cells else seen


def _look(draft: Draft, report: Report) -> Seen:
    """What every delivery reads, by the block it stands in and without places; of what is wrong what can be kept."""
    raw, ids = draft.read(report)
    cells: dict[int, Any] = {}
    for key in ids:
        its_report = Report()
        course = salvage_course(raw, key, {}, its_report)
        report.extend(its_report)
        for cell, said in _said(course).items() if course is not None else ():
            cells.setdefault(cell, {})[key] = said
    errors = (item for item in report if item.severity == "error")
    return Seen(cells, frozenset(item.span.file if item.span else "" for item in errors))


def _said(course: Course) -> dict[int, Any]:
    """All that artefacts can show of a course, by the block that shows it: order counts where it is seen."""
    used = {name for block in course.blocks for name in block.sheets}
    named = {*course.prework, *course.overnight, *course.postwork, *course.job_aids}
    kept = {sheet.id: sheet for sheet in course.sheets if sheet.id in used | named or sheet.guide is not None}
    cells: dict[int, Any] = {}
    for number, block in enumerate(course.blocks):
        sheets = [*block.sheets, *(name for slide in block.slides if (name := getattr(slide, "sheet", None)))]
        cells[number] = (block.model_dump(), [kept.pop(name).model_dump() for name in sheets if name in kept])
    told = course.model_dump(exclude={"sheets": True, "modules": {"__all__": {"blocks"}}})
    told["sheets"] = {sheet.id: sheet.model_dump() for sheet in kept.values()}
    told["cards"] = [sheet.id for sheet in course.sheets if isinstance(sheet, RoleplaySheet) and sheet.id in used]
    told["others"] = [sheet.id for sheet in kept.values() if sheet.id not in used]
    told["blocks"] = [len(module.blocks) for module in course.modules]
    cells[ELSEWHERE] = told
    return cells


Find = Callable[[Files, Parts], Iterable[tuple[Located, Group]]]


def _take(draft: Draft, wanted: Seen, find: Find) -> int:
    """Make the edits that change nothing of what is read, each a group of its own; how many there were."""
    raw, ids = draft.read(Report())
    mark_parts(raw, ids)
    files, parts = Files(draft.texts), Parts(raw, ids)
    owners = parts.owners()
    cells: dict[int, list[Group]] = {}
    for record, group in find(files, parts):
        cells.setdefault(owners.get(id(record), ELSEWHERE), []).append(group)

    def read(groups: Sequence[Group]) -> Seen:
        return _look(Draft(draft.folder, files.edited(edit for group in groups for edit in group)), Report())

    kept = Trials(read, wanted).sound(cells) if cells else []
    draft.texts = files.edited(edit for group in kept for edit in group)
    return len(kept)


def _moves(files: Files, parts: Parts) -> Iterator[tuple[Located, Group]]:
    for slide, sheet in find_moves(parts):
        if edits := into_key(files, slide, "sheet", sheet):
            yield slide, edits


def _emptied(files: Files, parts: Parts) -> Iterator[tuple[Located, Group]]:
    """A list of sheets from which all have been moved."""
    empty = "sheets" in parts.raw and parts.raw["sheets"] is None
    if empty and (edit := without_key(files, parts.raw, "sheets")):
        yield parts.raw, (edit,)


def _ids(files: Files, parts: Parts) -> Iterator[tuple[Located, Group]]:
    return _without(files, find_ids(parts))


def _redundant(name: str, files: Files, parts: Parts) -> Iterator[tuple[Located, Group]]:
    return _without(files, RULES[name](parts))


def _without(files: Files, candidates: Iterable[Candidate]) -> Iterator[tuple[Located, Group]]:
    for record, key in candidates:
        if edit := without_key(files, record, key):
            yield record, (edit,)
