"""What switches the schemas on in an editor: settings of VS Code, and the line at the top of a file that any editor
with a YAML language server reads. Neither needs a plugin of deckgen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from posixpath import dirname, relpath

from deckgen.handbook.schemas import SUFFIX

MODELINE = "# yaml-language-server: $schema="
# Files that a course may get later, and the kind of their schema.
_LATER = {
    "profiles/*.yaml": "profile",
    "notes/*.yaml": "notes",
    "themes/*/theme.yaml": "theme",
    "release.yaml": "release",
}


def modeline(file: str, kind: str, folder: str) -> str:
    """The first line of a file that names the schema of its kind in a folder; paths are from the course's folder."""
    return f"{MODELINE}{relpath(f'{folder}/{kind}{SUFFIX}', dirname(file) or '.')}\n"


def editor_settings(kinds: Mapping[str, str], folder: str) -> str:
    """``.vscode/settings.json`` for files of these kinds; a folder whose files are all of one kind stands for them."""
    patterns: dict[str, str] = {}
    for file, kind in kinds.items():
        beside = {other for name, other in kinds.items() if dirname(name) == dirname(file)}
        alike = len(beside) == 1 and dirname(file)
        patterns[f"{dirname(file)}/*.yaml" if alike else file] = kind
    schemas: dict[str, list[str]] = {}
    for pattern, kind in sorted({**_LATER, **patterns}.items()):
        schemas.setdefault(f"{folder}/{kind}{SUFFIX}", []).append(pattern)
    settings = {"yaml.schemas": schemas, "yaml.customTags": ["!include scalar"], "yaml.validate": True}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
