"""A Drawing into one group of native shapes on a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import plain
from deckgen.tree import Bundle, Drawing, Icon, Image, Label, Path, Primitive, Shape, TextBox
from deckgen.tree.drawing import CLOCK, COUNTDOWN
from deckgen.writers.drawingml.icon import write_icon
from deckgen.writers.drawingml.objects import write_identity, write_picture_fill
from deckgen.writers.drawingml.shape import (
    NONE,
    RECTANGLE,
    is_straight,
    write_body_attributes,
    write_group_place,
    write_path,
    write_place,
    write_shape,
)
from deckgen.writers.drawingml.text import Setting, write_empty_paragraph, write_paragraph, write_runs
from deckgen.writers.parts import Relationships
from deckgen.writers.pptx.glue import Site, site_at, sites_of
from deckgen.writers.pptx.naming import Names
from deckgen.writers.pptx.text import NO_LINK, TextContext, write_shape_link
from deckgen.writers.shelf import Shelf

_GROUP = Template(
    "<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    "<p:grpSpPr>{place}</p:grpSpPr>{shapes}</p:grpSp>"
)
_NAMED = Template('<p:cNvPr id="{id}" name="{name}"{end}')  # its own shapes say what it shows
_SHAPE = Template(
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"{link}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    "<p:spPr>{look}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
)
_GLUED = Template(
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvCxnSpPr><a:stCxn id="{first}" idx="{leaves}"/>'
    '<a:endCxn id="{last}" idx="{arrives}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{look}</p:spPr></p:cxnSp>'
)
_PICTURE = Template(
    "<p:pic><p:nvPicPr>{identity}<p:cNvPicPr>"
    '<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{holder}</p:nvPr></p:nvPicPr>'
    "<p:blipFill>{fill}</p:blipFill><p:spPr>{place}{geometry}</p:spPr></p:pic>"
)
_TAG = "p:cNvPr"
_BETWEEN = " · "  # words of several shapes, in one line
_BODY = Template('<a:bodyPr wrap="square" {attributes}><a:noAutofit/></a:bodyPr>')
_NO_BODY = Markup("<a:bodyPr/>")
_ALIGNED = {
    "left": Markup('<a:pPr algn="l"/>'),
    "center": Markup('<a:pPr algn="ctr"/>'),
    "right": Markup('<a:pPr algn="r"/>'),
}


Standing = list[tuple[Bundle, int]]
"""The bundles that stand on a slide by themselves, and the ids of their groups."""


@dataclass(slots=True)
class _Canvas:
    """The numbers of the shapes of a drawing in the order they are written, and where lines may end at them."""

    context: TextContext
    shelf: Shelf
    numbers: Iterator[int]
    sites: list[Site]


def write_drawing(
    drawing: Drawing,
    name: str,
    ids: Iterator[int],
    context: TextContext,
    shelf: Shelf,
    standing: Standing | None = None,
    source: str = "",
) -> Markup:
    """The group of a drawing, in the coordinates of its slide, with its alternative text.

    `source` is the id of what it shows. What runs or appears at a click stands on the slide by itself, its clock behind
    all else; `standing` gets the ids of their groups. What lies between items that appear is a group of its own. The
    first group has the alternative text, each further one says its own words; without words it is decoration.
    """
    layers = [[*layer] for _, layer in groupby(_clocks_last(drawing.shapes), _stands_alone)]
    if not any(_stands_alone(layer[0]) is None or _click(layer[0]) for layer in layers):
        layers.insert(0, [])  # a clock alone stands behind a group that says what the drawing shows
    groups: list[tuple[int, list[tuple[int, Primitive]]]] = []
    for layer in layers:
        own = next(ids) if not layer or _stands_alone(layer[0]) is None else 0
        groups.append((own, [*_number(layer, ids)]))
    numbered = [pair for _, pairs in groups for pair in pairs]
    fixed = [pair for layer, (_, pairs) in zip(layers, groups, strict=True) if not _is_clock(layer) for pair in pairs]
    sites = [site for number, item in fixed if isinstance(item, Shape) for site in sites_of(item, number)]
    canvas = _Canvas(context, shelf, (number for number, _ in numbered), sites)
    if standing is not None:
        standing += [(item, number) for number, item in numbered if isinstance(item, Bundle) and _stands_alone(item)]
    place = write_group_place(drawing.frame, drawing.frame[:2])
    parts: list[Markup] = []
    for layer, (own, _) in zip(layers, groups, strict=True):
        if own:
            called = context.names.of(name)
            alt = _words(layer) if parts else drawing.alt
            identity = write_identity(_TAG, own, called, alt, context.names.lasting(source))
            parts.append(_GROUP(identity, place, join(_write_item(item, canvas) for item in layer)))
        else:
            for item in layer:
                own_words = _words((item,)) if _click(item) else ""
                parts.append(_write_item(item, canvas, own_words if parts else drawing.alt))
    return join(parts)


def _words(items: Iterable[Primitive]) -> str:
    """What shapes say: the words of each, and what each picture shows."""
    said = (" ".join(words.split()) for words in _said_by(items))
    return _BETWEEN.join(words for words in said if words)


def _said_by(items: Iterable[Primitive]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Bundle) and not item.alt:
            yield from _said_by(item.shapes)
        elif isinstance(item, Bundle | Image):
            yield item.alt
        elif isinstance(item, Shape) and item.text is not None:
            yield from (plain(label.runs) for label in item.text.labels)


def _clocks_last(shapes: Iterable[Primitive]) -> list[Primitive]:
    """The shapes with what runs behind all others."""
    return sorted(shapes, key=lambda item: isinstance(item, Bundle) and item.part in (CLOCK, COUNTDOWN))


def _is_clock(layer: Sequence[Primitive]) -> bool:
    return bool(layer) and _stands_alone(layer[0]) in (CLOCK, COUNTDOWN)


def _click(item: Primitive) -> int:
    return item.click if isinstance(item, Bundle) else 0


def _stands_alone(item: Primitive) -> str | int | None:
    """What a bundle that stands on a slide by itself is known by: its part, or its click."""
    if not isinstance(item, Bundle):
        return None
    return item.part if item.part in (CLOCK, COUNTDOWN) else item.click or None


def _number(items: Iterable[Primitive], ids: Iterator[int]) -> Iterator[tuple[int, Primitive]]:
    """Every shape with its number, a group before what it holds."""
    for item in items:
        yield next(ids), item
        if isinstance(item, Bundle):
            yield from _number(item.shapes, ids)


def write_image(
    image: Image, number: int, links: Relationships, shelf: Shelf, names: Names, holder: Markup = NONE, source: str = ""
) -> Markup:
    """A picture in its frame; `holder` is the placeholder it stands for, `source` the id of what it shows."""
    part, vector = (links.add("image", f"../{name}") if name else "" for name in shelf.put_picture(image.path))
    identity = write_identity("p:cNvPr", number, names.of(image.part or "picture"), image.alt, names.lasting(source))
    fill = write_picture_fill(part, vector, image.crop)
    return _PICTURE(identity, holder, fill, write_place(image.frame), RECTANGLE)


def write_icon_shape(icon: Icon, number: int, context: TextContext) -> Markup:
    """An icon in its frame."""
    look = write_icon(icon, context.dress)
    return _SHAPE(
        number, context.names.of("icon", icon.name), NO_LINK, look, _NO_BODY, write_empty_paragraph(context.dress)
    )


def _write_item(item: Primitive, canvas: _Canvas, alt: str = "") -> Markup:
    """A shape or a bundle; `alt` is what a bundle says that has no alternative text of its own."""
    number = next(canvas.numbers)
    context = canvas.context
    if isinstance(item, Bundle):
        return _write_bundle(replace(item, alt=item.alt or alt) if alt else item, number, canvas)
    if isinstance(item, Image):
        return write_image(item, number, context.links, canvas.shelf, context.names)
    if isinstance(item, Icon):
        return write_icon_shape(item, number, context)
    if isinstance(item, Shape):
        return _write_shape(item, number, context)
    return _write_path(item, number, canvas)


def _write_bundle(bundle: Bundle, number: int, canvas: _Canvas) -> Markup:
    name = canvas.context.names.unique(bundle.name)
    lasting = canvas.context.names.lasting(bundle.source)
    if bundle.alt:
        identity = write_identity(_TAG, number, name, bundle.alt, lasting)
    else:
        identity = _NAMED(number, name, write_shape_link("", canvas.context, lasting))
    inside = join(_write_item(inner, canvas) for inner in bundle.shapes)
    return _GROUP(identity, write_group_place(bundle.frame, bundle.frame[:2]), inside)


def _write_shape(shape: Shape, number: int, context: TextContext) -> Markup:
    look = write_shape(shape, context.dress)
    said = shape.text.labels[0].runs if shape.text is not None and shape.text.labels else ()
    link = write_shape_link(shape.link, context, context.names.lasting(said[0].source if said else ""))
    if shape.text is None or not shape.text.labels:
        name = context.names.of(shape.geometry, usual=shape.part)
        return _SHAPE(number, name, link, look, _NO_BODY, write_empty_paragraph(context.dress))
    name = context.names.said(shape.text.labels[0].runs) or context.names.of(shape.geometry)
    paragraphs = join(_write_label(label, shape.text, context) for label in shape.text.labels)
    return _SHAPE(number, name, link, look, _BODY(write_body_attributes(shape.text)), paragraphs)


def _write_label(label: Label, box: TextBox, setting: Setting) -> Markup:
    runs = write_runs(label.runs, setting, label.size, label.colour, label.strong)
    return write_paragraph(_ALIGNED[box.align], runs, setting.dress, label.size)


def _write_path(path: Path, number: int, canvas: _Canvas) -> Markup:
    """A line that runs from one shape to another is a connector that follows them; any other is a shape."""
    context = canvas.context
    look = write_path(path, context.dress)
    if is_straight(path):
        ends = [site_at(point, canvas.sites) for point in path.points]
        if ends[0] is not None and ends[1] is not None and ends[0].number != ends[1].number:
            name = context.names.of("connector")
            return _GLUED(number, name, ends[0].number, ends[0].place, ends[1].number, ends[1].place, look)
    name = context.names.of("path" if path.closed else "line", usual=path.part)
    return _SHAPE(number, name, NO_LINK, look, _NO_BODY, write_empty_paragraph(context.dress))
