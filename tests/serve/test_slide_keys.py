"""Keys of slides that last."""

from __future__ import annotations

from deckgen.pipeline.live import LiveSlide
from deckgen.serve.keys import Keys


def slide(name: str, title: str, known: str = "", block: str = "B1", kind: str = "concept") -> LiveSlide:
    return LiveSlide(name, known or title, title, kind, 1, "M1", block, None, ())


def test_a_key_stays_with_its_slide_through_moves_insertions_and_edits() -> None:
    keys = Keys()
    assert keys.assign([slide("B1.s1", "One"), slide("B1.s2", "Two"), slide("B1.s3", "Three")]) == [
        "B1.s1",
        "B1.s2",
        "B1.s3",
    ]
    titles = ("New", "One", "Two", "Three")
    shifted = [slide(f"B1.s{number}", title) for number, title in enumerate(titles, start=1)]
    assert keys.assign(shifted) == ["B1.s1~2", "B1.s1", "B1.s2", "B1.s3"]
    moved = [
        slide("B1.s1", "Three"),
        slide("B1.s2", "One", "drawn anew"),
        slide("B1.s3", "Two"),
        slide("B1.s4", "Also new"),
    ]
    assert keys.assign(moved) == ["B1.s3", "B1.s1", "B1.s2", "B1.s4"]


def test_two_slides_never_share_a_key_and_a_key_is_not_used_again() -> None:
    keys = Keys()
    keys.assign([slide("B1.s1", "One"), slide("B1.s2", "One")])
    assert keys.assign([slide("B1.s1", "One"), slide("B1.s2", "One")]) == ["B1.s1", "B1.s2"]
    assert keys.assign([]) == []
    assert keys.assign([slide("B1.s1", "Other", kind="activity")]) == ["B1.s1~2"]
