"""Slides in reserve: hidden at the back of the deck, reached from the slide they belong to, and with a way back to it.

Authors hide slides of their own; boards may ask for the material of their sheet, or for its answers, which stay in the
role of the facilitator, so that no copy for participants has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.base.runs import plain
from deckgen.compose.kit import Kit
from deckgen.model.sheets import CaseSheet, Sheet
from deckgen.model.slides import BoardSlide
from deckgen.tree import DeckSection, Element, ListBlock, Para, Slide, Slot

SECTION = "reserve"


def reserve_of(kit: Kit, slide: BoardSlide, shown: Slide) -> Iterator[Slide]:
    """The slides that a board keeps in reserve, as far as its sheet has what they show."""
    sheet = kit.course.sheet(slide.sheet or "")
    if sheet is None:
        return
    for word in dict.fromkeys(slide.reserve):
        body = _material(kit, sheet) if word == "text" else _answers(kit, sheet)
        if body:
            title = kit.fill(f"reserve_{word}", title=sheet.title)
            notes = (kit.labelled(kit.phrase("frame_note"), kit.phrase(f"reserve_{word}_note")),)
            span = slide.at_item("reserve", slide.reserve.index(word))
            yield Slide(f"{shown.id}.{word}", "reserve", "text", title, (Slot("body", body),), notes,
                        shown.breadcrumb, span=span, hidden=True)  # fmt: skip


def _material(kit: Kit, sheet: Sheet) -> tuple[Element, ...]:
    """What is read before a sheet is worked on, and the questions of a case."""
    body: list[Element] = []
    for key in sheet.material:
        if key == "facts":
            facts = (kit.inline(f"{name}{kit.phrase('colon')}", value) for name, value in getattr(sheet, key))
            body.append(ListBlock(tuple(facts)))
        else:
            body += kit.prose(getattr(sheet, key), place=sheet.at(key))
    if body and isinstance(sheet, CaseSheet):
        body.append(ListBlock(tuple(map(kit.inline, sheet.questions)), "number"))
    return tuple(body)


def _answers(kit: Kit, sheet: Sheet) -> tuple[Element, ...]:
    key = sheet.guide.key if sheet.guide is not None else ()
    return tuple(Para(kit.inline(answer), "answer") for answer in key)


def at_the_back(kit: Kit, sections: Sequence[DeckSection]) -> tuple[DeckSection, ...]:
    """The sections with their hidden slides in one of their own behind them, linked both ways."""
    back: list[Slide] = []
    kept = []
    for section in sections:
        slides = _linked(kit, section.slides)
        back += [slide for slide in slides if slide.hidden]
        kept.append(replace(section, slides=tuple(slide for slide in slides if not slide.hidden)))
    if not back:
        return tuple(sections)
    return (*kept, DeckSection(SECTION, kit.phrase("reserve"), tuple(back)))


def _linked(kit: Kit, slides: Sequence[Slide]) -> list[Slide]:
    """Each hidden slide with the way back to the shown one before it, or behind it; that one leads to the first."""
    linked = list(slides)
    for at, slide in enumerate(slides):
        if not slide.hidden:
            continue
        shown = [one for one in (*range(at - 1, -1, -1), *range(at + 1, len(slides))) if not slides[one].hidden]
        if not shown:
            continue
        owner = linked[shown[0]]
        crumb = kit.breadcrumb(kit.phrase("reserve_back"))
        linked[at] = replace(slide, back=owner.id, breadcrumb=crumb)
        said = kit.fill("reserve_told", title=kit.phrase("quoted", text=plain(slide.title)))
        told = kit.labelled(kit.phrase("reserve"), said)
        linked[shown[0]] = replace(owner, reserve=owner.reserve or slide.id, notes=(*owner.notes, told))
    return linked
