"""Drawings as geometry and fill: every sample on a slide and in a book, to the tenth of a point."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.tree import Diagram
from deckgen.tree.dump_drawing import dump_drawing
from draw.samples import SAMPLES

GOLDENS = Path(__file__).parent / "goldens"
FACES = load_faces("latin-sans", "cjk-sans")
PLACES = {
    "slide": (Pen(FACES, label=(18, 16), strong=(20, 16)), Frame(40, 110, 880, 360)),
    "book": (Pen(FACES, label=(10.5, 9), strong=(12, 9.5)), Frame(0, 0, 450, 230)),
}


@pytest.mark.parametrize("type_", sorted(SAMPLES))
def test_a_drawing_keeps_its_geometry_and_fill(type_: str, golden: Callable[[Path, str], None]) -> None:
    parts = []
    for place, (pen, frame) in PLACES.items():
        for number, sample in enumerate(SAMPLES[type_], start=1):
            diagram = Diagram(DIAGRAMS[type_].model_validate(sample), "")
            drawing, misfits = draw_diagram(diagram, frame, pen)
            told = "".join(f"  does not fit: {misfit.text}\n" for misfit in misfits)
            parts.append(f"# {place}, sample {number}\n{dump_drawing(drawing)}{told}")
    golden(GOLDENS / f"{type_}.txt", "".join(parts))


def test_no_golden_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDENS.glob("*.txt")) == sorted(SAMPLES)
