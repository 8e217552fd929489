"""What the user named into course folders and deliveries, or the list of what there is."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.pipeline.stages import Loaded

COURSE_FILE = "course.yaml"


class UsageError(Exception):
    """The command line asks for something that does not exist; the text says what there is."""


def find_courses(named: Sequence[str], curriculum: Path) -> list[Path]:
    """Folders of the named courses, by path or by id below `curriculum`; all of them when none is named."""
    known = sorted(path.parent for path in curriculum.glob(f"*/{COURSE_FILE}"))
    if not named:
        if not known:
            raise UsageError(f"no course below {curriculum}: expected {curriculum}/<course>/{COURSE_FILE}")
        return known
    found = []
    for name in named:
        place = next((path for path in (curriculum / name, Path(name)) if (path / COURSE_FILE).is_file()), None)
        if place is None:
            names = [path.name for path in known]
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(names) or 'none'}"
            raise UsageError(f"no course {name}; {hint}")
        found.append(place)
    return found


def choose_deliveries(
    loaded: Loaded, delivery: str | None, days: int | None, hours: float | None, report: Report
) -> tuple[str, ...]:
    """Ids of the deliveries asked for; all of them when nothing is named.

    Raises UsageError, with the list of what there is, when nothing matches.
    """
    listed = _declared(loaded)
    if not listed and not report.has_errors:
        raise UsageError(f"{loaded.folder / COURSE_FILE} declares no deliveries")
    chosen = [item for item in listed if _matches(item, delivery, days, hours)]
    if not chosen and listed:
        asked = " ".join(
            f"--{name} {value:g}" if isinstance(value, float) else f"--{name} {value}"
            for name, value in (("delivery", delivery), ("days", days), ("hours", hours))
            if value is not None
        )
        there = ", ".join(f"{key} ({d} days, {h:g} hours)" if d != 1 else f"{key} (1 day, {h:g} hours)"
                          for key, d, h in listed)  # fmt: skip
        raise UsageError(f"no delivery for {asked} in {loaded.folder.name}; there is: {there}")
    return tuple(key for key, _, _ in chosen)


def _declared(loaded: Loaded) -> list[tuple[str, int, float]]:
    """Id, days and hours of every delivery that can be read."""
    raw = loaded.raw if isinstance(loaded.raw, dict) else {}
    listed = raw.get("deliveries")
    made = []
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            days, hours = item.get("days"), item.get("hours")
            made.append(
                (item["id"], days if isinstance(days, int) else 0, hours if isinstance(hours, (int, float)) else 0.0)
            )
    return made


def _matches(item: tuple[str, int, float], delivery: str | None, days: int | None, hours: float | None) -> bool:
    key, its_days, its_hours = item
    return (
        (delivery is None or key == delivery)
        and (days is None or its_days == days)
        and (hours is None or its_hours == hours)
    )
