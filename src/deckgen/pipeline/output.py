"""Bytes into files, all or none.

Refuses names that lead out of the folder. Errors of the file system are raised as OSError,
after everything has been put back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files (name relative to `folder`, with ``/``, and content) so that all appear or none.

    Everything is first written beside its place; then each file is moved into place in one step,
    over an older one of its name. Other files in `folder` are not touched. On any error the older
    files are back and nothing new is left, folders included.
    """
    for name in files:
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
            raise ValueError(f"{name!r} is no name inside the output folder")
    made: list[Path] = []  # folders, outermost first
    stage: Path | None = None
    kept: list[tuple[Path, Path | None]] = []  # a target and where its older file waits
    try:
        _make_folder(folder, made)
        stage = Path(tempfile.mkdtemp(prefix=".deckgen-", dir=folder))
        for number, name in enumerate(files):
            (stage / f"{number}.new").write_bytes(files[name])
        for number, name in enumerate(files):
            target = folder / name
            _make_folder(target.parent, made)
            older = _keep_older(target, stage / f"{number}.old")
            kept.append((target, older))
            (stage / f"{number}.new").replace(target)
        shutil.rmtree(stage)
    except BaseException:  # an interrupt must not leave half an output either
        _put_back(kept, stage, made)
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Create a folder with its parents, noting in `made` those that were not there."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir()
        made.append(each)


def _keep_older(target: Path, place: Path) -> Path | None:
    """A second name or a copy of what `target` holds now; a folder of that name is an error."""
    if target.is_dir():
        raise IsADirectoryError(f"{target} is a folder")
    if not target.exists():
        return None
    try:
        os.link(target, place)
    except OSError:  # a file system without hard links
        shutil.copy2(target, place)
    return place


def _put_back(kept: list[tuple[Path, Path | None]], stage: Path | None, made: list[Path]) -> None:
    for target, older in reversed(kept):
        if older is None:
            target.unlink(missing_ok=True)
        else:
            older.replace(target)
    if stage is not None:
        shutil.rmtree(stage, ignore_errors=True)
    for folder in reversed(made):
        if not any(folder.iterdir()):
            folder.rmdir()
