"""A course in the form that leaves out what follows from the rest, and a course whose counted ids are written down.

Every step is tried on the texts in memory: a step after which any delivery would read otherwise is not taken. Files are
written only when all is done, whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from deckgen.base.diagnostics import Report
from deckgen.decode.course import decode_course
from deckgen.decode.declared import declared_deliveries
from deckgen.decode.parts import mark_parts
from deckgen.decode.redundant import RULES, Candidate, Parts, find_ids, find_moves
from deckgen.model.course import Course
from deckgen.model.sheets import RoleplaySheet
from deckgen.source.edits import Edit, Files, into_key, with_key, without_key
from deckgen.source.reader import read_source

Courses = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The files of a course that changed, with their new texts, and what was done, by name and number."""

    texts: Mapping[Path, str]
    done: Mapping[str, int]


@dataclass(slots=True)
class _Draft:
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

        raw, mistakes = read_source(self.folder / "course.yaml", self.folder, read_bytes, keep_folds=True)
        report.extend(mistakes)
        return raw, tuple(item.id for item in declared_deliveries(raw))


def upgrade_course(folder: Path, report: Report) -> Rewritten | None:
    """The course without what follows from the rest; None when it has mistakes, and the report says which."""
    draft = _Draft(folder)
    wanted = _courses(draft, report)
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
    draft = _Draft(folder)
    wanted = _courses(draft, report)
    if wanted is None:
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
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(text.encode())
        beside.replace(path)


def _courses(draft: _Draft, report: Report) -> Courses | None:
    """What every delivery reads, without places; None when one of them has mistakes."""
    raw, ids = draft.read(report)
    courses = {key: decode_course(raw, key, {}, report) for key in ids}
    if report.has_errors or not courses or not all(courses.values()):
        return None
    return {key: _said(course) for key, course in courses.items() if course is not None}


def _said(course: Course) -> Any:
    """All that artefacts can show of a course: order counts where it is seen."""
    used = {name for block in course.blocks for name in block.sheets}
    seen = used | {*course.prework, *course.overnight, *course.postwork, *course.job_aids}
    kept = [sheet for sheet in course.sheets if sheet.id in seen or sheet.guide is not None]
    told = course.model_dump(exclude={"sheets"})
    told["sheets"] = {sheet.id: sheet.model_dump() for sheet in kept}
    told["cards"] = [sheet.id for sheet in course.sheets if isinstance(sheet, RoleplaySheet) and sheet.id in used]
    told["others"] = [sheet.id for sheet in kept if sheet.id not in used]
    return told


Find = Callable[[Files, Parts], Sequence[Sequence[Edit]]]


def _take(draft: _Draft, wanted: Courses, find: Find) -> int:
    """Make the edits that change nothing of what is read, each a group of its own; how many there were."""
    raw, ids = draft.read(Report())
    mark_parts(raw, ids)
    files = Files(draft.texts)
    groups = list(find(files, Parts(raw, ids)))
    kept = _sound(draft, wanted, files, groups, [])
    draft.texts = files.edited(edit for group in kept for edit in group)
    return len(kept)


def _sound(
    draft: _Draft, wanted: Courses, files: Files, groups: Sequence[Sequence[Edit]], before: list[Sequence[Edit]]
) -> list[Sequence[Edit]]:
    """The groups that leave the course as it is when made after those `before` them: all, or those of either half."""
    if not groups:
        return []
    trial = _Draft(draft.folder, files.edited(edit for group in (*before, *groups) for edit in group))
    if _courses(trial, Report()) == wanted:
        return list(groups)
    if len(groups) == 1:
        return []
    half = len(groups) // 2
    first = _sound(draft, wanted, files, groups[:half], before)
    return [*first, *_sound(draft, wanted, files, groups[half:], [*before, *first])]


def _moves(files: Files, parts: Parts) -> list[Sequence[Edit]]:
    moves = (into_key(files, slide, "sheet", sheet) for slide, sheet in find_moves(parts))
    return [move for move in moves if move is not None]


def _emptied(files: Files, parts: Parts) -> list[Sequence[Edit]]:
    """A list of sheets from which all have been moved."""
    empty = "sheets" in parts.raw and parts.raw["sheets"] is None
    edit = without_key(files, parts.raw, "sheets") if empty else None
    return [[edit]] if edit else []


def _ids(files: Files, parts: Parts) -> list[Sequence[Edit]]:
    candidates: list[Candidate] = find_ids(parts)
    return [[edit] for record, key in candidates if (edit := without_key(files, record, key))]


def _redundant(name: str, files: Files, parts: Parts) -> list[Sequence[Edit]]:
    return [[edit] for record, key in RULES[name](parts) if (edit := without_key(files, record, key))]
