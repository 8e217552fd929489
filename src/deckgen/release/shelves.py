"""What a release may name: the courses, deliveries, profiles and themes there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.pipeline.beside import Shelf, read_mapping, shelf_of
from deckgen.pipeline.choose import UsageError, find_courses
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.lengths import read_length
from deckgen.pipeline.planning import Loaded, load_course
from deckgen.pipeline.profile import FOLDER as PROFILES
from deckgen.pipeline.themes import themes_known
from deckgen.source.scalars import spelling

CURRICULUM, THEMES = Path("curriculum"), Path("themes")
Named = tuple[str, Span | None]
"""A name and the place that asks for it."""


class Shelves:
    """Everything by name; each course and profile is read once. What is asked for and not there goes to the report."""

    def __init__(self, report: Report, read_bytes: ReadBytes) -> None:
        self.report, self._read_bytes = report, read_bytes
        self._loaded: dict[Path, Loaded] = {}
        self._facts: dict[Path, tuple[str, str | None]] = {}
        self._versions: dict[tuple[Path, str], str | None] = {}
        self._disk = Disk()

    def look_for(self, what: str, name: str, known: Collection[str], at: Span | None) -> bool:
        """Whether a name is known; one that is not is reported."""
        if name in known:
            return True
        near = nearest(name, known)
        hint = f"did you mean {near}?" if near else f"there is: {list_names(sorted(known))}" if known else "make it"
        self.report.add("DG801", f"there is no {what} {shorten(name)}", at, hint)
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
        """The id of a course."""
        return self._fact(folder)[0]

    def version(self, folder: Path, profile: str) -> str | None:
        """The version that a profile sets, else that of the course; None where the course cannot be read."""
        key = (folder, profile)
        if key not in self._versions:
            path = self._shelf(folder).find(profile) if profile else None
            raw = read_mapping(path, Record(self._disk), Report(), "", "") if path is not None else None
            value = raw.get("version") if raw is not None else None
            said = value if isinstance(value, str) else spelling(value) if isinstance(value, int | float) else ""
            self._versions[key] = said or self._fact(folder)[1]
        return self._versions[key]

    def _shelf(self, folder: Path) -> Shelf:
        return shelf_of(PROFILES, folder, CURRICULUM)

    def _course(self, folder: Path) -> Loaded:
        if folder not in self._loaded:
            self._loaded[folder] = load_course(folder, self._read_bytes, self.report)
        return self._loaded[folder]

    def _fact(self, folder: Path) -> tuple[str, str | None]:
        """Id and version of a course; of one that cannot be read it is told why."""
        if folder not in self._facts:
            loaded, told = self._course(folder), Report()
            course = loaded.salvage(loaded.ids[0], {}, told) if loaded.ids else None
            if course is None or told.has_errors:
                self.report.extend(item for item in told if item.severity == "error")
                self._facts[folder] = folder.resolve().name, None
            else:
                self._facts[folder] = course.id, course.version
        return self._facts[folder]
