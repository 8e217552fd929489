"""Files that go with a course and are chosen by name: profiles and notes of trainers.

They lie in a folder of the course, or in one at the project's root, which is where the folder of all courses lies; the
course's own wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest
from deckgen.pipeline.door import Record
from deckgen.source.folders import may_be_there
from deckgen.source.node import UNREAD, Located
from deckgen.source.reader import read_source

SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one kind that a course may choose from: those right below `places` that end in `SUFFIX`."""

    places: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The file of that name; None when there is none."""
        there = self.names
        paths = (place / f"{name}{SUFFIX}" for place in self.places)
        return next((path for path in paths if name in there and may_be_there(path)), None)

    @property
    def names(self) -> list[str]:
        """Names of all files there are."""
        there = (file.stem for place in self.places if place.is_dir() for file in place.glob(f"*{SUFFIX}"))
        return sorted(set(there))

    def hint(self, name: str) -> str:
        """What to do where there is no file of a name."""
        near = nearest(name, self.names)
        if near:
            return f"did you mean {near}?"
        return f"there is: {list_names(self.names)}" if self.names else f"write {self.places[0] / name}{SUFFIX}"


def shelf_of(kind: str, course: Path, curriculum: Path) -> Shelf:
    """The files in the folders called `kind` that the course in a folder may choose from.

    `curriculum` is the folder of all courses, as it is called; a course that lies in one is of the project around it,
    wherever a command runs.
    """
    above = course.resolve().parent
    root = above.parent if above.name == curriculum.name else curriculum.resolve().parent
    places = (course / kind, _shortest(root) / kind)
    return Shelf(places if places[0].resolve() != places[1].resolve() else places[:1])


def read_mapping(path: Path, door: Record, report: Report, what: str, hint: str) -> Located | None:
    """The mapping in a file; None, and DG103 with `what` it should be, where it is none."""
    raw, diagnostics = read_source(path, path.parent, door, keep_folds=True)
    report.extend(diagnostics)
    if isinstance(raw, Located):
        return raw
    if raw is not UNREAD and not diagnostics:
        report.add("DG103", what, Span(path.as_posix(), 1, 1), hint)
    return None


def _shortest(folder: Path) -> Path:
    """A folder from here, where it is here or right above; else its whole path."""
    here = Path.cwd()
    if folder == here:
        return Path()
    return Path(*[".."] * (len(here.parts) - len(folder.parts))) if here.is_relative_to(folder) else folder
