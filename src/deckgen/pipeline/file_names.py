"""How the files of a delivery are called: `<course>-<delivery>[-<client>]-v<version>-<kind>`.

Those of a draft say `draft` in place of the version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.names import file_part
from deckgen.model.course import Course, Delivery

MAX_BYTES = 160  # of a stem as UTF-8; file systems have 255 for the whole name, some less


def stem_of(course: Course, delivery: Delivery) -> str:
    """What all file names of a delivery begin with."""
    parts = (course.id, delivery.id, file_part(course.client), edition_of(course))
    return "-".join(part for part in parts if part)


def edition_of(course: Course) -> str:
    """The version as file names say it, or that it is a draft."""
    return "draft" if course.is_draft else f"v{course.version}"


def check_file_names(course: Course, delivery: Delivery) -> Iterator[Diagnostic]:
    """A client of which no file name can be made, and names that are too long together."""
    if course.client.strip() and not file_part(course.client):
        yield Diagnostic(
            "DG710",
            f"client: nothing of “{course.client}” can stand in a file name",
            course.at("client"),
            "write a name with letters or digits",
        )
    length = len(stem_of(course, delivery).encode())
    if length > MAX_BYTES:
        parts = {"id": course.id, "client": file_part(course.client), "version": edition_of(course)}
        longest = max(parts, key=lambda key: len(parts[key].encode()))
        yield Diagnostic(
            "DG711",
            f"the file names would begin with {length} bytes, at most {MAX_BYTES} are sure to be possible",
            course.at(longest),
            f"shorten {longest}: a Chinese character counts 3",
        )


def check_course_ids(courses: Iterable[tuple[Path, str, Span | None]]) -> Iterator[Diagnostic]:
    """Courses of one build whose artefacts would lie in one folder: folder, id and the place of the id of each."""
    first: dict[str, tuple[Path, str]] = {}
    for folder, course, place in courses:
        other, its_id = first.setdefault(course.casefold(), (folder, course))
        if other == folder:
            continue
        same = "the same id" if its_id == course else f"an id that differs only by case from {its_id}"
        yield Diagnostic(
            "DG712",
            f"two courses in one folder of the output: {folder.as_posix()} has {same}, {course}, as {other.as_posix()}",
            place,
            "give one of them another id",
        )
