"""What all parts of a deck begin with, and the envelopes of what stands on a slide."""

from __future__ import annotations

from deckgen.base.markup import Markup, Template
from deckgen.base.units import Frame
from deckgen.writers.drawingml.lengths import edges
from deckgen.writers.drawingml.names import A, R
from deckgen.writers.drawingml.objects import write_identity

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
NAMESPACES = Template('xmlns:a="{a}" xmlns:r="{r}" xmlns:p="{p}"')(A, R, P)

# The root of every tree of shapes.
SHAPE_TREE = Markup(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
_PAGE_NUMBER = Template(  # any fixed id will do
    '<a:fld id="{{7B2C1B6E-3C0B-4B8E-9B52-0C6E6C7F2A11}}" type="slidenum">{properties}<a:t>{number}</a:t></a:fld>'
)
_GRAPHIC_FRAME = Template(
    "<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr>"
    '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></p:xfrm>{graphic}</p:graphicFrame>'
)


def write_page_number(number: int, properties: Markup) -> Markup:
    """The field that shows the number of a slide, filled in."""
    return _PAGE_NUMBER(properties, number)


def write_graphic_frame(
    number: int, name: str, alt: str, holder: Markup, frame: Frame, graphic: Markup, lasting: str = ""
) -> Markup:
    """A table or chart on a slide; `holder` is the reference to the placeholder it fills, if any, `lasting` an id that
    programs keep.
    """
    identity = write_identity("p:cNvPr", number, name, alt, lasting)
    return _GRAPHIC_FRAME(identity, holder, *edges(frame), graphic)
