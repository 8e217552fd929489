"""Who an object is, for people who cannot see it: its name and what it shows, or that it only decorates."""

from __future__ import annotations

from deckgen.base.markup import Markup, Template

_TELLING = Template('<{tag} id="{id}" name="{name}" descr="{alt}"/>')
_DECORATIVE = Template(
    '<{tag} id="{id}" name="{name}"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst></{tag}>"
)


def write_identity(tag: str, number: int, name: str, alt: str) -> Markup:
    """The properties of an object that are not seen, as the element `tag`; without words it is decoration."""
    return _TELLING(tag, number, name, alt) if alt else _DECORATIVE(tag, number, name)
