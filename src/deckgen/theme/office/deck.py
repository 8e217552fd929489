"""A deck template, opened with python-pptx, into its masters, layouts and placeholders with all they inherit.

Refuses (UnusableError) what python-pptx cannot open, a template without a slide size, layouts or placeholders, and one
so large that nobody drew it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.simpletypes import ST_Coordinate32
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.util import Emu

from deckgen.base.units import Frame
from deckgen.theme.geometry import Holder
from deckgen.theme.office.facts import (
    DeckFacts,
    LayoutFacts,
    MasterFacts,
    PanelFacts,
    PlaceholderFacts,
    UnusableError,
)
from deckgen.theme.office.ground import UNKNOWN, Stage, read_stage, resolve
from deckgen.theme.office.outline import clip
from deckgen.theme.office.parts import assemble
from deckgen.theme.office.scheme import read_scheme

MAX_LAYOUTS = 500  # of all masters
MAX_PLACEHOLDERS = 200  # of one layout
MAX_PANELS = 60  # of one layout, the largest
_LEVEL_1 = f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}"
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}  # what their absence means
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_BODIES = (
    PP_PLACEHOLDER.BODY,
    PP_PLACEHOLDER.BITMAP,
    PP_PLACEHOLDER.CHART,
    PP_PLACEHOLDER.MEDIA_CLIP,
    PP_PLACEHOLDER.OBJECT,
    PP_PLACEHOLDER.ORG_CHART,
    PP_PLACEHOLDER.PICTURE,
    PP_PLACEHOLDER.SUBTITLE,
    PP_PLACEHOLDER.TABLE,
)
_PLACED = frozenset(
    {*_TITLES, *_FURNITURE, *_BODIES}
)  # the kinds that take their place from the master, as python-pptx


def learn_deck(parts: Mapping[str, bytes]) -> DeckFacts:
    """What there is to know of the template with these parts."""
    presentation = Presentation(assemble("deck", parts))
    width, height = presentation.slide_width, presentation.slide_height
    if not width or not height:
        raise UnusableError("it gives no slide size")
    masters = list(presentation.slide_masters)
    layouts = [(number, layout) for number, master in enumerate(masters) for layout in master.slide_layouts]
    if not layouts:
        raise UnusableError(
            "it has a slide master but no layouts" if masters else "it has no slide master",
            "add layouts in the slide master view",
        )
    if len(layouts) > MAX_LAYOUTS:
        raise UnusableError(f"it has {len(layouts)} layouts, more than {MAX_LAYOUTS}")
    parents = [_by_kind(master) for master in masters]
    schemes = [read_scheme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob) for master in masters]
    size = (_points(width), _points(height))
    learned = tuple(
        _layout(layout, number, parents[number], _seen(masters[number], schemes[number].colours), size)
        for number, layout in layouts
    )
    if not any(layout.placeholders for layout in learned):
        raise UnusableError(
            "none of its layouts has a placeholder",
            "insert placeholders on the layouts in the slide master view; plain text boxes cannot be filled",
        )
    return DeckFacts(
        part=_part_name(presentation.part),
        width=size[0],
        height=size[1],
        slides=len(presentation.slides),
        notes_master=_related(presentation.part, RELATIONSHIP_TYPE.NOTES_MASTER),
        masters=tuple(
            MasterFacts(_part_name(master.part), scheme) for master, scheme in zip(masters, schemes, strict=True)
        ),
        layouts=learned,
    )


def _seen(master: Any, colours: Mapping[str, str]) -> dict[str, str]:
    """The colours of a scheme, and what the master means by text and ground: of a dark theme the light ones."""
    mapped = master.element.find(qn("p:clrMap"))
    slots = mapped.attrib if mapped is not None else {}
    return {**colours, **{name: colours[slot] for name, slot in slots.items() if slot in colours}}


def _points(value: int) -> float:
    return value / Emu(12700)


def _part_name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _related(part: Any, kind: str) -> str:
    try:
        return _part_name(part.part_related_by(kind))
    except KeyError:
        return ""


def _by_kind(master: Any) -> dict[Any, Any]:
    """The first placeholder of each kind on a master; python-pptx would look for them again for every layout."""
    first: dict[Any, Any] = {}
    for shape in master.placeholders:
        first.setdefault(shape.element.ph_type, shape.element)
    return first


def _layout(
    layout: Any, master: int, parents: Mapping[Any, Any], colours: Mapping[str, str], size: tuple[float, float]
) -> LayoutFacts:
    shapes = list(layout.placeholders)
    if len(shapes) > MAX_PLACEHOLDERS:
        raise UnusableError(f"its layout {layout.name} has {len(shapes)} placeholders, more than {MAX_PLACEHOLDERS}")
    placeholders = tuple(_placeholder(shape, parents, layout.slide_master.element, colours) for shape in shapes)
    kind = layout.element.get("type", "")
    stage = read_stage(layout.element, layout.slide_master.element, colours, size)
    panels = tuple(_panels(stage))
    ground = "" if stage.ground == UNKNOWN else stage.ground
    return LayoutFacts(_part_name(layout.part), layout.name, kind, master, placeholders, ground, panels)


def _panels(stage: Stage) -> Iterator[PanelFacts]:
    """What can be told of the shapes of a layout, the one behind first."""
    slide = Frame(0, 0, stage.width, stage.height)
    told = []
    for shape in stage.shapes:
        points = clip(shape.points, slide) if shape.closed else shape.points
        fill = shape.fill if shape.fill != UNKNOWN and shape.closed else ""
        if points and (fill or shape.line):
            rounded = tuple((round(x, 1), round(y, 1)) for x, y in points)
            told.append(
                (shape.frame.w * shape.frame.h, PanelFacts(rounded, shape.closed, fill, shape.line, shape.width))
            )
    largest = sorted(told, key=lambda item: -item[0])[:MAX_PANELS]
    yield from (panel for _, panel in told if any(panel is kept for _, kept in largest))


def _placeholder(shape: Any, parents: Mapping[Any, Any], master: Any, colours: Mapping[str, str]) -> PlaceholderFacts:
    element = shape.element
    ph = element.ph  # looked for at every question
    parent = parents.get(_base(ph.type))
    owners = [item for item in (element, parent) if item is not None]
    level = element.find(f"{qn('p:txBody')}/{_LEVEL_1}")
    holder = Holder(
        name=shape.name,
        kind=PP_PLACEHOLDER.to_xml(ph.type),
        index=ph.idx,
        orient=ph.orient,
        share=ph.sz,
        align=level.get("algn", "") if level is not None else "",
    )
    placed = parent if isinstance(shape, LayoutPlaceholder) and ph.type in _PLACED else None
    colour = _colour(owners, colours)
    return PlaceholderFacts(holder, _frame(element, placed), _insets(owners), _size(owners, master, ph.type), colour)


def _base(kind: Any) -> Any:
    """The type of the master's placeholder that one of `kind` on a layout inherits from."""
    if kind in _TITLES:
        return PP_PLACEHOLDER.TITLE
    return kind if kind in (*_FURNITURE, PP_PLACEHOLDER.HEADER) else PP_PLACEHOLDER.BODY


def _frame(element: Any, parent: Any) -> Frame | None:
    """The place of a placeholder, each side its own or inherited; None when there is none."""
    sides = ("x", "y", "cx", "cy")
    own = (getattr(element, side) for side in sides)
    place = [
        getattr(parent, side) if value is None and parent is not None else value
        for side, value in zip(sides, own, strict=True)
    ]
    return None if None in place else Frame(*(_points(value) for value in place))


def _insets(owners: list[Any]) -> tuple[float, float, float, float]:
    bodies = [body for owner in owners if (body := owner.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")) is not None]
    left, top, right, bottom = (
        _points(next((_length(body.get(side)) for body in bodies if body.get(side)), usual))
        for side, usual in _INSETS.items()
    )
    return left, top, right, bottom


def _length(text: str) -> int:
    """EMU of a length as DrawingML writes it, with a unit or without."""
    return int(ST_Coordinate32.convert_from_xml(text))  # type: ignore[no-untyped-call]


def _colour(owners: list[Any], colours: Mapping[str, str]) -> str:
    """The colour of a placeholder's first level; empty when nobody names a plain one."""
    runs = (owner.find(f"{qn('p:txBody')}/{_LEVEL_1}/{qn('a:defRPr')}") for owner in owners)
    fills = (run.find(qn("a:solidFill")) for run in runs if run is not None)
    colour = next((resolve(fill, colours) for fill in fills if fill is not None), "")
    return "" if colour == UNKNOWN else colour


def _size(owners: list[Any], master: Any, kind: Any) -> float:
    """The font size of a placeholder's first level; 0 when nobody gives one."""
    style = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FURNITURE else "bodyStyle"
    run = qn("a:defRPr")
    places = [owner.find(f"{qn('p:txBody')}/{_LEVEL_1}/{run}") for owner in owners]
    places.append(master.find(f"{qn('p:txStyles')}/{qn(f'p:{style}')}/{qn('a:lvl1pPr')}/{run}"))
    return next((int(place.get("sz")) / 100 for place in places if place is not None and place.get("sz")), 0.0)
