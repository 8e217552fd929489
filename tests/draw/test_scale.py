"""Sizes of texts on slides: steps of one scale, and none between them."""

from __future__ import annotations

import pytest

from deckgen.base.roles import TYPE_SCALE
from deckgen.base.units import Frame
from deckgen.draw import DRAWINGS, Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.tree import Diagram, Shape, flat
from draw.samples import SAMPLES

FACES = load_faces("latin-sans", "cjk-sans")
PEN = Pen(FACES, (22.0, 18.0), (22.0, 18.0), scale=TYPE_SCALE)
PLACES = (Frame(44, 138, 872, 344), Frame(324, 40, 592, 440))


@pytest.mark.parametrize("kind", sorted(DRAWINGS))
def test_every_text_of_a_drawing_has_a_size_of_the_scale(kind: str) -> None:
    for sample in SAMPLES[kind]:
        for place in PLACES:
            drawing, _ = draw_diagram(
                Diagram(DIAGRAMS[kind].model_validate({"type": kind, **sample}), kind), place, PEN
            )
            texts = [shape.text for shape in flat(drawing.shapes) if isinstance(shape, Shape) and shape.text]
            sizes = {label.size for text in texts for label in text.labels}
            assert sizes <= set(TYPE_SCALE), kind


def test_sizes_to_try_go_down_the_scale_and_end_at_the_floor() -> None:
    assert PEN.steps((24.0, 17.0)) == (22.0, 18.0, 17.0)
    assert PEN.steps((16.0, 16.0)) == (16.0,)
    assert Pen(FACES, (22.0, 16.0), (22.0, 16.0)).steps((12.5, 10.0)) == (12.5, 11.5, 10.5, 10.0)


def test_a_size_between_two_steps_is_set_as_the_lower_one() -> None:
    assert (PEN.down(27.9), PEN.down(28.0), PEN.down(9.0)) == (22.0, 28.0, 9.0)
