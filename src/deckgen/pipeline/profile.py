"""A profile: what one client's run of a course sets, in a file that is kept, in place of many options.

`profiles/<name>.yaml` lies in the folder of the course or at the project's root; the course's own wins.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of
from deckgen.decode.brand import lay_over
from deckgen.decode.declared import chain_of
from deckgen.decode.profile import check_names, read_profile
from deckgen.decode.settings import Settings, declared_variables
from deckgen.model.profile import Profile
from deckgen.pipeline.beside import read_mapping, shelf_of
from deckgen.pipeline.door import Record
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.planning import Loaded
from deckgen.pipeline.timing import Timing
from deckgen.pipeline.usage import UsageError
from deckgen.source.node import Located

FOLDER = "profiles"


def open_profile(
    name: str, loaded: Loaded, curriculum: Path, known: Collection[str] | None, door: Record, report: Report
) -> Located | None:
    """The profile of that name as read; None when none is asked for, or nothing can be made of it.

    A key that no course knows (`known` are their names; None where one cannot be read) is reported at its place. Raises
    UsageError when there is no such profile.
    """
    if not name:
        return None
    shelf = shelf_of(FOLDER, loaded.folder, curriculum)
    path = shelf.find(name)
    if path is None:
        raise UsageError(f"--profile {name}: {loaded.folder} has no profile of this name; {shelf.hint(name)}")
    what = "a profile is a mapping of names to values"
    raw = read_mapping(path, door, report, what, "write for example `client: North Bank`")
    if raw is None:
        return None
    lay_over(loaded.raw, raw)
    if known is not None:
        check_names(raw, known, loaded.ids, report)
    return raw


def settle(
    raw: Located | None, loaded: Loaded, target: str | FreeLength, given: Settings, report: Report
) -> tuple[Settings, Timing]:
    """What a profile and the command line set for one delivery, and what the profile says of its days."""
    if raw is None:
        return given, Timing()
    name = target if isinstance(target, str) else target.id
    chain = chain_of(name if isinstance(target, str) else nearest_of(loaded, target), loaded.declared)
    chain = chain if isinstance(target, str) else (name, *chain)
    variables = declared_variables(loaded.raw)
    profile, values = read_profile(raw, chain, (*loaded.ids, name), variables, given, report)
    timing = Timing(profile.breaks, profile.start, profile.lunch, profile.break_minutes, profile.sitting, profile.dates)
    return values, _check_days(timing, profile, loaded, target, report)


def nearest_of(loaded: Loaded, target: FreeLength) -> str:
    """The declared delivery that is nearest in length."""
    return min(loaded.declared, key=lambda item: abs((item.minutes or 0) - target.minutes)).id


def _check_days(timing: Timing, profile: Profile, loaded: Loaded, target: str | FreeLength, report: Report) -> Timing:
    """The timing without what names another number of days than there are, which is reported."""
    if isinstance(target, FreeLength):
        days = target.days
    else:
        days = next((item.days for item in loaded.declared if item.id == target), None) or 0
    wrong = timing.miscounted(days) if days else {}
    for key, count in wrong.items():
        example = next(iter(loaded.ids), "1-day")
        hint = f"write one a day; per delivery: `{key}: {{{example}: …}}`; or ask for another with `--delivery`"
        message = f"{key} has {count_of(count, 'value')}, this delivery has {count_of(days, 'day')}"
        report.add("DG106", message, profile.at(key), hint)
    return timing.without(wrong)
