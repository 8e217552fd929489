"""A theme: what the roles of `base.roles` look like, in points and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from deckgen.base.languages import is_traditional
from deckgen.base.units import Frame, Margins
from deckgen.theme.box_metrics import BoxMetrics

MONO = "Consolas"
Align = Literal["left", "center", "right"]
Pages = Literal["all", "cover", "inside"]

# Faces of simplified Chinese, and those that look like them and have traditional characters; others are kept.
_COUNTERPARTS = {
    "Microsoft YaHei": "Microsoft JhengHei",
    "Microsoft YaHei UI": "Microsoft JhengHei UI",
    "微软雅黑": "Microsoft JhengHei",
    "DengXian": "Microsoft JhengHei",
    "等线": "Microsoft JhengHei",
    "SimHei": "Microsoft JhengHei",
    "黑体": "Microsoft JhengHei",
    "SimSun": "PMingLiU",
    "宋体": "PMingLiU",
    "NSimSun": "MingLiU",
    "FangSong": "PMingLiU",
    "KaiTi": "DFKai-SB",
    "楷体": "DFKai-SB",
    "PingFang SC": "PingFang TC",
    "Noto Sans SC": "Noto Sans TC",
    "Noto Serif SC": "Noto Serif TC",
    "Noto Sans CJK SC": "Noto Sans CJK TC",
    "Noto Serif CJK SC": "Noto Serif CJK TC",
    "Source Han Sans SC": "Source Han Sans TC",
    "Source Han Serif SC": "Source Han Serif TC",
}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Faces written into theme parts and styles, and the metric tables that stand for them."""

    latin: str
    east_asian: str
    latin_metrics: str  # name of a table of measure
    east_asian_metrics: str
    heading: str = ""  # Latin face of titles of slides where it is another
    mono: str = MONO  # Latin face of code; East Asian characters are one em wide in any face


@dataclass(frozen=True, slots=True)
class TextRole:
    """Size of a text role: `size` is what fit tries first, `floor` the least allowed (points)."""

    size: float
    floor: float
    colour: str
    strong: bool = False
    spacing: float = 1.0  # line spacing as a factor of 1.2 x size
    space_after: float = 0.0  # points after a paragraph


@dataclass(frozen=True, slots=True)
class BookStyle:
    """A paragraph style of books; lengths in points, `line` is exact line spacing.

    `name` is the style's name in the template's styles part. Paginate relies on these numbers, and a
    test holds that the template's styles part agrees with them.
    """

    name: str
    size: float
    line: float
    before: float = 0.0
    after: float = 0.0
    indent_left: float = 0.0
    first_line: float = 0.0  # negative = hanging
    strong: bool = False
    colour: str = "ink"
    keep_next: bool = False
    justify: bool = False  # lines as long as the column, but the last
    bar: str = ""  # colour role of a bar at the left edge
    rule: str = ""  # colour role of a line below
    rule_above: str = ""  # colour role of a line above
    fill: str = ""  # colour role behind the text
    frame: str = ""  # a single or double line around the words, as wide as they are; the fill is then as wide, too
    latin: str = ""  # faces of its own, where they are not those of books
    east_asian: str = ""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins in points (portrait; landscape swaps width and height).

    Where it is `mirrored`, pages face each other: `left` is the margin inside, at the binding, `right` the one outside.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float
    header: float
    footer: float
    mirrored: bool = False

    def within(self, margins: Margins | None) -> PageSetup:
        """The same paper with other margins, where there are any: those of a loose paper, which has no binding."""
        if margins is None:
            return self
        sides = {name: getattr(margins, name) for name in ("top", "right", "bottom", "left", "header", "footer")}
        return replace(self, gutter=0.0, mirrored=False, **sides)


@dataclass(frozen=True, slots=True)
class PageItem:
    """What a house has on the pages of its books, beside running head, text and page number: a picture or a line.

    `frame` is in points from the top left corner of the upright page; on a page that lies on its side an item keeps its
    distance from the edges next to it.
    """

    frame: Frame
    pages: Pages = "all"
    picture: str = ""  # a part of the book template
    vector: str = ""  # the part of its SVG, if it has one
    text: str = ""  # one line
    size: float = 8.0  # of the text, in points
    align: Align = "left"
    fill: str = ""  # a plain area: a colour role, or RRGGBB

    def on(self, cover: bool) -> bool:
        """Whether it stands on a cover, or else on the other pages."""
        return self.pages in ("all", "cover" if cover else "inside")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, resolved: every role of `base.roles` has an answer."""

    name: str
    folder: Path  # holds pptx/ and docx/, the templates as unzipped parts
    fonts: Fonts
    colours: Mapping[str, str]  # colour role -> RRGGBB
    # colour role -> slot of the Office colour scheme where it has one, perhaps tinted (accent1,
    # accent1 15/85); theme.colours.read_scheme_colour takes it apart
    scheme: Mapping[str, str]
    slide_text: Mapping[str, TextRole]
    layouts: Mapping[str, str]  # layout role -> layout name in the pptx template
    slots: Mapping[str, Mapping[str, str]]  # layout role -> slot -> placeholder name in that layout
    book_text: Mapping[str, BookStyle]
    callouts: Mapping[str, Mapping[str, str]]  # callout role -> {fill, line, title} colour roles
    page: PageSetup
    boxes: BoxMetrics = field(default_factory=BoxMetrics)
    book_fonts: Fonts | None = None  # of books, where they are set in other faces than decks
    page_items: tuple[PageItem, ...] = ()  # pictures and lines of the house on the pages of books
    book_colours: Mapping[str, str] | None = None  # of books, where they are others: paper is white
    book_scheme: Mapping[str, str] = field(default_factory=dict)
    names_layouts: bool = False  # whether layouts of decks are called in the language of the course
    corner: float = 0.0  # radius in points of the corners of cards; 0: as the size of their text asks

    def for_books(self) -> Theme:
        """The theme with the faces and colours of its books."""
        theme = replace(self, fonts=self.book_fonts) if self.book_fonts is not None else self
        if self.book_colours is None:
            return theme
        return replace(theme, colours=self.book_colours, scheme=self.book_scheme)

    def for_language(self, language: str) -> Theme:
        """The theme with the faces of a language: traditional Chinese has characters of its own."""
        if not is_traditional(language):
            return self
        books = self.book_fonts and _traditional(self.book_fonts)
        return replace(self, fonts=_traditional(self.fonts), book_fonts=books)


def _traditional(fonts: Fonts) -> Fonts:
    return replace(fonts, east_asian=_COUNTERPARTS.get(fonts.east_asian, fonts.east_asian))
