"""The licences and notices of what is in the files of a bundle."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from deckgen import __version__
from deckgen.pipeline.door import read_file

_PACKAGE = Path(__file__).resolve().parents[1]
FILE = "NOTICES.md"
FOLDER = "licenses"
OWN_FOLDER = "notices"
_OURS, _ICONS = "deckgen.txt", "lucide.txt"
_TEXT = """# Notices

These files were made by deckgen {version}. What of others, or of deckgen itself, is in them:

| what | in | licence |
| --- | --- | --- |
| layouts, styles, fixed phrases and portraits of deckgen | decks and documents | MIT: {folder}/{ours} |
| outlines of icons of Lucide, some of them of Feather | where icons are shown | ISC and MIT: {folder}/{icons} |

No font is in them: they name faces, which Office takes from the machine that opens them.
"""


def notices(own: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of a bundle by name; `own` are those that the release names, by their path in the project."""
    text = _TEXT.format(version=__version__, folder=FOLDER, ours=_OURS, icons=_ICONS)
    if own:
        text += "\nOf this course:\n\n" + "".join(f"- {OWN_FOLDER}/{_flat(name)}\n" for name in sorted(own))
    shipped = {_OURS: read_file(_place("LICENSE")), _ICONS: read_file(_place(f"{FOLDER}/{_ICONS}"))}
    return {
        FILE: text.encode(),
        **{f"{FOLDER}/{name}": content for name, content in shipped.items()},
        **{f"{OWN_FOLDER}/{_flat(name)}": content for name, content in own.items()},
    }


def _flat(name: str) -> str:
    """A path as one name: two files called LICENSE may be named."""
    return "-".join(PurePosixPath(name).parts)


def _place(name: str) -> Path:
    """A file of deckgen: beside the package in a wheel, in the checkout else."""
    in_wheel = _PACKAGE / "_licenses" / PurePosixPath(name).name
    return in_wheel if in_wheel.is_file() else _PACKAGE.parents[1] / name
