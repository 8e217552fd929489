"""Traits belong to kinds: a kind that forgets one fails to load, and nothing else asks for a kind by its word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal

import pytest

from deckgen.model.blocks import BLOCKS
from deckgen.model.blocks.base import Block
from deckgen.model.diagrams import DIAGRAMS, DiagramData
from deckgen.model.kinds import Kind
from deckgen.model.sheets import SHEETS, Sheet
from deckgen.model.slides import SLIDES, BoardSlide, Slide

SOURCE = Path(__file__).resolve().parents[2] / "src" / "deckgen"
ROOMS = ("checks", "plan", "compose", "timetable", "paginate", "fit", "pipeline")
WORDS = {*BLOCKS, *SLIDES, *SHEETS, *DIAGRAMS}


@pytest.mark.parametrize("root", [Block, Slide, Sheet, DiagramData], ids=lambda root: root.__name__)
def test_a_kind_without_its_traits_fails_to_load(root: type[Kind]) -> None:
    with pytest.raises(TypeError, match="Forgetful lacks ") as refused:
        type("Forgetful", (root,), {"__annotations__": {"kind": Literal["forgetful"], "type": Literal["forgetful"]}})
    lacking = {name for name in root.__class_vars__ if not name.startswith("_") and not hasattr(root, name)}
    assert lacking and all(name in str(refused.value) for name in lacking)


def test_traits_may_come_from_what_several_kinds_share() -> None:
    class Walk(BoardSlide):
        """A kind whose traits are those of all boards."""

        kind: Literal["walk"]

    assert (Walk.words(), Walk.bucket, Walk.speaks) == (("walk",), "activity", False)


def test_a_root_and_what_several_kinds_share_need_no_traits() -> None:
    class Half(Slide):
        """No kind yet: it has no word."""

        speaks: ClassVar[bool] = True

    assert Half.words() == ()


_QUOTED = re.compile(r"""["'](\w+)["']""")


def _asked(tree: ast.AST) -> Iterator[ast.AST]:
    """Comparisons of something's kind or type with words, and collections of several kinds' words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            names = [side for side in sides if isinstance(side, ast.Attribute) and side.attr in ("kind", "type")]
            if names and any(word in WORDS for side in sides for word in _constants(side)):
                yield node
        elif isinstance(node, ast.Set | ast.Call) and len(WORDS.intersection(_constants(node))) > 3:
            yield node


def _constants(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def test_no_room_asks_for_a_kind_by_its_word() -> None:
    asked = [
        f"{path.relative_to(SOURCE)}:{getattr(node, 'lineno', 0)}"
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        if WORDS.intersection(_QUOTED.findall(text := path.read_text("utf-8")))
        for node in _asked(ast.parse(text))
    ]
    assert not asked, f"make it a trait of the kind: {', '.join(asked)}"
