"""Text, boxes and tables that follow one another in a slot into sizes, frames and pages.

Refuses nothing: what fits no page is answered with words, for the caller to report.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Span
from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.fit.split import split_evenly, steps
from deckgen.fit.table import lay_out
from deckgen.fit.text import SLACK, Piece, Setting, content_of, pieces_of
from deckgen.measure import code_columns, code_width, count_lines
from deckgen.theme.slide_text import BOX_INSETS, FLOW_GAP, box_role, line_height, list_indent, paragraph_size
from deckgen.theme.title_icon import icon_room
from deckgen.tree import Callout, Element, ListBlock, Para, Slot, Table


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that fits no page: the code of its diagnostic, what is and what to do."""

    code: str
    message: str
    hint: str
    span: Span | None = None


_PARTS = 24  # characters of code that a message quotes


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never split: a paragraph, an item of a list, a box or a table."""

    height: float
    piece: Piece | None = None
    element: Callout | Table | None = None


def fit_flow(
    slot: Slot, frame: Frame, insets: tuple[float, ...], setting: Setting
) -> tuple[tuple[Slot, ...], ...] | Misfit:
    """The slots of each page that the content takes: text in the placeholder first, the rest beside it.

    The text is set as large as it fits on one page; else it is divided at its floor, and its pages as large as all fit.
    """
    tried = _sizes(setting)
    for size, code in tried:
        units = _units(slot.content, setting, size, code)
        if not isinstance(units, Misfit) and _height(units) <= setting.height + SLACK:
            return (_place(slot, units, frame, insets, setting, size, code),)
    size, code = tried[-1]
    units = _units(slot.content, setting, size, code)
    if isinstance(units, Misfit):
        return units
    gaps = [FLOW_GAP if one.element or other.element else 0.0 for one, other in itertools.pairwise(units)]
    heights = [unit.height + gap for unit, gap in zip(units, (*gaps, 0.0), strict=True)]
    tied = [unit.element is None and _leads(unit, after) for unit, after in itertools.pairwise(units)]
    cuts = split_evenly(heights, setting.height + FLOW_GAP, tied)
    if cuts is None:
        return _too_high(units, setting.height)
    for size, code in tried:  # with these pages, as large as all of them allow
        larger = _units(slot.content, setting, size, code)
        if not isinstance(larger, Misfit) and all(_height(larger[a:b]) <= setting.height + SLACK for a, b in cuts):
            return tuple(_place(slot, larger[a:b], frame, insets, setting, size, code) for a, b in cuts)
    raise AssertionError("the floor, by which the pages were cut, fits them")


def _sizes(setting: Setting) -> list[tuple[float, float]]:
    """Sizes of text and of code to try: both become smaller, then code alone, which is often wide."""
    code = setting.theme.slide_text["code"]
    most = setting.sizes()[0]
    tried = [(size, max(code.floor, min(code.size, code.size * size / most))) for size in setting.sizes()]
    return [*tried, *((tried[-1][0], size) for size in steps(tried[-1][1], code.floor)[1:])]


def _units(content: Sequence[Element], setting: Setting, size: float, code: float) -> list[_Unit] | Misfit:
    units: list[_Unit] = []
    for element in content:
        if isinstance(element, Callout):
            height = _box_height(element, setting, size, code)
            if isinstance(height, Misfit):
                return height
            units.append(_Unit(height, element=element))
        elif isinstance(element, Table):
            cell = setting.theme.slide_text["cell"]
            laid = lay_out(element, setting.width, max(cell.floor, min(cell.size, size)), setting.faces)
            height = sum(laid.layout.rows) if laid.layout else 0.0
            units.append(_Unit(height, element=laid))
        else:
            units += [_Unit(setting.measure(piece, size), piece) for piece in pieces_of((element,))]
    return units


def _height(units: Sequence[_Unit]) -> float:
    """Height of units that follow one another, with the gaps around boxes and tables."""
    gaps = sum(bool(one.element or other.element) for one, other in itertools.pairwise(units))
    return sum(unit.height for unit in units) + FLOW_GAP * gaps


def _leads(unit: _Unit, after: _Unit) -> bool:
    """Whether a line belongs to what follows: a sentence before a list, box or table, a point before those below it."""
    assert unit.piece is not None
    if after.piece is None or after.piece.block is None:
        return after.piece is None and unit.piece.block is None
    return unit.piece.block is None or unit.piece.level < after.piece.level


def _too_high(units: Sequence[_Unit], height: float) -> Misfit:
    tall = next(unit for unit in units if unit.height > height + SLACK)
    if isinstance(tall.element, Table):
        hint = "give it a slide of its own, where it goes on under its head"
        return Misfit("DG503", f"the table “{tall.element.alt}” is higher than its slide", hint)
    if isinstance(tall.element, Callout):
        what = "block of code" if tall.element.role == "code" else "box"
        share = height / tall.height
        message = f"the {what} “{_beginning(tall.element)}” is higher than its slide"
        hint = f"shorten it to about {share:.0%} of its length, or make two of it"
        return Misfit("DG503", message, hint, tall.element.span)
    text = plain(tall.piece.runs) if tall.piece else ""
    return Misfit(
        "DG503", f"the text “{text[:60]}” is higher than its slide", "shorten it, or break it into paragraphs"
    )


def _beginning(box: Callout) -> str:
    texts = (plain(part.runs) for part in box.body if isinstance(part, Para))
    return (plain(box.title) or next((text.strip() for text in texts if text.strip()), ""))[:_PARTS]


def _box_height(box: Callout, setting: Setting, size: float, code: float) -> float | Misfit:
    width = setting.width - BOX_INSETS[0] - BOX_INSETS[2]
    height = BOX_INSETS[1] + BOX_INSETS[3]
    if box.title:
        lines = count_lines(box.title, size, width - icon_room(box.icon, size), setting.faces, strong=True)
        height += lines * line_height(setting.theme, "body", size)
    for element in box.body:
        if isinstance(element, Para) and element.role == "code":
            text = plain(element.runs)
            if code_width(text, code) > width:
                most = code_columns(width, code)
                message = f"the line of code “{text.strip()[:_PARTS]}” is wider than its slide, {most} characters"
                return Misfit("DG507", message, "break the line yourself, or show less of it", box.span)
            height += line_height(setting.theme, "code", code)
        elif isinstance(element, Callout):
            inner = _box_height(element, replace(setting, width=width), size, code)
            if isinstance(inner, Misfit):
                return inner
            height += inner - BOX_INSETS[1] - BOX_INSETS[3]
        else:
            height += sum(_line_height(piece, setting, size, width) for piece in pieces_of((element,)))
    return height


def _line_height(piece: Piece, setting: Setting, size: float, width: float) -> float:
    role = box_role(piece.role)
    points = paragraph_size(setting.theme, "body", role, size)
    indent = list_indent(points, piece.level) if piece.block else 0.0
    style = setting.theme.slide_text[role]
    lines = count_lines(piece.measured, points, width - indent, setting.faces, style.strong)
    return lines * line_height(setting.theme, role, points)


def _place(
    slot: Slot,
    units: Sequence[_Unit],
    frame: Frame,
    insets: tuple[float, ...],
    setting: Setting,
    size: float,
    code: float,
) -> tuple[Slot, ...]:
    """The slots of one page from the top down; only the first text stands in the placeholder."""
    left, top, _, bottom = insets
    slots: list[Slot] = []
    y = frame.y + top
    at = 0
    while at < len(units):
        end = at
        while units[at].piece and end + 1 < len(units) and units[end + 1].piece:
            end += 1
        stretch = units[at : end + 1]
        height = sum(unit.height for unit in stretch)
        element = stretch[0].element
        if element is not None:
            place = Frame(frame.x + left, y, setting.width, height)
            slots.append(replace(slot, content=(element,), frame=place, size=size, code_size=code, free=True))
        else:
            content = content_of([unit.piece for unit in stretch if unit.piece])
            place = Frame(frame.x, y - top, frame.w, height + top + bottom)
            free = any(not earlier.free for earlier in slots)
            slots.append(replace(slot, content=content, frame=place, size=size, free=free))
        y += height + FLOW_GAP
        at = end + 1
    return tuple(slots)


def is_flow(content: Sequence[Element]) -> bool:
    """Whether boxes or tables stand among the text of a slot."""
    return all(isinstance(part, Para | ListBlock | Callout | Table) for part in content) and any(
        isinstance(part, Callout | Table) for part in content
    )
