"""A module of the guide: overview page, then block by block and slide by slide."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, Runs, runs
from deckgen.base.units import Clock, Split
from deckgen.compose.anchors import block_anchor, module_anchor, slide_ids
from deckgen.compose.chapters import name_chapter, running_head, tab_of
from deckgen.compose.frames import course_map
from deckgen.compose.guide.keys import compose_key, debrief_question
from deckgen.compose.kit import Kit, label_of
from deckgen.compose.loose import is_loose
from deckgen.compose.notes import answers_to
from deckgen.compose.places import called, where
from deckgen.compose.tables import facts
from deckgen.model.course import Module
from deckgen.model.sheets import Sheet
from deckgen.model.slides import DebriefSlide, Slide
from deckgen.plan import Entry
from deckgen.plan.frames import FrameTime, frame_times
from deckgen.tree import (
    BookSection,
    Callout,
    Cell,
    Drawing,
    Element,
    Group,
    Heading,
    Para,
    Row,
    Table,
)

Thumbnails = Mapping[str, tuple[int, Drawing]]


def compose_module(kit: Kit, module: Module, number: int, thumbnails: Thumbnails) -> BookSection:
    """Overview and blocks of one module."""
    elements: list[Element] = [Heading(1, kit.inline(module.title), module_anchor(module.id), new_page=True)]
    times = frame_times(kit.course, kit.agenda)
    elements.extend(_overview(kit, module, number, times))
    for entry in kit.agenda.of_module(module.id):
        elements.extend(_block(kit, entry, thumbnails))
    if module.recap_say and module.summary:
        said = module.recap_say
        elements.extend(_framed(kit, "recap", times.get(f"{module.id}.recap"), said, module.at("recap_say")))
    header = running_head(kit, "guide", name_chapter(kit, module))
    return BookSection(module.id, kit.plain(module.title), tuple(elements), header=header, tab=tab_of(kit, module))


def _overview(kit: Kit, module: Module, number: int, times: Mapping[str, FrameTime]) -> list[Element]:
    phrase = kit.phrase
    entries = kit.agenda.of_module(module.id)
    split = sum((entry.split for entry in entries), Split())
    objectives = sorted({key for entry in entries for key in entry.block.objectives})
    sheets = [label_of(kit.course, sheet) for entry in entries for sheet in entry.block.sheets]
    materials = list(dict.fromkeys(m.item for entry in entries for m in entry.block.materials))
    pairs: list[tuple[str, str | Runs]] = [
        (phrase("clock"), _span_of(kit, entries)),
        (phrase("taught"), f"{phrase('minutes', n=split.total)}{phrase('bracketed', text=_shares(kit, split))}"),
        (phrase("objectives"), phrase("enumeration").join(objectives) or "—"),
        (phrase("sheets"), phrase("enumeration").join(sheets) or "—"),
        (phrase("materials"), kit.join(materials, "enumeration") or "—"),
        (phrase("prerequisites"), module.prerequisites or phrase("none")),
    ]
    if module.dimension:
        pairs.insert(0, (phrase("dimension"), module.dimension))
    lead = [Para(kit.inline(module.key_message), "lead")] if module.key_message else []
    elements: list[Element] = [*lead, course_map(kit, number)]
    elements.append(facts(kit, pairs, phrase("module_overview"), per_row=1))
    if module.rationale:
        elements.extend(kit.told(phrase("rationale"), module.rationale, place=module.at("rationale")))
    elements.extend(_framed(kit, "hook", times.get(module.id), module.hook, module.at("hook")))
    elements.extend(own_notes(kit, module.id))
    if module.risks:
        elements.append(Para(runs(phrase("risks")), "label"))
        elements.append(kit.bullets(module.risks))
    if module.differences:
        elements.append(
            Callout(
                "variant",
                runs(phrase("differences")),
                kit.prose(module.differences, "plain", place=module.at("differences")),
            )
        )
    return elements


def own_notes(kit: Kit, about: str) -> list[Element]:
    """The trainer's private notes about a part of the course, in a box."""
    notes = kit.own_notes(about)
    return [Callout("variant", (), notes)] if notes else []


def _shares(kit: Kit, split: Split) -> str:
    return kit.phrase("split_value", split=split)


def _span_of(kit: Kit, entries: tuple[Entry, ...]) -> str:
    first, last = entries[0], entries[-1]
    if len(kit.agenda.days) > 1:
        begin = f"{kit.phrase('day_short', n=first.day)} {first.start}"
        return (
            f"{begin}–{kit.phrase('day_short', n=last.day)} {last.end}"
            if first.day != last.day
            else f"{begin}–{last.end}"
        )
    return f"{first.start}–{last.end}"


def _block(kit: Kit, entry: Entry, thumbnails: Thumbnails) -> list[Element]:
    phrase, block = kit.phrase, entry.block
    heading = Heading(2, kit.inline(f"{block.id}{phrase('gap')}", block.title), block_anchor(block.id))
    opening: list[Element] = [heading, Para(_facts(kit, entry), "plain")]
    if block.differences:
        opening.append(
            Callout("variant", (), kit.told(phrase("differences"), block.differences, "plain", block.at("differences")))
        )
    opening.extend(own_notes(kit, block.id))
    elements: list[Element] = []
    ids = slide_ids(entry)
    for slide, key, split, start in zip(block.slides, ids, entry.slides, entry.slide_starts(), strict=True):
        head = _slide_head(kit, slide, key, split, start, thumbnails)
        # a block begins where its facts and its first slide can be seen together
        elements.append(
            Group((*opening, head), key if not opening else block.id, "block" if opening else "slide", keep=True)
        )
        elements.extend((*_slide_notes(kit, slide), *own_notes(kit, key)))
        opening = []
    if opening:
        elements.append(Group(tuple(opening), block.id, "block", keep=True))
    for sheet_id in block.sheets:
        sheet = kit.course.sheet(sheet_id)
        if sheet is not None:
            briefed = any(getattr(slide, "sheet", None) == sheet_id for slide in block.slides)
            debriefed = any(isinstance(slide, DebriefSlide) for slide in block.slides)
            elements.extend((*own_notes(kit, sheet_id), *compose_key(kit, sheet, briefed, debriefed)))
    return elements


def _facts(kit: Kit, entry: Entry) -> tuple[Run, ...]:
    """Clock, split, method and elastic minutes of a block on one line."""
    phrase, block = kit.phrase, entry.block
    give = phrase("minutes", n=entry.elastic) if entry.elastic else phrase("none_core" if block.core_skill else "none")
    pairs = (
        (phrase("clock"), f"{entry.start}–{entry.end}"),
        (phrase("split"), f"{entry.split} = {phrase('minutes', n=entry.split.total)}"),
        (phrase("method"), block.method),
        (phrase("elastic_label"), give),
    )
    line: list[Run] = []
    for label, value in pairs:
        line.extend(runs(kit.phrase("gap")) if line else ())
        line.extend(kit.labelled(label, value).runs)
    return tuple(line)


def _slide_head(kit: Kit, slide: Slide, key: str, split: Split, start: Clock, thumbnails: Thumbnails) -> Table:
    """The slide as the room sees it, and beside it what a glance must find: clock, purpose, key points."""
    phrase = kit.phrase
    number, thumbnail = thumbnails.get(key, (0, None))
    name = phrase("slide_number", n=number) if number else key
    clock = f"{start}–{start.later(split.total)}{phrase('gap')}{phrase('minutes', n=split.total)}"
    right: list[Element] = [Para(kit.inline(slide.title, strong=True), "cell")]
    right.append(Para(kit.inline(f"{name}{phrase('gap')}{clock}"), "cell"))
    if slide.glance:
        right.append(kit.labelled(phrase("glance"), slide.glance, "cell"))
    if slide.purpose:
        right.append(kit.labelled(phrase("purpose"), slide.purpose, "cell"))
    sheet_id = getattr(slide, "sheet", None)
    if sheet_id and (sheet := kit.course.sheet(sheet_id)):
        right.append(Para(_place_of(kit, sheet), "cell"))
    if slide.key_points:
        right.append(Para(runs(phrase("key_points"), strong=True), "cell"))
        right.append(kit.bullets(slide.key_points))
    left: tuple[Element, ...] = (thumbnail,) if thumbnail is not None else (Para(runs(name), "cell"),)
    row = Row((Cell(left, "quiet"), Cell(tuple(right), "cell")))
    return Table((3.7, 6.3), (), (row,), kit.plain(slide.title), "plain", keep=True)


def _place_of(kit: Kit, sheet: Sheet) -> Runs:
    """Where participants find a sheet: its number and page, or its name where it is a loose paper."""
    if is_loose(kit.course, sheet.id):
        return where(kit, sheet)
    return (
        *runs(f"{called(kit, sheet)}{kit.phrase('gap')}{kit.phrase('workbook_page_label')} "),
        *where(kit, sheet),
    )


def _slide_notes(kit: Kit, slide: Slide) -> list[Element]:
    """Words, actions, questions and what else the trainer does while the slide is up."""
    phrase = kit.phrase
    sheet = kit.course.sheet(getattr(slide, "sheet", None) or "")
    key = "brief" if sheet is not None and sheet.guide is not None else "say"
    elements: list[Element] = _said(kit, key, slide.say, slide.at("say"))
    for at, action in enumerate(slide.do):
        elements.extend(kit.told(phrase("do"), action, "do", slide.at_item("do", at)))
    for ask in slide.ask:
        waiting = phrase("bracketed", text=f"{phrase(f'ask.{ask.type}')}{phrase('comma')}{phrase('wait', n=ask.wait)}")
        asked = (
            kit.labelled(f"{phrase('ask')}{waiting}", ask.q, "ask"),
            *(kit.labelled(phrase(key), text, "note") for key, text in answers_to(kit, ask)),
        )
        elements.append(Group(asked, keep=True))
    if isinstance(slide, DebriefSlide):
        for phase, question in slide.questions.asked:
            elements.append(debrief_question(kit, phase, question))
    if slide.takeaway:
        elements.append(kit.labelled(phrase("takeaway"), slide.takeaway, "note"))
    elements.extend(_fallbacks(kit, slide))
    if slide.sources:
        elements.append(kit.labelled(phrase("sources"), kit.join(slide.sources), "small"))
    if slide.transition:
        elements.append(kit.labelled(phrase("transition"), slide.transition, "transition"))
    return elements


def _fallbacks(kit: Kit, slide: Slide) -> list[Element]:
    """Materials, cautions, and what to do when late, short of people or without a projector, in one paragraph."""
    told = [("materials", text) for text in slide.materials] + [("cautions", text) for text in slide.cautions]
    if slide.fallback is not None:
        for name in ("late", "short_of_people", "no_projector"):
            told += [(f"fallback.{name}", text) for text in (getattr(slide.fallback, name),) if text]
    line: list[Run] = []
    for key, text in told:
        line.extend(runs(kit.phrase("gap")) if line else ())
        line.extend(kit.labelled(kit.phrase(key), text).runs)
    return [Para(tuple(line), "note")] if line else []


def _framed(kit: Kit, key: str, time: FrameTime | None, text: str, place: Span | None) -> list[Element]:
    """What is said to the divider or the recap of a module, and when."""
    label = kit.phrase(key)
    if time is not None and time.minutes:
        clock = kit.phrase("clock_minutes", start=time.start, end=time.end, n=time.minutes)
        label = f"{label} {clock}"
    return list(kit.told(label, text, "say", place)) if text else []


def _said(kit: Kit, key: str, text: str, place: Span | None) -> list[Element]:
    """Words to say aloud, in the dress of speech."""
    return list(kit.told(kit.phrase(key), text, "say", place)) if text else []
