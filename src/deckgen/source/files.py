"""A path into bytes: the one function of this room that opens files.

Refuses what is not a regular file, so that a pipe or a device cannot stall a build.
"""

from __future__ import annotations

import stat
from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024  # one YAML file; longer ones are refused


def read_file(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than `MAX_BYTES`.

    Raises OSError like `open`: callers turn it into a diagnostic.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(str(path))
    if not stat.S_ISREG(mode):
        raise PermissionError(f"{path} is not a regular file")
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
