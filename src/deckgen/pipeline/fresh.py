"""A new folder of files, whole or not at all, where nothing was before."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def is_empty_folder(folder: Path) -> bool:
    """Whether there is a folder of its own with nothing in it."""
    return folder.is_dir() and not folder.is_symlink() and next(folder.iterdir(), None) is None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """All files of a new folder by their names with ``/``, made beside its place and moved there whole.

    A folder that is there and empty is filled, since somebody may stand in it. Raises OSError as the disk does,
    FileExistsError when something is there already.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fills = is_empty_folder(folder)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder if fills else folder.parent))
    try:
        for name, content in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        beside.chmod(0o755)
        if fills:
            for entry in sorted(beside.iterdir()):
                entry.rename(folder / entry.name)
            return
        if folder.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
