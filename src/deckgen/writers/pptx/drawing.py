"""A Drawing into one group of native shapes on a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.base.markup import Markup, Template, join
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
_BODY = Template('<a:bodyPr wrap="square" {attributes}><a:noAutofit/></a:bodyPr>')
_NO_BODY = Markup("<a:bodyPr/>")
_ALIGNED = {
    "left": Markup('<a:pPr algn="l"/>'),
    "center": Markup('<a:pPr algn="ctr"/>'),
    "right": Markup('<a:pPr algn="r"/>'),
}


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
    running: dict[str, int] | None = None,
    source: str = "",
) -> Markup:
    """The group of a drawing, in the coordinates of its slide, with its alternative text.

    `source` is the id of what it shows. Its clock and countdown, if it has them, stand behind it by themselves;
    `running` gets the ids of their groups.
    """
    place = write_group_place(drawing.frame, drawing.frame[:2])
    identity = write_identity("p:cNvPr", next(ids), context.names.of(name), drawing.alt, context.names.lasting(source))
    apart = [item for item in drawing.shapes if isinstance(item, Bundle) and item.part in (CLOCK, COUNTDOWN)]
    within = [item for item in drawing.shapes if item not in apart]
    numbered = [*_number(within, ids)]
    sites = [site for number, item in numbered if isinstance(item, Shape) for site in sites_of(item, number)]
    canvas = _Canvas(context, shelf, (number for number, _ in numbered), sites)
    inside = join(_write_item(item, canvas) for item in within)
    outside = []
    for bundle in apart:
        numbered = [*_number((bundle,), ids)]
        if running is not None:
            running[bundle.part] = numbered[0][0]
        outside.append(_write_item(bundle, _Canvas(context, shelf, (number for number, _ in numbered), [])))
    return join((_GROUP(identity, place, inside), *outside))


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


def _write_item(item: Primitive, canvas: _Canvas) -> Markup:
    number = next(canvas.numbers)
    context = canvas.context
    if isinstance(item, Bundle):
        return _write_bundle(item, number, canvas)
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
        identity = write_identity("p:cNvPr", number, name, bundle.alt, lasting)
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
