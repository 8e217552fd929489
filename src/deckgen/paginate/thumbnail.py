"""A placed slide into a small drawing, for the pages of the facilitator guide.

Refuses nothing: a slot that was never placed is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.base.roles import Colour
from deckgen.base.runs import Run, Runs, plain
from deckgen.base.units import Frame
from deckgen.paginate.chart import draw_chart
from deckgen.paginate.merge import merge_shapes
from deckgen.paginate.scale import move_shape, scale_frame
from deckgen.theme import Theme
from deckgen.theme.backdrop import Backdrop, area_of
from deckgen.theme.geometry import DeckGeometry, Panel
from deckgen.theme.slide_text import BOX_INSETS
from deckgen.theme.title_icon import icon_side
from deckgen.tree import (
    Callout,
    Chart,
    Diagram,
    Drawing,
    Element,
    Icon,
    Image,
    Label,
    ListBlock,
    Para,
    Path,
    Picture,
    Primitive,
    Shape,
    Slide,
    Slot,
    Table,
    TextBox,
    flat,
)

_LEAST_READ = 4.0  # points: smaller words are shown as bars
_BAR, _PITCH = 0.45, 1.2  # of its size: how high the bar of a line is that is too small to read, and from bar to bar
_LEAST_BAR = 0.4  # points
_CJK, _LATIN = "\u2e80", 0.5  # the first of the characters as wide as high; of the size: how wide others are, about
_SPECK = 4.0  # points: a shape no larger is a dot on paper, and a page of hundreds of them is not laid out in a minute
_CELLS = 60  # a table of more cells is drawn as bands


def scale_slide(slide: Slide, geometry: DeckGeometry, theme: Theme, width: float) -> Drawing:
    """The slide as a drawing `width` points wide, in the proportions of the deck, of as few shapes as can be."""
    drawing = draw_slide(slide, geometry, theme, width / geometry.width)
    seen = (part for shape in drawing.shapes if not _is_speck(shape) for part in _barred(shape))
    return replace(drawing, shapes=merge_shapes(seen))


def draw_slide(slide: Slide, geometry: DeckGeometry, theme: Theme, factor: float = 1.0) -> Drawing:
    """The slide as a drawing with every shape and word of it, `factor` times as large."""
    layout = geometry.layouts.get(slide.layout)
    whole = Frame(0.0, 0.0, round(geometry.width * factor, 2), round(geometry.height * factor, 2))
    stage = Backdrop(layout, theme.colours)
    shapes: list[Primitive] = [Shape("rect", whole, stage.ground, "line", 0.75, part="slide")]
    shapes += [_backdrop(panel, factor) for panel in stage.panels]
    if layout is not None and "title" in layout.slots:
        frame = layout.slots["title"].frame
        size = slide.title_size or theme.slide_text["title"].size
        shapes += _text(frame, [(slide.title, True)], size, factor, stage.ink(frame), "title")
    for slot in slide.slots:
        shapes += _slot(slot, theme, factor, stage)
    return Drawing("slide", whole, tuple(shapes), plain(slide.title))


def _barred(shape: Primitive) -> Iterable[Primitive]:
    """A shape with bars for its lines, which nobody could read at this size; the title of a slide keeps its words."""
    if (
        not isinstance(shape, Shape)
        or shape.text is None
        or shape.part == "title"
        or max((label.size for label in shape.text.labels), default=0.0) >= _LEAST_READ
    ):
        yield shape
        return
    if shape.fill is not None or shape.line is not None:
        yield replace(shape, text=None)
    left, top, right, bottom = shape.text.insets
    place = Frame(shape.frame.x + left, shape.frame.y + top, shape.frame.w - left - right, shape.frame.h - top - bottom)
    lines = [(label, width) for label in shape.text.labels for width in _widths(label, place.w)]
    high = sum(label.size * _PITCH for label, _ in lines)
    y = place.y + {"top": 0.0, "middle": (place.h - high) / 2, "bottom": place.h - high}[shape.text.anchor]
    for label, width in lines:
        spare = place.w - width
        x = place.x + {"left": 0.0, "center": spare / 2, "right": spare}[shape.text.align]
        bar = max(_LEAST_BAR, label.size * _BAR)
        colour: Colour = "muted" if label.colour == "ink" else label.colour
        if y + bar <= shape.frame.y + shape.frame.h:
            yield Shape("rect", Frame(round(x, 2), round(y, 2), round(width, 2), round(bar, 2)), colour, part="words")
        y += label.size * _PITCH


def _widths(label: Label, room: float) -> Iterable[float]:
    """About how wide the lines of a label are."""
    for line in plain(label.runs).splitlines():
        left = sum(label.size * (1.0 if char >= _CJK else _LATIN) for char in line)
        while left > 0.0 and room > 0.0:
            yield min(left, room)
            left -= room


def _is_speck(shape: Primitive) -> bool:
    """Whether nobody would see what a shape is at the size of a thumbnail: the features of a face, a tick, a dot."""
    if isinstance(shape, Path):
        bounds = Frame.around(shape.points)
    elif isinstance(shape, Shape):
        bounds = shape.frame
    else:
        return False
    return max(bounds.w, bounds.h) < _SPECK


def _backdrop(panel: Panel, factor: float) -> Primitive:
    """A shape of the layout in the size of the thumbnail."""
    bounds = Frame.around(panel.points)
    width = panel.width * factor
    if (
        panel.closed
        and panel.line is None
        and len(panel.points) == 4
        and area_of(panel.points) > 0.99 * bounds.w * bounds.h
    ):
        return Shape("rect", scale_frame(bounds, factor), panel.fill, part="panel")
    points = tuple((round(x * factor, 2), round(y * factor, 2)) for x, y in panel.points)
    return Path(points, panel.closed, fill=panel.fill, line=panel.line, line_width=width, part="panel")


def _slot(slot: Slot, theme: Theme, factor: float, stage: Backdrop) -> Iterable[Primitive]:
    if slot.frame is None:
        return
    if slot.name in ("canvas", "picture"):
        for element in slot.content:
            yield from _canvas(element, slot.frame, theme, factor)
        return
    if slot.free and isinstance(slot.content[0], Table):
        yield from _table(slot.content[0], slot.frame, factor)
        return
    lines: list[tuple[Runs, bool]] = []
    for element in _without_boxes(slot.content):
        if isinstance(element, Para):
            lines.append((element.runs, False))
        elif isinstance(element, ListBlock):
            lines += [((Run("• "), *item), False) for item in element.items]
        else:
            yield from _canvas(element, slot.frame, theme, factor)
    size = slot.size or theme.slide_text.get(slot.name, theme.slide_text["body"]).size
    if isinstance(box := slot.content[0], Callout):
        look = theme.callouts[box.role]
        yield Shape("rect", scale_frame(slot.frame, factor), look["fill"], look["line"], 0.5, part="box")  # type: ignore[arg-type]
        lines = [(box.title, True), *lines] if box.title else lines
        inner = slot.frame.inset(*BOX_INSETS)
        if box.icon:
            side = icon_side(size)
            spot = scale_frame(Frame(inner.x - side, inner.y, side, side), factor)
            yield Icon(spot, box.icon, look["title"])  # type: ignore[arg-type]
        yield from _text(inner, lines, slot.code_size if box.role == "code" else size, factor, "ink", slot.name)
        return
    yield from _text(slot.frame, lines, size, factor, stage.ink(slot.frame), slot.name)


def _without_boxes(content: Iterable[Element]) -> Iterable[Element]:
    for element in content:
        yield from _without_boxes(element.body) if isinstance(element, Callout) else (element,)


def _text(
    frame: Frame, lines: list[tuple[Runs, bool]], size: float, factor: float, ink: Colour, part: str
) -> list[Primitive]:
    small = round(size * factor * 2) / 2
    if not small or not lines:
        return []
    labels = tuple(Label(_plain_runs(runs), small, ink, strong) for runs, strong in lines)
    box = TextBox(labels, "left", "top", (0.0, 0.0, 0.0, 0.0))
    return [Shape("rect", scale_frame(frame, factor), text=box, part=part)]


def _plain_runs(runs: Runs) -> Runs:
    return tuple(replace(run, href="", page_of="") if run.href or run.page_of else run for run in runs)


def _canvas(element: Element, frame: Frame, theme: Theme, factor: float) -> Iterable[Primitive]:
    match element:
        case Drawing():
            yield from (move_shape(shape, factor, 0.0, 0.0) for shape in flat(element.shapes))
        case Table():
            yield from _table(element, frame, factor)
        case Chart():
            words = theme.slide_text["label"].floor * factor
            yield from draw_chart(element, scale_frame(frame, factor), words if words >= _LEAST_READ else 0.0)
        case Picture():
            place = scale_frame(frame, factor)
            yield Image(place, element.path, element.alt, element.crop, "picture")
        case Diagram():
            yield Shape("rect", scale_frame(frame, factor), "surface", "line", 0.5, part="picture")
        case _:
            return


def _table(table: Table, frame: Frame, factor: float) -> Iterable[Shape]:
    rows = [*table.head, *table.rows]
    if not rows:
        return
    total = sum(table.widths) or 1.0
    columns = table.layout.columns if table.layout else tuple(frame.w * w / total for w in table.widths)
    heights = table.layout.rows if table.layout else tuple(frame.h / len(rows) for _ in rows)
    size = round((table.layout.size if table.layout else 16.0) * factor * 2) / 2
    many = sum(len(row.cells) for row in rows) > _CELLS
    y = frame.y
    for index, (row, height) in enumerate(zip(rows, heights, strict=False)):
        fill: Colour = "primary" if index < len(table.head) else "surface" if index % 2 else "paper"
        x, at = frame.x, 0
        if many:
            yield Shape("rect", scale_frame(Frame(x, y, sum(columns), height), factor), fill, "line", 0.25)
        for cell in () if many else row.cells:
            wide = sum(columns[at : at + cell.columns])
            text = "".join(plain(part.runs) for part in cell.content if isinstance(part, Para))
            colour: Colour = "on_fill" if fill == "primary" else "ink"
            labels = (Label((Run(text),), size, colour),) if text else ()
            box = TextBox(labels, "left", "middle", (1.0, 0.0, 1.0, 0.0)) if labels else None
            yield Shape("rect", scale_frame(Frame(x, y, wide, height), factor), fill, "line", 0.25, box, part="cell")
            x += wide
            at += cell.columns
        y += height
