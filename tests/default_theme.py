"""The default theme and its templates, as a build reads them."""

from __future__ import annotations

from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline.door import Disk, Record
from deckgen.theme import Templates, Theme, read_templates, read_theme, shipped_themes

FOLDER = shipped_themes() / "default"


class Memory:
    """A store that lasts as long as a test."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def save(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def read_house(folder: Path = FOLDER) -> tuple[Theme, Templates]:
    """Theme and templates of a folder; both must be right."""
    theme, found = read_theme(folder, Path.read_bytes)
    assert theme is not None, found
    templates, found = try_templates(theme)
    assert templates is not None, found
    return theme, templates


def try_templates(theme: Theme) -> tuple[Templates | None, tuple[Diagnostic, ...]]:
    """The templates of a theme, read from the disk as it is now."""
    return read_templates(theme, Record(Disk()), Memory())


THEME, TEMPLATES = read_house()
