"""Folders of deliveries against their manifests: is everything as it was built?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.pipeline.disk import files_below
from deckgen.pipeline.listing import MANIFEST, Manifest, ManifestError, read_manifest
from deckgen.pipeline.lock import BusyError, locked
from deckgen.pipeline.switch import give_back_names, is_leftover
from deckgen.pipeline.withdraw import KEPT
from deckgen.source.folders import folders_with, may_be_there

_PATIENCE = 5.0  # seconds for a build that is writing just now

Look = Callable[[Path], str]
"""Why a file that is as it was built is of no use; empty when it is good."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How many sets and files were looked at, and a line about everything that is not as built."""

    sets: int
    files: int
    findings: tuple[str, ...]


def verify(folder: Path, look: Look = lambda path: "", *, strict: bool = False) -> Verified:
    """Look at a delivery's folder, or at all below a course's or an output folder.

    Every file that is as built is shown to `look`; when `strict`, files that nobody lists are differences, too. A
    folder that a killed build left without its name gets it back first. Raises OSError for what cannot be read.
    """
    _give_back(folder)
    if not folder.is_dir():
        reason = "it is a file, not a folder" if folder.exists() else "there is no such folder"
        raise NotADirectoryError(None, reason, str(folder))
    places = [folder] if may_be_there(folder / MANIFEST) else sorted(_sets_below(folder))
    if not places:
        return Verified(0, 0, (f"{folder}: no {MANIFEST} here; nothing was built into it, or it was taken away",))
    files, findings = 0, []
    for place in places:
        try:
            manifest = read_manifest(place)
        except ManifestError as problem:
            findings.append(f"{place / MANIFEST}: cannot be read ({problem})")
            continue
        files += len(manifest.outputs)
        findings += _compare(place, manifest, look, strict)
    return Verified(len(places), files, tuple(findings))


def _give_back(folder: Path) -> None:
    """Undo what a kill between two renames left, unless a build is at it."""
    for out, parents in (
        (folder.parent.parent, [folder.parent]),
        (folder.parent, [folder]),
        (folder, _folders(folder)),
    ):
        waiting = [parent for parent in parents if give_back_names(parent, look_only=True)]
        if waiting:
            try:
                with locked(out, _PATIENCE):
                    for parent in waiting:
                        give_back_names(parent)
            except BusyError:
                return


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _sets_below(folder: Path) -> Iterator[Path]:
    """Deliveries of a course's folder, or of an output folder; hidden names of builds are none."""
    for parent in (folder, *(path for path in _folders(folder) if not is_leftover(path.name))):
        for path in folders_with(parent, MANIFEST):
            if not is_leftover(path.name):
                yield path


def _compare(folder: Path, manifest: Manifest, look: Look, strict: bool) -> Iterator[str]:
    listed = {item.name for item in manifest.outputs}
    for name in sorted(listed):
        if not (folder / name).exists():
            yield f"{folder / name}: missing"
        elif not manifest.is_unchanged(folder, name):
            yield f"{folder / name}: changed since it was built"
        elif fault := look(folder / name):
            yield f"{folder / name}: {fault}"
    own = re.compile(rf"{re.escape(manifest.course)}-{re.escape(manifest.delivery)}(?:-.+)?-(?:v.+|draft)-.+\.[a-z]+")
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        if name not in listed and own.fullmatch(path.name) and not KEPT.search(path.stem):
            yield f"{path}: has the name of an artefact, but the manifest does not list it"
        elif strict and name not in listed and name != MANIFEST:
            yield f"{path}: the manifest does not list it"
