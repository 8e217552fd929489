"""Drawings in smaller: every length and text size by one factor. Refuses nothing."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.units import Frame
from deckgen.tree import Bundle, Drawing, Icon, Image, Path, Primitive, TextBox


def scale_drawing(drawing: Drawing, factor: float) -> Drawing:
    """The drawing `factor` times as large, its top left corner at the origin."""
    x, y, w, h = drawing.frame
    shapes = tuple(move_shape(shape, factor, -x * factor, -y * factor) for shape in drawing.shapes)
    return Drawing(drawing.type, Frame(0.0, 0.0, w * factor, h * factor), shapes, drawing.alt)


def move_shape(shape: Primitive, factor: float, dx: float, dy: float) -> Primitive:
    """A shape scaled about the origin, then moved by so many points; a click on it leads nowhere."""
    if isinstance(shape, Bundle):
        inside = tuple(move_shape(inner, factor, dx, dy) for inner in shape.shapes)
        return replace(shape, frame=scale_frame(shape.frame, factor, dx, dy), shapes=inside)
    if isinstance(shape, Image | Icon):
        return replace(shape, frame=scale_frame(shape.frame, factor, dx, dy))
    if isinstance(shape, Path):
        points, *more = (
            tuple((round(x * factor + dx, 2), round(y * factor + dy, 2)) for x, y in outline)
            for outline in (shape.points, *shape.more)
        )
        return replace(shape, points=points, more=tuple(more), line_width=shape.line_width * factor)
    frame = scale_frame(shape.frame, factor, dx, dy)
    text = _scale_text(shape.text, factor) if shape.text is not None else None
    return replace(shape, frame=frame, text=text, line_width=shape.line_width * factor, link="")


def scale_frame(frame: Frame, factor: float, dx: float = 0.0, dy: float = 0.0) -> Frame:
    """A frame scaled about the origin, then moved by so many points."""
    return Frame(
        round(frame.x * factor + dx, 2),
        round(frame.y * factor + dy, 2),
        round(frame.w * factor, 2),
        round(frame.h * factor, 2),
    )


def _scale_text(text: TextBox, factor: float) -> TextBox:
    left, top, right, bottom = (round(inset * factor, 2) for inset in text.insets)
    labels = tuple(replace(label, size=round(label.size * factor * 2) / 2 or 0.5) for label in text.labels)
    return replace(text, labels=labels, insets=(left, top, right, bottom))
