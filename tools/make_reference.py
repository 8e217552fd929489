"""Writes what is made from the models: docs/curriculum-reference.md and docs/curriculum.schema.json.

python tools/make_reference.py
"""

from __future__ import annotations

from pathlib import Path

from deckgen.handbook.reference import make_reference, split_examples
from deckgen.handbook.schema import make_schema, write_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"


def made_files() -> dict[Path, str]:
    """Path and content of every file that is made."""
    examples = {
        name: split_examples((DOCS / "examples" / f"{name}.yaml").read_text("utf-8"))
        for name in ("slides", "sheets", "diagrams")
    }
    return {
        DOCS / "curriculum-reference.md": make_reference(examples),
        DOCS / "curriculum.schema.json": write_schema(make_schema()),
    }


if __name__ == "__main__":
    for path, text in made_files().items():
        path.write_text(text, encoding="utf-8")
