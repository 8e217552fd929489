"""Neutral elements of slides and books: a closed set, known to every writer.

A new element touches every writer and needs a decision record; a new block kind or
diagram type does not, it is lowered into these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.base.diagnostics import Span
from deckgen.base.people import Look
from deckgen.base.runs import Runs
from deckgen.tree.drawing import Drawing
from deckgen.tree.picture import WHOLE, Crop, Focus
from deckgen.tree.record import Record

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph in the dress of a text role (`base.roles`).

    Writers start a paragraph of their own for each; they never merge or split them.
    """

    runs: Runs
    role: str = "body"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; every ordered list starts again at `start`. `levels` are 0 to 2, one per item."""

    items: tuple[Runs, ...]
    marker: Literal["bullet", "number", "check"] = "bullet"
    levels: tuple[int, ...] = ()
    start: int = 1
    role: str = ""  # paragraph role; empty = the role of its marker

    def level(self, at: int) -> int:
        """The level of the item at a place."""
        return self.levels[at] if at < len(self.levels) else 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a book: `level` 1-4, `anchor` unique in the book; in the TOC unless `toc` is false.

    `label` stands before it, in the contents, too: the number of a chapter. That of a sheet stands in its band, beside
    the title.
    """

    level: int
    runs: Runs
    anchor: str
    toc: bool = True
    new_page: bool = False
    label: Runs = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `content` holds paragraphs, lists and writing space only."""

    content: tuple[Element, ...]
    role: Literal[
        "cell", "head", "row_head", "answer", "good", "bad", "quiet", "verb", "pen",
        "entry_head", "entry_again", "spoken", "beside", "question", "wait", "heard", "heard_text", "rung", "late",
    ] = "cell"  # fmt: skip
    columns: int = 1  # how many grid columns it spans
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; never split over pages. `height` is its least height in points (0 = by content).

    With `keep` it stays on the page of the next row.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Where fit put a table: column widths and row heights in points (header rows first), font size."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of its width, `head` rows repeat on every page.

    The role `columns` is no table to a reader: it only stands things beside each other. `steps` are acts, each with
    a verb in front (a cell `verb`, or `pen` where people write); `ticks` are behaviours to tick; `lines` are rows to
    write on, each with its prompt; a `card` is cut out along its frame. An `entry` is what the guide says to a slide:
    its cells have edges by their roles.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    alt: str  # what the table states; also its title for screen readers
    role: Literal["grid", "plain", "run_sheet", "form", "columns", "steps", "ticks", "lines", "card", "entry"] = "grid"
    layout: TableLayout | None = None
    keep: bool = False  # keep all rows on one page
    height: float = 0.0  # least height of the whole in points: its last row makes up for what it lacks


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A value that a chart draws as a dashed line across it, and what that line is called."""

    value: float
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart; `values` has one row per series. `source` gives origin and year.

    Its values are drawn on `axis.axis_of`, which begins at `axis_from` if that is given. `highlight` names the series,
    or the category of a single series, that stands out.
    """

    kind: Literal["column", "bar", "line", "pie"]
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    alt: str
    unit: str = ""
    source: str = ""
    axis_from: float | None = None
    highlight: str = ""
    target: TargetLine | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the course's folder; `width` and `height` in points of its natural size, 96 dots to the inch.

    With a `focus` it may be cropped to fill its place; fit sets `crop`. Without `alt` it is decoration.
    """

    path: str
    alt: str
    width: float
    height: float
    focus: Focus | None = None
    crop: Crop = WHOLE


@dataclass(frozen=True, slots=True)
class Diagram:
    """A typed diagram that carries its record; `draw` turns it into a Drawing.

    In a book `height` is the wished height in points (0 = the type's own). `cast` says how the people look that it
    shows; those it does not name look as `base.people` guesses.
    """

    record: Record
    alt: str
    span: Span | None = None
    height: float = 0.0
    cast: tuple[Look, ...] = ()

    @property
    def type(self) -> str:
        """The word of its type."""
        return self.record.type


@dataclass(frozen=True, slots=True)
class Callout:
    """A box; `role` is one of `base.roles.CALLOUTS`. Kept on one page of a book when `keep`.

    Quotations, notices and code are boxes, too: the lines of code are paragraphs of the role `code`, which nobody
    breaks. `icon` stands before its title. `span` is the place in the source that a message about the box names.
    """

    role: str
    title: Runs
    body: tuple[Element, ...]
    keep: bool = True
    span: Span | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on; `apart` is how far they lie from each other in points, 0 as far as the theme says."""

    lines: int
    prompt: Runs = ()
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class Field:
    """A place people fill in on screen or paper: a content control after its label.

    The box of a `check` without a label stands alone; where `placeholder` is a digit or a capital
    letter, that sign in a ring is the box.
    """

    label: Runs
    control: Literal["text", "date", "check", "choice"] = "text"
    tag: str = ""  # unique in the book
    placeholder: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together: on one page when `keep`, on a new page when `new_page`.

    A group may ask for the `side` of a spread to begin on: left, so that it lies on two facing pages if one does not
    hold it, or right, to face the page before. It gets it unless a page would have to stay blank.

    `id` names the source thing (a sheet, a block) and `role` says what it is, so that checks can
    find every sheet and prove that no `answer` group reaches the workbook. `again` stands above what of the group goes
    on on a further page.
    """

    children: tuple[Element, ...]
    id: str = ""
    role: str = ""
    keep: bool = False
    new_page: bool = False
    side: str = ""  # left, right, or whichever comes
    again: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One line of a table of contents; `page` is filled in by paginate."""

    level: int
    runs: Runs
    anchor: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Toc:
    """A table of contents over heading levels 1 to `depth`; `entries` are filled in by paginate.

    Wanted in two `columns`, it stands in two where it is no longer than a page; `parted` is then how many of its
    entries stand in the first.
    """

    title: Runs
    depth: int = 2
    entries: tuple[TocEntry, ...] = ()
    columns: int = 1
    parted: int = 0


Element = (
    Para
    | ListBlock
    | Heading
    | Table
    | Chart
    | Picture
    | Diagram
    | Drawing
    | Callout
    | WritingSpace
    | Field
    | Group
    | Toc
)
