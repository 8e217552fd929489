"""The slides of a deck into placed slides, with continuations where one is not enough.

Refuses what cannot be made to fit: DG501 to DG503, DG510, at the slide's place in the source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.roles import FURTHER_LAYOUTS, OWN_PLACE, TYPE_SCALE
from deckgen.base.runs import Run, Runs, plain, runs
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.draw.items import in_items
from deckgen.fit.flow import Misfit, fit_flow, is_flow
from deckgen.fit.place import is_filled, place_slots
from deckgen.fit.table import fit_table
from deckgen.fit.text import Piece, Setting, choose_size, content_of, excess, pieces_of, split_text
from deckgen.measure import Faces, balance_lines, breaks_words
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.tree import Deck, Diagram, Drawing, Element, ListBlock, Para, Picture, Slide, Slot, Table
from deckgen.tree.clicks import BUILT
from deckgen.tree.drawing import Shape, flat
from deckgen.tree.picture import place_picture

Continuation = Callable[[str, int, int], str]
"""(title, number of the slide from 1, how many) -> its title."""

_BARE = SlotBox(Frame(0.0, 0.0, 0.0, 0.0))  # stands for the placeholder that a picture of its own place lacks
_QUOTED = 60  # characters of a text that a message quotes
# Further layouts that hold less than the usual one: the smallest text of a drawing there, in points.
_BESIDE = {"aside": 22.0, "recall": 0.0}
_NARROW = ("divider", "aside")  # a column so narrow that where a title breaks is seen
_COLUMN = 300.0  # points: in a lead no wider it is seen where its lines break
_CONCLUDING = ("takeaway",)  # stands on the last slide of a continued one only


def fit_deck(
    deck: Deck,
    geometry: DeckGeometry,
    theme: Theme,
    faces: Faces,
    continuation: Continuation,
) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """The deck with every slot placed and sized, and what could not be made to fit.

    A text that fits no size keeps its floor and is reported; slides that are placed already
    (`title_size` is set) stay as they are.
    """
    fitter = _Fitter(geometry, theme, faces, continuation)
    sections = tuple(
        replace(section, slides=tuple(page for slide in section.slides for page in fitter.fit(slide)))
        for section in deck.sections
    )
    return replace(deck, sections=sections), tuple(fitter.report)


def _in_items(slot: Slot) -> Slot:
    """A slot whose drawings appear item by item."""
    if slot.name not in BUILT or not any(isinstance(item, Drawing) for item in slot.content):
        return slot
    return replace(slot, content=tuple(in_items(item) if isinstance(item, Drawing) else item for item in slot.content))


def _shown(text: Runs) -> str:
    """A text as a message quotes it: its beginning, if it is long."""
    whole = plain(text)
    return whole if len(whole) <= _QUOTED else whole[:_QUOTED].rstrip() + "…"


def _parted(text: Runs, size: float, width: float, faces: Faces, strong: bool) -> Runs:
    """A text of one run with its forced breaks, each a run of its own."""
    lines = balance_lines(plain(text), size, width, faces, strong).split("\n")
    parts = [part for line in lines[:-1] for part in (line, "\n")] + [lines[-1]]
    return tuple(replace(text[0], text=part) for part in parts)


def _least_size(slide: Slide) -> float:
    """The size of the smallest text in the drawings of a slide, in points."""
    drawings = (element for slot in slide.slots for element in slot.content if isinstance(element, Drawing))
    texts = (shape.text for drawing in drawings for shape in flat(drawing.shapes) if isinstance(shape, Shape))
    return min((label.size for text in texts if text is not None for label in text.labels), default=0.0)


@dataclass(slots=True)
class _Fitter:
    geometry: DeckGeometry
    theme: Theme
    faces: Faces
    continuation: Continuation
    report: Report = field(default_factory=Report)
    before: tuple[str, str] = ("", "")  # the layouts of the two slides before

    @property
    def pen(self) -> Pen:
        """What diagrams are written with."""
        label, strong = self.theme.slide_text["label"], self.theme.slide_text["label_strong"]
        sizes = (label.size, label.floor), (strong.size, strong.floor)
        return Pen(self.faces, *sizes, scale=TYPE_SCALE, corner=self.theme.corner)

    def fit(self, slide: Slide) -> tuple[Slide, ...]:
        """The slide, or the slides it takes."""
        if slide.title_size:
            return (slide,)
        slide = replace(slide, layout=self.geometry.stand_in(slide.layout))
        placed = self._beside(slide) if slide.layout in _BESIDE else self._placed(slide)
        self.before = (self.before[-1], placed[-1].layout)
        return placed

    def _beside(self, slide: Slide) -> tuple[Slide, ...]:
        """The slide on a layout that holds less, unless the one before has it, texts get small there, or it goes on."""
        usual = FURTHER_LAYOUTS[slide.layout]
        least = (
            0.0 if set(self.before) == {usual} else _BESIDE[slide.layout]
        )  # a third in a row like the two before gives way
        if self.before[-1] != slide.layout:
            trial = replace(self, report=Report())
            placed = trial._placed(slide)
            if len(placed) == 1 and not tuple(trial.report) and _least_size(placed[0]) >= least:
                return placed
        return self._placed(replace(slide, layout=usual))

    def _placed(self, slide: Slide) -> tuple[Slide, ...]:
        layout = self.geometry.layouts[slide.layout]
        filled = tuple(
            slot for slot in slide.slots if is_filled(slot) and not (slot.spare and slot.name not in layout.slots)
        )
        frames = place_slots(filled, layout, self.geometry.width, self.geometry.height)
        boxes = {OWN_PLACE: _BARE, **layout.slots}
        pages = [(slot.name, self._pages(slot, frames[slot.name], boxes[slot.name], slide.span)) for slot in filled]
        count = max((len(parts) for _, parts in pages), default=1)
        self._furniture(slide, layout)
        slides = []
        for number in range(count):
            slots = tuple(
                slot
                for name, parts in pages
                if name not in _CONCLUDING or number == count - 1
                for slot in parts[min(number, len(parts) - 1)]
            )
            title = slide.title if count == 1 else self._title_of(slide.title, number + 1, count)
            title_size = self._title_size(title, layout, slide.span)
            box = layout.slots["title"]
            room = box.frame.inset(*box.insets).w
            torn = breaks_words(plain(title), title_size, room, self.faces, True)
            if len(title) == 1 and (torn or slide.layout in _NARROW):
                title = _parted(title, title_size, room, self.faces, True)
            if slide.build:
                slots = tuple(_in_items(slot) for slot in slots)
            slides.append(
                replace(
                    slide,
                    id=slide.id if number == 0 else f"{slide.id}+{number}",
                    title=title,
                    slots=slots,
                    minutes=slide.minutes if number == 0 else 0,
                    title_size=title_size,
                )
            )
        return tuple(slides)

    # -- titles and furniture ------------------------------------------------------------------

    def _title_of(self, title: Runs, number: int, count: int) -> Runs:
        """The title of a continued slide, in the dress of the original where it begins with it."""
        text = plain(title)
        continued = self.continuation(text, number, count)
        return (*title, Run(continued[len(text) :])) if continued.startswith(text) else runs(continued)

    def _title_size(self, title: Runs, layout: Layout, span: Span | None) -> float:
        box = layout.slots["title"]
        setting = self._setting("title", box.frame, box)
        pieces = (Piece(title, "title"),)
        size = choose_size(pieces, setting)
        if size is None:
            size = setting.sizes()[-1]
            self.report.add(
                "DG502",
                f"the title “{_shown(title)}” does not fit at {size:g} pt",
                span,
                f"shorten it by about {excess(pieces, setting)} characters",
            )
        return size

    def _furniture(self, slide: Slide, layout: Layout) -> None:
        """Report a source line or breadcrumb that does not fit; their size is the layout's."""
        for name, text in (("source", slide.source), ("breadcrumb", runs(slide.breadcrumb))):
            box = layout.slots.get(name)
            if box is None or not text:
                continue
            setting = self._setting(name, box.frame, box)
            pieces = (Piece(text, name),)
            size = setting.sizes()[0]
            # One line always has its place: the layout's own boxes for it may be a hair lower.
            if setting.total(pieces, size) > max(setting.height, 1.3 * size):
                self.report.add(
                    "DG510",
                    f"the {name} “{_shown(text)}” does not fit its line",
                    slide.span,
                    f"shorten it by about {excess(pieces, setting)} characters",
                )

    # -- slots -----------------------------------------------------------------------------------

    def _setting(self, name: str, frame: Frame, box: SlotBox) -> Setting:
        inner = frame.inset(*box.insets)
        role = self.theme.slide_text.get(name, self.theme.slide_text["body"])
        return Setting(name, self.theme, self.faces, inner.w, inner.h, box.size or role.size)

    def _pages(self, slot: Slot, frame: Frame, box: SlotBox, span: Span | None) -> tuple[tuple[Slot, ...], ...]:
        """What the slot becomes on each slide that it takes."""
        if slot.name != "body" or not is_flow(slot.content):
            return tuple((part,) for part in self._slot(slot, frame, box, span))
        fitted = fit_flow(slot, frame, box.insets, self._setting(slot.name, frame, box))
        if isinstance(fitted, Misfit):
            self.report.add(fitted.code, fitted.message, fitted.span or span, fitted.hint)
            text = tuple(part for part in slot.content if isinstance(part, Para | ListBlock))
            return ((replace(slot, content=text, frame=frame, size=box.size),),)
        return fitted

    def _slot(self, slot: Slot, frame: Frame, box: SlotBox, span: Span | None) -> tuple[Slot, ...]:
        """The slot placed, once for each slide it takes."""
        if all(isinstance(element, Para | ListBlock) for element in slot.content):
            return self._text(slot, frame, box, span)
        element = slot.content[0]
        if isinstance(element, Diagram):
            drawing, misfits = draw_diagram(element, frame, self.pen)
            for misfit in misfits:
                self.report.add(
                    "DG501",
                    f"{element.type} diagram{f', {misfit.part}' if misfit.part else ''}: "
                    f"“{_shown(runs(misfit.text))}” does not fit",
                    element.span or span,
                    misfit.hint,
                )
            return (replace(slot, content=(drawing,), frame=frame),)
        if isinstance(element, Table):
            return self._table(slot, element, frame, span)
        if isinstance(element, Picture):
            place, crop = place_picture(element.width, element.height, frame, element.focus)
            return (replace(slot, content=(replace(element, crop=crop),), frame=place),)
        return (replace(slot, frame=frame),)

    def _text(self, slot: Slot, frame: Frame, box: SlotBox, span: Span | None) -> tuple[Slot, ...]:
        setting = self._setting(slot.name, frame, box)
        pieces = pieces_of(slot.content)
        size = choose_size(pieces, setting)
        if size is not None:
            if slot.name in _CONCLUDING or (slot.name == "lead" and frame.w < _COLUMN):
                slot = replace(slot, content=tuple(self._even(item, size, setting) for item in slot.content))
            return (replace(slot, frame=frame, size=size),)
        split = split_text(pieces, setting) if slot.name == "body" and len(pieces) > 1 else None
        if split is not None:
            pages, size = split
            return tuple(replace(slot, content=content_of(page), frame=frame, size=size) for page in pages)
        size = setting.sizes()[-1]
        worst = max(pieces, key=lambda piece: setting.measure(piece, size))
        blamed = (worst,) if slot.name == "body" else pieces
        self.report.add(
            "DG503",
            f"the {slot.name} “{_shown(worst.runs)}” does not fit at {size:g} pt",
            span,
            f"shorten it by about {excess(blamed, setting)} characters",
        )
        return (replace(slot, frame=frame, size=size),)

    def _even(self, item: Element, size: float, setting: Setting) -> Element:
        """A sentence in lines of even length; one with several dresses or a smaller size stays as it is."""
        if not isinstance(item, Para) or len(item.runs) != 1 or item.role not in (setting.slot, "body", ""):
            return item
        return replace(item, runs=_parted(item.runs, size, setting.width, self.faces, setting.role.strong))

    def _table(self, slot: Slot, table: Table, frame: Frame, span: Span | None) -> tuple[Slot, ...]:
        parts = fit_table(table, frame, self.theme, self.faces)
        if parts is not None:
            return tuple(replace(slot, content=(part,), frame=frame) for part in parts)
        self.report.add(
            "DG503",
            f"a row of the table “{table.alt}” is higher than its slide",
            span,
            "shorten its longest cell, or give its column a larger share of the width",
        )
        return (replace(slot, frame=frame),)
