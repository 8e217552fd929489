"""Drawings as text: shapes with their fills and words, and, where asked for, with their geometry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from deckgen.base.units import Frame
from deckgen.tree.drawing import CLOCK, COUNTDOWN, Bundle, Drawing, Icon, Image, Label, Path, Primitive, Shape, TextBox
from deckgen.tree.dump_runs import inline, marked


def dump_drawing(drawing: Drawing) -> str:
    """A drawing with the frames of its shapes, the points of its paths and the sizes of its labels, in points."""
    lines = [f"drawing {drawing.type} {_frame(drawing.frame)}: {drawing.alt}"]
    for shape in drawing.shapes:
        lines += (f"  {line}" for line in _lines(shape, True))
    return "\n".join(lines) + "\n"


def dump_shapes(drawing: Drawing) -> Iterator[str]:
    """The shapes of a drawing by what they are, their colours and their words, without geometry; like ones counted."""
    lines = (line for shape in drawing.shapes for line in _lines(shape, False))
    for line, same in groupby(lines):
        count = len(list(same))
        yield f"{line} ×{count}" if count > 1 else line


def _lines(shape: Primitive, placed: bool) -> Iterator[str]:
    if isinstance(shape, Bundle):
        return _bundle(shape, placed)
    if isinstance(shape, Icon):
        return _icon(shape, placed)
    if isinstance(shape, Image):
        return _image(shape, placed)
    return _shape(shape, placed) if isinstance(shape, Shape) else _path(shape, placed)


def _bundle(bundle: Bundle, placed: bool) -> Iterator[str]:
    """A picture by what it shows; a clock, and other shapes that belong together, one by one."""
    words = ": ".join(text for text in (bundle.name, bundle.alt) if text)
    yield f"bundle{f' {bundle.part}' if bundle.part else ''}{f' {_frame(bundle.frame)}' if placed else ''} {words}"
    if placed or bundle.part in (CLOCK, COUNTDOWN) or not bundle.alt:
        yield from (f"  {line}" for shape in bundle.shapes for line in _lines(shape, placed))


def _icon(icon: Icon, placed: bool) -> Iterator[str]:
    yield f"icon {icon.name} -/{icon.line}{f' {_frame(icon.frame)}' if placed else ''}"


def _image(image: Image, placed: bool) -> Iterator[str]:
    cut = f" less {' '.join(f'{share:.3f}' for share in image.crop)}" if placed and any(image.crop) else ""
    yield f"image {image.path}{f' {_frame(image.frame)}' if placed else ''}{cut}: {image.alt}"


def _shape(shape: Shape, placed: bool) -> Iterator[str]:
    look = f"{shape.fill or '-'}/{shape.line or '-'}"
    head = " ".join(part for part in (shape.geometry, shape.part, look, shape.link and f"-> {shape.link}") if part)
    text = _text(shape.text, placed) if shape.text is not None else []
    if not placed:
        yield f"{head}: {' ⏎ '.join(text)}" if text else head
        return
    adjust = f" adjust {' '.join(f'{value:.3f}' for value in shape.adjust)}" if shape.adjust else ""
    turned = f" turned {shape.rotation:g}" if shape.rotation else ""
    width = f" {shape.line_width:g}pt" if shape.line else ""
    yield f"{head}{width} {_frame(shape.frame)}{adjust}{turned}"
    if shape.text is not None:
        insets = " ".join(_number(value) for value in shape.text.insets)
        yield f"  text {shape.text.align} {shape.text.anchor} in {insets}"
        yield from (f"    {line}" for line in text)


def _path(path: Path, placed: bool) -> Iterator[str]:
    flags = [word for word in ("closed", "smooth", "dash", "arrow") if getattr(path, word)]
    head = " ".join(part for part in ("path", path.part, f"{path.fill or '-'}/{path.line or '-'}", *flags) if part)
    if not placed:
        yield head
        return
    points = " / ".join(
        " ".join(f"{_number(x)},{_number(y)}" for x, y in outline) for outline in (path.points, *path.more)
    )
    yield f"{head}{f' {path.line_width:g}pt' if path.line else ''} {points}"


def _text(box: TextBox, placed: bool) -> list[str]:
    return [_label(label, placed) for label in box.labels]


def _label(label: Label, placed: bool) -> str:
    """Words with their dress: `**` strong, the colour where it is not that of plain text."""
    told = label.runs
    if label.strong:
        told = tuple(run if run.strong else replace(run, strong=True) for run in told)
    text = inline(told)
    marks = [f"{label.size:g}"] if placed else []
    marks += [label.colour] if label.colour != "ink" else []
    return marked(marks, text)


def _frame(frame: Frame) -> str:
    return f"{_number(frame.x)},{_number(frame.y)} {_number(frame.w)}x{_number(frame.h)}"


def _number(value: float) -> str:
    """Points to the tenth, so that a golden does not hang on the last digit of a machine."""
    return f"{round(value, 1) + 0.0:g}"
