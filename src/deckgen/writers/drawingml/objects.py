"""Objects in a slide or a line of text: who they are, and the frame of what is no shape.

Who an object is, is said for people who cannot see it: its name and what it shows, or that it only decorates.
"""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.tree.picture import Crop
from deckgen.writers.drawingml.lengths import share

_GRAPHIC = Template('<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>')
_TELLING = Template('<{tag} id="{id}" name="{name}" descr="{alt}"/>')
_DECORATIVE = Markup(
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
_LASTING = Template(
    '<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}">'
    '<a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{{{id}}}"/></a:ext>'
)
_EXTENDED = Template("<{tag} {attributes}><a:extLst>{extensions}</a:extLst></{tag}>")
_EXTENSIONS = Template("<a:extLst>{extensions}</a:extLst>")
_NAMED, _DESCRIBED = Template('id="{id}" name="{name}"'), Template('id="{id}" name="{name}" descr="{alt}"')


_FILL = Template('<a:blip r:embed="{link}"{vector}{crop}<a:stretch><a:fillRect/></a:stretch>')
_NO_VECTOR = Markup("/>")
_VECTOR = Template(
    '><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{link}"/>'
    "</a:ext></a:extLst></a:blip>"
)
_CROP = Template('<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>')
_NONE = Markup("")


def write_picture_fill(link: str, vector: str, crop: Crop) -> Markup:
    """What fills a picture: the relationship to its part, that to its SVG if it has one, and what is cut off."""
    cut = _CROP(*(share(side) for side in crop)) if any(crop) else _NONE
    return _FILL(link, _VECTOR(vector) if vector else _NO_VECTOR, cut)


def write_identity(tag: str, number: int, name: str, alt: str, lasting: str = "") -> Markup:
    """The properties of an object that are not seen, as the element `tag`; without words it is decoration.

    `lasting` is an id that programs keep, where it has one.
    """
    if alt and not lasting:
        return _TELLING(tag, number, name, alt)
    attributes = _DESCRIBED(number, name, alt) if alt else _NAMED(number, name)
    return _EXTENDED(tag, attributes, join((_NONE if alt else _DECORATIVE, write_lasting(lasting))))


def write_lasting(lasting: str) -> Markup:
    """The extension of an object's properties that holds an id which programs keep; nothing without one."""
    return _LASTING(lasting) if lasting else _NONE


def write_extensions(lasting: str) -> Markup:
    """The same as the only extension there is."""
    return _EXTENSIONS(_LASTING(lasting)) if lasting else _NONE


def write_graphic(uri: str, content: Markup) -> Markup:
    """Content of the kind that `uri` names: a table, a chart, a picture, a group of shapes in a text."""
    return _GRAPHIC(uri, content)
