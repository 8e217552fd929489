"""A Drawing into one group of native shapes on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.markup import Markup, Template, join
from deckgen.tree import Bundle, Drawing, Icon, Image, Label, Path, Primitive, Shape, TextBox
from deckgen.tree.drawing import CLOCK, COUNTDOWN
from deckgen.writers.drawingml.icon import write_icon
from deckgen.writers.drawingml.objects import write_identity, write_picture_fill
from deckgen.writers.drawingml.shape import (
    NONE,
    PRESETS,
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
from deckgen.writers.pptx.text import NO_LINK, TextContext, write_shape_link
from deckgen.writers.shelf import Shelf

_GROUP = Template(
    "<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    "<p:grpSpPr>{place}</p:grpSpPr>{shapes}</p:grpSp>"
)
_NAMED = Template('<{tag} id="{id}" name="{name}"/>')  # its own shapes say what it shows
_SHAPE = Template(
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"{link}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    "<p:spPr>{look}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
)
_CONNECTOR = Template(
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
    "<p:spPr>{look}</p:spPr></p:cxnSp>"
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


def write_drawing(
    drawing: Drawing,
    name: str,
    ids: Iterator[int],
    context: TextContext,
    shelf: Shelf,
    running: dict[str, int] | None = None,
) -> Markup:
    """The group of a drawing, in the coordinates of its slide, with its alternative text.

    Its clock and countdown, if it has them, stand behind it by themselves; `running` gets the ids of their groups.
    """
    place = write_group_place(drawing.frame, drawing.frame[:2])
    identity = write_identity("p:cNvPr", next(ids), name, drawing.alt)
    apart = [item for item in drawing.shapes if isinstance(item, Bundle) and item.part in (CLOCK, COUNTDOWN)]
    inside = join(_write_item(item, ids, context, shelf) for item in drawing.shapes if item not in apart)
    outside = []
    for bundle in apart:
        number = next(ids)
        if running is not None:
            running[bundle.part] = number
        outside.append(_write_bundle(bundle, number, ids, context, shelf))
    return join((_GROUP(identity, place, inside), *outside))


def write_image(image: Image, number: int, links: Relationships, shelf: Shelf, holder: Markup = NONE) -> Markup:
    """A picture in its frame; `holder` is the placeholder it stands for."""
    part, vector = (links.add("image", f"../{name}") if name else "" for name in shelf.put_picture(image.path))
    identity = write_identity("p:cNvPr", number, image.part or "picture", image.alt)
    fill = write_picture_fill(part, vector, image.crop)
    return _PICTURE(identity, holder, fill, write_place(image.frame), RECTANGLE)


def write_icon_shape(icon: Icon, number: int, context: TextContext) -> Markup:
    """An icon in its frame."""
    look = write_icon(icon, context.dress)
    return _SHAPE(number, f"icon {icon.name}", NO_LINK, look, _NO_BODY, write_empty_paragraph(context.dress))


def _write_item(item: Primitive, ids: Iterator[int], context: TextContext, shelf: Shelf) -> Markup:
    number = next(ids)
    if isinstance(item, Bundle):
        return _write_bundle(item, number, ids, context, shelf)
    if isinstance(item, Image):
        return write_image(item, number, context.links, shelf)
    if isinstance(item, Icon):
        return write_icon_shape(item, number, context)
    return _write_shape(item, number, context) if isinstance(item, Shape) else _write_path(item, number, context)


def _write_bundle(bundle: Bundle, number: int, ids: Iterator[int], context: TextContext, shelf: Shelf) -> Markup:
    if bundle.alt:
        identity = write_identity("p:cNvPr", number, bundle.name, bundle.alt)
    else:
        identity = _NAMED("p:cNvPr", number, bundle.name)
    inside = join(_write_item(inner, ids, context, shelf) for inner in bundle.shapes)
    return _GROUP(identity, write_group_place(bundle.frame, bundle.frame[:2]), inside)


def _write_shape(shape: Shape, number: int, setting: Setting) -> Markup:
    name = shape.part or PRESETS[shape.geometry][0]
    look = write_shape(shape, setting.dress)
    link = write_shape_link(shape.link, setting)
    if shape.text is None or not shape.text.labels:
        return _SHAPE(number, name, link, look, _NO_BODY, write_empty_paragraph(setting.dress))
    paragraphs = join(_write_label(label, shape.text, setting) for label in shape.text.labels)
    return _SHAPE(number, name, link, look, _BODY(write_body_attributes(shape.text)), paragraphs)


def _write_label(label: Label, box: TextBox, setting: Setting) -> Markup:
    runs = write_runs(label.runs, setting, label.size, label.colour, label.strong)
    return write_paragraph(_ALIGNED[box.align], runs, setting.dress, label.size)


def _write_path(path: Path, number: int, setting: Setting) -> Markup:
    look = write_path(path, setting.dress)
    if is_straight(path):
        return _CONNECTOR(number, path.part or "line", look)
    return _SHAPE(number, path.part or "path", NO_LINK, look, _NO_BODY, write_empty_paragraph(setting.dress))
