"""What is made from the models: the reference page and the schema."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from catalogue.files import TABLES, unlisted
from deckgen.base.codes import CODES
from deckgen.handbook.meanings import LANGUAGES as TONGUES
from deckgen.handbook.meanings import MEANINGS, described, meaning
from deckgen.handbook.reference import models_below
from deckgen.handbook.shapes import shapes_of
from deckgen.model.blocks import BLOCKS
from deckgen.model.diagrams import COMPOSED, DIAGRAMS
from deckgen.model.keys import all_models
from deckgen.model.profile import Profile
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


def meaning_gaps() -> Iterator[str]:
    """Keys that nobody has said the meaning of in both languages, and meanings of keys that there are not."""
    more = [kind for room in TABLES for kind in unlisted(room).values()]
    models = {*all_models(), Profile, *more, *(model for kind in more for model in models_below(kind))}
    for model in sorted(models, key=described):
        for key in ("", *shapes_of(model)):
            if not all(meaning(model, key).said(language) for language in TONGUES):
                yield f"{described(model)}.{key or '(itself)'}: write it into src/deckgen/handbook/meanings/"
    used = {(described(base), key) for model in models for base in model.__mro__ for key in ("", *shapes_of(model))}
    for table, keys in MEANINGS.items():
        yield from (f"{table}.{key}: there is no such key" for key in keys if (table, key) not in used)
