"""What a slide takes and what it refuses, so that nothing written on it is dropped without a word."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from adapters import read_slide
from deckgen.model.slides import SLIDES, ContentSlide, Slide

VISUAL = {"table": {"head": ["A", "B"], "rows": [["1", "2"]]}}


def _slide(kind: str, **fields: Any) -> Slide:
    return read_slide({"kind": kind, "title": "A title", "minutes": 1, **fields})


@pytest.mark.parametrize("kind", ["activity", "case", "energiser", "test"])
@pytest.mark.parametrize("key", ["task", "points", "grouping", "output"])
def test_a_visual_in_place_of_the_board_hides_nothing(kind: str, key: str) -> None:
    value: Any = ["One"] if key == "points" else "One"
    assert isinstance(_slide(kind, **{key: value}), ContentSlide)
    with pytest.raises(ValidationError, match=f"in place of the board, which would show {key}"):
        _slide(kind, **VISUAL, **{key: value})


def test_a_board_says_its_task_once() -> None:
    with pytest.raises(ValidationError, match="give one of them"):
        _slide("activity", task="Try it", points=["Try it"])


@pytest.mark.parametrize("key", ["lead", "points", "diagram", "table"])
@pytest.mark.parametrize(
    ("kind", "own"), [("statement", {"statement": "One"}), ("debrief", {"questions": {"feel": "How?"}})]
)
def test_what_a_layout_has_no_place_for_is_no_key(kind: str, own: dict[str, Any], key: str) -> None:
    assert not isinstance(_slide(kind, **own), ContentSlide)
    with pytest.raises(ValidationError, match="Extra inputs"):
        _slide(kind, **own, **{key: "One"})


@pytest.mark.parametrize(("explain", "apply"), [("Why", ""), ("", "Where?"), ("Why", "Where?")])
def test_a_slide_is_read_where_it_explains_or_asks(explain: str, apply: str) -> None:
    assert _slide("concept", explain=explain, apply=apply).is_read
    assert not _slide("concept").is_read


@pytest.mark.parametrize(
    ("kind", "asked", "usual", "built"),
    [
        ("concept", None, False, False), ("concept", None, True, True), ("concept", False, True, False),
        ("debrief", None, True, True), ("activity", None, True, False), ("activity", True, False, True),
        ("statement", None, True, False), ("statement", True, True, False),
    ],
)  # fmt: skip
def test_items_appear_one_by_one_as_the_slide_says_else_as_the_course_does(
    kind: str, asked: bool | None, usual: bool, built: bool
) -> None:
    assert SLIDES[kind].model_construct(build=asked).is_built(usual) is built
