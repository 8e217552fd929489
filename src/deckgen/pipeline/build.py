"""Requests into files: everything is made in memory first, and only a whole set is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.pipeline.choose import choose_deliveries, find_courses
from deckgen.pipeline.output import make_manifest, write_files
from deckgen.pipeline.stages import (
    Loaded,
    Planned,
    Timing,
    Trees,
    compose_trees,
    load_course,
    plan_course,
    write_artefacts,
)
from deckgen.source.files import read_file
from deckgen.theme import Theme
from deckgen.theme.find import find_theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.theme.read import read_theme
from deckgen.writers.pptx import read_layouts

KINDS = ("deck", "workbook", "guide")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for. Paths are relative to the working directory."""

    courses: tuple[str, ...] = ()
    delivery: str | None = None
    days: int | None = None
    hours: float | None = None
    minutes: int | None = None
    timing: Timing = field(default_factory=Timing)
    kinds: tuple[str, ...] = KINDS
    theme: str = "default"
    values: Mapping[str, str] = field(default_factory=dict)
    breaks: Literal["exclusive", "inclusive"] | None = None
    out: Path = Path("build")
    curriculum: Path = Path("curriculum")
    themes: Path = Path("themes")
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One delivery of one course, planned and, unless only checked, composed."""

    course_folder: Path
    planned: Planned
    trees: Trees | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a request came to. `failed` means that nothing was written."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool


class _Inputs:
    """Reads files and remembers them for the manifest."""

    def __init__(self) -> None:
        self.seen: dict[Path, bytes] = {}

    def __call__(self, path: Path) -> bytes:
        if path not in self.seen:
            self.seen[path] = read_file(path)
        return self.seen[path]


Progress = Callable[[str, str, str], None]
"""Called with course id, delivery id and stage."""


def silent(course: str, delivery: str, stage: str) -> None:
    """Progress that nobody watches."""


def plan_request(request: Request, report: Report) -> list[Made]:
    """Read, decode, check and plan all that was asked for."""
    made, _ = _plan(request, report, _Inputs())
    return made


def compose_request(request: Request, report: Report, progress: Progress = silent) -> list[Made]:
    """As `plan_request`, and compose and place the trees."""
    inputs = _Inputs()
    made, _ = _plan(request, report, inputs)
    theme, geometry = _read_theme(request, report, inputs)
    if theme is None or geometry is None:
        return made
    return [_compose(item, request, theme, geometry, report, progress) for item in made]


def build(request: Request, progress: Progress = silent) -> Outcome:
    """Make all artefacts asked for; nothing is written unless everything is whole."""
    report = Report()
    inputs = _Inputs()
    _check_out(request.out, report)
    planned, loaded = _plan(request, report, inputs)
    theme, geometry = _read_theme(request, report, inputs)
    if theme is None or geometry is None or report.has_errors:
        return _outcome(planned, report, request)
    composed = [_compose(item, request, theme, geometry, report, progress) for item in planned]
    if _fails(report, request):
        return _outcome(composed, report, request)
    outputs: list[tuple[Made, Path, dict[str, bytes]]] = []
    for item in composed:
        assert item.trees is not None
        course, delivery = item.planned.course, item.planned.delivery
        files = write_artefacts(
            item.planned,
            item.trees,
            theme,
            request.kinds,
            lambda path, folder=item.course_folder: inputs(folder / path),  # type: ignore[misc]
            lambda stage, course=course, delivery=delivery: progress(course.id, delivery.id, stage),  # type: ignore[misc]
        )
        folder = request.out / course.id / delivery.id
        seen = {_name(path, item.course_folder): data for path, data in inputs.seen.items()
                if _belongs(path, item.course_folder, loaded, theme)}  # fmt: skip
        files["manifest.json"] = make_manifest(
            course=course.id, delivery=delivery.id, version=course.version, inputs=seen, outputs=files
        )
        outputs.append((item, folder, files))
    whole = {
        (folder / name).relative_to(request.out).as_posix(): data
        for _, folder, files in outputs
        for name, data in files.items()
    }
    try:
        write_files(request.out, whole)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add(
            "DG701",
            f"{problem.filename or request.out} cannot be written: {reason}",
            None,
            "close the file if it is open elsewhere, free the place, or choose another folder with --out",
        )
        return _outcome(composed, report, request)
    made = [replace(item, files=tuple(folder / name for name in sorted(files))) for item, folder, files in outputs]
    return _outcome(made, report, request)


def _check_out(out: Path, report: Report) -> None:
    """An output folder whose path runs into a file is refused before anything is made."""
    for place in (out, *out.parents):
        if place.exists():
            if not place.is_dir():
                hint = "choose another folder with --out, or move the file away"
                report.add("DG702", f"{place} is a file, not a folder", None, hint)
            return


def _plan(request: Request, report: Report, inputs: _Inputs) -> tuple[list[Made], list[Loaded]]:
    made: list[Made] = []
    all_loaded: list[Loaded] = []
    for folder in find_courses(request.courses, request.curriculum):
        mine = Report()
        loaded = load_course(folder, inputs, mine)
        all_loaded.append(loaded)
        timing = replace(request.timing, breaks=request.breaks or request.timing.breaks)
        asked = (request.delivery, request.days, request.hours)
        for target in choose_deliveries(loaded, *asked, mine, request.minutes):
            planned = plan_course(loaded, target, request.values, mine, timing)
            if planned is not None:
                made.append(Made(folder, planned))
        report.extend(mine)
    return made, all_loaded


def _read_theme(request: Request, report: Report, inputs: _Inputs) -> tuple[Theme | None, DeckGeometry | None]:
    folder, found = find_theme(request.theme, [request.themes])
    report.extend(found)
    if folder is None:
        return None, None
    theme, found = read_theme(folder, inputs)
    report.extend(found)
    if theme is None:
        return None, None
    geometry, found = read_layouts(theme)
    report.extend(found)
    return theme, geometry


def _compose(
    item: Made, request: Request, theme: Theme, geometry: DeckGeometry, report: Report, progress: Progress
) -> Made:
    course, delivery = item.planned.course, item.planned.delivery
    mine = Report()
    trees = compose_trees(
        item.planned, theme, geometry, mine, lambda stage: progress(course.id, delivery.id, stage), request.kinds
    )
    report.extend(mine)
    return replace(item, trees=trees)


def _belongs(path: Path, folder: Path, loaded: list[Loaded], theme: Theme) -> bool:
    """Whether an input belongs to a course: its own files and the theme, not those of other courses."""
    return path.is_relative_to(folder) or path.is_relative_to(theme.folder)


def _name(path: Path, folder: Path) -> str:
    """An input's name in the manifest, the same wherever the checkout lies."""
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return f"themes/{path.parent.name}/{path.name}"


def _fails(report: Report, request: Request) -> bool:
    return report.has_errors or (request.strict and len(report) > 0)


def _outcome(made: list[Made], report: Report, request: Request) -> Outcome:
    return Outcome(tuple(made), tuple(report), _fails(report, request))
