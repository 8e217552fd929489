"""What is compared: a commit, a folder, or a delivery of the courses here, each as planned outlines by course."""

from __future__ import annotations

import io
import os
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import shorten
from deckgen.changes.outline import Outline, outline_of
from deckgen.pipeline.build import Request, plan_request
from deckgen.pipeline.choose import COURSE_FILE, Asked, UsageError, choose_deliveries, find_courses
from deckgen.pipeline.door import read_file
from deckgen.pipeline.lengths import read_length
from deckgen.pipeline.planning import load_course
from deckgen.release.checkout import GitError, run_git
from deckgen.release.shelves import CURRICULUM

_SOURCES = (".yaml", ".yml", ".md", ".txt")  # what a plan may be made from


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that are compared: how it was called, the folder of its project, and its delivery if one."""

    label: str
    root: Path
    delivery: str = ""
    is_elsewhere: bool = False  # a commit: its files lie in a folder that is gone afterwards


@contextmanager
def opened(name: str, courses: Sequence[Path], *, whole: bool = False) -> Iterator[Side]:
    """The side of a name: a delivery of `courses`, a folder, or a commit. Raises UsageError for anything else.

    Of a commit that is `whole` all files are there, else those that plans are made from.
    """
    if name == ".":
        yield Side("the files here", Path())
    elif _is_delivery(name, courses):
        yield Side(name, Path(), name)
    elif Path(name).is_dir():
        yield Side(name, Path(name))
    else:
        with opened_commit(name, whole=whole) as side:
            yield side


@contextmanager
def opened_commit(revision: str, *, whole: bool = False) -> Iterator[Side]:
    """The side of a commit, in a folder that is gone afterwards. Raises UsageError for what is none."""
    with tempfile.TemporaryDirectory(prefix="deckgen-diff-") as place:
        _take_out(revision, Path(place), () if whole else _SOURCES)
        yield Side(revision, Path(place), is_elsewhere=True)


def _is_delivery(name: str, courses: Sequence[Path]) -> bool:
    if read_length(name, None) is not None:
        return True
    return any(name in load_course(folder, read_file, Report()).ids for folder in courses)


def _take_out(revision: str, place: Path, kinds: Sequence[str]) -> None:
    """Write the files of a commit into a folder: those with these suffixes, or all."""
    try:
        commit = run_git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        packed = run_git("archive", "--format=tar", commit.decode("ascii").strip())
    except GitError as problem:
        told = "" if str(problem).startswith("git ended") else f" ({problem})"
        hint = "name a tag or commit, a folder, or a delivery such as 1-day or 9-hours"
        raise UsageError(f"{shorten(revision)} is no delivery, folder or commit{told}; {hint}") from problem
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            name = Path(member.name)
            if not member.isfile() or name.is_absolute() or ".." in name.parts:
                continue
            if kinds and name.suffix not in kinds:
                continue
            stream = archive.extractfile(member)
            assert stream is not None
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(stream.read())


def courses_of(named: Sequence[str]) -> list[Path]:
    """The folders of the courses named here, or of those that are meant; relative where they lie below this folder."""
    return [_from_here(folder) for folder in find_courses(named, CURRICULUM)]


def _from_here(folder: Path) -> Path:
    whole, here = folder.resolve(), Path.cwd().resolve()
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def folder_of(side: Side, course: Path) -> Path | None:
    """Where a side has a course; None where it has not. Raises UsageError for one that it cannot have."""
    if side.root != Path() and course.is_absolute():
        hint = "run deckgen diff in the folder of its project"
        raise UsageError(f"{course} lies outside this folder, so that {side.label} cannot have it; {hint}")
    folder = side.root / course
    if (folder / COURSE_FILE).is_file():
        return folder
    # the folder of a course, and not of a project
    return side.root if not side.is_elsewhere and (side.root / COURSE_FILE).is_file() else None


def outlines(
    side: Side,
    course: Path,
    delivery: str,
    profile: str,
    report: Report,
    values: Mapping[str, str] | None = None,
) -> Mapping[str, Outline] | None:
    """The outlines of a course by delivery; None where it is not there, empty where it lacks the delivery.

    `values` are variables and settings as a release sets them.
    Mistakes go to the report, at the place that their side has them.
    """
    folder = folder_of(side, course)
    if folder is None:
        return None
    asked = side.delivery or delivery
    if asked and not _has(folder, asked):
        return {}
    told = Report()
    request = Request(
        courses=(str(folder),),
        curriculum=side.root / CURRICULUM,
        delivery=asked or None,
        profile=profile,
        values=values or {},
    )
    planned = plan_request(request, told)
    for item in told:
        if item.severity == "error":
            span = item.span
            if span is not None and side.is_elsewhere:
                inside = os.path.relpath(span.file, side.root).replace(os.sep, "/")
                span = span._replace(file=f"{side.label}:{inside}")
            report.extend([replace(item, span=span)])
    return {one.planned.delivery.id: outline_of(one.planned.course, one.planned.agenda) for one in planned}


def _has(folder: Path, delivery: str) -> bool:
    """Whether a course has a delivery; what cannot be read may have it: whoever plans it says what is wrong."""
    told = Report()
    loaded = load_course(folder, read_file, told)
    if told.has_errors:
        return True
    try:
        return bool(choose_deliveries(loaded, Asked(delivery), Report()))
    except UsageError:
        return False
