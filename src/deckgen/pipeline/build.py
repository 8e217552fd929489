"""Requests into files: everything is made in memory first, and only a whole set is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.reading import Door
from deckgen.pipeline.choose import Asked, choose_deliveries, find_courses
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.libraries import took_part
from deckgen.pipeline.manifest import (
    Fingerprint,
    data_modules,
    make_manifest,
    options_of,
    program,
    read_files,
    source_date_epoch,
)
from deckgen.pipeline.output import write_files
from deckgen.pipeline.stages import (
    Planned,
    Trees,
    compose_trees,
    data_modules_of,
    load_course,
    plan_course,
    write_artefacts,
)
from deckgen.pipeline.timing import Timing
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
    out: Path = Path("build")
    curriculum: Path = Path("curriculum")
    themes: Path = Path("themes")
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One delivery of one course, planned and, unless only checked, composed."""

    course_folder: Path
    planned: Planned
    read: Record  # the door its course came through
    trees: Trees | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a request came to. `failed` means that nothing was written."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool


Progress = Callable[[str, str, str], None]
"""Called with course id, delivery id and stage."""


def silent(course: str, delivery: str, stage: str) -> None:
    """Progress that nobody watches."""


def plan_request(request: Request, report: Report) -> list[Made]:
    """Read, decode, check and plan all that was asked for."""
    return _plan(request, report, Disk())


def compose_request(request: Request, report: Report, progress: Progress = silent) -> list[Made]:
    """As `plan_request`, and compose and place the trees."""
    disk = Disk()
    made = _plan(request, report, disk)
    theme, geometry = _read_theme(request, report, Record(disk))
    if theme is None or geometry is None:
        return made
    return [_compose(item, request, theme, geometry, report, progress) for item in made]


def build(request: Request, progress: Progress = silent) -> Outcome:
    """Make all artefacts asked for; nothing is written unless everything is whole."""
    report = Report()
    source_date_epoch()  # refused before anything is made
    disk = Disk()
    _check_out(request.out, report)
    planned = _plan(request, report, disk)
    theme_door = Record(disk)
    theme, geometry = _read_theme(request, report, theme_door)
    if theme is None or geometry is None or report.has_errors:
        return _outcome(planned, report, request)
    composed = [_compose(item, request, theme, geometry, report, progress) for item in planned]
    if _fails(report, request):
        return _outcome(composed, report, request)
    outputs: list[tuple[Made, Path, dict[str, bytes]]] = []
    for item in composed:
        assert item.trees is not None
        course, delivery = item.planned.course, item.planned.delivery
        pictures = Record(disk)
        files = write_artefacts(
            item.planned,
            item.trees,
            theme,
            request.kinds,
            lambda path, door=pictures, folder=item.course_folder: door(folder / path),  # type: ignore[misc]
            lambda stage, course=course, delivery=delivery: progress(course.id, delivery.id, stage),  # type: ignore[misc]
        )
        folder = request.out / course.id / delivery.id
        files["manifest.json"] = make_manifest(
            course=course.id,
            delivery=delivery.id,
            version=course.version,
            inputs=_inputs(item, pictures, theme, theme_door),
            outputs=files,
            options=options_of(request),
            libraries=took_part((__name__, item.planned.by)),
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


def _plan(request: Request, report: Report, disk: Disk) -> list[Made]:
    made: list[Made] = []
    for folder in find_courses(request.courses, request.curriculum):
        mine = Report()
        door = Record(disk)
        loaded = load_course(folder, door, mine)
        asked = Asked(request.delivery, request.days, request.hours, request.minutes)
        for target in choose_deliveries(loaded, asked, mine):
            planned = plan_course(loaded, target, request.values, mine, request.timing)
            if planned is not None:
                made.append(Made(folder, planned, door))
        report.extend(mine)
    return made


def _read_theme(request: Request, report: Report, door: Door) -> tuple[Theme | None, DeckGeometry | None]:
    folder, found = find_theme(request.theme, [request.themes])
    report.extend(found)
    if folder is None:
        return None, None
    theme, found = read_theme(folder, door)
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


def _inputs(item: Made, pictures: Record, theme: Theme, theme_door: Record) -> list[Fingerprint]:
    """Everything that can change an artefact of one delivery: its course, its pictures, its theme, and the program."""
    return [
        *read_files(item.read.seen, item.course_folder),
        *read_files(pictures.seen, item.course_folder),
        *read_files(theme_door.seen, theme.folder, f"themes/{theme.folder.name}/"),
        *data_modules(data_modules_of(item.planned, theme)),
        program(),
    ]


def _fails(report: Report, request: Request) -> bool:
    return report.has_errors or (request.strict and len(report) > 0)


def _outcome(made: list[Made], report: Report, request: Request) -> Outcome:
    return Outcome(tuple(made), tuple(report), _fails(report, request))
