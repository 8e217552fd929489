"""The map of a course: all its modules, or those around the current one where there are too many."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Frame
from deckgen.compose.frames import MOST_STOPS, course_map
from deckgen.compose.kit import Kit
from deckgen.draw import Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.diagrams.course_map import CourseMap
from deckgen.pipeline.build import Request, plan_request
from deckgen.text.phrases import phrases
from deckgen.tree import Diagram, Shape
from draw.samples import SAMPLES

SMALL = Path(__file__).resolve().parents[1] / "cases" / "shift-handover"


def _kit(modules: int) -> Kit:
    (made,) = plan_request(Request(courses=(str(SMALL),)), Report())
    course, agenda = made.planned.course, made.planned.agenda
    first = course.modules[0]
    many = tuple(first.model_copy(update={"id": f"M{n}", "short": f"no {n}"}) for n in range(1, modules + 1))
    return Kit(course.model_copy(update={"modules": many}), agenda, phrases("en"), "slide")


def _map(modules: int, current: int) -> CourseMap:
    record = course_map(_kit(modules), current).record
    assert isinstance(record, CourseMap)
    return record


def test_a_map_shows_all_modules_it_has_room_for() -> None:
    made = _map(MOST_STOPS, 3)
    assert [stop.title for stop in made.stops] == [f"no {n}" for n in range(1, MOST_STOPS + 1)]
    assert made.current == 3 and made.first == 1


@pytest.mark.parametrize(("current", "first"), [(1, 1), (4, 1), (20, 16), (39, 33), (40, 33)])
def test_a_map_of_many_modules_shows_those_around_the_current_one(current: int, first: int) -> None:
    made = _map(40, current)
    assert [stop.title for stop in made.stops] == [f"no {n}" for n in range(first, first + MOST_STOPS)]
    assert made.stops[made.current - 1].title == f"no {current}"
    assert made.first == first
    assert made.stops[0].part == str(first)


@pytest.mark.parametrize("modules", [9, 17, 40, 105])
def test_a_map_of_many_modules_without_a_current_one_shows_stretches(modules: int) -> None:
    stops = _map(modules, 0).stops
    assert len(stops) <= MOST_STOPS
    covered: list[int] = []
    for stop in stops:
        begin, _, end = stop.part.partition("–")
        covered += range(int(begin), int(end or begin) + 1)
        assert stop.title == f"no {begin}"
    assert covered == list(range(1, modules + 1))


def test_dimensions_span_the_stops_they_are_about() -> None:
    record = CourseMap.model_validate(SAMPLES["course_map"][-1])
    pen = Pen(load_faces("latin-sans", "cjk-sans"), label=(18, 16), strong=(20, 16))
    drawing, _ = draw_diagram(Diagram(record, ""), Frame(40, 110, 880, 360), pen)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Shape) and shape.text]
    frame = {
        run.text: shape.frame for shape in boxes if shape.text for label in shape.text.labels for run in label.runs
    }
    stops = [frame[stop.title] for stop in record.stops]
    oneself, team = frame["管理自我"], frame["管理团队"]
    assert oneself.x == pytest.approx(stops[1].x) and oneself.y > stops[1].y
    assert oneself.x + oneself.w == pytest.approx(team.x - (stops[3].x - stops[2].x - team.w), abs=0.1)
    assert team.w < oneself.w / 1.9
