"""Boards: where the steps stand, and when a board gives up its picture for them."""

from __future__ import annotations

from typing import get_args

import pytest

from deckgen.base.roles import TYPE_SCALE
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.model.diagrams.activity import Activity, ActivityLabels, ActivityStep
from deckgen.tree import Diagram, Shape, flat
from draw.samples import SAMPLES

PEN = Pen(load_faces("latin-sans", "cjk-sans"), (22.0, 18.0), (22.0, 18.0), scale=TYPE_SCALE)
LABELS = ActivityLabels(task="任务", group="分组", minutes="时间", output="产出", page="手册", unit="分钟")


def _steps(design: str, count: int, text: str = "各写一句，念给同伴") -> tuple[list[Shape], tuple[object, ...]]:
    """The texts of the steps of a board as drawn, and what does not fit."""
    record = Activity.model_validate({
        "design": design, "word": "共创", "sheet": "练习单 04", "page": "第 9 页", "task": "贴上墙",
        "group": "六人一桌",
        "minutes": count, "lines": ("先说什么？", "再说什么？"), "labels": LABELS,
        "steps": [ActivityStep(minutes=1, text=f"{text}{n}") for n in range(count)],
    })  # fmt: skip
    drawing, misfits = draw_diagram(Diagram(record, "板"), Frame(44, 138, 872, 344), PEN)
    shapes = [shape for shape in flat(drawing.shapes) if isinstance(shape, Shape)]
    return [shape for shape in shapes if shape.part.startswith("step-")], misfits


@pytest.mark.parametrize("design", ["wall", "table", "case"])
def test_up_to_seven_steps_stand_along_a_line_and_more_in_two_columns(design: str) -> None:
    along, _ = _steps(design, 5)
    assert len(along) == 5 and len({step.frame.y for step in along}) == 1
    below, misfits = _steps(design, 8)
    assert not misfits and len(below) == 8
    assert len({step.frame.x for step in below}) == 2


def test_steps_of_many_words_leave_the_line_for_a_list() -> None:
    long = "各自把这一周里最想改的一件事写下来，再念给旁边的同伴听，请他只问不评，最后一起圈出一个字"
    steps, misfits = _steps("table", 4, long)
    assert not misfits and len({step.frame.x for step in steps}) == 1


def test_a_board_without_steps_shows_the_sheet_that_is_filled_in() -> None:
    record = Activity(task="填反馈表", group="独立", minutes=4, sheet="练习单 09", labels=LABELS)
    drawing, misfits = draw_diagram(Diagram(record, "板"), Frame(44, 138, 872, 344), PEN)
    texts = [shape for shape in flat(drawing.shapes) if isinstance(shape, Shape) and shape.text]
    task = next(shape for shape in texts if shape.part == "task")
    assert not misfits and task.frame.w < 872 / 2
    assert sum("练习单 09" in "".join(run.text for label in shape.text.labels for run in label.runs)
               for shape in texts if shape.text) == 2  # fmt: skip


@pytest.mark.parametrize("design", get_args(Activity.model_fields["design"].annotation))
def test_no_design_of_a_board_needs_steps(design: str) -> None:
    steps, _ = _steps(design, 0)
    assert steps == []


def test_a_day_of_seven_sittings_is_readable() -> None:
    record = DIAGRAMS["clock"].model_validate(SAMPLES["clock"][-1])
    drawing, misfits = draw_diagram(Diagram(record, "日"), Frame(44, 138, 872, 344), PEN)
    assert not misfits and len([shape for shape in flat(drawing.shapes) if shape.part.startswith("lane-")]) == 7
