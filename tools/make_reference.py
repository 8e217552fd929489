"""Writes what is made from the models and the phrases: the reference, the schemas and the list of phrases in docs/.

python tools/make_reference.py
"""

from __future__ import annotations

from pathlib import Path

from deckgen.handbook.phrase_page import make_phrase_page
from deckgen.handbook.reference import make_reference, split_examples
from deckgen.pipeline.schemas import LANGUAGES, schemas

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "deckgen"
DOCS = Path(__file__).resolve().parents[1] / "docs"


def made_files() -> dict[Path, str]:
    """Path and content of every file that is made."""
    examples = {
        name: split_examples((DOCS / "examples" / f"{name}.yaml").read_text("utf-8"))
        for name in ("slides", "sheets", "diagrams")
    }
    sources = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}
    return {
        DOCS / "phrases.md": make_phrase_page(sources),
        DOCS / "curriculum-reference.md": make_reference(examples),
        **{DOCS / "schemas" / name: text for name, text in schemas(LANGUAGES[0]).items()},
        **{DOCS / "schemas" / LANGUAGES[1] / name: text for name, text in schemas(LANGUAGES[1]).items()},
    }


if __name__ == "__main__":
    for path, text in made_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
