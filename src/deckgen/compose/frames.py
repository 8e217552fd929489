"""Frame slides that no author writes: cover, course map, agenda, objectives, close.

Their notes are made of phrases; minutes are theirs where a block gives them some (`opening`, `recap`).
"""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.roles import OWN_PLACE
from deckgen.base.runs import Run, Runs, runs
from deckgen.base.units import Split
from deckgen.compose.cast import cast_of
from deckgen.compose.day import dated, day_clock
from deckgen.compose.kit import Kit, linked_modules
from deckgen.compose.pictures import compose_picture, credits_of
from deckgen.compose.visuals import alt_text
from deckgen.model.course import Module
from deckgen.model.diagrams.course_map import CourseMap, Stop
from deckgen.model.diagrams.ensemble import SHOWN, Ensemble
from deckgen.plan import Day
from deckgen.tree import Cell, Diagram, Para, Row, Slide, Slot, Table

MAP = "map"  # the slide that others lead back to
_DELIVERIES = "deliveries"  # what the slides of a day follow from
MOST_STOPS = 8  # of a course map: more could not be read


def compose_cover(kit: Kit) -> Slide:
    """The cover: title, subtitle, delivery and date."""
    course, delivery = kit.course, kit.agenda.delivery
    meta = [kit.inline(delivery.title, f" · {kit.phrase('contact_hours', n=_hours(delivery.hours))}")]
    credit = credits_of(kit, (course.picture,)) if course.picture is not None else ()
    meta.append((*kit.edition(), *runs(" · "), *credit) if credit else kit.edition())
    if course.client:
        meta.insert(0, kit.inline(course.client))
    slots = [Slot("meta", tuple(Para(line, "meta") for line in meta))]
    if course.subtitle:
        slots.insert(0, Slot("subtitle", (Para(kit.inline(course.subtitle), "subtitle"),)))
    if course.picture is not None:
        slots.append(Slot(OWN_PLACE, (compose_picture(kit, course.picture),)))
    else:
        slots += _ensemble(kit, 0)
    return frame_slide(kit, "cover", "cover", "cover", course.title, slots, "frame.cover")


def compose_map(kit: Kit) -> Slide:
    """The course map with no stop lit."""
    slots = [
        Slot("lead", (Para(kit.inline(kit.phrase("map_lead", n=len(kit.course.modules))), "lead"),)),
        Slot("canvas", (_detailed(kit, course_map(kit, 0)),)),
    ]
    return frame_slide(kit, MAP, "map", "overview", kit.phrase("course_map"), slots, "frame.map", key="modules")


def course_map(kit: Kit, current: int) -> Diagram:
    """The modules as stops; `current` counts from 1, 0 = none.

    A course with more modules than a map has room for shows those around the current one, or, where
    none is, stretches of equal length by their first module.
    """
    modules = kit.course.modules
    count, first, stride = len(modules), 0, 1
    if count > MOST_STOPS and current:
        first = min(max(0, current - 1 - MOST_STOPS // 2), count - MOST_STOPS)
        count = MOST_STOPS
    elif count > MOST_STOPS:
        stride = -(-count // MOST_STOPS)
        count = -(-count // stride)
    shown = [(at + 1, modules[at]) for at in range(first, first + count * stride, stride)]
    stops: list[Stop] = []
    for number, module in shown:
        last = min(number + stride - 1, len(modules))
        range_of = f"{number}–{last}" if stride > 1 and last > number else str(number) if len(modules) > count else ""
        part = range_of if stride > 1 else kit.plain(module.part) or range_of
        link = f"#{module.id}" if kit.medium == "slide" else ""
        stops.append(Stop(title=kit.plain(module.label), part=part, icon=module.icon, link=link))
    record = CourseMap(stops=tuple(stops), current=current - first if current else 0, first=first + 1)
    titles = tuple(module.label for _, module in shown)
    lit = modules[current - 1].title if current else kit.course.title
    return Diagram(record, alt_text(kit, "course_map", lit, titles))


def _detailed(kit: Kit, ribbon: Diagram) -> Diagram:
    """The whole map with the minutes of each stop and what it is about, unless a stop stands for several."""
    modules = kit.course.modules
    record = ribbon.record
    assert isinstance(record, CourseMap)
    if len(record.stops) != len(modules):
        return ribbon
    stops: list[Stop] = []
    for stop, module in zip(record.stops, modules, strict=True):
        minutes = sum(entry.split.total for entry in kit.agenda.of_module(module.id))
        said = {
            "text": kit.plain(module.goals[0]) if module.goals else kit.plain(module.title),
            "minutes": minutes,
            "unit": kit.phrase("minute_unit"),
            "dimension": kit.plain(module.dimension),
        }
        stops.append(stop.model_copy(update=said))
    return replace(ribbon, record=record.model_copy(update={"stops": tuple(stops)}))


def compose_agenda(kit: Kit, day: Day) -> Slide:
    """The day by the clock: sittings and pauses; every module is a link to its divider."""
    phrase = kit.phrase
    several = len(kit.agenda.days) > 1
    title = dated(kit, phrase("agenda_of_day", n=day.number) if several else phrase("agenda"), day)
    head = Row(
        tuple(
            Cell((Para(runs(text), "cell_head"),), "head")
            for text in (phrase("clock"), phrase("sitting"), phrase("content"))
        )
    )
    rows = []
    for sitting in day.sittings:
        rows.append(
            Row(
                (
                    _cell(runs(f"{sitting.start}–{sitting.end}"), "row_head"),
                    _cell(runs(phrase("sitting_number", n=sitting.number)), "cell"),
                    _cell(linked_modules(kit, sitting, str), "cell"),
                )
            )
        )
        if sitting.pause is not None:
            pause = sitting.pause
            rows.append(
                Row(
                    (
                        _cell(runs(f"{pause.start}–{pause.end}"), "quiet"),
                        _cell(runs(phrase(pause.kind)), "quiet"),
                        _cell(runs(phrase("minutes", n=pause.minutes)), "quiet"),
                    )
                )
            )
    table = Table((2.8, 1.9, 10.6), (head,), tuple(rows), alt_text(kit, "agenda", title, ()))
    lead = _contact(kit, day)
    slots = [Slot("lead", (Para(kit.inline(lead), "lead"),)), Slot("canvas", (table,))]
    return frame_slide(kit, f"agenda-{day.number}", "agenda", "table", title, slots, "frame.agenda", key=_DELIVERIES)


def _contact(kit: Kit, day: Day) -> str:
    """How long the day is taught, and which of its pauses count."""
    kinds = [sitting.pause.kind for sitting in day.sittings if sitting.pause is not None]
    if kit.agenda.delivery.breaks == "inclusive" and "break" in kinds:
        return kit.phrase("breaks.inclusive_lunch" if "lunch" in kinds else "breaks.inclusive", n=day.minutes)
    if not kinds:
        return kit.phrase("breaks.none", n=day.minutes)
    pauses = kit.phrase("and").join(kit.phrase(f"breaks.{kind}") for kind in ("break", "lunch") if kind in kinds)
    return kit.phrase("breaks.exclusive", n=day.minutes, pauses=pauses)


def compose_day(kit: Kit, day: Day) -> Slide:
    """The day to scale: sittings as lanes, who acts in which block."""
    several = len(kit.agenda.days) > 1
    title = kit.phrase("day_to_scale_of", n=day.number) if several else kit.phrase("day_to_scale")
    split = sum((entry.split for entry in day.entries), Split())
    share = round(100 * (split.activity + split.debrief) / split.total)
    lead = (Para(kit.inline(kit.phrase("day_lead", share=share)), "lead"),) if share else ()  # none in a day of talk
    slots = [Slot("lead", lead), Slot("canvas", (day_clock(kit, day),))]
    return frame_slide(kit, f"day-{day.number}", "day", "overview", title, slots, "frame.day", key=_DELIVERIES)


def _cell(content: Runs, role: str) -> Cell:
    return Cell((Para(content, "cell"),), role)  # type: ignore[arg-type]


def compose_objectives(kit: Kit) -> Slide:
    """What participants can do afterwards, and at which stops they practise it."""
    phrase = kit.phrase
    title = phrase("objectives_title")
    head = Row(
        tuple(
            Cell((Para(runs(text), "cell_head"),), "head")
            for text in ("", phrase("objective_head"), phrase("objective_stops"))
        )
    )
    rows = tuple(
        Row(
            (
                _cell((Run(str(number), strong=True),), "row_head"),
                _cell(kit.inline(objective.sentence), "cell"),
                _cell(_practised(kit, objective.id), "quiet"),
            )
        )
        for number, objective in enumerate(kit.course.objectives, 1)
    )
    texts = tuple(objective.sentence for objective in kit.course.objectives)
    table = Table((0.8, 9.4, 4.2), (head,), rows, alt_text(kit, "table", title, texts))
    slots = [Slot("canvas", (table,))]
    return frame_slide(kit, "objectives", "objectives", "table", title, slots, "frame.objectives", key="objectives")


def _practised(kit: Kit, objective: str) -> Runs:
    """The stops where an objective has most time to act, in the order of the course; at most two."""
    minutes: dict[str, int] = {}
    for entry in kit.agenda:
        if objective in entry.block.objectives and not entry.block.frames:
            spent = minutes.get(entry.module, 0)
            minutes[entry.module] = spent + entry.split.activity
    most = sorted(minutes, key=lambda key: -minutes[key])[:2]
    linked: list[Run] = []
    for module in kit.course.modules:
        if module.id in most:
            if linked:
                linked.append(Run(" · "))
            linked.append(Run(kit.plain(module.label), href=f"#{module.id}"))
    return tuple(linked)


def compose_close(kit: Kit) -> Slide:
    """The last slide."""
    edition = kit.phrase("draft") if kit.course.is_draft else kit.course.version
    slots = [
        Slot("subtitle", (Para(kit.inline(kit.phrase("close_subtitle")), "subtitle"),)),
        Slot("meta", (Para(kit.inline(kit.course.title, " · ", edition), "meta"),)),
    ]
    slots += _ensemble(kit, SHOWN)
    return frame_slide(kit, "close", "close", "close", kit.phrase("close_title"), slots, "frame.close")


def _ensemble(kit: Kit, first: int) -> list[Slot]:
    """Some people of the course, from the `first` that it names; nobody where it has fewer than a picture shows."""
    names = [person.name for person in kit.course.people]
    if len(names) < SHOWN:
        return []
    turned = first % len(names)
    record = Ensemble(who=tuple(map(kit.plain, (names[turned:] + names[:turned])[:SHOWN])))
    diagram = Diagram(record, alt_text(kit, "ensemble", "", record.parts()), cast=cast_of(kit, record))
    return [Slot(OWN_PLACE, (diagram,), spare=True)]


def frame_slide(
    kit: Kit,
    slide_id: str,
    kind: str,
    layout: str,
    title: str | Runs,
    slots: list[Slot],
    note: str,
    module: Module | None = None,
    key: str = "title",
) -> Slide:
    """A slide that stands under the title of its module, or of the course; `note` names what its notes say.

    `key` is that of the module, or of the course, from whose value it is made.
    """
    breadcrumb = kit.breadcrumb(module.title if module else kit.course.title)
    notes = (kit.labelled(kit.phrase("frame_note"), kit.phrase(note)),)
    named = kit.inline(title) if isinstance(title, str) else title
    return Slide(slide_id, kind, layout, named, tuple(slots), notes, breadcrumb, span=(module or kit.course).at(key))


def _hours(hours: float) -> str:
    return f"{hours:g}"
