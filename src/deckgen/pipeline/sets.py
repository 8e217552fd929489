"""What was just made and what lies in its folder into the set that the folder is to hold, and what to say of it.

A file of the set that was not made anew stays while it comes from the same sources, else it goes. A file of the set
that somebody changed, or one that stands where a new one must, is kept under another name. Files that no manifest
lists are never touched; those that bear the name of another version are told of.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckgen.pipeline.disk import files_below
from deckgen.pipeline.listing import MANIFEST, Manifest, ManifestError, check_name, parse_manifest, read_manifest
from deckgen.pipeline.switch import NextSet
from deckgen.pipeline.withdraw import free_name


@dataclass(frozen=True, slots=True)
class Batch:
    """Files made for one delivery by one build.

    `files` are by name, with their `manifest` apart; the names of all its files begin with `prefix`.
    `read_input` gives an input of an older set by its name in the manifest, None when it is not there; `given_away`
    names the files that others than the facilitator and the office get.
    """

    folder: Path
    files: Mapping[str, bytes]
    manifest: bytes
    prefix: str
    read_input: Callable[[str], bytes | None]
    given_away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """The next set of a folder, the files that stay in it, and lines about what happens to the others."""

    following: NextSet
    kept: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def plan_set(batch: Batch) -> Plan:
    """Decide about every file of the folder. Raises OSError for a folder that stands where a file must."""
    folder, newer = batch.folder, parse_manifest(batch.manifest)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(None, "a file has the name of the folder", str(folder))
    for name in (*batch.files, MANIFEST):
        check_name(name)
        if (folder / name).is_dir():
            raise IsADirectoryError(None, "a folder has the name of a file", str(folder / name))
    older = _older(folder)
    told: list[str] = _other_course(folder, older, newer)
    kept, removed = _stay_or_go(batch, older, newer, told)
    carried = {item: item for item in kept}
    taken = frozenset((*batch.files, MANIFEST, *kept))
    for name in _present(folder):
        if name in carried or name in removed or name == MANIFEST:
            continue
        if name not in batch.files:
            carried[name] = name
            if version := _other_version(name, batch, newer.version):
                told.append(f"{folder / name} is of version {version}; it was left alone")
        elif not _is_ours(batch, older, name):
            carried[name] = free_name(folder, name, taken)
            taken |= {carried[name]}
            told.append(f"{folder / name} was changed since it was built; that file is {carried[name]} now")
    manifest = newer
    if older is not None and kept:
        manifest = newer.joined((item for item in older.outputs if item.name in kept), older.inputs)
    following = NextSet(folder, {**batch.files, MANIFEST: manifest.to_bytes()}, carried, removed)
    return Plan(following, kept, tuple(told))


def _older(folder: Path) -> Manifest | None:
    try:
        return read_manifest(folder)
    except (ManifestError, FileNotFoundError):
        return None


def _other_course(folder: Path, older: Manifest | None, newer: Manifest) -> list[str]:
    """A word about a folder that may hold another course of the same id."""
    if older is None or older.title in ("", newer.title):
        return []
    return [
        f"{folder} held “{older.title}” (version {older.version}), it holds “{newer.title}” now; "
        f"if these are two courses, give one another id than {newer.course}, or another folder with --out"
    ]


def _present(folder: Path) -> list[str]:
    """Names of all that lies in the folder, empty folders among them."""
    return [path.relative_to(folder).as_posix() for path in files_below(folder)] if folder.is_dir() else []


def _stay_or_go(
    batch: Batch, older: Manifest | None, newer: Manifest, told: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files of the older set that this build did not make: those that stay in the set, those that go."""
    others = [item.name for item in older.outputs if item.name not in batch.files] if older is not None else []
    if older is None or not others:
        return (), ()
    same = older.has_same_sources(newer, batch.read_input)
    kept, removed = [], []
    for name in others:
        path = batch.folder / name
        if not os.path.lexists(path):
            told.append(f"{path} was taken away; it is no longer part of the set")
        elif not older.is_unchanged(batch.folder, name):
            told.append(f"{path} was changed since it was built; it stays, but is no longer part of the set")
        elif same:
            kept.append(name)
            told.append(f"{path} stays: it was made from the same sources")
        else:
            removed.append(name)
            version = f" (version {older.version})" if older.version != newer.version else ""
            told.append(f"{path} was removed: it was made from other sources{version}")
    return tuple(kept), tuple(removed)


def _is_ours(batch: Batch, older: Manifest | None, name: str) -> bool:
    """Whether the file in the way of a new one is the one an earlier build wrote, or equals the new one."""
    if older is not None and older.is_unchanged(batch.folder, name):
        return True
    path = batch.folder / name
    return path.is_file() and not path.is_symlink() and path.read_bytes() == batch.files[name]


def _other_version(name: str, batch: Batch, version: str) -> str:
    """The version in the name of an artefact that this build did not make and no manifest lists; else empty."""
    own = "-draft-" if version == "draft" else f"-v{version}-"
    kinds = "|".join(re.escape(file.rpartition(own)[2]) for file in sorted(batch.files) if own in file)
    match = (
        re.fullmatch(rf"{re.escape(batch.prefix)}(?:-.*?)?-(?:v(.+)|(draft))-(?:{kinds})", PurePosixPath(name).name)
        if kinds
        else None
    )
    other = (match[1] or match[2]) if match else version
    return other if other != version else ""
