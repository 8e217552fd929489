"""A picture that no slot of its layout waits for: a free side of the slide, or a part of its body."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.fit.place import place_slots
from deckgen.theme.geometry import Layout, SlotBox
from deckgen.tree import Para, Picture, Slot

PICTURE = Slot("picture", (Picture("a.png", "A", 40, 30),))


def frames(**boxes: tuple[float, float, float, float]) -> dict[str, Frame]:
    layout = Layout("cover", "Cover", {name: SlotBox(Frame(*box)) for name, box in boxes.items()})
    slots = [Slot(name, (Para(runs("Text")),)) for name in boxes if name != "title"]
    return place_slots((*slots, PICTURE), layout, 960, 540)


def test_a_free_side_is_filled_to_the_edges_of_the_slide() -> None:
    assert frames(title=(40, 60, 500, 90), meta=(40, 400, 520, 60))["picture"] == (572, 0, 388, 540)
    assert frames(title=(400, 60, 500, 90), meta=(420, 400, 500, 60))["picture"] == (0, 0, 388, 540)


def test_where_no_side_is_free_the_body_makes_room() -> None:
    found = frames(title=(40, 60, 300, 90), body=(380, 40, 500, 240), canvas=(380, 300, 540, 180))
    assert found["body"] == (380, 40, 275, 240)
    assert found["picture"] == (380 + 275 + 24, 40, 500 - 275 - 24, 240)
    assert found["canvas"] == (380, 300, 540, 180)


def test_without_a_body_the_largest_text_makes_room() -> None:
    found = frames(title=(40, 60, 800, 90), subtitle=(40, 200, 880, 60), meta=(40, 300, 880, 200))
    assert found["meta"].w == 880 * 0.55 and found["picture"].y == 300 and found["subtitle"].w == 880
