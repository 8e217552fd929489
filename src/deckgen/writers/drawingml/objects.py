"""Objects in a slide or a line of text: who they are, and the frame of what is no shape.

Who an object is, is said for people who cannot see it: its name and what it shows, or that it only decorates.
"""

from __future__ import annotations

from deckgen.base.markup import Markup, Template

_GRAPHIC = Template('<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>')
_TELLING = Template('<{tag} id="{id}" name="{name}" descr="{alt}"/>')
_DECORATIVE = Template(
    '<{tag} id="{id}" name="{name}"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst></{tag}>"
)


def write_identity(tag: str, number: int, name: str, alt: str) -> Markup:
    """The properties of an object that are not seen, as the element `tag`; without words it is decoration."""
    return _TELLING(tag, number, name, alt) if alt else _DECORATIVE(tag, number, name)


def write_graphic(uri: str, content: Markup) -> Markup:
    """Content of the kind that `uri` names: a table, a chart, a picture, a group of shapes in a text."""
    return _GRAPHIC(uri, content)
