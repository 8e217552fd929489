"""What lies in a folder, for whoever looks for courses and themes: what cannot be looked into is never passed over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_NOT_THERE = frozenset((errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG))


def may_be_there(path: Path) -> bool:
    """Whether something has this name; also where the system does not tell, so that reading it says why."""
    try:
        os.lstat(path)
    except OSError as problem:
        return problem.errno not in _NOT_THERE
    return True


def folders_with(place: Path, name: str) -> list[Path]:
    """Folders right below a place that have a file of this name, or may have, in order; none where there is no place.

    Raises OSError for a place that cannot be listed.
    """
    try:
        with os.scandir(place) as entries:
            listed = sorted(entry.name for entry in entries)
    except OSError as problem:
        if problem.errno in _NOT_THERE:
            return []
        problem.filename = str(place)
        raise
    return [place / each for each in listed if may_be_there(place / each / name)]
