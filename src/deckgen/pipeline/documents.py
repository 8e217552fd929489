"""The documents that come with deckgen: beside the package in a wheel, in docs/ of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# What is for authors, by the word it is asked for with.
_NAMES = {
    "first-course": "first-course.md",
    "first-course-zh": "first-course.zh-CN.md",
    "reference": "curriculum-reference.md",
    "reference-zh": "curriculum-reference.zh-CN.md",
    "texts": "texts.md",
    "texts-zh": "texts.zh-CN.md",
    "phrases": "phrases.md",
    "planning": "planning.md",
    "planning-zh": "planning.zh-CN.md",
    "profiles": "profiles.md",
    "profiles-zh": "profiles.zh-CN.md",
    "brands": "brands.md",
    "brands-zh": "brands.zh-CN.md",
    "pictures": "pictures.md",
    "pictures-zh": "pictures.zh-CN.md",
    "icons": "icons.md",
    "icons-zh": "icons.zh-CN.md",
    "gallery": "gallery.md",
    "gallery-zh": "gallery.zh-CN.md",
    "importing": "importing.md",
    "importing-zh": "importing.zh-CN.md",
    "releases": "releases.md",
}


def documents() -> dict[str, Path]:
    """The documents there are, by name."""
    folder = next((place for place in (_PACKAGE / "_docs", _PACKAGE.parents[1] / "docs") if place.is_dir()), None)
    return {name: folder / file for name, file in _NAMES.items() if (folder / file).is_file()} if folder else {}


def heading_of(document: Path) -> str:
    """The first heading of a document."""
    first = document.read_text("utf-8").partition("\n")[0]
    return first.lstrip("# ")
