"""Requests into files: everything is made in memory first, and only a whole set is written."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.suggest import shorten
from deckgen.checks import check_files
from deckgen.model.course import Titled
from deckgen.model.gaps import NO_GAPS
from deckgen.pipeline.album import Album, open_album
from deckgen.pipeline.brand import wear_brand
from deckgen.pipeline.cache import CacheFolder
from deckgen.pipeline.choose import Asked
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.dress import Dress, list_inputs, read_dress
from deckgen.pipeline.lexicon import SEGMENTER, is_chinese
from deckgen.pipeline.libraries import took_part
from deckgen.pipeline.listing import MANIFEST
from deckgen.pipeline.manifest import make_manifest, options_of, source_date_epoch
from deckgen.pipeline.output import TornError, write_sets
from deckgen.pipeline.planning import Planned
from deckgen.pipeline.printed import printed_text
from deckgen.pipeline.printing import check_printer, print_files
from deckgen.pipeline.runs import CourseRun, check_runs, open_courses
from deckgen.pipeline.sets import Batch
from deckgen.pipeline.signals import heeded
from deckgen.pipeline.stages import (
    Trees,
    compose_trees,
    doubt_trees,
    ignore_theme,
    merge_repeats,
    name_data_modules,
    write_artefacts,
)
from deckgen.pipeline.timing import Timing
from deckgen.text.inline import plain_text
from deckgen.theme import shipped_themes

KINDS = ("deck", "workbook", "guide")  # the three that every rule of the trees needs
_DEFAULT_THEME = "default"
_KEPT_PICTURES = 1000  # sizes of pictures that later builds find ready


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for. Paths are relative to the working directory."""

    courses: tuple[str, ...] = ()
    every: bool = False  # where none is named: all there are, and not only those that are listed as default
    delivery: str | None = None
    days: int | None = None
    hours: float | None = None
    minutes: int | None = None
    day_minutes: tuple[int, ...] = ()
    timing: Timing = field(default_factory=Timing)
    kinds: tuple[str, ...] = KINDS
    theme: str = ""  # by name; where nobody says one, as the profile says, else the one that comes with deckgen
    values: Mapping[str, str] = field(default_factory=dict)
    profile: str = ""
    trainer: str = ""  # whose private notes go into guide and notes
    out: Path = Path("build")
    curriculum: Path = Path("curriculum")
    themes: Path = Path("themes")
    strict: bool = False
    pdf: bool = False  # all that is printed as PDF, too
    no_timers: bool = False  # the clocks of slides stand still
    changes: tuple[str, str] | None = None  # since a version before: a title and a long text, for the guide


@dataclass(frozen=True, slots=True)
class Made:
    """One delivery of one course, planned and, unless only checked, composed."""

    course_folder: Path
    planned: Planned
    read: Record  # the door its course came through
    dress: Dress | None = None  # its theme and templates, in the look of its house
    trees: Trees | None = None
    album: Album | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a request came to. `told` are lines about files that were there before.

    `failed` means that nothing was written, unless `torn`, after the disk failed twice, says what was.
    """

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    told: tuple[str, ...] = ()
    torn: str = ""


Progress = Callable[[str, str, str], None]
"""Called with course id, delivery id and stage."""


def silent(course: str, delivery: str, stage: str) -> None:
    """Progress that nobody watches."""


def plan_request(request: Request, report: Report) -> list[Made]:
    """Read, decode, check and plan all that was asked for."""
    runs, planned = _plan(request, report, Disk())
    _finish(runs, report, complete=False)
    return _sound(planned)


def compose_request(
    request: Request, report: Report, progress: Progress = silent, *, whole: bool = False
) -> list[Made]:
    """As `plan_request`, and compose and place the trees, also those of courses with mistakes, for more mistakes.

    With `whole` those are returned, too, of whose course nothing had to be left out: they show what its author wrote.
    """
    disk = Disk()
    runs, planned = _plan(request, report, disk)
    dresses = _read_dresses(request, runs, disk, report)
    composed = _compose(runs, planned, request, dresses, disk, progress)
    _finish(runs, report, complete=all(dresses.values()) and set(KINDS) <= set(request.kinds))
    return [item for item in composed if item.planned.sound or (whole and item.planned.course.gaps == NO_GAPS)]


def build(request: Request, progress: Progress = silent) -> Outcome:
    """Make all artefacts asked for; nothing is written unless everything is whole.

    Raises Stopped when someone asks the program to end; it says whether everything was written by then.
    """
    with heeded():
        return _build(request, progress)


def _build(request: Request, progress: Progress) -> Outcome:
    report = Report()
    source_date_epoch()  # refused before anything is made
    disk = Disk()
    _check_out(request.out, report)
    if request.pdf and (missing := check_printer()) is not None:
        report.extend([missing])
    runs, planned = _plan(request, report, disk)
    dresses = _read_dresses(request, runs, disk, report)
    composed = _compose(runs, planned, request, dresses, disk, progress)
    _finish(runs, report, complete=all(dresses.values()) and set(KINDS) <= set(request.kinds))
    if not all(dresses.values()) or _fails(report, request):
        return _outcome(_sound(composed), report, request)
    try:
        batches = [_make_batch(item, request, disk, progress, report) for item in composed]
    except OSError as problem:
        hint = "check its permissions; a file of deckgen itself comes back when it is installed again"
        report.add("DG018", f"{problem.filename} cannot be read: {problem.strerror or problem}", None, hint)
        return _outcome(composed, report, request)
    for item, batch in zip(composed, batches, strict=True):
        report.extend(check_files(item.planned.course, _for_participants(batch)))
    if _fails(report, request):
        return _outcome(composed, report, request)
    try:
        written = write_sets(request.out, batches)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        hint = "close the file if it is open elsewhere, free the place, or choose another folder with --out"
        notes = "".join(f"; {note}" for note in getattr(problem, "__notes__", ()))
        report.add("DG701", f"{problem.filename or request.out} cannot be written: {reason}{notes}", None, hint)
        torn = _torn(problem) if isinstance(problem, TornError) else ""
        return replace(_outcome(composed, report, request), torn=torn)
    complete = [
        replace(item, files=tuple(batch.folder / name for name in sorted((*batch.files, MANIFEST))))
        for item, batch in zip(composed, batches, strict=True)
    ]
    return replace(_outcome(complete, report, request), told=written.told)


def _torn(problem: TornError) -> str:
    new, before = (", ".join(map(str, folders)) for folders in (problem.new, problem.before))
    return f"new and whole: {new}" + (f"; as before: {before}" if before else "")


def _for_participants(batch: Batch) -> dict[str, str]:
    """All that the files say which participants or their managers get, by name."""
    return {name: printed_text(content) for name, content in batch.files.items() if name in batch.given_away}


def _make_batch(item: Made, request: Request, disk: Disk, progress: Progress, report: Report) -> Batch:
    """The files of one delivery, with their manifest; what could not be printed goes to the report."""
    assert item.trees is not None and item.album is not None and item.dress is not None
    dress = item.dress
    course, delivery = item.planned.course, item.planned.delivery
    own = item.album.door  # what this delivery alone asks for
    for name in name_data_modules(item.planned, dress.theme):
        own.module(name)
    files, given_away = write_artefacts(
        item.planned,
        item.trees,
        dress.theme,
        dress.templates,
        request.kinds,
        item.album,
        request.no_timers,
        lambda stage: progress(course.id, delivery.id, stage),
    )
    programs: dict[str, str] = {}
    if request.pdf and not report.has_errors:
        progress(course.id, delivery.id, "pdf")
        printed = print_files(item.planned, files, request.kinds)
        if isinstance(printed, Diagnostic):
            report.extend([printed])
        else:
            files, programs = {**files, **printed.files}, printed.programs
    words = (SEGMENTER,) if is_chinese(course) else ()
    manifest = make_manifest(
        course=course.id,
        title=plain_text(course.title),
        delivery=delivery.id,
        version="draft" if course.is_draft else course.version,
        inputs=list_inputs(item.course_folder, item.read, own, dress),
        outputs=files,
        options=options_of(replace(request, theme=dress.theme.folder.name)),
        templates=dress.templates.sums,
        libraries=took_part((__name__, item.planned.by), (*dress.templates.libraries, *item.album.libraries, *words))
        | programs,
    )

    def read_input(name: str) -> bytes | None:
        """A file that an older set was made from, as it is now."""
        try:
            return disk.read(dress.file(name, item.course_folder))
        except OSError:
            return None

    folder = request.out / course.id / delivery.id
    return Batch(folder, files, manifest, f"{course.id}-{delivery.id}", read_input, given_away)


def _check_out(out: Path, report: Report) -> None:
    """An output folder whose path runs into a file is refused before anything is made."""
    for place in (out, *out.parents):
        try:
            is_folder = stat.S_ISDIR(place.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as problem:
            hint = "choose another folder with --out"
            report.add("DG701", f"{shorten(str(place))} cannot be written: {problem.strerror}", None, hint)
            return
        if not is_folder:
            hint = "choose another folder with --out, or move the file away"
            report.add("DG702", f"{place} is a file, not a folder", None, hint)
        return


def _plan(request: Request, report: Report, disk: Disk) -> tuple[list[CourseRun], list[Made]]:
    given = (request.courses, request.curriculum, request.values, request.profile, request.trainer)
    runs = open_courses(*given, disk, every=request.every)
    report.extend(check_runs(runs))
    asked = Asked(request.delivery, request.days, request.hours, request.minutes, request.day_minutes)
    deliveries = [
        Made(run.loaded.folder, _told_changes(planned, request), run.door)
        for run in runs
        for planned in run.plan(asked, request.timing)
    ]
    return runs, deliveries


def _told_changes(planned: Planned, request: Request) -> Planned:
    """The plan of a course whose log of versions begins with what has changed since the one before."""
    if request.changes is None:
        return planned
    title, text = request.changes
    newest = Titled(title=title, text=text)
    course = planned.course.model_copy(update={"changes": (newest, *planned.course.changes)})
    return replace(planned, course=course)


def _read_dresses(request: Request, runs: Sequence[CourseRun], disk: Disk, report: Report) -> dict[Path, Dress | None]:
    """The dress of every course by its folder: in the theme asked for, else in that of its profile."""
    themes = {run.loaded.folder: request.theme or run.theme or _DEFAULT_THEME for run in runs}
    dresses = {name: read_dress(name, request.themes, disk, report) for name in dict.fromkeys(themes.values())}
    return {folder: dresses[name] for folder, name in themes.items()}


def _compose(
    runs: Sequence[CourseRun],
    planned: Sequence[Made],
    request: Request,
    dresses: Mapping[Path, Dress | None],
    disk: Disk,
    progress: Progress,
) -> list[Made]:
    """The trees of every delivery; mistakes in them go to the run of their course.

    Where the theme cannot be used another one stands in, and only mistakes that hang on no theme are told.
    """
    by_folder = {run.loaded.folder: run for run in runs}
    composed = []
    for item in planned:
        course, delivery = item.planned.course, item.planned.delivery
        dress = dresses[item.course_folder]
        shown = dress or _stand_in()
        if shown is None:
            composed.append(item)
            continue
        report = Report()
        store = CacheFolder(name="pictures", most=_KEPT_PICTURES)
        album = open_album(course, item.course_folder, Record(disk), store, report)
        worn = wear_brand(shown, course, item.course_folder, album, report)
        trees = compose_trees(
            item.planned,
            worn.theme,
            worn.templates.deck.geometry,
            report,
            lambda stage, course=course, delivery=delivery: progress(course.id, delivery.id, stage),  # type: ignore[misc]
            request.kinds,
            album,
            item.course_folder,
        )
        run = by_folder[item.course_folder]
        told = report if dress and item.planned.sound else doubt_trees(item.planned, report, run.report)
        told = told if dress else ignore_theme(told)
        run.add(merge_repeats(told), item.planned.asked)
        composed.append(replace(item, trees=trees, album=album, dress=worn) if dress else item)
    return composed


def _stand_in() -> Dress | None:
    """The theme that comes with deckgen; what is wrong with that nobody asks."""
    return read_dress(_DEFAULT_THEME, shipped_themes(), Disk(), Report())


def _finish(runs: Sequence[CourseRun], report: Report, *, complete: bool) -> None:
    for run in runs:
        report.extend(run.finish(complete=complete))
        report.exempted.extend((item.code, item.about, item.reason, item.count) for item in run.exempted)


def _sound(deliveries: Sequence[Made]) -> list[Made]:
    return [item for item in deliveries if item.planned.sound]


def _fails(report: Report, request: Request) -> bool:
    return report.has_errors or (request.strict and report.has_warnings)


def _outcome(deliveries: list[Made], report: Report, request: Request) -> Outcome:
    return Outcome(tuple(deliveries), tuple(report), _fails(report, request))
