"""A lesson block into its slides."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import Run, Runs
from deckgen.base.units import Clock, Split
from deckgen.compose.anchors import slide_ids
from deckgen.compose.checkpoints import checkpoint_behind, late_hint, say_checkpoint
from deckgen.compose.kit import Kit
from deckgen.compose.notes import compose_notes
from deckgen.compose.pictures import credits_of
from deckgen.compose.reserve import reserve_of
from deckgen.compose.slides import SLIDES
from deckgen.model.diagrams.activity import Activity
from deckgen.model.diagrams.timer import Timer
from deckgen.model.slides import BoardSlide, ContentSlide
from deckgen.model.slides import Slide as SlideModel
from deckgen.plan import Entry
from deckgen.tree import Diagram, Element, Para, Slide, Slot
from deckgen.tree.content import sources_of


def compose_lesson(kit: Kit, entry: Entry) -> tuple[Slide, ...]:
    """The slides of a block, each with its share of the block's minutes and its clock."""
    numbered = zip(entry.block.slides, entry.slides, entry.slide_starts(), strict=True)
    slides = [
        _compose_slide(kit, entry, number, slide, split, start)
        for number, (slide, split, start) in enumerate(numbered, start=1)
    ]
    seen = [at for at, slide in enumerate(slides) if not slide.hidden]
    if seen and (hint := late_hint(kit, entry)):
        _note(slides, seen[0], kit.labelled(kit.phrase("behind"), hint))
    if seen and (point := checkpoint_behind(kit, entry)):
        _note(slides, seen[-1], kit.labelled(kit.phrase("checkpoint_label"), say_checkpoint(kit, point)))
    return tuple(
        part
        for slide, shown in zip(entry.block.slides, slides, strict=True)
        for part in (shown, *(reserve_of(kit, slide, shown) if isinstance(slide, BoardSlide) else ()))
    )


def _note(slides: list[Slide], at: int, told: Para) -> None:
    slides[at] = replace(slides[at], notes=(*slides[at].notes, told))


def _compose_slide(kit: Kit, entry: Entry, number: int, slide: SlideModel, split: Split, start: Clock) -> Slide:
    layout, slots = SLIDES[slide.kind](kit, slide, entry, split)
    module = kit.module(entry.module)
    shown = slide.diagram if isinstance(slide, ContentSlide) else None
    source = slide.source or getattr(shown, "source", "")
    return Slide(
        id=slide_ids(entry)[number - 1],
        kind=slide.kind,
        layout=layout,
        title=kit.inline(slide.title),
        slots=slots,
        notes=(*compose_notes(kit, slide, start, split), *_own_notes(kit, entry, number, slide)),
        breadcrumb=kit.breadcrumb(module.title, " › ", entry.block.title),
        minutes=split.total,
        span=slide.span,
        hidden=slide.hidden,
        build=slide.is_built(kit.course.build),
        countdown=_countdown(slots),
        source=_source_line(kit, slide, source, slots),
    )


def _countdown(slots: tuple[Slot, ...]) -> int:
    """How long the clock of a board runs, in milliseconds; nothing where there is none."""
    boards = (item.record for slot in slots for item in slot.content if isinstance(item, Diagram))
    return next((board.minutes * 60_000 for board in boards if isinstance(board, Activity | Timer)), 0)


def _own_notes(kit: Kit, entry: Entry, number: int, slide: SlideModel) -> tuple[Element, ...]:
    """The trainer's private notes about a slide and the sheet that it shows; about the block at its first slide."""
    block = (entry.block.id,) if number == 1 else ()
    return kit.own_notes(*block, slide_ids(entry)[number - 1], getattr(slide, "sheet", None) or "")


def _source_line(kit: Kit, slide: SlideModel, source: str, slots: tuple[Slot, ...]) -> Runs:
    """The slide's source, those that the numbers of its text stand for, and whose its pictures are."""
    told = _sources(kit, source, slots)
    credit = credits_of(kit, slide.pictures) if isinstance(slide, ContentSlide) else ()
    return (*told, Run(kit.phrase("bar")), *credit) if told and credit else told or credit


def _sources(kit: Kit, source: str, slots: tuple[Slot, ...]) -> Runs:
    parts = [kit.inline(source)] if source else []
    parts += [
        (Run(f"{number} "), *given) for number, given in sources_of(part for slot in slots for part in slot.content)
    ]
    if not parts:
        return ()
    label = kit.phrase("source") + kit.phrase("colon")
    if source and len(parts) == 1:
        return kit.inline(label, source)
    joined = [run for part in parts for run in (Run(kit.phrase("semicolon")), *part)]
    return (Run(label), *joined[1:])
