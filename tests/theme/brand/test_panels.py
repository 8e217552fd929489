"""Paper behind content never lies under a title that stands beside it."""

from __future__ import annotations

from deckgen.base.units import Frame
from deckgen.theme.brand.arrange import panels_of
from deckgen.theme.office.ground import overlap

FOOT = {"breadcrumb": Frame(40, 500, 700, 20), "page": Frame(860, 500, 60, 20)}


def test_a_title_above_leaves_one_panel_for_content_and_furniture() -> None:
    frames = {"title": Frame(40, 20, 880, 60), "body": Frame(40, 100, 880, 380), **FOOT}
    (panel,) = panels_of(frames, furniture=True)
    assert all(overlap(panel, frame) == frame.w * frame.h for slot, frame in frames.items() if slot != "title")
    assert not overlap(panel, frames["title"])


def test_a_title_beside_content_gives_furniture_a_panel_of_its_own() -> None:
    frames = {"title": Frame(40, 40, 260, 420), "body": Frame(330, 40, 590, 420), **FOOT}
    content, furniture = panels_of(frames, furniture=True)
    assert not overlap(content, frames["title"]) and not overlap(furniture, frames["title"])
    assert overlap(content, frames["body"]) == frames["body"].w * frames["body"].h
    assert all(overlap(furniture, frame) == frame.w * frame.h for frame in FOOT.values())


def test_furniture_that_can_be_read_stays_on_its_ground() -> None:
    frames = {"title": Frame(40, 40, 260, 420), "body": Frame(330, 40, 590, 420), **FOOT}
    (panel,) = panels_of(frames, furniture=False)
    assert not any(overlap(panel, frame) for frame in FOOT.values())
