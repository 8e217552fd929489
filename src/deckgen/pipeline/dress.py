"""The name of a theme into the theme and its templates, and what a delivery in it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.pipeline.cache import CacheFolder
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.manifest import Fingerprint, program, read_files, read_modules
from deckgen.pipeline.remembered import Remembered
from deckgen.theme import Templates, Theme, find_theme, read_templates, read_theme


@dataclass(frozen=True, slots=True)
class Dress:
    """A theme with its templates, and the door they came through."""

    theme: Theme
    templates: Templates
    door: Record

    @property
    def prefix(self) -> str:
        """What names of the theme's files begin with in a manifest."""
        return f"themes/{self.theme.folder.name}/"

    def file(self, name: str, course: Path) -> Path:
        """The file that a manifest calls `name`, of the theme or in the course's folder."""
        return self.theme.folder / name.removeprefix(self.prefix) if name.startswith(self.prefix) else course / name


_KNOWN = Remembered[tuple[Theme, Templates]](4)


def read_dress(name: str, themes: Path, disk: Disk, report: Report) -> Dress | None:
    """The theme of that name, below `themes` or as shipped; None when it or a template cannot be used.

    In one process a theme of which nothing has changed is not made anew.
    """
    folder, mistakes = find_theme(name, [themes])
    report.extend(mistakes)
    if folder is None:
        return None
    known = _KNOWN.find(folder, disk)
    if known is not None:
        (theme, templates), door = known
        return Dress(theme, templates, door)
    told = Report()
    dress = _make_dress(folder, Record(disk), told)
    report.extend(told)
    if dress is not None and not told:
        _KNOWN.keep(folder, (dress.theme, dress.templates), dress.door)
    return dress


def _make_dress(folder: Path, door: Record, report: Report) -> Dress | None:
    theme, mistakes = read_theme(folder, door)
    report.extend(mistakes)
    if theme is None:
        return None
    templates, mistakes = read_templates(theme, door, CacheFolder())
    report.extend(mistakes)
    return Dress(theme, templates, door) if templates is not None else None


def list_inputs(course: Path, read: Record, own: Record, dress: Dress) -> Iterator[Fingerprint]:
    """Everything that can change an artefact of one delivery.

    `read` is the door that the course in the folder `course` came through, `own` that of what the delivery alone
    asked for.
    """
    yield from read_files(read.seen, course)
    yield from read_files(own.seen, course)
    yield from read_files(dress.door.seen, dress.theme.folder, dress.prefix)
    yield from read_modules({**dress.door.modules, **own.modules})
    yield program()
