"""Names of roles that stand in two places stand in both."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import deckgen.writers.pptx
from deckgen.base.roles import ALL_LAYOUTS, FURNITURE, MAY_HAVE, SHAPE_KINDS
from deckgen.text.phrases import LANGUAGES
from deckgen.tree import Geometry

NAMED = re.compile(r"\bnames\.of\(([^()]*)\)")
WORD = re.compile(r'"(\w+)"')


def test_every_kind_of_shape_has_a_name_in_every_language_and_nothing_else_has() -> None:
    """Slots of layouts, geometries, and what the writer of decks asks for by its word."""
    slots = {slot for layout in ALL_LAYOUTS.values() for slot in layout}
    sources = "".join(path.read_text("utf-8") for path in Path(deckgen.writers.pptx.__file__).parent.glob("*.py"))
    asked = {word for inside in NAMED.findall(sources) for word in WORD.findall(inside)}
    assert {"text", "connector", "line"} <= asked
    assert set(SHAPE_KINDS) == slots | {*MAY_HAVE, *FURNITURE, *get_args(Geometry), *asked}
    assert len(SHAPE_KINDS) == len(set(SHAPE_KINDS))
    for phrases in LANGUAGES.values():
        assert {key.removeprefix("shape.") for key in phrases if key.startswith("shape.")} == set(SHAPE_KINDS)
