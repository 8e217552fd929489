"""Writes what is made from the models and the phrases: the reference, the schemas and the list of phrases in docs/.

python tools/make_reference.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from deckgen.handbook.examples import examples_of
from deckgen.handbook.meanings import CHINESE, ENGLISH
from deckgen.handbook.phrase_page import make_phrase_page
from deckgen.handbook.reference import Examples, make_reference, split_examples
from deckgen.handbook.shapes import Shape
from deckgen.model.profile import Profile
from deckgen.pipeline.schemas import schemas
from deckgen.source.reader import read_source
from deckgen.source.scalars import SpelledFloat, SpelledInt, spelling

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "deckgen"
DOCS = Path(__file__).resolve().parents[1] / "docs"
EXAMPLES = DOCS / "examples"


def read_examples() -> dict[str, Any]:
    """The courses of docs/examples as YAML, the files of examples by kind in one of them."""
    slides, sheets, diagrams = (_load(f"{name}.yaml") for name in ("slides", "sheets", "diagrams"))
    shown = [{"title": "See", "diagram": diagram} for diagram in diagrams.values()]
    blocks = [{"slides": [*slides.values(), *shown]}]
    kinds = {"modules": [{"blocks": blocks}], "sheets": list(sheets.values())}
    names = ("small-course", "draft-course", "whole-course")
    return {"kinds": kinds, **{name: _load(f"{name}/course.yaml") for name in names}}


def _load(name: str) -> Any:
    path = EXAMPLES / name
    raw, diagnostics = read_source(path, path.parent, Path.read_bytes)
    assert not diagnostics, diagnostics
    return plain(raw)


def plain(raw: Any) -> Any:
    """Data without places; numbers as they are spelled."""
    if isinstance(raw, dict):
        return {key: plain(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [plain(value) for value in raw]
    return spelling(raw) if isinstance(raw, SpelledInt | SpelledFloat) else raw


def key_examples() -> dict[tuple[type[BaseModel], str], str]:
    """An example of every key, from the courses of docs/examples and a profile of one of them."""
    profiles = [_load(f"whole-course/profiles/{name}.yaml") for name in ("north-bank", "south-bank")]
    return examples_of(read_examples().values()) | examples_of(profiles, Shape("record", models=(Profile,)))


def made_files() -> dict[Path, str]:
    """Path and content of every file that is made."""
    kinds = {
        name: split_examples((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
        for name in ("slides", "sheets", "diagrams")
    }
    sources = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}
    pages = {}
    for language, ending in ((ENGLISH, ""), (CHINESE, ".zh-CN")):
        course = (EXAMPLES / f"small-course{ending}" / "course.yaml").read_text("utf-8")
        examples = Examples(course, kinds, key_examples())
        pages[DOCS / f"curriculum-reference{ending}.md"] = make_reference(examples, language)
    return {
        DOCS / "phrases.md": make_phrase_page(sources),
        **pages,
        **{DOCS / "schemas" / name: text for name, text in schemas(ENGLISH).items()},
        **{DOCS / "schemas" / CHINESE / name: text for name, text in schemas(CHINESE).items()},
    }


if __name__ == "__main__":
    for path, text in made_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
