"""What there is to see of a course: decks and books as their readers see them, views of the plan, diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from typing import Any

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.people import Look
from deckgen.base.runs import Run
from deckgen.base.units import Clock, Frame
from deckgen.checks import check_course, check_trees
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.office.values import form_values
from deckgen.compose.workbook import compose_workbook
from deckgen.draw import Pen, draw_diagram
from deckgen.measure import load_faces
from deckgen.model.course import Course
from deckgen.pipeline.composers import COMPOSERS
from deckgen.pipeline.exemptions import Exemptions
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.text.forms import FORMS
from deckgen.timetable.trace import trace_of
from deckgen.timetable.views import agenda_json
from deckgen.tree import Book, Deck, Diagram, Drawing, Record
from walk import find

PEN = Pen(load_faces("latin-sans", "cjk-sans"), label=(18, 16), strong=(20, 16))
FRAME = Frame(40, 110, 880, 360)
# Lengths that nobody declared: one that drops a block, two days, one with lunch.
FREE = (
    Wishes(1, 64, Clock(540), sitting=60),
    Wishes(2, 88, Clock(540)),
    Wishes(1, 90, Clock(540), sitting=60, lunch_minutes=30),
)
# Names and notes of the trees themselves, which no writer writes.
UNWRITTEN: Mapping[str, frozenset[str]] = {
    "Slide": frozenset({"id", "kind", "minutes"}),
    "Group": frozenset({"id"}),
    "BookSection": frozenset({"id", "title"}),
    "DeckSection": frozenset({"id"}),
    "CustomShow": frozenset({"id", "slides"}),  # by their names
}


class Looks:
    """A course of one delivery, looked at from one side after the other; nothing is made before it is asked for."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.report = Report()
        self.trees = ["workbook", "guide", "papers"]  # beside the deck
        self._lengths: dict[Wishes, Hashable] = {}
        self.agenda: Agenda | None = plan_delivery(course, course.deliveries[0], self.report)

    @cached_property
    def found(self) -> list[Diagnostic]:
        """What the rules say of the source and the plan."""
        return [*self.report, *check_course(self.course, self.agenda)]

    @property
    def refused(self) -> bool:
        """Whether nothing would be made of the course."""
        return self.agenda is None or any(CODES[item.code].severity == "error" for item in self.found)

    @property
    def planned(self) -> Agenda:
        """The plan of a course that has one."""
        assert self.agenda is not None
        return self.agenda

    @cached_property
    def deck(self) -> Deck:
        """The deck, not yet fitted."""
        return compose_deck(self.course, self.planned)

    @cached_property
    def workbook(self) -> Book:
        """The workbook, not yet on pages."""
        return compose_workbook(self.course, self.planned)

    @cached_property
    def guide(self) -> Book:
        """The guide, not yet on pages; its slides are empty pictures."""
        slides = enumerate(self.deck.slides, 1)
        numbers = {slide.id: (number, Drawing("slide", FRAME, (), "")) for number, slide in slides}
        return compose_guide(self.course, self.planned, numbers)

    @cached_property
    def papers(self) -> tuple[object, ...]:
        """All other papers, not yet on pages, with what is filled into forms."""
        numbers = {slide.id: number for number, slide in enumerate(self.deck.slides, 1)}
        desk = Desk(self.course, self.planned, slides=numbers, forms=dict.fromkeys(FORMS, ""))
        made = [compose(desk) for compose in COMPOSERS.values()]
        return (repr(form_values(desk)), *(paper for papers in made for paper in papers.values()))

    @property
    def teaching(self) -> list[Book]:
        """Of the papers those that are books."""
        return [paper for paper in self.papers if isinstance(paper, Book)]

    @cached_property
    def views(self) -> Hashable:
        """The plan and what serves what."""
        return repr((agenda_json(self.course, self.planned), trace_of(self.course, self.planned)))

    @cached_property
    def diagnostics(self) -> Hashable:
        """What the rules say of the source and the plan, and of the trees of a course that is not refused."""
        found = [*self.found]
        if not self.refused:
            found += check_trees(self.course, self.planned, self.deck, self.workbook, self.guide, self.teaching)
        exemptions = Exemptions(None, [(self.planned.delivery.id, self.course)] if self.agenda else [])
        left = [*exemptions.keep(found), *exemptions.stale()]
        return (exemptions.used, *sorted((item.code, item.message) for item in left))

    def in_length(self, wishes: Wishes) -> Hashable:
        """The course in a length that nobody declared, or why it has none."""
        if wishes not in self._lengths:
            report = Report()
            plan = plan_free({self.course.deliveries[0].id: self.course}, wishes, f"{wishes.minutes}-min", report)
            self._lengths[wishes] = repr(agenda_json(plan.course, plan.agenda) if plan else list(map(str, report)))
        return self._lengths[wishes]


def differ(one: Looks, other: Looks) -> bool:
    """Whether a reader sees a difference anywhere."""
    first, *rest = one.trees
    return (  # first what is cheap, then what is likely
        _shows(other, lambda: one.views != other.views or _trees_differ(one, other, ("deck",)))
        or (other.refused and one.diagnostics != other.diagnostics)
        or _shows(other, lambda: _trees_differ(one, other, (first,)))
        or _shows(other, lambda: _trees_differ(one, other, rest) or _links_differ(one, other))
        or one.diagnostics != other.diagnostics
    )


def _shows(other: Looks, differs: Callable[[], bool]) -> bool:
    if other.agenda is None:
        return False
    try:
        return differs()
    except Exception:
        if not other.refused:  # only what no rule refuses must be composed
            raise
        return False


def _trees_differ(one: Looks, other: Looks, trees: Sequence[str]) -> bool:
    for tree in trees:
        if shows_another(getattr(one, tree), getattr(other, tree)):
            if tree in one.trees:
                one.trees.remove(tree)
                one.trees.insert(0, tree)  # the next key of such a record likely shows there, too
            return True
    return False


def _links_differ(one: Looks, other: Looks) -> bool:
    return names_of(one.deck) != names_of(other.deck) and links(one.deck) != links(other.deck)


def shows_another(one: Any, other: Any) -> bool:
    """Whether readers see a difference between two trees or parts of them; diagrams are drawn for it."""
    if one == other:
        return False
    if type(one) is not type(other):
        return True
    if isinstance(one, Diagram):
        shown = [(drawn(each.record, each.cast), each.alt, each.height) for each in (one, other)]
        return shown[0] != shown[1]
    if isinstance(one, tuple):
        return len(one) != len(other) or any(map(shows_another, one, other))
    if is_dataclass(one):
        hidden = UNWRITTEN.get(type(one).__name__, frozenset()) | {"span"}
        names = [field.name for field in fields(one) if field.name not in hidden]
        return any(shows_another(getattr(one, name), getattr(other, name)) for name in names)
    return True


def names_of(deck: Deck) -> list[str]:
    """The ids of the slides of a deck."""
    return [slide.id for slide in deck.slides]


def links(deck: Deck) -> list[int | None]:
    """The numbers of the slides that the links of a deck lead to."""
    places = {f"#{name}": number for number, name in enumerate(names_of(deck), 1)}
    return [places.get(run.href) for run in find(deck, Run) if run.href.startswith("#")]


@cache
def drawn(record: Record, cast: tuple[Look, ...] = ()) -> Hashable:
    """A diagram's drawing on a slide, with what does not fit."""
    return draw_diagram(Diagram(record, "", cast=cast), FRAME, PEN)
