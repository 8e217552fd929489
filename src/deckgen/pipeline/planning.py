"""Course folder and the deliveries asked for into courses with their agendas, or every mistake in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.reading import ReadBytes
from deckgen.checks import check_course
from deckgen.compose.origins import Numbers
from deckgen.decode.course import salvage_course
from deckgen.decode.declared import Declared, declared_deliveries
from deckgen.decode.settings import Settings
from deckgen.model.course import Course, Delivery
from deckgen.model.gaps import NO_GAPS
from deckgen.pipeline.file_names import check_file_names
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.timing import Timing
from deckgen.plan import Agenda, plan_delivery, sketch_agenda
from deckgen.plan.sentences import explain_declared
from deckgen.source.node import Located, LocatedList
from deckgen.source.reader import read_source


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course file as read: raw data, the deliveries it declares, and what was made of it as each of them sees it."""

    folder: Path
    raw: object
    declared: tuple[Declared, ...]
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict, repr=False)
    _salvaged: dict[object, tuple[Course | None, tuple[Diagnostic, ...]]] = field(default_factory=dict, repr=False)

    @property
    def id(self) -> tuple[str, Span | None] | None:
        """The id of the course and its place, if it can be read."""
        name = self.raw.get("id") if isinstance(self.raw, Located) else None
        return (name, self.raw.spans.get("id")) if isinstance(self.raw, Located) and isinstance(name, str) else None

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the declared deliveries."""
        return tuple(declared.id for declared in self.declared)

    @property
    def numbers(self) -> Numbers:
        """The number of every item of a list as the source has it, whatever a delivery leaves out."""
        if not self._numbers:
            self._numbers.update(_numbers_in(self.raw))
        return self._numbers

    def salvage(self, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
        """What can be read of the course as one delivery sees it; the report has what is wrong with it."""
        key = (delivery, Settings.key_of(values))
        if key not in self._salvaged:
            own = Report()
            course = salvage_course(self.raw, delivery, values, own)
            self._salvaged[key] = course, tuple(own)
        course, told = self._salvaged[key]
        report.extend(told)
        return course

    def decode(self, delivery: str, values: Mapping[str, str]) -> Course | None:
        """The course as one delivery sees it, if nothing is wrong with it."""
        report = Report()
        course = self.salvage(delivery, values, report)
        return None if report.has_errors or (course and course.gaps != NO_GAPS) else course


@dataclass(frozen=True, slots=True)
class Planned:
    """A course as one delivery sees it, and its agenda.

    `asked` is the id of the delivery or free length that was asked for, `by` the module that planned it: what that
    imports took part. What is not `sound` is only good for finding further mistakes.
    """

    course: Course
    delivery: Delivery
    agenda: Agenda
    asked: str
    by: str
    sound: bool = True
    values: Mapping[str, str] = field(default_factory=dict)  # what was set from outside, profile included
    numbers: Numbers = field(default_factory=dict, compare=False, repr=False)  # of the items of lists in the source


def load_course(folder: Path, read_bytes: ReadBytes, report: Report) -> Loaded:
    """Read ``course.yaml`` of a course folder with everything it includes."""
    raw, diagnostics = read_source(folder / "course.yaml", folder, read_bytes, keep_folds=True)
    report.extend(diagnostics)
    return Loaded(folder, raw, declared_deliveries(raw))


def plan_course(
    loaded: Loaded, target: str | FreeLength, values: Mapping[str, str], report: Report, timing: Timing
) -> list[Planned]:
    """Decode, check and plan one delivery or a free length.

    What comes of a course with mistakes is not sound; of a free length then every declared delivery is looked at. Empty
    when no trees can be made.
    """
    if isinstance(target, FreeLength):
        plans = _plan_free(loaded, target, values, report, timing)
    else:
        planned = _plan_declared(loaded, target, values, report, timing)
        plans = [planned] if planned is not None else []
    return [replace(item, numbers=loaded.numbers) for item in plans]


def _numbers_in(raw: object) -> Iterator[tuple[tuple[str, int, int], int]]:
    if isinstance(raw, LocatedList):
        for number, (item, at) in enumerate(zip(raw, raw.items_at, strict=True), start=1):
            yield (at.file, at.line, at.column), number
            yield from _numbers_in(item)
    elif isinstance(raw, Located):
        for value in raw.values():
            yield from _numbers_in(value)


def _plan_declared(
    loaded: Loaded, delivery: str, values: Mapping[str, str], report: Report, timing: Timing
) -> Planned | None:
    course = loaded.salvage(delivery, values, report)
    declared = next((item for item in course.deliveries if item.id == delivery), None) if course else None
    if course is None or declared is None:
        return None
    chosen = timing.adjust(declared)
    agenda, plan = None, Report()
    if course.gaps.timed:
        agenda = plan_delivery(course, chosen, plan, regroups=timing.regroups(declared), lunch_at=timing.lunch_times())
    if _slides_sum(course, chosen):
        plan = Report.of(item for item in plan if item.code != "DG301")
    report.extend(item for item in plan if not course.gaps.hides(item))
    report.extend(check_course(course, agenda))
    report.extend(check_file_names(course, chosen))
    planner = plan_delivery.__module__
    if agenda is None or report.has_errors or course.gaps != NO_GAPS:
        return Planned(course, chosen, agenda or sketch_agenda(course, chosen), delivery, planner, sound=False)
    others = {key: loaded.decode(key, values) for key in loaded.ids if key != delivery}
    told = explain_declared(agenda, course, {key: other for key, other in others.items() if other is not None})
    return Planned(course, chosen, replace(agenda, reasons=(*agenda.reasons, *told)), delivery, planner)


def _slides_sum(course: Course, delivery: Delivery) -> bool:
    """Whether the slides fill the delivery: then blocks that do not are wrong by themselves, which is said of each."""
    return sum(slide.split.total for block in course.blocks for slide in block.slides) == delivery.minutes


def _plan_free(
    loaded: Loaded, target: FreeLength, values: Mapping[str, str], report: Report, timing: Timing
) -> list[Planned]:
    from deckgen.plan.free import plan_free  # numpy takes a tenth of a second that declared lengths do not need

    planner = plan_free.__module__
    salvaged = _salvage_deliveries(loaded, values, report)
    courses = _all_sound(salvaged, report)
    if courses is not None:
        plan = plan_free(courses, timing.wish(target, next(iter(courses.values())).deliveries), target.id, report)
        if plan is not None:
            delivery = plan.agenda.delivery
            report.extend(check_course(plan.course, plan.agenda))
            report.extend(check_file_names(plan.course, delivery))
            sound = not report.has_errors
            return [Planned(plan.course, delivery, plan.agenda, target.id, planner, sound=sound)]
    else:
        report.extend(item for course in salvaged.values() if course for item in check_course(course, None))
    return [
        Planned(course, delivery, sketch_agenda(course, delivery), target.id, planner, sound=False)
        for key, course in salvaged.items()
        if course is not None
        for delivery in course.deliveries
        if delivery.id == key
    ]


def _salvage_deliveries(loaded: Loaded, values: Mapping[str, str], report: Report) -> dict[str, Course | None]:
    """What can be read of the course as every declared delivery sees it; the report has what is wrong with each."""
    return {key: loaded.salvage(key, values, report) for key in loaded.ids}


def _all_sound(salvaged: Mapping[str, Course | None], report: Report) -> dict[str, Course] | None:
    """The courses where nothing is wrong with any of them."""
    sound = {key: course for key, course in salvaged.items() if course is not None and course.gaps == NO_GAPS}
    return sound if sound and len(sound) == len(salvaged) and not report.has_errors else None


def decode_deliveries(loaded: Loaded, values: Mapping[str, str], report: Report) -> dict[str, Course] | None:
    """The course as every declared delivery sees it; None when one of them must be mended first."""
    return _all_sound(_salvage_deliveries(loaded, values, report), report)
