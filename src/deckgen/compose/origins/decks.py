"""Decks whose shapes know what they were written as.

A shape that says a text of the course carries its id, one that says several the id of what they belong to: a list, a
diagram, an item of it. What is made of phrases alone carries none, and neither does a text that stands elsewhere, too,
where the slide has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckgen.base.runs import Runs
from deckgen.compose.origins.books import Marker
from deckgen.compose.origins.texts import Origins, bare
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.tree import (
    Bundle,
    Callout,
    Deck,
    DeckSection,
    Drawing,
    Element,
    ListBlock,
    Para,
    Primitive,
    Shape,
    Slide,
    Slot,
    Table,
)

LEAST_ELSEWHERE = 6  # characters of a text of another part that a slide says
_PEOPLE = "/people."
_SHOWN = ("diagram", "table", "pictures", "picture")  # keys of a slide whose value one object shows


def mark_deck(deck: Deck, course: Course, origins: Origins) -> Deck:
    """The deck with the ids of the texts of its slides, and of what each of their shapes shows."""
    marker = _DeckMarker(course, origins)
    return replace(deck, sections=tuple(marker.slides(section) for section in deck.sections))


class _DeckMarker(Marker):
    def __init__(self, course: Course, origins: Origins) -> None:
        super().__init__("deck", course, origins)
        self.slide_id = ""  # the id of the slide, or of the module it opens or closes; of other frames none
        self.whole = ""  # what all of it shows
        self.sheets = {block.id: tuple(_sheets(block)) for block in course.blocks}

    def slides(self, section: DeckSection) -> DeckSection:
        """The slides of a section, each with its own ids."""
        return replace(section, slides=tuple(self.slide(slide) for slide in section.slides))

    def slide(self, slide: Slide) -> Slide:
        """A slide; its texts are looked for in it, in its block and in the sheets of that."""
        name = slide.id.partition("+")[0]
        part = name.partition(".")[0]
        self.slide_id = self.origins.slides.get(name, part if part in self.origins.texts else "")
        self.whole = self.slide_id or self.headed(name)
        block = self.slide_id.partition("/")[0]
        self.within = ["", *self.sheets.get(block, ()), *dict.fromkeys((block, self.slide_id))]
        slots = tuple(self.slot(slot) for slot in slide.slots)
        return replace(slide, title=self.text(slide.title), slots=slots, source=self.text(slide.source))

    @property
    def is_written(self) -> bool:
        """Whether its author wrote this slide, so that what it says is said here."""
        return "/" in self.slide_id

    def nearest(self, names: Sequence[str]) -> str:
        """Of several ids that of the innermost part around that has one; of one elsewhere only what is long enough."""
        around = (name for name in reversed(self.within) if name)
        near = next((name for part in around for name in names if name.startswith(f"{part}/")), "")
        if near or not self.is_written:
            return near or names[0]
        return names[0] if len(names) == 1 and len(bare(self.origins.said.get(names[0], ""))) >= LEAST_ELSEWHERE else ""

    def pieces(self, runs: Runs, said: str) -> Iterator[str]:
        """On a slide of a block only texts of what is around it count."""
        return (piece for piece in super().pieces(runs, said) if not self.is_written or piece in self.own())

    def slot(self, slot: Slot) -> Slot:
        """What fills a slot, with the id of all of it."""
        content = tuple(self.element(element) for element in slot.content)
        source = shared(_sources(content))
        if not any(isinstance(item, Para | ListBlock | Callout) for item in content):
            shown = (f"{self.slide_id}/{key}" for key in _SHOWN if self.is_written)
            source = next((name for name in shown if name in self.origins.places), source or self.whole)
        return replace(slot, content=content, source=source)

    def element(self, element: Element) -> Element:
        """An element; of a drawing each shape."""
        if isinstance(element, Drawing):
            return replace(element, shapes=tuple(self.primitive(item) for item in element.shapes))
        return super().element(element)

    def primitive(self, item: Primitive) -> Primitive:
        """A shape with the ids of its words, a group with what they have in common."""
        if isinstance(item, Bundle):
            shapes = tuple(self.primitive(inner) for inner in item.shapes)
            source = shared(_of_shapes(shapes)) or self.person(item.name) or self.named(item.name)
            return replace(item, shapes=shapes, source=source)
        if isinstance(item, Shape) and item.text is not None:
            labels = tuple(replace(label, runs=self.text(label.runs)) for label in item.text.labels)
            return replace(item, text=replace(item.text, labels=labels))
        return item

    def person(self, name: str) -> str:
        """The id of a person of the course, who may say nothing; empty for whatever else is called so."""
        names = self.origins.by_text.get(bare(name), ())
        return next((own for own in names if own.startswith(_PEOPLE)), "").removesuffix("/name")

    def named(self, name: str) -> str:
        """The id of what a group is called by that says nothing itself."""
        names = self.origins.by_text.get(bare(name), ())
        return self.nearest(names) if names else ""


def _sheets(block: Block) -> Iterator[str]:
    """The ids of the sheets of a block."""
    yield from block.sheets
    yield from (name for slide in block.slides if (name := getattr(slide, "sheet", None)))


def shared(sources: Iterable[str]) -> str:
    """What ids have in common: the id of the list, the record or the part that all of them are of; else empty."""
    ways = [source.split("/") for source in dict.fromkeys(sources) if source]
    if not ways:
        return ""
    common: list[str] = []
    for steps in zip(*ways, strict=False):
        if len(set(steps)) == 1:
            common.append(steps[0])
            continue
        keys = {step.partition(".")[0] for step in steps}
        if common and len(keys) == 1:
            common.append(keys.pop())
        break
    return "/".join(common)


def _sources(elements: Sequence[Element]) -> Iterator[str]:
    for element in elements:
        match element:
            case Para(runs=runs):
                yield _source(runs)
            case ListBlock(items=items):
                yield from map(_source, items)
            case Callout(title=title, body=body):
                yield _source(title)
                yield from _sources(body)
            case Table(head=head, rows=rows):
                for row in (*head, *rows):
                    for cell in row.cells:
                        yield from _sources(cell.content)
            case Drawing(shapes=shapes):
                yield from _of_shapes(shapes)


def _of_shapes(shapes: Sequence[Primitive]) -> Iterator[str]:
    for item in shapes:
        if isinstance(item, Bundle):
            yield item.source
        elif isinstance(item, Shape) and item.text is not None:
            yield from (_source(label.runs) for label in item.text.labels)


def _source(runs: Runs) -> str:
    return runs[0].source if runs else ""
