"""A chapter of the guide: its overview, then an entry for every slide that is shown in it, and the pauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from deckgen.base.runs import Runs, runs
from deckgen.base.units import Split
from deckgen.compose.anchors import block_anchor, module_anchor, slide_ids
from deckgen.compose.chapters import running_head, tab_of, time_chapter
from deckgen.compose.checkpoints import checkpoint_behind, say_checkpoint
from deckgen.compose.deck import divider_of, frames_of_day, opening_frames, recap_of
from deckgen.compose.frame_notes import unspoken
from deckgen.compose.frames import compose_close
from deckgen.compose.guide.entry import block_heading
from deckgen.compose.guide.overview import compose_overview
from deckgen.compose.guide.slides import Numbers, Task, frame_entry, slide_entry
from deckgen.compose.kit import Kit
from deckgen.compose.pauses import pause_behind, pause_id
from deckgen.compose.places import minutes_ahead, slide_with
from deckgen.model.course import Module
from deckgen.model.slides import DebriefSlide
from deckgen.plan import Entry
from deckgen.plan.frames import frame_times
from deckgen.tree import BookSection, Cell, Element, Group, Heading, Para, Row, Slide, Table


def compose_module(kit: Kit, module: Module, number: int, numbers: Numbers) -> BookSection:
    """Overview and entries of one module."""
    times = frame_times(kit.course, kit.agenda)
    entries = kit.agenda.of_module(module.id)
    frames = opening_frames(kit) if number == 1 else ()
    divider, recap = divider_of(kit, module, number), recap_of(kit, module)
    close = (compose_close(kit),) if number == len(kit.course.modules) else ()
    shown = [slide.id for slide in (*frames, divider)]
    shown += [key for entry in entries for key in slide_ids(entry)]
    shown += [slide.id for slide in (*((recap,) if recap else ()), *close)]
    elements: list[Element] = [Heading(1, kit.inline(module.title), module_anchor(module.id), new_page=True)]
    elements += compose_overview(kit, module, shown, numbers)

    def frame(slide: Slide, of: Module | None = None, spoken: bool = True) -> Group:
        return frame_entry(kit, slide, times.get(slide.id), numbers.of(slide.id), of, spoken=spoken)

    def opening(slides: Sequence[Slide]) -> Iterator[Group]:
        silent = unspoken(slides, times)
        return (frame(slide, spoken=slide.id not in silent) for slide in slides)

    elements += [*opening(frames), frame(divider, module)]
    day = entries[0].day if entries and number == 1 else 0
    for entry in entries:
        if (day and entry.day > day) or (not day and _opens_day(kit, entry)):
            elements += opening(frames_of_day(kit, entry.day))
        day = entry.day
        elements += _block(kit, entry, numbers)
        elements += _pause(kit, entry, numbers) if entry is not entries[-1] else []
    elements += [frame(recap, module)] if recap else []
    elements += map(frame, close)
    elements += _pause(kit, entries[-1], numbers) if entries else []  # the recap takes the last minutes before it
    header = running_head(kit, "guide", time_chapter(kit, module))
    return BookSection(module.id, kit.plain(module.title), tuple(elements), header=header, tab=tab_of(kit, module))


def _opens_day(kit: Kit, entry: Entry) -> bool:
    """Whether a block is the first of a later day."""
    return entry.day > 1 and kit.agenda.days[entry.day - 1].entries[0] is entry


def _block(kit: Kit, entry: Entry, numbers: Numbers) -> Iterator[Group]:
    block = entry.block
    title = kit.inline(f"{block.id}{kit.phrase('gap')}", block.title)
    opening: Sequence[Element] = (block_heading(title, block_anchor(block.id), *_facts(kit, entry)),)
    tasks = _tasks(kit, entry)
    starts = entry.slide_starts()
    for at, key in enumerate(slide_ids(entry)):
        split = entry.slides[at]
        kept = [numbers.of(f"{key}.{word}") for word in dict.fromkeys(getattr(block.slides[at], "reserve", ()))]
        reserve = kit.phrase("enumeration").join(number for number in kept if number)
        yield slide_entry(kit, entry, at, starts[at], split, numbers.of(key), tasks.get(at, ()), opening, reserve)
        opening = ()


def _tasks(kit: Kit, entry: Entry) -> Mapping[int, list[Task]]:
    """The sheets of a block, each with the slide that is up while it is worked through, by the place of the slide."""
    slides = entry.block.slides
    sheets = [sheet for key in entry.block.sheets if (sheet := kit.course.sheet(key)) is not None]
    places = sorted(slide_with(entry, sheet.id)[0] for sheet in sheets)
    tasks: dict[int, list[Task]] = {}
    for sheet in sheets:
        key = sheet.id
        at, shows = slide_with(entry, key)
        steps = entry.steps.get(key, tuple(step.minutes for step in sheet.steps))
        steps = _ahead(steps, minutes_ahead(kit, entry, key))
        start = entry.slide_starts()[at].later(0 if shows else entry.slides[at].talk)
        following = next((place for place in places if place > at), len(slides))
        later = any(isinstance(slide, DebriefSlide) for slide in slides[at:following])
        task = Task(sheet, steps, start, shown=shows, debriefs=not later, talks=_talks(entry, at, following))
        tasks.setdefault(at, []).append(task)
    return {at: _by_the_clock(listed, entry.slides[at]) for at, listed in tasks.items()}


def _talks(entry: Entry, at: int, following: int) -> tuple[tuple[int, int], ...]:
    """Talk that begins the slides behind one, while its sheet goes on: after how many minutes of doing, how long."""
    doing = [split.activity + split.debrief for split in entry.slides[at:following]]
    talks = [split.talk for split in entry.slides[at + 1 : following]]
    return tuple((done, talk) for done, talk in zip(accumulate(doing), talks, strict=False) if talk)


def _ahead(steps: tuple[int, ...], before: int) -> tuple[int, ...]:
    """The minutes of the steps without those that were done in the minutes before, on an earlier slide: a warm-up."""
    ends = accumulate(steps)
    return tuple(0 if end <= before else minutes for minutes, end in zip(steps, ends, strict=True))


def _by_the_clock(tasks: Sequence[Task], split: Split) -> list[Task]:
    """The tasks of one slide one after another; minutes of theirs that no step takes are those in which one listens.

    Steps that go on while the next slide is up begin after the minutes of talk all the same.
    """
    first, *others = tasks
    left = split.total - sum(sum(task.steps) for task in tasks)
    timed = [replace(first, listens=max(left, split.talk) if first.shown else 0)]
    for task in others:
        before = timed[-1]
        timed.append(replace(task, start=before.start.later(before.listens + sum(before.steps))))
    return timed


def _facts(kit: Kit, entry: Entry) -> tuple[Runs, Runs]:
    """Clock, how minutes are shared, and what may be given up of them, on one line; and the same without the shares.

    The shares stand in the day at a glance, too.
    """
    phrase, block = kit.phrase, entry.block
    clock = f"{entry.start}–{entry.end}"
    give = phrase("may_give", n=entry.elastic) if entry.elastic else phrase("gives_none") if block.core_skill else ""
    shares = phrase("shares", talk=entry.split.talk, activity=entry.split.activity, debrief=entry.split.debrief)
    whole, short = (phrase("gap").join(filter(None, parts)) for parts in ((clock, shares, give), (clock, give)))
    return runs(whole), runs(short)


def _pause(kit: Kit, entry: Entry, numbers: Numbers) -> list[Element]:
    """The pause behind a block, with what must be done by then, and what of the rest may be given up."""
    pause, phrase = pause_behind(kit, entry), kit.phrase
    if pause is None:
        return []
    told = runs(f"{pause.start}–{pause.end}  {phrase(pause.kind)} {phrase('minutes', n=pause.minutes)}", strong=True)
    if number := numbers.of(pause_id(entry.day, entry.sitting)):
        told = (*told, *runs(f"{phrase('gap')}{phrase('shown_on', n=number)}"))
    cells = [Cell((Para(told, "expected"),))]
    if point := checkpoint_behind(kit, entry):
        cells.append(Cell((Para(kit.inline(say_checkpoint(kit, point)), "expected"),)))
    widths = (6.0, 10.7)[: len(cells)]
    return [Table(widths, (), (Row(tuple(cells)),), phrase(pause.kind), "plain", keep=True)]
