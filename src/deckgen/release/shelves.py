"""What a release may name: the courses, deliveries, profiles and themes there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import near_or_known, shorten
from deckgen.pipeline.beside import Shelf, shelf_of
from deckgen.pipeline.build import Request
from deckgen.pipeline.choose import UsageError, find_courses
from deckgen.pipeline.door import Disk
from deckgen.pipeline.lengths import read_length
from deckgen.pipeline.planning import Loaded, load_course
from deckgen.pipeline.profile import FOLDER as PROFILES
from deckgen.pipeline.profile import nearest_of, settle
from deckgen.pipeline.runs import CourseRun, open_courses
from deckgen.pipeline.themes import themes_known
from deckgen.source.node import UNREAD

_USUAL = Request()
CURRICULUM, THEMES = _USUAL.curriculum, _USUAL.themes
Named = tuple[str, Span | None]
"""A name and the place that asks for it."""


class Shelves:
    """Everything by name, each course read once; what is asked for and not there goes to the report."""

    def __init__(self, report: Report, read_bytes: ReadBytes) -> None:
        self.report, self._read_bytes = report, read_bytes
        self._loaded: dict[Path, Loaded] = {}
        self._runs: dict[tuple[Path, str], CourseRun] = {}
        self._disk = Disk()

    def look_for(self, what: str, name: str, known: Collection[str], at: Span | None) -> bool:
        """Whether a name is known; one that is not is reported."""
        if name in known:
            return True
        self.report.add("DG801", f"there is no {what} {shorten(name)}", at, near_or_known(name, known, "make it"))
        return False

    def courses(self, name: str, at: Span | None) -> list[Path]:
        """The folder of a course; of all that are meant when none is named."""
        try:
            return find_courses([name] if name else [], CURRICULUM)
        except UsageError as problem:
            what, _, hint = str(problem).partition("; ")
            self.report.add("DG801", what, at, hint or "deckgen new makes a course")
            return []

    @property
    def themes(self) -> list[str]:
        """Names of all themes."""
        return [name for name, _ in themes_known(THEMES)]

    def declared(self, folder: Path) -> list[Named]:
        """The deliveries that a course declares."""
        return [(name, None) for name in self._course(folder).ids]

    def deliveries(self, folder: Path, named: Sequence[Named]) -> list[Named]:
        """Of the deliveries named those that a course declares, and free lengths."""
        known = self._course(folder).ids
        free = [name for name, _ in named if read_length(name, None) is not None]
        return [(name, at) for name, at in named if self.look_for("delivery", name, (*known, *free), at)]

    def profiles(self, folder: Path, named: Sequence[Named]) -> list[Named]:
        """Of the profiles named those that a course may choose; the empty name stands for none."""
        known = ("", *self._shelf(folder).names)
        return [(name, at) for name, at in named if self.look_for("profile", name, known, at)]

    def id_of(self, folder: Path) -> str:
        """The id of a course; of one that cannot be read the name of its folder."""
        own = self._course(folder).id
        return own[0] if own else folder.resolve().name

    def version(self, folder: Path, delivery: str, profile: str) -> str | None:
        """The version that one delivery has with a profile; None where the course cannot be read, which is told.

        The course is looked at as its build will: a profile or a variant may say another version for one delivery.
        """
        if self._course(folder).raw is UNREAD or not self._course(folder).ids:
            return None
        run, told = self._run(folder, profile), Report()
        length = None if delivery in run.loaded.ids else read_length(delivery, None)
        values, _ = settle(run.profile, run.loaded, length or delivery, run.given, told)
        course = run.loaded.salvage(nearest_of(run.loaded, length) if length else delivery, values, told)
        self.report.extend(item for item in told if item.severity == "error")
        return None if course is None or told.has_errors else course.version

    def _run(self, folder: Path, profile: str) -> CourseRun:
        key = (folder, profile)
        if key not in self._runs:
            (self._runs[key],) = open_courses((folder.as_posix(),), CURRICULUM, {}, profile, "", self._disk)
        return self._runs[key]

    def _shelf(self, folder: Path) -> Shelf:
        return shelf_of(PROFILES, folder, CURRICULUM)

    def _course(self, folder: Path) -> Loaded:
        if folder not in self._loaded:
            self._loaded[folder] = load_course(folder, self._read_bytes, self.report)
        return self._loaded[folder]
