"""A deck: sections of slides, each slide a layout with filled slots."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Runs
from deckgen.base.units import Frame
from deckgen.tree.elements import Element


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties of an artefact; `date` is ISO 8601 and comes from the source."""

    title: str
    subject: str
    language: str  # BCP 47, e.g. zh-CN
    version: str
    date: str
    author: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a slot of the layout.

    Text slots hold Para and ListBlock, `body` boxes (Callout) and tables among them; `canvas` holds one Table, Chart,
    Picture or Diagram. After `fit` the frame is known, `size` is the font size of a text slot in points (of its body;
    a Para's own role never exceeds it) and `code_size` that of code; a Diagram has become a Drawing, a Table has its
    layout. A `free` slot stands beside the placeholder of its name: `fit` makes several of one that holds boxes.
    A `spare` one is left out where the layout has no place for it. `source` is the id, which lasts, of what it shows.
    """

    name: str
    content: tuple[Element, ...]
    frame: Frame | None = None
    size: float = 0.0
    code_size: float = 0.0
    free: bool = False
    spare: bool = False
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `id` is stable (``B2.2.s3``); continuations share it with a suffix (``B2.2.s3+1``)."""

    id: str
    kind: str  # cover, divider, concept, activity, ...
    layout: str  # a key of base.roles.LAYOUTS
    title: Runs
    slots: tuple[Slot, ...]
    notes: tuple[Element, ...] = ()  # paragraphs, lists, boxes and tables
    breadcrumb: str = ""
    minutes: int = 0
    span: Span | None = None
    title_size: float = 0.0  # set by fit
    source: Runs = ()  # source line under the canvas
    hidden: bool = False  # in the deck, but passed over in the show
    back: str = ""  # id of the slide that its breadcrumb leads to
    countdown: int = 0  # milliseconds that the clock of its drawing runs; 0 = it stands still
    reserve: str = ""  # id of the hidden slide to which its number leads
    show: str = ""  # id of the custom show to which its number leads
    build: bool = False  # its items appear one by one, a click each (`tree.clicks`)


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A section of the deck (one per module, and the frames)."""

    id: str
    title: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class CustomShow:
    """Some slides of a deck, shown in its order: those with these ids, and what goes on behind them."""

    id: str
    title: str  # each once in a deck
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A trainer deck of one delivery; `words` are what shapes are called by their kinds if they say nothing,

    and what layouts are called (`layout.ROLE`) and their placeholders ask for (`prompt.SLOT`).
    """

    properties: Properties
    sections: tuple[DeckSection, ...]
    words: tuple[tuple[str, str], ...] = ()
    shows: tuple[CustomShow, ...] = ()

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)

    def without_countdowns(self) -> Deck:
        """The same deck with clocks that stand still."""
        sections = tuple(
            replace(section, slides=tuple(replace(slide, countdown=0) for slide in section.slides))
            for section in self.sections
        )
        return replace(self, sections=sections)
