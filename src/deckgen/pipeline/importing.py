"""Foreign material into the folder of a draft course, written whole or not at all, and never over anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.importers.draft import make_draft
from deckgen.importers.emit import Draft, slug
from deckgen.importers.lengths import TooShortError
from deckgen.importers.pieces import Material
from deckgen.importers.reading import SUFFIXES, read_material
from deckgen.importers.shape import DraftModule
from deckgen.importers.timing import minutes_of
from deckgen.pipeline.door import Disk
from deckgen.pipeline.foreign_pictures import ForeignPictures
from deckgen.pipeline.fresh import write_folder
from deckgen.theme.office.facts import UnusableError
from deckgen.theme.office.parts import open_package

_PACKAGES = (".docx", ".pptx")


@dataclass(frozen=True, slots=True)
class Import:
    """What is asked for: the files in their order, where the course goes, and what the files do not say."""

    files: tuple[Path, ...]
    folder: Path | None = None
    title: str = ""
    language: str = ""
    days: tuple[int, ...] = ()  # of each delivery; none: one delivery of as many days as are needed
    day_minutes: tuple[tuple[int, ...], ...] = ()  # of the days of each delivery that has its own lengths


@dataclass(frozen=True, slots=True)
class Imported:
    """What it came to: the folder, None when nothing was written, and what was made."""

    folder: Path | None
    modules: tuple[DraftModule, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def minutes(self) -> int:
        """Minutes of the course."""
        return minutes_of(self.modules)


def import_files(request: Import) -> Imported:
    """A draft course made of the files."""
    report = Report()
    disk = Disk()
    read = [material for path in _listed(request.files, disk, report) if (material := _read(path, disk, report))]
    if report.has_errors or not read:
        return Imported(None, (), tuple(report))
    album = ForeignPictures({name: content for material in read for name, content in material.pictures.items()}, disk)
    try:
        draft, modules = _draft(request, read)
        if names := album.names(draft.pictures, report):
            draft, modules = _draft(request, read, names)
    except TooShortError as problem:
        report.add("DG722", str(problem), None, "name longer days with --day-minutes, or leave it out")
        return Imported(None, (), tuple(report))
    if not modules:
        report.add("DG720", f"{read[0].file} holds nothing to show or say", None, "name a file with headings and text")
        return Imported(None, (), tuple(report))
    for left in draft.unplaced:
        report.add("DG721", left.what, Span(left.file, left.line, 1), "look at that place, and put it where it belongs")
    folder = request.folder or Path("curriculum") / _name_of(request, read)
    if folder.exists() or folder.is_symlink():
        hint = "name another folder with --out: nothing is ever overwritten"
        report.add("DG701", f"{folder.as_posix()} is there already", None, hint)
        return Imported(None, modules, tuple(report))
    files = {name: text.encode() for name, text in draft.files.items()}
    files |= {place: album.bytes_of[source] for place, source in draft.pictures.items()}
    told = [f"{item.span}: {item.message}" if item.span else item.message for item in report]
    files["import.txt"] = "".join(f"{line}\n" for line in told or ["everything found its place"]).encode()
    try:
        write_folder(folder, files)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG701", f"{problem.filename or folder} cannot be written: {reason}", None, "free the place")
        return Imported(None, modules, tuple(report))
    return Imported(folder, modules, tuple(report))


def _draft(
    request: Import, read: Sequence[Material], names: Mapping[str, str] = MappingProxyType({})
) -> tuple[Draft, tuple[DraftModule, ...]]:
    return make_draft(read, request.title, request.language, request.days, request.day_minutes, names)


def _name_of(request: Import, read: Sequence[Material]) -> str:
    first = request.files[0]
    return slug(request.title) or slug(first.stem) or slug(read[0].title) or "imported"


def _listed(paths: Sequence[Path], disk: Disk, report: Report) -> list[Path]:
    """The files that were named, and those of folders that were."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in SUFFIXES and entry.is_file())
            files += inside
            if not inside:
                report.add("DG720", f"{path.as_posix()} holds nothing that can be read", None, _SUFFIXES_TOLD)
        else:
            files.append(path)
    return files


_SUFFIXES_TOLD = f"name files that end with {', '.join(SUFFIXES)}"


def _read(path: Path, disk: Disk, report: Report) -> Material | None:
    file = path.as_posix()
    if path.suffix.lower() not in SUFFIXES:
        report.add("DG720", f"{file} is of no kind that can be read", None, _SUFFIXES_TOLD)
        return None
    try:
        content = disk.read(path)
        if path.suffix.lower() in _PACKAGES:
            open_package(content)  # refuses what is no file to be opened
        return read_material(content, file)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG720", f"{file} cannot be read: {reason}", None, "check its name and rights")
    except UnusableError as problem:
        report.add("DG720", f"{file}: {problem}", None, problem.hint or "open it in Office and save it again")
    except ValueError as problem:
        report.add("DG720", f"{file} cannot be read: {problem}", None, "save it as UTF-8, or open it and save it again")
    return None
