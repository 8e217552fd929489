"""What is made from the models: the reference page and the schema."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from deckgen.base.codes import CODES
from deckgen.model.blocks import BLOCKS
from deckgen.model.diagrams import COMPOSED, DIAGRAMS
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from make_reference import key_examples, made_files  # noqa: E402, F401


def reference_gaps() -> Iterator[str]:
    """Files that are not as `make reference` makes them, and kinds and codes that the page leaves out."""
    for path, text in made_files().items():
        if path.read_text("utf-8") != text:
            yield f"{path.relative_to(ROOT)} is not up to date: run `make reference`"
    page = (ROOT / "docs" / "curriculum-reference.md").read_text("utf-8")
    for word in [*SLIDES, *SHEETS, *sorted(DIAGRAMS.keys() - COMPOSED), *BLOCKS]:
        if f"### `{word}`" not in page:
            yield f"docs/curriculum-reference.md lacks {word}"
    yield from (f"docs/curriculum-reference.md lacks {code}" for code, known in CODES.items()
                if f"| {code} | {known.title} |" not in page)  # fmt: skip
