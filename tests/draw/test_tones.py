"""Tones and marks of drawings: each has its colour and its sign, and the order of things is that of the data."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.model.diagrams.dialogue import Dialogue
from deckgen.model.diagrams.loop import Cycle
from deckgen.tree import Diagram, Drawing, Path, Shape, flat

PEN = Pen(load_faces("latin-sans", "cjk-sans"), label=(18, 16), strong=(20, 16))
TONES = {"good": ("positive", "✓"), "bad": ("negative", "✗"), "neutral": ("primary", "")}
MARKS = {"peak": "positive", "end": "primary", "mot": "accent", "pain": "negative"}


def draw(type_: str, **data: Any) -> Drawing:
    record = DIAGRAMS[type_].model_validate({"type": type_, **data})
    drawing, misfits = draw_diagram(Diagram(record, ""), Frame(40, 110, 880, 360), PEN)
    assert not misfits
    return drawing


def words(shape: Shape) -> str:
    return "".join(plain(label.runs) for label in shape.text.labels) if shape.text else ""


def shapes(drawing: Drawing) -> list[Shape]:
    return [shape for shape in flat(drawing.shapes) if isinstance(shape, Shape)]


def part(drawing: Drawing, name: str) -> Shape:
    return next(shape for shape in shapes(drawing) if shape.part == name)


def test_every_tone_is_tested_here() -> None:
    assert set(TONES) == set(get_args(Dialogue.model_fields["tone"].annotation))
    assert set(TONES) == set(get_args(Cycle.model_fields["tone"].annotation))


@pytest.mark.parametrize("tone", TONES)
def test_a_dialogue_wears_colour_and_sign_of_its_tone(tone: str) -> None:
    colour, sign = TONES[tone]
    lines = [{"who": "Ann", "say": "Open is one."}, {"who": "Bo", "say": "One is open."}]
    drawing = draw("dialogue", lines=lines, tone=tone)
    signs = [words(shape) for shape in shapes(drawing) if words(shape) in ("✓", "✗")]
    assert signs == ([sign] if sign else [])
    edges = [shape.fill for shape in shapes(drawing) if shape.frame.h == drawing.frame.h and shape.frame.w < 60]
    assert edges == ([colour] if sign else [])
    dashed = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.dash]
    assert [shape.line for shape in dashed] == (["negative"] if tone == "bad" else [])
    first, second = part(drawing, "line-1"), part(drawing, "line-2")
    assert first.frame.x < second.frame.x and first.frame.y < second.frame.y


@pytest.mark.parametrize("tone", TONES)
def test_a_loop_wears_colour_and_sign_of_its_tone(tone: str) -> None:
    colour, sign = TONES[tone]
    nodes = [{"title": "One", "tone": tone, "nodes": ["A", "B", "C"]}, {"title": "Two", "nodes": ["D", "E", "F"]}]
    drawing = draw("loop", loops=nodes)
    head = part(drawing, "loop-1")
    assert head.fill == colour and words(head) == f"{sign} One".strip()
    assert {part(drawing, f"loop-1-node-{number}").line for number in (1, 2, 3)} == {colour}
    arrows = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.arrow]
    assert [arrow.line for arrow in arrows] == [colour] * 3 + ["primary"] * 3


def test_arrows_of_a_loop_lead_from_each_node_to_the_next() -> None:
    drawing = draw("loop", loops=[{"title": "One", "nodes": ["A", "B", "C", "D"]}])
    frames = [part(drawing, f"loop-1-node-{number}").frame for number in (1, 2, 3, 4)]
    arrows = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.arrow]

    def nearest(point: tuple[float, float]) -> int:
        def distance(frame: Frame) -> float:
            dx = max(frame.x - point[0], 0.0, point[0] - frame.x - frame.w)
            dy = max(frame.y - point[1], 0.0, point[1] - frame.y - frame.h)
            return dx * dx + dy * dy

        return min(range(4), key=lambda index: distance(frames[index]))

    ends = [(nearest(arrow.points[0]), nearest(arrow.points[-1])) for arrow in arrows]
    assert ends == [(0, 1), (1, 2), (2, 3), (3, 0)]


def test_a_journey_rises_with_its_scores_and_flies_its_marks() -> None:
    marks = [None, "mot", "pain", "peak", None, "end"]
    scores = [0, 1, -3, 3, -1, 2]
    points = [{"title": f"P{n}", "score": score} | ({"mark": mark} if mark else {})
              for n, (score, mark) in enumerate(zip(scores, marks, strict=True))]  # fmt: skip
    drawing = draw("journey", points=points, labels={key: key for key in MARKS})
    (curve,) = (shape for shape in drawing.shapes if isinstance(shape, Path) and shape.smooth)
    heights = [y for _, y in curve.points]
    assert sorted(range(6), key=lambda i: heights[i]) == sorted(range(6), key=lambda i: -scores[i])
    flags = {words(shape): shape.fill for shape in shapes(drawing) if words(shape) in MARKS}
    assert flags == MARKS


@pytest.mark.parametrize(
    ("current", "fills"), [(0, ["primary"] * 4), (2, ["primary_soft", "accent", "surface", "surface"])]
)
def test_a_map_lights_the_present_stop_behind_those_that_were(current: int, fills: list[str]) -> None:
    stops = [{"title": f"S{number}"} for number in range(4)]
    drawing = draw("course_map", stops=stops, current=current)
    assert [part(drawing, f"stop-{number}").fill for number in (1, 2, 3, 4)] == fills


def test_steps_and_levels_and_rings_are_numbered_from_one() -> None:
    titled = [{"title": name} for name in ("Ann", "Bo", "Cy")]
    steps = draw("chevrons", steps=titled)
    assert [words(part(steps, f"step-{number}"))[:2] for number in (1, 2, 3)] == ["1A", "2B", "3C"]
    rings = draw("rings", rings=titled)
    assert [words(shape) for shape in shapes(rings) if words(shape).isdigit()] == ["1", "2", "3"]


def test_levels_rise_from_the_first() -> None:
    drawing = draw("levels", levels=[{"title": name} for name in ("Ann", "Bo", "Cy")], here=2)
    tops = [part(drawing, f"level-{number}").frame.y for number in (1, 2, 3)]
    assert tops == sorted(tops, reverse=True)
    badges = {words(shape): shape.fill for shape in shapes(drawing) if shape.geometry == "ellipse"}
    assert badges == {"1": "primary", "2": "accent", "3": "primary"}


def test_a_matrix_has_its_cells_where_they_were_said() -> None:
    axis = {"title": "T", "low": "l", "high": "h"}
    drawing = draw("matrix", x=axis, y=axis, cells=[{"title": name} for name in ("TL", "TR", "BL", "BR")])
    frames = [part(drawing, f"cell-{number}").frame for number in (1, 2, 3, 4)]
    assert [words(part(drawing, f"cell-{number}")) for number in (1, 2, 3, 4)] == ["TL", "TR", "BL", "BR"]
    assert frames[0].x == frames[2].x < frames[1].x == frames[3].x
    assert frames[0].y == frames[1].y < frames[2].y == frames[3].y


def test_a_spectrum_sets_its_marks_in_proportion() -> None:
    marks = [{"title": f"M{at}", "at": at} for at in (0, 50, 100)]
    drawing = draw("spectrum", left="L", right="R", marks=marks)
    middles = [shape.frame.x + shape.frame.w / 2 for shape in shapes(drawing) if shape.geometry == "ellipse"]
    assert len(middles) == 3 and middles[0] < middles[1] < middles[2]
    assert middles[1] - middles[0] == pytest.approx(middles[2] - middles[1], rel=0.01)


def test_a_gauge_gives_each_band_its_share_of_the_scores() -> None:
    scores = {"Low": (0, 9), "Mid": (10, 29), "Top": (30, 59)}
    bands = [{"title": name, "low": low, "high": high, "advice": "a"} for name, (low, high) in scores.items()]
    drawing = draw("gauge", bands=bands)
    texts = " ".join(words(shape) for shape in shapes(drawing))
    for text in ("0–9", "10–29", "30–59"):
        assert text in texts.replace(" ", "").replace("-", "–"), texts
