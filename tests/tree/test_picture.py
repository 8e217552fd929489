"""Pictures in their frames: whole or cropped around what must stay in sight."""

from __future__ import annotations

import pytest

from deckgen.base.units import Frame
from deckgen.tree import ReadyPicture
from deckgen.tree.picture import WHOLE, Crop, contain, crop_to, place_picture, whole_width

WIDE = Frame(100, 50, 400, 100)


@pytest.mark.parametrize(
    ("width", "height", "place"),
    [(200, 100, (200, 50, 200, 100)), (100, 100, (250, 50, 100, 100)), (800, 100, (100, 75, 400, 50)),
     (0, 10, (100, 50, 400, 100))],
)  # fmt: skip
def test_a_whole_picture_stands_in_the_middle(width: float, height: float, place: tuple[float, ...]) -> None:
    assert contain(width, height, WIDE) == place
    assert place_picture(width, height, WIDE, None) == (place, WHOLE)


@pytest.mark.parametrize(
    ("focus", "crop"),
    [
        ((0.5, 0.5), (0.0, 0.375, 0.0, 0.375)),
        ((0.5, 0.0), (0.0, 0.0, 0.0, 0.75)),
        ((0.0, 1.0), (0.0, 0.75, 0.0, 0.0)),
        ((0.3, 0.4), (0.0, 0.275, 0.0, 0.475)),
    ],
)
def test_a_crop_keeps_its_focus_in_sight(focus: tuple[float, float], crop: Crop) -> None:
    assert crop_to(100, 100, WIDE, focus) == crop
    assert place_picture(100, 100, WIDE, focus) == (WIDE, crop)


def test_a_wide_picture_is_cut_at_its_sides() -> None:
    assert crop_to(400, 100, Frame(0, 0, 100, 100), (1.0, 0.5)) == (0.75, 0.0, 0.0, 0.0)


def test_the_whole_of_a_cropped_picture_is_wider_than_its_frame() -> None:
    assert whole_width(Frame(0, 0, 100, 100), (0.75, 0.0, 0.0, 0.0)) == 400


@pytest.mark.parametrize("svg", [b"", b"<svg/>"])
def test_a_picture_is_kept_and_found_again(svg: bytes) -> None:
    ready = ReadyPicture(b"\x89PNG\n 12\n", "png", svg)
    assert ReadyPicture.unpack(ready.pack()) == ready
