"""Scenes of a floor where people take calls: desks, boards, a talk, a way out; who stands there comes from the course.

All are laid out in a room of 588 by 420 and stretched to their frame; round things stay round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from deckgen.base.people import Look, Mood
from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Cluster, Item, Pen, Words
from deckgen.draw.people import bust
from deckgen.draw.shapes import card, corner
from deckgen.tree.drawing import Path, Shape

WIDTH, HEIGHT = 588.0, 420.0  # of the room
FLOOR = 380.0  # where the wall ends
_DESK = 326.0  # the top of a desk


@dataclass(frozen=True, slots=True)
class Stage:
    """A frame, whom it shows and what is written with."""

    frame: Frame
    pen: Pen
    cast: Sequence[Look]

    @property
    def unit(self) -> float:
        """Points of a unit where things must stay round."""
        return min(self.frame.w / WIDTH, self.frame.h / HEIGHT)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the room on the slide."""
        return (round(self.frame.x + x * self.frame.w / WIDTH, 2), round(self.frame.y + y * self.frame.h / HEIGHT, 2))

    def box(self, x: float, y: float, w: float, h: float) -> Frame:
        """A place of the room on the slide."""
        left, top = self.point(x, y)
        return Frame(left, top, round(w * self.frame.w / WIDTH, 2), round(h * self.frame.h / HEIGHT, 2))

    def block(self, x: float, y: float, w: float, h: float, fill: Colour, radius: float = 0.0) -> Shape:
        """A solid block."""
        frame = self.box(x, y, w, h)
        if not radius:
            return Shape("rect", frame, fill)
        return Shape("round_rect", frame, fill, adjust=corner(frame, radius * self.unit))

    def disc(self, x: float, y: float, r: float, fill: Colour | None, line: Colour | None = None) -> Shape:
        """A round thing around its centre."""
        cx, cy = self.point(x, y)
        size = r * self.unit
        place = Frame(*(round(value, 2) for value in (cx - size, cy - size, 2 * size, 2 * size)))
        return Shape("ellipse", place, fill, line, 2.0)

    def area(self, fill: Colour, *points: tuple[float, float]) -> Path:
        """An area with corners."""
        return Path(tuple(self.point(*point) for point in points), closed=True, fill=fill, line=None)

    def stroke(
        self, colour: Colour, width: float, *points: tuple[float, float], arrow: bool = False, dash: bool = False
    ) -> Path:
        """A line `width` units wide."""
        return Path(
            tuple(self.point(*point) for point in points), line=colour, line_width=round(width * self.unit, 2),
            arrow=arrow, dash=dash,
        )  # fmt: skip

    def person(self, at: int, x: float, foot: float, r: float, mood: Mood) -> list[Item]:
        """Somebody of the cast, down to the chest, whose lower edge is at `foot`; nobody where the cast is smaller."""
        if at >= len(self.cast):
            return []
        cx, y = self.point(x, foot)
        size = r * self.unit
        return [bust(self.cast[at], cx, y - size, size, mood)]

    def bubble(self, tip: tuple[float, float], text: tuple[Words, ...]) -> Cluster:
        """What somebody says whose mouth is near `tip`, above it and to its left."""
        x, y = tip
        wide, high, tall = 226.0, 58.0, 16.0
        left = min(max(24.0, x - wide * 0.62), WIDTH - wide - 24)
        tail = self.area("card", (x - 20, y - tall - 1), (x, y), (x - 2, y - tall - 1))
        place = self.box(left, y - tall - high, wide, high)
        box = card(place, self.pen, text, part="said", fill="card", align="left", radius=10 * self.unit,
                   insets=(self.pen.pad * 1.2, 2.0, self.pen.pad * 0.8, 2.0))  # fmt: skip
        return Cluster((tail, box), text[0].text)


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands in a room from the back to the front, and where the mouth of who speaks is."""

    items: list[Item] = field(default_factory=list)
    speaks: tuple[float, float] | None = None


def _thing(name: str, *items: Item) -> Cluster:
    return Cluster(items, name)


def _desk(stage: Stage, x: float, w: float) -> Cluster:
    legs = [stage.block(at, _DESK + 10, 10, HEIGHT - _DESK - 34, "ink_soft") for at in (x + 12, x + w - 22)]
    return _thing("desk", *legs, stage.block(x, _DESK, w, 12, "primary"))


def _screen(stage: Stage, x: float, w: float = 76.0) -> Cluster:
    """The back of a screen on a desk."""
    high = w * 0.62
    return _thing(
        "screen",
        stage.block(x + w / 2 - 5, _DESK - 12, 10, 12, "muted"),
        stage.block(x + w / 2 - 20, _DESK - 3, 40, 3, "muted"),
        stage.block(x, _DESK - 10 - high, w, high, "ink_soft", 5),
        stage.disc(x + w / 2, _DESK - 10 - high / 2, 5, "disc"),
    )


def _cup(stage: Stage, x: float) -> Cluster:
    return _thing(
        "cup", stage.disc(x + 19, _DESK - 11, 6, None, "light"), stage.block(x, _DESK - 20, 18, 20, "light", 3)
    )


def _plant(stage: Stage, x: float) -> Cluster:
    foot, leaves = FLOOR - 8, []
    for dx, rise in ((-22, 58), (0, 82), (26, 60)):
        tip = ((x + dx - 12, FLOOR - rise), (x + dx + 4, FLOOR - rise - 14))
        leaves.append(stage.area("positive", (x, foot), *tip, (x + 6, foot)))
    pot = stage.area("accent", (x - 18, FLOOR - 18), (x + 22, FLOOR - 18), (x + 16, FLOOR + 14), (x - 12, FLOOR + 14))
    return _thing("plant", *leaves, pot)


def _floor(stage: Stage) -> Scene:
    """Two desks under the board that shows the queue."""
    board: list[Item] = [stage.block(398, 164, 158, 92, "dark", 4)]
    queue: tuple[tuple[float, Colour], ...] = ((96, "positive"), (60, "mark"), (118, "accent"))
    for row, (wide, colour) in enumerate(queue):
        board.append(stage.block(416, 182 + row * 24, wide, 10, colour))
    items: list[Item] = [_thing("board", *board), _plant(stage, 552)]
    items += [*stage.person(0, 130, _DESK, 56, "calm"), *stage.person(1, 330, _DESK, 56, "eased")]
    items += [_desk(stage, 48, 420), _screen(stage, 196), _screen(stage, 390), _cup(stage, 62)]
    return Scene(items, (140, 226))


def _study(stage: Stage) -> Scene:
    """A whiteboard on which stairs lead up, and a shelf."""
    shelf: list[Item] = [stage.block(44, 176, 132, 208, "light"), stage.block(44, 176, 132, 6, "ink_soft")]
    colours: tuple[Colour, ...] = ("primary", "accent", "mark", "secondary", "positive")
    for row in range(3):
        foot = 244 + row * 66
        shelf.append(stage.block(44, foot, 132, 6, "ink_soft"))
        for number in range(5):
            high = 34 + (number * 7 + row * 5) % 16
            shelf.append(stage.block(54 + number * 19, foot - high, 14, high, colours[(number + row) % 5]))
    board: list[Item] = [stage.block(318, 160, 236, 150, "light", 4)]
    for step, high in enumerate((26, 58, 92)):
        board.append(stage.block(346 + step * 52, 292 - high, 46, high, "primary" if step == 2 else "disc"))
    board.append(stage.stroke("accent", 4, (352, 232), (440, 182), (524, 174), arrow=True))
    items: list[Item] = [_thing("shelf", *shelf), _thing("board", *board)]
    items += stage.person(0, 250, HEIGHT, 84, "thinking")
    return Scene(items, None)


def _meeting(stage: Stage) -> Scene:
    """Somebody in charge stands in front; who has to deliver sits at a desk behind."""
    window: list[Item] = [stage.block(56, 164, 120, 84, "light", 3), stage.block(114, 164, 4, 84, "hair_line")]
    window.append(stage.block(56, 204, 120, 4, "hair_line"))
    items: list[Item] = [_thing("window", *window), *stage.person(1, 236, _DESK, 58, "troubled")]
    items += [_desk(stage, 60, 300), _screen(stage, 92, 84), _cup(stage, 322)]
    items += stage.person(0, 456, HEIGHT, 88, "calm")
    return Scene(items, (450, 264))


def _board(stage: Stage) -> Scene:
    """A wall with the figures of the month and the line that they should reach."""
    wall: list[Item] = [stage.block(266, 150, 296, 190, "light", 4)]
    for number, high in enumerate((54, 70, 62, 88, 112)):
        wall.append(stage.block(288 + number * 34, 322 - high, 24, high, "primary" if number == 4 else "disc"))
    wall += [stage.stroke("accent", 2.5, (280, 204), (456, 204), dash=True)]
    notes: tuple[Colour, ...] = ("mark", "glow", "accent_soft", "glow")
    for number, colour in enumerate(notes):
        wall.append(stage.block(470 + number % 2 * 44, 166 + number // 2 * 44, 38, 38, colour))
    items: list[Item] = [_thing("board", *wall), *stage.person(0, 112, HEIGHT, 88, "thinking")]
    items += stage.person(1, 492, HEIGHT, 76, "calm")
    return Scene(items, (122, 264))


def _talk(stage: Stage) -> Scene:
    """Two people across a corner of the room; between them what has not been said yet."""
    lamp = _thing("lamp", stage.block(292, 196, 4, 190, "ink_soft"), stage.block(270, 382, 48, 6, "ink_soft"),
                  stage.area("mark", (268, 236), (320, 236), (308, 188), (280, 188)))  # fmt: skip
    items: list[Item] = [lamp, *stage.person(0, 142, HEIGHT, 92, "hurt"), *stage.person(1, 448, HEIGHT, 92, "thinking")]
    tail = stage.area("light", (398, 236), (416, 268), (424, 234))
    dots = [stage.disc(410 + at * 22, 206, 6, "line") for at in range(3)]
    items.append(_thing("pause", tail, stage.block(372, 176, 120, 62, "light", 10), *dots))
    return Scene(items, (150, 258))


def _coaching(stage: Stage) -> Scene:
    """Two people side by side listen to a call."""
    wave: list[Item] = [stage.block(362, 168, 192, 104, "dark", 5)]
    for number, high in enumerate((16, 34, 58, 26, 66, 44, 20, 50, 30, 14)):
        wave.append(stage.block(378 + number * 17, 220 - high / 2, 8, high, "mark" if number == 4 else "disc"))
    wave += [stage.block(452, 272, 12, _DESK - 272, "muted")]
    items: list[Item] = [_thing("call", *wave)]
    items += [*stage.person(0, 128, _DESK, 62, "eased"), *stage.person(1, 272, _DESK, 62, "thinking")]
    items += [_desk(stage, 40, 516), _cup(stage, 198)]
    return Scene(items, (138, 216))


def _way(stage: Stage) -> Scene:
    """A door stands open; those who leave take something along."""
    door: list[Item] = [stage.block(452, 162, 104, 210, "ink_soft"), stage.block(460, 170, 88, 202, "glow")]
    door.append(stage.area("light", (460, 170), (490, 184), (490, 386), (460, 372)))
    door.append(stage.area("glow", (460, 372), (548, 372), (WIDTH, HEIGHT), (400, HEIGHT)))
    sheet = [
        stage.block(328, 168, 84, 64, "light", 3),
        stage.block(342, 182, 56, 5, "primary"),
        stage.block(342, 194, 40, 4, "line"),
    ]
    items: list[Item] = [_thing("door", *door), _thing("certificate", *sheet, stage.disc(396, 218, 9, "mark"))]
    items += [*stage.person(1, 226, HEIGHT, 78, "calm"), *stage.person(2, 356, HEIGHT, 78, "eased")]
    items += stage.person(0, 98, HEIGHT, 84, "eased")
    return Scene(items, (108, 272))


SCENES: dict[str, Callable[[Stage], Scene]] = {
    "floor": _floor,
    "study": _study,
    "meeting": _meeting,
    "board": _board,
    "talk": _talk,
    "coaching": _coaching,
    "way": _way,
}
"""How each place is drawn."""
