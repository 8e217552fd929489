"""What every composing function needs: the course, its agenda, the phrases and the medium's spacing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, Runs, plain, runs
from deckgen.compose.content import compose_text, with_sources
from deckgen.model.course import Course, Module, OwnNote
from deckgen.plan import Agenda, Sitting
from deckgen.text.dates import write_date
from deckgen.text.folds import join_lines
from deckgen.text.inline import parse_inline
from deckgen.text.phrases import Phrases
from deckgen.text.spacing import keep_numbers, space_scripts
from deckgen.tree import Element, ListBlock, Para

Sizes = Mapping[str, tuple[float, float]]


@lru_cache(maxsize=32768)
def _ready(parts: tuple[str, ...], slide: bool, strong: bool) -> Runs | None:
    """Inline Markdown as runs for a medium; None where a link leads to a part of the course."""
    parsed = parse_inline(*parts)
    return None if any(run.href.startswith("#") for run in parsed) else _spaced(parsed, slide, strong)


def _spaced(parsed: Runs, slide: bool, strong: bool) -> Runs:
    if strong:
        parsed = tuple(run if run.text == "\n" else replace(run, strong=True) for run in parsed)
    return keep_numbers(space_scripts(parsed) if slide else parsed)


@dataclass(frozen=True)
class Kit:
    """Course and agenda with the means to turn their texts into runs.

    On slides a space stands between 汉字 and Latin; in books the word processor makes that gap
    itself. `targets` says where links to parts of the course lead in this file, by id; `pictures`
    gives width and height in points of the natural sizes of pictures, by file. `notes` are the private ones of the
    trainer by what they are about: only what the trainer alone reads is made with them.
    """

    course: Course
    agenda: Agenda
    phrase: Phrases
    medium: Literal["slide", "book"]
    targets: Mapping[str, str] = field(default_factory=dict)
    pictures: Sizes = field(default_factory=dict)
    notes: Mapping[str, OwnNote] = field(default_factory=dict)

    def inline(self, *parts: str, strong: bool = False) -> Runs:
        """Inline Markdown as runs, spaced for the medium; marks of one part do not reach into the next."""
        ready = _ready(parts, self.medium == "slide", strong)
        return self._dress(parse_inline(*parts), strong) if ready is None else ready

    def plain(self, *parts: str) -> str:
        """Inline Markdown as plain text on one line, spaced for the medium."""
        return join_lines(plain(self.inline(*parts)))

    def words(self, text: str) -> str:
        """Inline Markdown as plain text with its line breaks, spaced for the medium."""
        return plain(self.inline(text))

    def fill(self, key: str, **texts: object) -> Runs:
        """A phrase with texts of the course in it, as runs."""
        return self.inline(*self.phrase.parts(key, **texts))

    def join(self, texts: Iterable[str], key: str = "semicolon") -> Runs:
        """Texts one after another, parted by a phrase."""
        parts = [part for text in texts for part in (self.phrase(key), text)]
        return self.inline(*parts[1:])

    def content(
        self, text: str, role: str = "body", list_role: str = "", place: Span | None = None
    ) -> tuple[Element, ...]:
        """A long text as elements; its sources stay on the numbers that refer to them."""
        on_paper = self.medium == "book"
        return compose_text(
            text, self._dress, self.phrase, role=role, list_role=list_role, on_paper=on_paper, place=place
        )

    def prose(
        self, text: str, role: str = "body", list_role: str = "", place: Span | None = None
    ) -> tuple[Element, ...]:
        """A long text as elements; where there are no footnotes its sources stand below."""
        elements = self.content(text, role, list_role, place)
        return with_sources(elements, role) if self.medium == "slide" else elements

    def edition(self, *before: str) -> Runs:
        """Which edition of the course this is, behind other parts: version and date, or that it is a draft."""
        course, day = self.course, write_date(self.phrase, self.course.date)
        if course.is_draft:
            dated = (f" · {day}",) if day else ()
            return self.inline(*before, self.phrase("draft"), *dated)
        return self.inline(*before, f"{self.phrase('version')} ", course.version, f" · {day}")

    def breadcrumb(self, *parts: str) -> str:
        """Where a slide stands, which the foot of every slide says; of a draft that it is one, too."""
        marked = (self.phrase("draft"), " · ") if self.course.is_draft else ()
        return self.plain(*marked, *parts)

    @property
    def footer(self) -> str:
        """What stands below every page: the course and its edition."""
        course, title = self.course, self.plain(self.course.title)
        if course.is_draft:
            return self.phrase("footer_draft", title=title)
        return self.phrase("footer", title=title, version=course.version, date=write_date(self.phrase, course.date))

    @property
    def edition_footer(self) -> str:
        """What stands below every page of a book that is bound: the delivery and its edition."""
        return plain(self.edition(f"{self.plain(self.agenda.delivery.title)} · "))

    def labelled(self, label: str, text: str | Runs, role: str = "plain") -> Para:
        """A paragraph that opens with a strong label."""
        told = self.inline(text) if isinstance(text, str) else text
        return Para((*runs(f"{label}{self.phrase('colon')}", strong=True), *told), role)

    def told(self, label: str, text: str, role: str = "plain", place: Span | None = None) -> tuple[Element, ...]:
        """A long text whose first paragraph opens with a strong label; before a list the label stands alone."""
        parts = self.prose(text, role, "" if role == "plain" else role, place)
        opening = runs(f"{label}{self.phrase('colon')}", strong=True)
        if parts and isinstance(parts[0], Para):
            return (Para((*opening, *parts[0].runs), role), *parts[1:])
        return (Para(opening, role), *parts)

    def own_notes(self, *about: str) -> tuple[Element, ...]:
        """The private notes of the trainer about parts of the course, each after its label."""
        label, elements = self.phrase("own_note"), []
        for note in (self.notes[key] for key in about if key in self.notes):
            elements += [part for text in note.texts for part in self.told(label, text, place=note.at)]
        return tuple(elements)

    def _dress(self, parsed: Runs, strong: bool = False) -> Runs:
        if any(run.href.startswith("#") for run in parsed):
            parsed = tuple(self._lead(run) for run in parsed)
        return _spaced(parsed, self.medium == "slide", strong)

    def _lead(self, run: Run) -> Run:
        """A link to a part of the course leads to its place in this file, and nowhere where it has none."""
        if not run.href.startswith("#"):
            return run
        target = self.targets.get(run.href[1:])
        return replace(run, href=f"#{target}" if target else "")

    def bullets(self, texts: tuple[str, ...], role: str = "") -> ListBlock:
        """Texts as a bulleted list."""
        return ListBlock(tuple(self.inline(text) for text in texts), "bullet", role=role)

    def numbers(self, texts: tuple[str, ...], role: str = "") -> ListBlock:
        """Texts as a numbered list that starts at 1."""
        return ListBlock(tuple(self.inline(text) for text in texts), "number", role=role)

    def module(self, module_id: str) -> Module:
        """The module of that id; an unknown one is a bug and raises KeyError."""
        return self._modules[module_id]

    @cached_property
    def _modules(self) -> dict[str, Module]:
        return {module.id: module for module in self.course.modules}


def linked_modules(kit: Kit, sitting: Sitting, target: Callable[[str], str]) -> Runs:
    """The modules a sitting touches, each a link; `target` turns a module id into where it leads."""
    linked: list[Run] = []
    for module_id in dict.fromkeys(entry.module for entry in sitting.entries):
        if linked:
            linked.append(Run(kit.phrase("semicolon")))
        linked.append(Run(kit.plain(kit.module(module_id).title), href=f"#{target(module_id)}"))
    return tuple(linked)
