"""A profile: what one client's run of a course sets, in a file that is kept, in place of many `--set`.

`profiles/<name>.yaml` lies in the folder of the course or beside the folder of all courses; the course's own wins.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest
from deckgen.decode.brand import KEYS, lay_over
from deckgen.decode.settings import CLASS_SIZE, Settings, declares, is_size
from deckgen.decode.wording import PHRASES
from deckgen.pipeline.door import Record
from deckgen.pipeline.planning import Loaded
from deckgen.pipeline.usage import UsageError
from deckgen.source.folders import may_be_there
from deckgen.source.node import UNREAD, Located
from deckgen.source.reader import read_source
from deckgen.source.scalars import spelling

FOLDER = "profiles"
_SUFFIX = ".yaml"


def settle(
    name: str,
    values: Mapping[str, str],
    loaded: Loaded,
    curriculum: Path,
    known: Collection[str] | None,
    door: Record,
    report: Report,
) -> Settings:
    """The values of a profile, with those of the command line before them.

    Every name that none of the courses knows (`known`; None where one cannot be read), and every value that is no
    single text or number, is reported at its place. Raises UsageError when there is no such profile.
    """
    if not name:
        return Settings(values)
    path = _find(name, loaded.folder, curriculum)
    raw, diagnostics = read_source(path, path.parent, door)
    report.extend(diagnostics)
    if not isinstance(raw, Located):
        if not diagnostics:
            hint = "write for example `client: North Bank`"
            report.add("DG103", "a profile is a mapping of names to values", Span(path.as_posix(), 1, 1), hint)
        return Settings(values)
    lay_over(loaded.raw, raw)
    texts: dict[str, str] = {}
    for key, value in raw.items():
        if key in (PHRASES, *KEYS):
            continue  # checked with those of the course
        if known is not None and key not in known:
            near = nearest(key, known)
            hint = f"did you mean {near}?" if near else f"what can be set: {list_names({*known, PHRASES, *KEYS})}"
            report.add("DG101", f"nothing is called {key}", raw.keys_at.get(key), hint)
        elif isinstance(value, str | int | float):
            texts[key] = value if isinstance(value, str) else spelling(value)
        elif value is not UNREAD:
            report.add("DG103", f"{key} takes one text or number", raw.spans.get(key), f'write for example {key}: "18"')
    size = texts.get(CLASS_SIZE, "1")
    if not is_size(size) and not declares(loaded.raw, CLASS_SIZE):
        report.add("DG103", f"“{size}” is no number of people", raw.spans.get(CLASS_SIZE), "write 18, or 12-18")
        del texts[CLASS_SIZE]
    places = {key: at for key, at in raw.spans.items() if key not in values}
    return Settings({**texts, **values}, places, raw.get(PHRASES), raw.spans.get(PHRASES))


def _find(name: str, folder: Path, curriculum: Path) -> Path:
    """The file of a profile; raises UsageError with those there are."""
    places = (folder / FOLDER, curriculum.parent / FOLDER)
    there = sorted({file.stem for place in places if place.is_dir() for file in place.glob(f"*{_SUFFIX}")})
    for place in places:
        if name in there and may_be_there(path := place / f"{name}{_SUFFIX}"):
            return path
    near = nearest(name, there)
    hint = (
        f"did you mean {near}?"
        if near
        else f"there is: {list_names(there)}"
        if there
        else f"write {places[0] / name}.yaml"
    )
    raise UsageError(f"--profile {name}: {folder} has no profile of this name; {hint}")
