"""The store of `base.reading`, built: a folder of the user's, where each system keeps what may be thrown away.

Never fails: without a home, rights or room nothing is kept, and what is gone or damaged is found out again.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from deckgen.pipeline.disk import replace_file

MAX_ENTRIES = 64
MAX_BYTES = 16 * 1024 * 1024  # one entry
_SUFFIX = ".json"


class CacheFolder:
    """Entries as files, named by their keys, which are hexadecimal."""

    def __init__(self, folder: Path | None = None, name: str = "templates", most: int = MAX_ENTRIES) -> None:
        """Without a `folder` that of the user's cache, and in it the one called `name`; it holds so many at most."""
        self._folder, self._name, self._most = folder, name, most

    def load(self, key: str, /) -> bytes | None:
        """What was saved under a key; None when that is gone."""
        try:
            with self._entry(key).open("rb") as stream:
                return stream.read(MAX_BYTES)
        except (OSError, RuntimeError):  # RuntimeError: a user without a home
            return None

    def save(self, key: str, content: bytes, /) -> None:
        """Keep bytes under a key, whole or not at all; the oldest make room."""
        with suppress(OSError, RuntimeError):
            entry = self._entry(key)
            entry.parent.mkdir(parents=True, exist_ok=True)
            replace_file(entry, content)
            self._make_room(entry.parent)

    def _entry(self, key: str) -> Path:
        if self._folder is None:
            from platformdirs import user_cache_path  # few builds ask

            self._folder = user_cache_path("deckgen", appauthor=False) / self._name
        return self._folder / f"{key}{_SUFFIX}"

    def _make_room(self, folder: Path) -> None:
        entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in entries[self._most :]:
            old.unlink(missing_ok=True)
