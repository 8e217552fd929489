"""Bundles as sides of a comparison: what they were made from, and what they hold, without their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.base.suggest import count_of, shorten
from deckgen.changes.outline import Outline
from deckgen.changes.saved import SavedError, load
from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.door import read_file
from deckgen.pipeline.listing import MANIFEST, Manifest, ManifestError, parse_manifest
from deckgen.pipeline.manifest import PROGRAM
from deckgen.release.archive import SUFFIX, ArchiveError, faults_of, open_archive, read_member
from deckgen.release.sums import SUMS

OUTLINE = "trainer/outline.json"
"""What was planned; only trainers get it, since it has their words and the answers."""

_MOST = 40  # characters of a fact; a commit has as many


@dataclass(frozen=True, slots=True)
class Bundled:
    """A bundle that was read: how it is called, its manifest, and its outline where it holds one."""

    label: str
    manifest: Manifest
    outline: Outline | None

    @property
    def options(self) -> Mapping[str, Any]:
        """What was asked for."""
        return dict(self.manifest.basis.get("options", {}))


def is_bundle(name: str) -> bool:
    """Whether a name is that of a bundle: a zip file, or the folder of one that was unpacked."""
    path = Path(name)
    return (path.is_file() and path.suffix.lower() == SUFFIX) or (
        (path / MANIFEST).is_file() and (path / SUMS).is_file()
    )


def read_bundle(name: str) -> Bundled:
    """A bundle by its path. Raises UsageError for what is none, or should not be unpacked; OSError as `open` does."""
    path = Path(name)
    try:
        files = _in_folder(path) if path.is_dir() else _in_archive(path)
        if MANIFEST not in files:
            raise ArchiveError(f"it has no {MANIFEST}")
        outline = load(files[OUTLINE]) if OUTLINE in files else None
        return Bundled(path.name, parse_manifest(files[MANIFEST]), outline)
    except (ArchiveError, ManifestError, SavedError) as problem:
        raise UsageError(f"{name} is no bundle that can be compared: {problem}; see deckgen verify {name}") from problem


def _in_folder(path: Path) -> dict[str, bytes]:
    return {name: read_file(path / name) for name in (MANIFEST, OUTLINE) if (path / name).is_file()}


def _in_archive(path: Path) -> dict[str, bytes]:
    with open_archive(path) as archive:
        if fault := next(faults_of(archive), ""):
            raise ArchiveError(fault)
        names = {info.filename.partition("/")[2]: info.filename for info in archive.infolist()}
        return {name: read_member(archive, names[name]) for name in (MANIFEST, OUTLINE) if name in names}


def made_from(before: Manifest, after: Manifest) -> tuple[str, ...]:
    """A line for everything that two bundles were made from or asked for, and for every file that differs."""
    ours, others = before.basis, after.basis
    lines = [*_facts(ours, others)]
    lines += _keyed("option", ours.get("options", {}), others.get("options", {}))
    lines += _keyed("library", ours.get("libraries", {}), others.get("libraries", {}))
    lines += _inputs(
        {item.path: item.sha256 for item in before.inputs}, {item.path: item.sha256 for item in after.inputs}
    )
    lines += _told(ours, others)
    files = (
        {item.name.replace(f"-v{side.version}", ""): item.sha256 for item in side.outputs} for side in (before, after)
    )
    lines += (f"file {name} {kind}" for name, kind in _differing(*files) if name != OUTLINE)
    return tuple(lines)


def _facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Version, program and commit."""
    ours, others = ({**side, **side.get("release", {})} for side in (before, after))
    for key in ("course", "delivery", "version", "deckgen", "commit"):
        if ours.get(key) != others.get(key):
            yield f"{key} {_short(ours.get(key))[:_MOST]} → {_short(others.get(key))[:_MOST]}"
    dirty = ["yes" if side.get("dirty") else "no" for side in (ours, others)]
    if dirty[0] != dirty[1]:
        yield f"of files that are not committed {dirty[0]} → {dirty[1]}"


def _keyed(what: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Values by their names, those of mappings one by one; the version that a release sets is told as such."""
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if any(isinstance(side, Mapping) for side in (one, other)):
            inner = (side if isinstance(side, Mapping) else {} for side in (one, other))
            yield from _keyed(f"{what} {name}", *inner)
        elif one != other and (what, name) != ("option values", "version"):
            yield f"{what} {name} {_short(one)} → {_short(other)}"


def _inputs(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Files of the course one by one; of deckgen and of a theme how many."""
    groups = Counter[tuple[str, str]]()
    for name, kind in _differing(before, after):
        top, *rest = name.split("/")
        if top == PROGRAM:
            groups["deckgen itself", kind] += 1
        elif top == "themes" and rest:
            groups[f"theme {rest[0]}", kind] += 1
        else:
            yield f"input {name} {kind}"
    for (group, kind), count in sorted(groups.items()):
        yield f"input {group}: {count_of(count, 'file')} {kind}"


def _told(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """How many diagnostics there are more or less of each code."""
    counts = [Counter(item.get("code", "") for item in side.get("diagnostics", ())) for side in (before, after)]
    for code in sorted({*counts[0], *counts[1]}):
        if counts[0][code] != counts[1][code]:
            yield f"diagnostics {code} {counts[0][code]} → {counts[1][code]}"


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in sorted({*before, *after}):
        if name not in before:
            yield name, "added"
        elif name not in after:
            yield name, "removed"
        elif before[name] != after[name]:
            yield name, "changed"


def _short(value: object) -> str:
    return "none" if value in (None, "") else shorten(str(value))
