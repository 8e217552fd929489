"""The private notes of a trainer: `notes/<trainer>.yaml`, in the folder of the course or at the project's root.

They go into the guide and the notes of the deck, and nowhere that participants read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.decode.course import salvage_course
from deckgen.decode.own_notes import check_parts
from deckgen.decode.settings import Settings
from deckgen.model.course import Course
from deckgen.pipeline.beside import Shelf, read_mapping, shelf_of
from deckgen.pipeline.door import Record
from deckgen.pipeline.planning import Loaded
from deckgen.pipeline.usage import UsageError
from deckgen.source.node import Located

FOLDER = "notes"


def open_notes(
    trainer: str, asked_at: Span | None, loaded: Loaded, curriculum: Path, door: Record, report: Report
) -> Located | None:
    """The notes of a trainer as read; None when nobody is named, or nothing can be made of them.

    `asked_at` is the place in a profile that names the trainer, where one does: then it is reported there that there
    are none. Else UsageError is raised.
    """
    if not trainer:
        return None
    shelf = shelf_of(FOLDER, loaded.folder, curriculum)
    path = shelf.find(trainer)
    if path is None:
        _miss(trainer, asked_at, loaded, shelf, report)
        return None
    what = "notes are a mapping of ids to texts"
    return read_mapping(path, door, report, what, "write for example `B1.1: Tell the story of the lift.`")


def _miss(trainer: str, asked_at: Span | None, loaded: Loaded, shelf: Shelf, report: Report) -> None:
    message = f"there are no notes of {trainer} for {loaded.folder}"
    if asked_at is None:
        raise UsageError(f"--trainer {trainer}: {message}; {shelf.hint(trainer)}")
    report.add("DG104", f"trainer: {message}", asked_at, shelf.hint(trainer))


def check_notes(
    raw: Located, loaded: Loaded, looked_at: Mapping[str, Course], values: Settings, report: Report
) -> None:
    """Report notes about nothing; said only where all deliveries can be read whole.

    `looked_at` are the courses as the deliveries see them that were asked for, `values` what is set from outside.
    """
    courses = dict(looked_at)
    for key in loaded.ids:
        course = courses.get(key) or salvage_course(loaded.raw, key, values, Report())
        if course is None or not course.gaps.whole:
            return
        courses[key] = course
    check_parts(raw, courses.values(), report)
