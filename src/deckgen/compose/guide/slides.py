"""Every slide of the deck into its entry: frame slides that nobody writes, and those of the blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deckgen.base.runs import Runs, runs
from deckgen.base.units import Clock, Split
from deckgen.compose.anchors import module_anchor, reading_anchor
from deckgen.compose.guide.balance import height_beside, height_of_say
from deckgen.compose.guide.entry import Entry, Head, labelled, on_page
from deckgen.compose.guide.practice import good_enough, ladder, rounds, time_band
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_loose
from deckgen.compose.places import called, where
from deckgen.compose.workbook.closing import RECAP
from deckgen.model.course import Module
from deckgen.model.sheets import Sheet
from deckgen.model.slides import ContentSlide, DebriefQuestions, DebriefSlide, Slide
from deckgen.plan import Entry as Planned
from deckgen.plan.frames import FrameTime
from deckgen.tree import Callout, Drawing, Element, Group, ListBlock, Para
from deckgen.tree import Slide as Placed
from deckgen.tree.content import runs_in

Thumbnails = Mapping[str, tuple[int, Drawing]]

_PARTS = re.compile(r"；|; ")
_LEAST_ROOM = 75.0  # points beside nothing to say
_OVER = 6.0  # points that what stands beside may be higher than the words: less than a line below them takes


@dataclass(frozen=True)
class Numbers:
    """The numbers of slides in the deck; one that goes on on a second slide has two."""

    thumbnails: Thumbnails
    _spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, key: str) -> str:
        """What stands in the screen of its entry; empty where the deck has no such slide."""
        if not self._spans:
            for name, (number, _) in self.thumbnails.items():
                first, last = self._spans.get(name.partition("+")[0], (number, number))
                self._spans[name.partition("+")[0]] = (min(first, number), max(last, number))
        first, last = self._spans.get(key, (0, 0))
        return f"{first}–{last}" if last > first else str(first or "")


@dataclass(frozen=True, slots=True)
class Task:
    """A sheet that is worked through while a slide is up: its minutes step by step, and when it begins.

    `listens` are minutes before its first step, in which one hears what to do; `shown` says that the slide shows it.
    Where a slide before the next sheet has the questions of the debriefing, they are not asked here. `talks` says after
    how many minutes of its steps the next slides begin with how many minutes of talk.
    """

    sheet: Sheet
    steps: tuple[int, ...]
    start: Clock
    listens: int = 0
    shown: bool = False
    debriefs: bool = True
    talks: tuple[tuple[int, int], ...] = ()


def frame_entry(
    kit: Kit, slide: Placed, time: FrameTime | None, number: str, module: Module | None = None, *, spoken: bool = True
) -> Group:
    """A slide that no author writes: what to say to it are the words of its module, else a phrase; or nothing."""
    phrase = kit.phrase
    entry = Entry(kit, kit.plain(phrase(f"frame_of.{slide.kind}")))
    minutes = phrase("minutes", n=time.minutes) if time is not None and time.minutes else phrase("no_minutes")
    clock = "" if time is None else str(time.start)
    anchor = RECAP if slide.kind == "recap" else module_anchor(module.id) if module is not None else ""
    place = on_page(kit, "in_workbook", anchor) if anchor else ()
    entry.head(Head(clock, minutes, number, slide.title, places=(place,) if place else ()))
    if not spoken:
        entry.do((kit.inline(phrase("frame_silent")),))
        return entry.group(slide.id)
    authored = ""
    at = None
    if module is not None:
        authored, at = (module.hook, module.at("hook")) if slide.kind == "divider" else (
            module.recap_say, module.at("recap_say"))  # fmt: skip
    said = kit.prose(authored, "say", "say", at) if authored else (Para(_generic(kit, slide, module), "say"),)
    entry.say(said)
    acts = [
        kit.inline(act) for act in phrase(f"frame.{slide.kind}").replace("；", "\n").replace("; ", "\n").split("\n")
    ]
    entry.do([act for act in acts if act])
    return entry.group(slide.id)


def _generic(kit: Kit, slide: Placed, module: Module | None) -> Runs:
    """What can be said to a frame slide of any course."""
    course, day = kit.course, kit.agenda.days[0]
    if slide.kind == "agenda" and (number := slide.id.rpartition("-")[2]).isdigit():
        day = kit.agenda.days[int(number) - 1]
    facts = {
        "title": (module or course).title, "modules": len(course.modules), "goals": len(course.objectives),
        "start": str(day.start), "end": str(day.end),
    }  # fmt: skip
    return kit.inline(kit.phrase(f"frame_say.{slide.kind}", **facts))


def slide_entry(
    kit: Kit,
    planned: Planned,
    at: int,
    start: Clock,
    split: Split,
    number: str,
    tasks: Sequence[Task],
    opening: Sequence[Element] = (),
    reserve: str = "",
) -> Group:
    """The entry of a slide of a block, with the sheets that are worked through while it is up.

    `reserve` are the numbers of slides that it keeps in reserve.
    """
    phrase, slide = kit.phrase, planned.block.slides[at]
    entry = Entry(kit, kit.plain(slide.title))
    minutes = phrase("minutes", n=split.total) if split.total else phrase("hidden" if slide.hidden else "no_minutes")
    glance = kit.inline(slide.glance) if slide.glance else ()
    places = places_of(kit, planned, at, [task.sheet for task in tasks])
    head = Head(str(start), minutes, number, kit.inline(slide.title), glance, tuple(places))
    entry.head(head)
    shown = [task for task in tasks if task.shown]
    for task in shown:
        _band(kit, entry, task)
    said: list[Element] = list(kit.prose(slide.say, "say", "say", slide.at("say"))) if slide.say else []
    for task in shown if not said else ():
        said += _brief(kit, task)
    aside, below = _beside(kit, slide, tasks, said)
    entry.say(said, aside)
    entry.told(below)
    for task in tasks:
        if task not in shown:  # the slide explains, then people act on a sheet that it does not show
            _band(kit, entry, task)
            entry.say(() if said else _brief(kit, task))
    acts: list[Runs] = []
    apart: list[Element] = []
    for number_of, act in enumerate(slide.do):
        parts = kit.prose(act, "do", "do", slide.at_item("do", number_of))
        if len(parts) == 1 and isinstance(parts[0], Para):
            acts.append(parts[0].runs)
        else:
            apart += parts
    for material in slide.materials:
        acts.append((*runs(f"{phrase('materials')}{phrase('colon')}"), *kit.inline(material)))
    for task in tasks:
        if task.sheet.guide is not None and task.sheet.guide.board:
            board = kit.join(task.sheet.guide.board)
            acts.append((*runs(f"{phrase('board_short')}{phrase('colon')}"), *board))
    entry.do(acts)
    for element in apart:
        entry.beside(element)
    for ask in slide.ask:
        answers: list[tuple[str, Runs]] = []
        if ask.expect:
            answers.append((phrase("heard.expect"), kit.join(ask.expect)))
        for key in ("follow_up", "if_silent"):
            if text := getattr(ask, key):
                answers.append((phrase(f"heard.{key}"), kit.inline(text)))
        beside = f"{phrase(f'ask.{ask.type}')}{phrase('gap')}{phrase('wait', n=ask.wait)}"
        entry.ask(kit.inline(ask.q), runs(beside), answers)
    told: list[Para] = []
    asked: list[DebriefQuestions] = []
    for task in tasks:  # what the sheets of one slide share is said once
        new = [para for para in (*rounds(kit, task.sheet), *good_enough(kit, task.sheet)) if para not in told]
        told += new
        entry.told(new)
        questions = task.sheet.guide.debrief if task.sheet.guide is not None else None
        if questions is not None and task.debriefs and questions not in asked:
            asked.append(questions)
            ladder(kit, entry, questions)
    if isinstance(slide, DebriefSlide):
        ladder(kit, entry, slide.questions)
    if slide.takeaway:
        entry.say((labelled(kit, phrase("landing"), kit.inline(slide.takeaway), "say"),))
    kept = [labelled(kit, phrase("reserve"), kit.inline(phrase("shown_on", n=reserve)), "note")] if reserve else []
    entry.told([*kept, *_asides(kit, slide)], dashed=True)
    entry.turn(kit.inline(slide.transition))
    notes = _own_notes(kit, planned, at, tasks)
    return entry.group(planned.block.slide_ids[at], opening, notes)


def _band(kit: Kit, entry: Entry, task: Task) -> None:
    if band := time_band(kit, task.sheet, task.steps, task.start, task.listens, task.talks):
        entry.beside(band)


def _brief(kit: Kit, task: Task) -> Sequence[Element]:
    """The words that start a task."""
    guide = task.sheet.guide
    return kit.prose(guide.brief, "say", "say", guide.at("brief")) if guide is not None and guide.brief else ()


def _own_notes(kit: Kit, planned: Planned, at: int, tasks: Sequence[Task]) -> list[Element]:
    """The private notes of the trainer, about the block too where its first slide is."""
    about = [planned.block.id] if at == 0 else []
    about += [planned.block.slide_ids[at], *(task.sheet.id for task in tasks)]
    notes = kit.own_notes(*about)
    return [Callout("variant", (), notes)] if notes else []


def places_of(kit: Kit, planned: Planned, at: int, sheets: Sequence[Sheet]) -> list[Runs]:
    """Where participants look: the page of the reading or of the sheet, and what the sheet is called.

    `sheets` are those that are worked through while this slide of the block is up.
    """
    slide = planned.block.slides[at]
    places: list[Runs] = []
    named = list(sheets)
    if (shown := kit.course.sheet(getattr(slide, "sheet", None) or "")) is not None and shown not in named:
        named.insert(0, shown)
    if slide.is_read:
        number = 1 + sum(other.is_read for other in planned.block.slides[:at])
        places.append(on_page(kit, "in_workbook", reading_anchor(planned.block.id, number)))
    for sheet in named:
        if is_loose(kit.course, sheet.id):
            places.append(where(kit, sheet))
            continue
        name = kit.inline(called(kit, sheet))
        if sum(not is_loose(kit.course, other.id) for other in named) > 1:  # each with its page, on a line of its own
            before, _, after = kit.phrase("workbook_page", page="\0").partition("\0")
            places.append((*name, *runs(kit.phrase("gap")), *runs(before), *where(kit, sheet), *runs(after)))
            continue
        before, _, after = kit.phrase("in_workbook", page="\0").partition("\0")
        page = (*runs(before), *where(kit, sheet), *runs(after))
        places += [page] if page not in places else []
        places.append(name)
    handed = [sheet for sheet in named if sheet.handed_out == "material"]
    return [*places, *(kit.inline(kit.phrase("handed_out.short", sheet=called(kit, sheet))) for sheet in handed)]


def _beside(
    kit: Kit, slide: Slide, tasks: Sequence[Task], said: Sequence[Element]
) -> tuple[list[list[Element]], list[Para]]:
    """What stands beside the words to say, and what has no room there and stands below them.

    Of a task it is how people sit together and what they have in the end; else the points to make and what is on the
    screen.
    """
    phrase = kit.phrase
    room = sum(height_of_say(words) for words in runs_in(said)) or _LEAST_ROOM
    parts: list[Element] = []
    below: list[Para] = []
    known: set[str] = set()
    for task in tasks:
        grouping = getattr(slide, "grouping", "") or task.sheet.grouping
        output = getattr(slide, "output", "") or task.sheet.output
        for key, text in (("grouping_short", grouping), ("output_short", output)):
            if not text or text in known:
                continue
            known.add(text)
            if height_beside((text,)) <= room + _OVER:
                parts += [_label(kit, phrase(key)), Para(kit.inline(text), "aside")]
                room -= height_beside((text,))
            else:
                below.append(labelled(kit, phrase(key), kit.inline(text), "note"))
    if slide.key_points and not tasks:
        needed = height_beside(slide.key_points)
        if needed <= room:
            listed = ListBlock(tuple(map(kit.inline, slide.key_points)), "bullet", role="beside")
            parts += [_label(kit, phrase("points_short")), listed]
            room -= needed
        else:
            below.append(labelled(kit, phrase("points_short"), kit.join(slide.key_points), "expected"))
    if not tasks and (shown := _on_screen(kit, slide, room)):
        return [[_label(kit, phrase("on_screen")), Para(shown, "aside")], parts], below
    return [parts], below


def _label(kit: Kit, words: str) -> Para:
    return Para(runs(words, strong=True), "aside")


def _on_screen(kit: Kit, slide: Slide, room: float) -> Runs:
    """The first words of the visual or of the points, as many as find room."""
    if not isinstance(slide, ContentSlide):
        return ()
    if slide.diagram is not None:
        words = [part for part in slide.diagram.parts() if part]
    elif slide.table is not None:
        words = list(slide.table.head)
    else:
        words = [slide.lead] if slide.lead else list(slide.points)
    shown = ""
    for word in map(kit.plain, words):
        longer = f"{shown}{kit.phrase('enumeration') if shown else ''}{word}"
        if height_beside((longer,)) > room:
            break
        shown = longer
    return runs(shown)


def _asides(kit: Kit, slide: Slide) -> list[Para]:
    """What to drop when late, what to take care of, and what to do without people or projector."""
    told: list[tuple[str, str]] = []
    if slide.fallback is not None:
        for name in ("late", "short_of_people", "no_projector"):
            told += [(f"fallback.{name}", text) for text in (getattr(slide.fallback, name),) if text]
    told += [("cautions", text) for text in slide.cautions]
    return [labelled(kit, kit.phrase(key), kit.inline(text), "note") for key, text in told]
