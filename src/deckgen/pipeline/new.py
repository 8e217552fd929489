"""A new course to write over, in a folder of its own that builds at once.

Refuses a name that no folder or course can have, and a folder that is there already: nothing is ever overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deckgen import __version__, handbook
from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.names import fault_in
from deckgen.handbook import starter
from deckgen.handbook.starter import ENGINES, LANGUAGES, LENGTHS
from deckgen.pipeline.fresh import is_empty_folder, write_folder

__all__ = ["ENGINES", "LANGUAGES", "LENGTHS", "NewCourse", "course_files", "new_course"]


@dataclass(frozen=True, slots=True)
class NewCourse:
    """What a request for a course came to: its folder and files, none when nothing was written."""

    folder: Path | None
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def course_files(
    name: str, title: str, language: str, length: str, day: date, engine: str | None = None
) -> dict[str, bytes]:
    """The files of a new course by name, without its schemas; with what `engine` runs, one of `ENGINES`."""
    root = Path(handbook.__file__).parent / starter.FOLDER
    templates = {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()
    }
    files = starter.starter_files(templates, name, title, language, length, day.isoformat())
    return files | (starter.ci_files(templates, engine, __version__) if engine is not None else {})


def new_course(
    folder: Path, name: str, title: str, language: str, length: str, day: date, engine: str | None = None
) -> NewCourse:
    """A course of the id `name` in a new folder, or in one that is empty; written whole or not at all."""
    report = Report()
    called = folder.resolve().name
    fault = fault_in(called)
    if fault:
        report.add("DG110", f"no folder can be called {called!r}: it {fault}", None, "letters, digits and dashes")
    elif (folder.exists() or folder.is_symlink()) and not is_empty_folder(folder):
        hint = "choose another name, or move it away: what you may have written there is kept"
        report.add("DG701", f"{folder} is there already, and not an empty folder", None, hint)
    if report.has_errors:
        return NewCourse(None, (), tuple(report))
    from deckgen.pipeline.schemas import equipped  # they need the models, which the help of a command does not

    files = equipped(course_files(name, title, language, length, day, engine), language)
    try:
        write_folder(folder, files)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG701", f"{problem.filename or folder} cannot be written: {reason}", None, "free the place")
        return NewCourse(None, (), tuple(report))
    return NewCourse(folder, tuple(sorted(files)), tuple(report))
