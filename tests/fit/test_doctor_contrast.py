"""Contrast of the texts of layouts: with the ground that lies behind them, in the colour that the layout gives them."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.units import Frame
from deckgen.fit.doctor import examine
from deckgen.theme.geometry import Panel
from default_theme import TEMPLATES, THEME

GEOMETRY = TEMPLATES.deck.geometry


def test_every_text_of_the_default_theme_can_be_read_where_it_stands() -> None:
    rooms = {(room.role, room.slot): room.contrast for room in examine(GEOMETRY, THEME)}
    assert rooms["divider", "title"] > 4.5 and rooms["statement", "body"] > 4.5  # white on the main colour
    assert {key: ratio for key, ratio in rooms.items() if ratio < 4.5} == {}


def test_a_text_on_a_shape_of_its_own_colour_is_found() -> None:
    box = GEOMETRY.layouts["pause"].slots["page"].frame
    corners = ((0, box.y - 9), (960, box.y - 9), (960, 540), (0, 540))
    shape = Panel(tuple((float(x), float(y)) for x, y in corners), "muted")
    pause = replace(GEOMETRY.layouts["pause"], panels=(shape,))
    rooms = examine(replace(GEOMETRY, layouts={"pause": pause}), THEME)
    assert {room.slot: room.contrast < 1.1 for room in rooms}["page"]
    assert Frame.around(shape.points) == Frame(0, box.y - 9, 960, 540 - box.y + 9)
