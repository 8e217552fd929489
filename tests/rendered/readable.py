"""How well the words of a finished deck can be read: the colour of each run, and of what lies behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.base.units import Frame
from deckgen.theme.colours import contrast
from deckgen.theme.office.ground import UNKNOWN, read_stage, resolve
from deckgen.theme.office.outline import outline

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700
Move = tuple[float, float, float, float]


@dataclass(frozen=True)
class Words:
    """Some words on a slide, their colour and that of their ground."""

    slide: int
    text: str
    ink: str
    ground: str

    @property
    def contrast(self) -> float:
        """After WCAG 2."""
        return contrast(self.ink, self.ground)


@dataclass(frozen=True)
class Layer:
    """Something painted: its outline, or its frame where that cannot be told, and its colour."""

    frame: Frame
    points: tuple[tuple[float, float], ...]
    fill: str

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        if not self.points:
            return self.frame.x <= x <= self.frame.x + self.frame.w and self.frame.y <= y <= self.frame.y + self.frame.h
        inside, (ax, ay) = False, self.points[-1]
        for bx, by in self.points:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            ax, ay = bx, by
        return inside


def words_of(deck: Any) -> Iterator[Words]:
    """Every run of every slide; what lies on a picture has no ground that is known."""
    for number, slide in enumerate(deck.slides, 1):
        yield from _Slide(deck, slide, number).words()


class _Slide:
    def __init__(self, deck: Any, slide: Any, number: int) -> None:
        layout, master = slide.slide_layout, slide.slide_layout.slide_master
        self.slide, self.number, self.master = slide, number, master
        self.colours = _colours(master)
        stage = read_stage(
            layout.element, master.element, self.colours, (deck.slide_width / EMU, deck.slide_height / EMU)
        )
        whole = Frame(0, 0, stage.width, stage.height)
        self.layers = [Layer(whole, (), stage.ground)]
        self.layers += [
            Layer(shape.frame, shape.points, shape.fill) for shape in stage.shapes if shape.fill and shape.closed
        ]
        self.holders = {str(item.placeholder_format.idx): item for item in layout.placeholders}

    def words(self) -> Iterator[Words]:
        yield from self._tree(self.slide.element.cSld.spTree, (1.0, 1.0, 0.0, 0.0))

    def _tree(self, parent: Any, move: Move) -> Iterator[Words]:
        for element in parent:
            name = element.tag.rpartition("}")[2]
            if name == "grpSp":
                yield from self._tree(element, _inner(element, move))
            elif name == "graphicFrame":
                yield from self._table(element, move)
            elif name in ("sp", "pic"):
                yield from self._shape(element, name, move)

    def _shape(self, element: Any, name: str, move: Move) -> Iterator[Words]:
        place = element.find(f"{P}spPr/{A}xfrm")
        holder = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        above = self.holders.get(holder.get("idx", "0")) if holder is not None else None
        frame = _frame(place, move) if place is not None else _place_of(above)
        fill = UNKNOWN if name == "pic" else self._fill(element)
        if fill:
            self.layers.append(Layer(frame, outline(element, frame)[0], fill))
        body = element.find(f"{P}txBody")
        if body is not None:
            yield from self._runs(body, self._under(frame), self._usual(above))

    def _table(self, element: Any, move: Move) -> Iterator[Words]:
        frame = _frame(element.find(f"{P}xfrm"), move)
        table = element.find(f".//{A}tbl")
        if table is None:
            self.layers.append(Layer(frame, (), UNKNOWN))
            return
        y = frame.y
        for row in table.iterfind(f"{A}tr"):
            x, high = frame.x, int(row.get("h")) / EMU
            widths = [int(column.get("w")) / EMU for column in table.iterfind(f"{A}tblGrid/{A}gridCol")]
            for cell, wide in zip(row.iterfind(f"{A}tc"), widths, strict=True):
                solid = cell.find(f"{A}tcPr/{A}solidFill")
                under = self._under(Frame(x, y, wide, high))
                ground = resolve(solid, self.colours) if solid is not None else under
                yield from self._runs(cell.find(f"{A}txBody"), ground, self.colours["tx1"])
                x += wide
            y += high

    def _runs(self, body: Any, ground: str, usual: str) -> Iterator[Words]:
        for run in body.iter(f"{A}r", f"{A}fld"):
            text = "".join(run.itertext(f"{A}t")).strip()
            solid = run.find(f"{A}rPr/{A}solidFill")
            link = run.find(f"{A}rPr/{A}hlinkClick")
            ink = resolve(solid, self.colours) if solid is not None else usual
            if link is not None and "uri" not in "".join(link.keys()):
                ink = ink if solid is not None and link.find(f"{A}extLst") is not None else self.colours["hlink"]
            if text and UNKNOWN not in (ink, ground):
                yield Words(self.number, text, ink, ground)

    def _fill(self, element: Any) -> str:
        solid = element.find(f"{P}spPr/{A}solidFill")
        return resolve(solid, self.colours) if solid is not None else ""

    def _under(self, frame: Frame) -> str:
        """The colour behind the middle of a place."""
        x, y = frame.x + frame.w / 2, frame.y + frame.h / 2
        return next(layer.fill for layer in reversed(self.layers) if layer.covers(x, y))

    def _usual(self, above: Any) -> str:
        """The colour of words of a placeholder, or of a box of its own."""
        if above is None:
            return self.colours["tx1"]
        kind = "titleStyle" if "TITLE" in str(above.placeholder_format.type) else "bodyStyle"
        for source in (above.element, self.master.element.find(f"{P}txStyles/{P}{kind}")):
            solid = source.find(f".//{A}lvl1pPr/{A}defRPr/{A}solidFill")
            if solid is not None:
                return resolve(solid, self.colours)
        return self.colours["tx1"]


def _colours(master: Any) -> dict[str, str]:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    from deckgen.theme.office.scheme import read_scheme

    scheme: Mapping[str, str] = read_scheme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob).colours
    mapped = master.element.find(f"{P}clrMap").attrib
    return {**scheme, **{name: scheme[slot] for name, slot in mapped.items() if slot in scheme}}


def _frame(place: Any, move: Move) -> Frame:
    sx, sy, dx, dy = move
    off, size = place.find(f"{A}off"), place.find(f"{A}ext")
    x, y, w, h = (int(value) / EMU for value in (off.get("x"), off.get("y"), size.get("cx"), size.get("cy")))
    return Frame(x * sx + dx, y * sy + dy, w * sx, h * sy)


def _place_of(above: Any) -> Frame:
    return Frame(*(value / EMU for value in (above.left, above.top, above.width, above.height)))


def _inner(group: Any, move: Move) -> Move:
    place = group.find(f"{P}grpSpPr/{A}xfrm")
    if place is None:
        return move
    frame = _frame(place, move)
    off, size = place.find(f"{A}chOff"), place.find(f"{A}chExt")
    cx, cy, cw, ch = (int(value) / EMU for value in (off.get("x"), off.get("y"), size.get("cx"), size.get("cy")))
    sx, sy = frame.w / cw if cw else 1.0, frame.h / ch if ch else 1.0
    return (sx, sy, frame.x - cx * sx, frame.y - cy * sy)
