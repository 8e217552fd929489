"""What the user named into course folders and deliveries, or the list of what there is."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.declared import Declared
from deckgen.decode.settings import CLASS_SIZE, declares, is_size, names_of
from deckgen.model.keys import format_keys
from deckgen.pipeline.lengths import FreeLength, name_days, name_length, read_length
from deckgen.pipeline.planning import Loaded
from deckgen.pipeline.usage import UsageError as UsageError
from deckgen.source.folders import folders_with, may_be_there

COURSE_FILE = "course.yaml"
DEFAULT_FILE = "default.txt"  # beside the courses: the ids of those that are meant where none is named
# What a profile says and --set does not, since it has an option, with an example.
_OPTIONS = {
    "break_minutes": "break 15",
    "breaks": "breaks inclusive",
    "dates": "dates 2026-03-05,2026-03-12",
    "lunch": "lunch 11:40/60",
    "sitting": "sitting 75",
    "start": "start 08:30",
    "theme": "theme NAME",
    "trainer": "trainer NAME",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The length asked for; all that is named must agree, and nothing named asks for every declared delivery."""

    delivery: str | None = None
    days: int | None = None
    hours: float | None = None
    minutes: int | None = None
    day_minutes: tuple[int, ...] = ()

    @property
    def contact_minutes(self) -> int | None:
        """The minutes asked for, however they were said."""
        if self.minutes is not None or self.hours is None:
            return self.minutes
        return round(self.hours * 60)

    def matches(self, declared: Declared) -> bool:
        """Whether a declared delivery is what is asked for."""
        return (
            self.delivery in (None, declared.id)
            and self.days in (None, declared.days)
            and self.contact_minutes in (None, declared.minutes)
            and self.day_minutes in ((), declared.lengths)
        )

    def __str__(self) -> str:
        each = ",".join(map(str, self.day_minutes)) or None
        named = (
            ("delivery", self.delivery),
            ("days", self.days),
            ("hours", self.hours),
            ("minutes", self.minutes),
            ("day-minutes", each),
        )
        return " ".join(
            f"--{name} {value:g}" if isinstance(value, float) else f"--{name} {value or repr(value)}"
            for name, value in named
            if value is not None
        )


def find_courses(named: Sequence[str], curriculum: Path, *, every: bool = False) -> list[Path]:
    """Folders of the named courses: by id below `curriculum`, by their folder or their file `COURSE_FILE`.

    When none is named it is the course in this folder, else those that `DEFAULT_FILE` below `curriculum` lists, else
    all there; with `every` the list does not count.
    """
    if not named and not every and not Path(COURSE_FILE).is_file():
        named = _defaults(curriculum)
    if not named:
        if Path(COURSE_FILE).is_file():
            return [Path()]
        known = _courses_below(curriculum)
        if not known:
            raise UsageError(
                f"no {COURSE_FILE} here and no course below {curriculum}: expected "
                f"{curriculum}/<course>/{COURSE_FILE}; to make a course: deckgen new FOLDER"
            )
        return known
    folders = []
    for name in named:
        file = [Path(name).parent] if Path(name).name == COURSE_FILE else []
        places = (curriculum / name, Path(name), *file) if name else ()
        place = next((path for path in places if may_be_there(path / COURSE_FILE)), None)
        if place is None:
            names = [path.name for path in _courses_below(curriculum)]
            near = nearest(name, names)
            hint = f"did you mean {near}?" if near else f"there is: {list_names(names)}"
            raise UsageError(f"no course {shorten(name) or 'with an empty name'}; {hint}")
        folders.append(place)
    return list({os.path.realpath(folder): folder for folder in reversed(folders)}.values())[::-1]


def _defaults(curriculum: Path) -> list[str]:
    """What `DEFAULT_FILE` lists, an id a line."""
    listed = curriculum / DEFAULT_FILE
    if not listed.is_file():
        return []
    try:
        return listed.read_text(encoding="utf-8").split()
    except (OSError, ValueError) as problem:
        raise UsageError(f"{listed} cannot be read: {problem}") from problem


def _courses_below(curriculum: Path) -> list[Path]:
    try:
        return folders_with(curriculum, COURSE_FILE)
    except OSError as problem:
        raise UsageError(f"{curriculum} cannot be read: {problem.strerror}") from problem


def names_known(courses: Sequence[Loaded]) -> frozenset[str] | None:
    """What can be set in any of the courses; None where one of them cannot be read, which may know any name."""
    if any(not isinstance(loaded.raw, dict) for loaded in courses):
        return None
    return frozenset[str]().union(*(names_of(loaded.raw) for loaded in courses))


def check_settings(values: Mapping[str, str], courses: Sequence[Loaded]) -> None:
    """Raise UsageError for a name that is set and that no course knows, and for a class size that is no number.

    Courses that cannot be read may know any name.
    """
    known = names_known(courses)
    if known is None:
        return
    for name in values:
        if name in known:
            continue
        near = nearest(name, known)
        if name in _OPTIONS:
            raise UsageError(f"--set {name}: it has an option of its own: write --{_OPTIONS[name]}")
        fixed = name in format_keys() and not near
        what = f"{name} is part of the course and cannot be set from here" if fixed else f"nothing is called {name}"
        hint = f"did you mean {near}?" if near else f"what can be set: {list_names(known)}"
        raise UsageError(f"--set {name}: {what}; {hint}")
    size = values.get(CLASS_SIZE, "1")
    if not is_size(size) and not any(declares(loaded.raw, CLASS_SIZE) for loaded in courses):
        raise UsageError(f"--set {CLASS_SIZE}: “{shorten(size)}” is no number of people; write 18, or 12-18")


def choose_deliveries(loaded: Loaded, asked: Asked, report: Report) -> tuple[str | FreeLength, ...]:
    """Ids of the deliveries asked for, or a length nobody declared; all declared ones when nothing is named.

    A declared delivery of the asked length wins. Raises UsageError, with the list of what there is, when
    nothing matches and no length in hours or minutes was named.
    """
    if not loaded.declared and not report.has_errors:
        raise UsageError(f"{loaded.folder / COURSE_FILE} declares no deliveries")
    minutes = asked.contact_minutes
    if asked.hours is not None and round(asked.hours * 60) != minutes:
        raise UsageError(f"--hours {asked.hours:g} and --minutes {minutes} are different lengths; name one")
    chosen = tuple(dict.fromkeys(declared.id for declared in loaded.declared if asked.matches(declared)))
    if chosen or not loaded.declared:
        return chosen
    if asked.delivery is None and asked.day_minutes and asked == Asked(day_minutes=asked.day_minutes):
        return (name_days(asked.day_minutes),)
    if asked.delivery is None and minutes is not None and not asked.day_minutes:
        return (name_length(minutes, asked.days, by_minutes=asked.minutes is not None),)
    named = read_length(asked.delivery, asked.days) if asked.delivery is not None and minutes is None else None
    if named is not None:
        return (named,)
    also = "; any other length: --hours H, with --days D if it must be so many" if asked.delivery is None else ""
    there = ", ".join(_describe(declared) for declared in loaded.declared)
    raise UsageError(f"no delivery for {asked} in {loaded.folder.name}; there is: {there}{also}")


def _describe(declared: Declared) -> str:
    days, hours = declared.days or 0, declared.hours or 0
    return f"{declared.id} ({'1 day' if days == 1 else f'{days} days'}, {hours:g} hours)"
