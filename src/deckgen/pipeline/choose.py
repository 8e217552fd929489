"""What the user named into course folders and deliveries, or the list of what there is."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Sequence
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.pipeline.stages import FreeLength, Loaded

COURSE_FILE = "course.yaml"
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)-(hours|min)(?:-(\d{1,2})-days?)?\Z")
HOURS_A_DAY = 7  # contact hours; a longer free length takes another day


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
    loaded: Loaded,
    delivery: str | None,
    days: int | None,
    hours: float | None,
    report: Report,
    minutes: int | None = None,
) -> tuple[str | FreeLength, ...]:
    """Ids of the deliveries asked for, or a length nobody declared; all declared ones when nothing is named.

    A declared delivery of the asked hours wins. Raises UsageError, with the list of what there is, when
    nothing matches and no length in hours or minutes was named.
    """
    listed = _declared(loaded)
    if not listed and not report.has_errors:
        raise UsageError(f"{loaded.folder / COURSE_FILE} declares no deliveries")
    if hours is not None and minutes is not None and round(hours * 60) != minutes:
        raise UsageError(f"--hours {hours:g} and --minutes {minutes} are different lengths; name one")
    wanted = minutes if minutes is not None else None if hours is None else round(hours * 60)
    chosen = [item for item in listed if _matches(item, delivery, days, wanted)]
    if chosen or not listed:
        return tuple(key for key, _, _ in chosen)
    if wanted is not None and delivery is None:
        return (_free_length(wanted, days, by_minutes=minutes is not None),)
    named = _read_length(delivery, days) if delivery is not None and wanted is None else None
    if named is not None:
        return (named,)
    asked = " ".join(
        f"--{name} {value:g}" if isinstance(value, float) else f"--{name} {value}"
        for name, value in (("delivery", delivery), ("days", days), ("hours", hours), ("minutes", minutes))
        if value is not None
    )
    there = ", ".join(f"{key} ({d} days, {h:g} hours)" if d != 1 else f"{key} (1 day, {h:g} hours)"
                      for key, d, h in listed)  # fmt: skip
    also = "; any other length: --hours H, with --days D if it must be so many" if delivery is None else ""
    raise UsageError(f"no delivery for {asked} in {loaded.folder.name}; there is: {there}{also}")


def _free_length(minutes: int, days: int | None, *, by_minutes: bool) -> FreeLength:
    """The length as an id: `9-hours`, `90-min`, and with days that were asked for `18-hours-3-days`."""
    name = f"{minutes}-min" if by_minutes or minutes % 15 else f"{minutes / 60:g}-hours"
    if days is not None:
        name += f"-{days}-day" if days == 1 else f"-{days}-days"
    return FreeLength(name, minutes, days or math.ceil(minutes / (60 * HOURS_A_DAY)))


def _read_length(name: str, days: int | None) -> FreeLength | None:
    """The length that such an id names, if it does and the days agree."""
    found = _LENGTH.match(name)
    if found is None:
        return None
    number, unit, its_days = found.groups()
    minutes = int(number.split(".")[0]) if unit == "min" else round(float(number) * 60)
    made = _free_length(minutes, int(its_days) if its_days else None, by_minutes=unit == "min")
    return made if minutes >= 1 and made.days <= 10 and days in (None, made.days) else None


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


def _matches(item: tuple[str, int, float], delivery: str | None, days: int | None, minutes: int | None) -> bool:
    key, its_days, its_hours = item
    return (
        (delivery is None or key == delivery)
        and (days is None or its_days == days)
        and (minutes is None or round(its_hours * 60) == minutes)
    )
