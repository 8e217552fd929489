"""One run over one course: what was read of it, the deliveries that were looked at, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.decode.settings import Settings, declares
from deckgen.model.course import Course
from deckgen.pipeline.choose import Asked, check_settings, choose_deliveries, find_courses, names_known
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.exemptions import Exempted, Exemptions
from deckgen.pipeline.file_names import check_course_ids
from deckgen.pipeline.planning import Loaded, Planned, load_course, plan_course
from deckgen.pipeline.profile import open_profile, settle
from deckgen.pipeline.remembered import Remembered
from deckgen.pipeline.timing import Timing
from deckgen.pipeline.trainer import check_notes, open_notes
from deckgen.source.node import Located
from deckgen.source.scalars import spelling


@dataclass(slots=True)
class CourseRun:
    """A course that was opened; `ran` are the ids of the deliveries that were looked at, declared or free."""

    loaded: Loaded
    door: Record
    report: Report
    ran: list[str] = field(default_factory=list)
    given: Settings = field(default_factory=lambda: Settings({}))  # what the command line sets, and whose notes
    settings: Settings = field(default_factory=lambda: Settings({}))  # with those of the profile, last looked at
    profile: Located | None = None  # as read
    theme: str = ""  # that the profile asks for
    courses: dict[str, Course] = field(default_factory=dict)  # as each of these deliveries sees it
    exempted: tuple[Exempted, ...] = ()

    def plan(self, asked: Asked, timing: Timing) -> list[Planned]:
        """The plan of every delivery asked for, as far as there can be one."""
        plans = []
        for target in choose_deliveries(self.loaded, asked, self.report):
            name = target if isinstance(target, str) else target.id
            report = Report()
            values, usual = settle(self.profile, self.loaded, target, self.given, report)
            self.settings = values
            planned = plan_course(self.loaded, target, values, report, timing.over(usual))
            self.add(report, name)
            plans += [replace(item, values=values) for item in planned]
            if planned:
                self.courses[name] = planned[0].course
        return plans

    def add(self, diagnostics: Iterable[Diagnostic], delivery: str) -> None:
        """Record what was found in one delivery."""
        self.report.extend(diagnostics, delivery)
        if delivery not in self.ran:
            self.ran.append(delivery)

    def finish(self, *, complete: bool) -> Report:
        """All that was found, less what the course exempts, with the deliveries named where not all of them have it.

        `complete` says that everything that can be found was looked for, in the deliveries that `ran`.
        """
        if self.given.notes:
            check_notes(self.given.notes, self.loaded, self.courses, self.settings, self.report)
        exemptions = Exemptions(self.loaded.raw, self.courses.items())
        kept = Report.of(exemptions.keep(self.report))
        if complete and not kept.has_errors and set(self.loaded.ids) <= set(self.ran):
            kept.extend(exemptions.stale())
        kept.name_deliveries(self.ran)
        self.exempted = exemptions.used
        return kept


def open_courses(
    named: Sequence[str],
    curriculum: Path,
    values: Mapping[str, str],
    profile: str,
    trainer: str,
    disk: Disk,
    *,
    every: bool = False,
) -> list[CourseRun]:
    """Every course asked for, read, with what is set from outside. Raises UsageError for what does not exist.

    Where none is named, `every` means all there are.
    """
    runs = []
    for folder in find_courses(named, curriculum, every=every):
        runs.append(_open(folder, disk, shared=not profile and not trainer))
    courses = [run.loaded for run in runs]
    check_settings(values, courses)
    for run in runs:
        run.profile = open_profile(profile, run.loaded, curriculum, names_known(courses), run.door, run.report)
        run.theme = _word(run, "theme")
        at = run.profile.spans.get("trainer") if run.profile is not None and not trainer else None
        notes = open_notes(trainer or _word(run, "trainer"), at, run.loaded, curriculum, run.door, run.report)
        run.given = Settings(values, notes=notes)
    return runs


_LOADED = Remembered[Loaded](8)


def _open(folder: Path, disk: Disk, *, shared: bool) -> CourseRun:
    """A course as read; in one process one of which nothing has changed is not read anew.

    Only what is `shared` may come from another run: a profile lays its own over what was read.
    """
    known = _LOADED.find(folder, disk) if shared else None
    if known is not None:
        loaded, door = known
        return CourseRun(loaded, door, Report())
    door, report = Record(disk), Report()
    loaded = load_course(folder, door, report)
    if shared and not report:
        _LOADED.keep(folder, loaded, door)
    return CourseRun(loaded, door, report)


def _word(run: CourseRun, key: str) -> str:
    """One word of a profile that holds for all deliveries; empty when it has none, or means a variable."""
    if run.profile is None or key not in run.profile or declares(run.loaded.raw, key):
        return ""
    value = run.profile[key]
    if isinstance(value, Located):
        at = run.profile.spans.get(key)
        run.report.add("DG103", f"{key} is one for all deliveries", at, f"write one name: `{key}: …`")
    return value if isinstance(value, str) else spelling(value) if isinstance(value, int | float) else ""


def check_runs(runs: Sequence[CourseRun]) -> Iterable[Diagnostic]:
    """What is wrong between the courses of one build."""
    return check_course_ids((run.loaded.folder, *run.loaded.id) for run in runs if run.loaded.id)
