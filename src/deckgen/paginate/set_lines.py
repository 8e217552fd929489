"""The texts of a drawing line by line, for who cannot break them: each line becomes a label of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.base.runs import Run, Runs
from deckgen.measure import Faces, break_lines
from deckgen.tree import Bundle, Drawing, Label, Primitive, Shape


def set_lines(drawing: Drawing, faces: Faces) -> Drawing:
    """The drawing with a label for every line that an engine sets."""
    return replace(drawing, shapes=tuple(_set(shape, faces) for shape in drawing.shapes))


def _set(shape: Primitive, faces: Faces) -> Primitive:
    if isinstance(shape, Bundle):
        return replace(shape, shapes=tuple(_set(inner, faces) for inner in shape.shapes))
    if not isinstance(shape, Shape) or shape.text is None:
        return shape
    left, _, right, _ = shape.text.insets
    room = max(shape.frame.w - left - right, 1.0)
    labels = tuple(line for label in shape.text.labels for line in _lines(label, room, faces))
    return replace(shape, text=replace(shape.text, labels=labels))


def _lines(label: Label, room: float, faces: Faces) -> Iterator[Label]:
    left = label.runs
    for line in break_lines(label.runs, label.size, room, faces, label.strong):
        taken, left = _take(left, line)
        yield replace(label, runs=taken)


def _take(runs: Runs, line: str) -> tuple[Runs, Runs]:
    """The runs of one line, and what is left behind it and the break or the spaces that end it."""
    taken: list[Run] = []
    rest, wanted = list(runs), len(line)
    while rest and wanted:
        run = rest.pop(0)
        taken.append(replace(run, text=run.text[:wanted]))
        if len(run.text) > wanted:
            rest.insert(0, replace(run, text=run.text[wanted:]))
        wanted -= min(wanted, len(run.text))
    while rest and (not rest[0].text or rest[0].text[0] in " \n"):
        ends = rest[0].text[:1] == "\n"
        rest[0] = replace(rest[0], text=rest[0].text[1:])
        if not rest[0].text:
            rest.pop(0)
        if ends:
            break
    return tuple(taken), tuple(rest)
