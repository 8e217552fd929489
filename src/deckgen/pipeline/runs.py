"""One run over one course: what was read of it, the deliveries that were looked at, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.model.course import Course
from deckgen.pipeline.choose import Asked, check_settings, choose_deliveries, find_courses, names_known
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.exemptions import Exempted, Exemptions
from deckgen.pipeline.file_names import check_course_ids
from deckgen.pipeline.planning import Loaded, Planned, load_course, plan_course
from deckgen.pipeline.profile import settle
from deckgen.pipeline.timing import Timing


@dataclass(slots=True)
class CourseRun:
    """A course that was opened; `ran` are the ids of the deliveries that were looked at, declared or free."""

    loaded: Loaded
    door: Record
    report: Report
    ran: list[str] = field(default_factory=list)
    values: Mapping[str, str] = field(default_factory=dict)  # what is set from outside
    courses: dict[str, Course] = field(default_factory=dict)  # as each of these deliveries sees it
    exempted: tuple[Exempted, ...] = ()

    def plan(self, asked: Asked, timing: Timing) -> list[Planned]:
        """The plan of every delivery asked for, as far as there can be one."""
        plans = []
        for target in choose_deliveries(self.loaded, asked, self.report):
            name = target if isinstance(target, str) else target.id
            found = Report()
            planned = plan_course(self.loaded, target, self.values, found, timing)
            self.add(found, name)
            plans += planned
            if planned:
                self.courses[name] = planned[0].course
        return plans

    def add(self, found: Iterable[Diagnostic], delivery: str) -> None:
        """Record what was found in one delivery."""
        self.report.extend(found, delivery)
        if delivery not in self.ran:
            self.ran.append(delivery)

    def finish(self, *, complete: bool) -> Report:
        """All that was found, less what the course exempts, with the deliveries named where not all of them have it.

        `complete` says that everything that can be found was looked for, in the deliveries that `ran`.
        """
        exemptions = Exemptions(self.loaded.raw, self.courses.items())
        kept = Report.of(exemptions.keep(self.report))
        if complete and not kept.has_errors and set(self.loaded.ids) <= set(self.ran):
            kept.extend(exemptions.stale())
        kept.name_deliveries(self.ran)
        self.exempted = exemptions.used
        return kept


def open_courses(
    named: Sequence[str], curriculum: Path, values: Mapping[str, str], profile: str, disk: Disk
) -> list[CourseRun]:
    """Every course asked for, read, with what is set from outside. Raises UsageError for what does not exist."""
    runs = []
    for folder in find_courses(named, curriculum):
        door, report = Record(disk), Report()
        runs.append(CourseRun(load_course(folder, door, report), door, report))
    courses = [run.loaded for run in runs]
    check_settings(values, courses)
    for run in runs:
        run.values = settle(profile, values, run.loaded, curriculum, names_known(courses), run.door, run.report)
    return runs


def check_runs(runs: Sequence[CourseRun]) -> Iterable[Diagnostic]:
    """What is wrong between the courses of one build."""
    return check_course_ids((run.loaded.folder, *run.loaded.id) for run in runs if run.loaded.id)
