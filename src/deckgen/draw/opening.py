"""`opening` data into the question of a module over a scene of the floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.people import ScenePlace
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.scenes import FLOOR, HEIGHT, SCENES, WIDTH, Stage
from deckgen.draw.shapes import display, label, plain_text
from deckgen.tree.drawing import Shape

_LEAST = (330.0, 180.0)  # points: in less there is room for the question only
_QUESTION = 0.27  # of the height, for the question
_SCALE = 44 / 24  # the size of the question in headings


class Opening(Protocol):
    """A question, and the scene it is asked in."""

    @property
    def place(self) -> ScenePlace: ...
    @property
    def question(self) -> str: ...
    @property
    def says(self) -> str: ...
    @property
    def who(self) -> Sequence[str]: ...


def draw_opening(record: Opening, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The question at the top; people and furniture stand on the floor below it."""
    x, y, w, h = frame
    wall = Shape("rect", frame, "wall")
    margin = w / 18
    if w < _LEAST[0] or h < _LEAST[1]:
        words = (display(record.question or record.says, 1.2),)
        yield Plan([wall, plain_text(frame.inset(margin, margin / 2, margin, margin / 2), words, part="question")])
        return
    stage = Stage(frame, pen, tuple(pen.look(name) for name in record.who))
    items: list[Item] = [wall, Shape("rect", stage.box(0, FLOOR, WIDTH, HEIGHT - FLOOR), "hair_line")]
    scene = SCENES[record.place](stage)
    items += scene.items
    if record.question:
        top = Frame(x + margin, y + h * 0.052, w - 2 * margin, h * _QUESTION)
        items.append(plain_text(top, (display(record.question, _SCALE),), part="question", anchor="top"))
    if record.says and scene.speaks is not None:
        items.append(stage.bubble(scene.speaks, (label(record.says),)))
    yield Plan(items, boost=1.0, tolerance=20.0)
