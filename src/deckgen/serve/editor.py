"""Links that open a place of a file in an editor. They are built from fields alone, never from what a course says."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "idea": "idea://open?file=/{path}&line={line}&column={column}",
    "none": "",
}
_SCHEME = re.compile(r"(?!(?:javascript|data|blob|file|https?|vbscript)\b)[a-z][a-z0-9+.-]*:")
_FIELD = re.compile(r"\{(path|line|column)\}")


def editor_link(named: str) -> str:
    """The link of an editor, by its name or as it is written. Raises ValueError for what is no link to an editor."""
    link = EDITORS.get(named, named)
    if link and not (_SCHEME.match(link) and "{path}" in link and not re.search(r"[{}]", _FIELD.sub("", link))):
        known = ", ".join(EDITORS)
        raise ValueError(
            f"an editor is one of {known}, or a link such as myeditor://open?file={{path}}&line={{line}}, not {named}"
        )
    return link


def link_to(template: str, file: str, line: int, column: int) -> str:
    """The link to a place; empty where no editor is wanted."""
    path = quote(Path(file).resolve().as_posix().removeprefix("/"))
    fields = {"path": path, "line": str(line), "column": str(column)}
    return _FIELD.sub(lambda field: fields[field.group(1)], template)
