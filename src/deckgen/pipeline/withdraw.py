"""A folder that lost its name to a new set goes, but nothing goes with it that only it holds."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from pathlib import Path, PurePath

from deckgen.pipeline.disk import files_below
from deckgen.pipeline.listing import MANIFEST, ManifestError, read_manifest

KEPT = re.compile(r"-kept(-\d+)?\Z")
"""How the name of a file ends that was in the way of a new one."""


def withdraw(old: Path, current: Path) -> list[str]:
    """Remove `old`; what is neither a file of its set nor in `current` moves there. Lines say what moved."""
    try:
        manifest = read_manifest(old)
    except (ManifestError, OSError):
        manifest = None
    _open_folders(old)
    told = []
    for path in files_below(old):
        name = path.relative_to(old).as_posix()
        if name == MANIFEST:
            continue  # last: it tells the files of the set from others, for the build after a kill in here
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        elif (manifest is not None and manifest.is_unchanged(old, name)) or _is_in(current, path, name):
            path.unlink()
        else:
            later = free_name(current, name)
            (current / later).parent.mkdir(parents=True, exist_ok=True)
            path.rename(current / later)
            told.append(f"{name} came while the set was written; it is {later} now")
    for folder in sorted((path for path in old.rglob("*") if path.is_dir()), reverse=True):
        folder.rmdir()
    (old / MANIFEST).unlink(missing_ok=True)
    old.rmdir()
    return told


def remove_tree(folder: Path) -> None:
    """Remove a folder that holds nothing of its own."""
    _open_folders(folder)
    shutil.rmtree(folder)


def _open_folders(folder: Path) -> None:
    """Folders that were protected as their owner wished can be emptied, too."""
    for each in (folder, *folder.rglob("*")):
        if each.is_dir() and not each.is_symlink() and not os.access(each, os.W_OK | os.X_OK):
            each.chmod(0o700)


def _is_in(current: Path, path: Path, name: str) -> bool:
    """Whether `current` has this very file, under any name, or its twin under its own."""
    here = path.lstat()
    if here.st_nlink > 1 and any(os.path.samestat(other.lstat(), here) for other in files_below(current)):
        return True
    twin = current / name
    if path.is_symlink() or twin.is_symlink():
        return path.is_symlink() and twin.is_symlink() and path.readlink() == twin.readlink()
    return twin.is_file() and path.is_file() and filecmp.cmp(path, twin, shallow=False)


def free_name(folder: Path, name: str, taken: frozenset[str] = frozenset()) -> str:
    """The name if it is free in the folder and not taken, or the next like it: `deck-kept.pptx`, `deck-kept-2.pptx`."""
    pure, number, candidate = PurePath(name), 1, name
    while candidate in taken or os.path.lexists(folder / candidate):
        extra = "-kept" if number == 1 else f"-kept-{number}"
        candidate = (pure.parent / f"{pure.stem}{extra}{pure.suffix}").as_posix()
        number += 1
    return candidate
