"""theme.yaml into a Theme.

Refuses, all at once and each at its line: a role without an answer (DG601), an answer nobody asks
for (DG604), a value that cannot be used (DG605), a colour that cannot be read (DG606), and text
with less than 4.5:1 contrast or lines with less than 3:1 (DG607).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.reading import ReadBytes
from deckgen.base.roles import (
    ALL_LAYOUTS,
    BOOK_TEXT,
    CALLOUTS,
    DERIVED,
    FURNITURE,
    FURTHER_LAYOUTS,
    LAYOUTS,
    MAY_HAVE,
    SLIDE_TEXT,
)
from deckgen.base.units import Frame
from deckgen.source.node import Located
from deckgen.source.reader import read_source
from deckgen.theme.box_metrics import BoxMetrics
from deckgen.theme.derived import BOXES_LIKE, CODE, add_derived
from deckgen.theme.palette import Palette
from deckgen.theme.sections import ANSWER, MAPPING
from deckgen.theme.theme import Align, BookStyle, Fonts, PageItem, Pages, PageSetup, TextRole, Theme

THEME_FILE = "theme.yaml"
_UNFURNISHED = ("cover", "close")
_SECTIONS = (
    "name", "fonts", "colours", "scheme", "slide_text", "layouts", "slots", "book_text", "callouts", "page",
)  # fmt: skip
_OTHER_SECTIONS = ("boxes", "page_items", "book_colours", "book_scheme", "shapes", "layout_names")
_FONTS = ("latin", "east_asian", "latin_metrics", "east_asian_metrics")
_OTHER_FONTS = ("heading", "mono", "book_latin", "book_east_asian")
FACES = (*_FONTS, *_OTHER_FONTS)
"""The keys of `fonts`; those of the first kind must be there."""


def read_theme(folder: Path, read_bytes: ReadBytes) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a folder; None when anything in it is wrong, with every mistake as a diagnostic."""
    root, diagnostics = read_source(folder / THEME_FILE, folder, read_bytes)
    if not isinstance(root, Located):
        if not diagnostics:
            start = Span((folder / THEME_FILE).as_posix(), 1, 1)
            diagnostics = (Diagnostic("DG605", "a theme must be a mapping", start, MAPPING),)
        return None, diagnostics
    reader = _Reader(root)
    theme = reader.theme(folder)
    reader.report.extend(diagnostics)
    return (None if reader.report.has_errors else theme), tuple(reader.report)


class _Reader(Palette):
    """Reads one theme file; gathers its mistakes."""

    def theme(self, folder: Path) -> Theme:
        root = self.root
        self._keys(root, _SECTIONS, "theme", optional=_OTHER_SECTIONS)
        colours, scheme = self._colours("colours"), self._scheme("scheme")
        in_books = self._colours("book_colours") if "book_colours" in root else colours
        slide_text = {
            role: self._text_role(node, role) for role, node in self._mappings("slide_text", SLIDE_TEXT, DERIVED)
        }
        book_text = {
            role: self._book_style(node, role) for role, node in self._mappings("book_text", BOOK_TEXT, DERIVED)
        }
        slide_text.setdefault("code", CODE)
        add_derived(book_text)
        callouts = {
            role: self._texts(node, ("fill", "line", "title"), f"callouts.{role}")
            for role, node in self._mappings("callouts", CALLOUTS, DERIVED)
        }
        for role, like in BOXES_LIKE.items():
            callouts.setdefault(role, like)
        for role in CALLOUTS:
            self._colour_roles(callouts.get(role, {}).values(), self._at("callouts", role))
        boxes = [(box["title"], box["fill"]) for box in callouts.values() if {"title", "fill"} <= box.keys()]
        self._check(colours, {style.colour for style in slide_text.values()}, boxes, "colours")
        books_from = "book_colours" if "book_colours" in root else "colours"
        self._check(in_books, {style.colour for style in book_text.values()}, boxes, books_from)
        fonts = self._texts(self._section("fonts"), _FONTS, "fonts", optional=_OTHER_FONTS)
        books = {role: fonts.pop(f"book_{role}", fonts.get(role, "")) for role in ("latin", "east_asian")}
        self._unknown(self._section("shapes"), ("corner",), "shapes")
        page_node = self._section("page")
        sides = ("width", "height", "top", "bottom", "left", "right", "gutter", "header", "footer")
        self._keys(page_node, sides, "page", optional=("mirrored",))
        page = {side: self._length(page_node, side, "page", least=0) for side in sides}
        mirrored = self._flag(page_node, "mirrored", "page")
        name = root.get("name")
        named = (self._section("layouts"), self._section("slots"))
        layouts = (*LAYOUTS, *(role for role in FURTHER_LAYOUTS if any(role in section for section in named)))
        return Theme(
            name=name if isinstance(name, str) else folder.name,
            folder=folder,
            fonts=Fonts(**fonts) if fonts.keys() >= set(_FONTS) else Fonts("", "", "", ""),
            book_fonts=_book_fonts(fonts, books),
            colours=colours,
            scheme=scheme,
            slide_text=slide_text,
            layouts=self._texts(self._section("layouts"), layouts, "layouts"),
            slots={
                role: self._texts(node, _slots_of(role, node), f"slots.{role}")
                for role, node in self._mappings("slots", layouts)
            },
            book_text=book_text,
            callouts=callouts,
            page=PageSetup(**page, mirrored=mirrored),
            boxes=self._boxes(),
            page_items=self._page_items(),
            book_colours=in_books if "book_colours" in root else None,
            book_scheme=self._scheme("book_scheme"),
            names_layouts=self._layout_names(),
            corner=self._length(self._section("shapes"), "corner", "shapes", least=0),
        )

    def _layout_names(self) -> bool:
        """Whether layouts of a deck are called in the language of its course, or as in the template."""
        value = self.root.get("layout_names", "template")
        if value not in ("template", "language"):
            at = self.root.spans.get("layout_names")
            self.report.add("DG605", f"layout_names is {value!r}", at, "say `template` or `language`")
        return bool(value == "language")

    # -- sections ----------------------------------------------------------------------------

    def _text_role(self, node: Located, role: str) -> TextRole:
        where = f"slide_text.{role}"
        for key in ("size", "floor"):
            if key not in node:
                self.report.add("DG601", f"{where} lacks `{key}`", node.span, ANSWER)
        self._unknown(node, ("size", "floor", "colour", "strong", "spacing", "space_after"), where)
        size = self._length(node, "size", where, 12.0, least=1)
        floor = self._length(node, "floor", where, size, least=1)
        if floor > size:
            message = f"{where}: the floor {floor:g} is above the size {size:g}"
            self.report.add("DG605", message, node.span, "the floor is the least size ever set: lower it")
        return TextRole(
            size=size,
            floor=floor,
            colour=self._colour_role(node, where),
            strong=self._flag(node, "strong", where),
            spacing=self._length(node, "spacing", where, 1.0, least=0.8),
            space_after=self._length(node, "space_after", where, least=0),
        )

    def _book_style(self, node: Located, role: str) -> BookStyle:
        where = f"book_text.{role}"
        for key in ("name", "size", "line"):
            if key not in node:
                self.report.add("DG601", f"{where} lacks `{key}`", node.span, ANSWER)
        lengths = ("before", "after", "indent_left", "first_line")
        flags = ("strong", "keep_next", "justify")
        dress = ("bar", "rule", "rule_above", "fill")
        own = ("name", "size", "line", "colour", "latin", "east_asian", "frame")
        self._unknown(node, (*own, *dress, *lengths, *flags), where)
        frame = str(node.get("frame", ""))
        if frame not in ("", "single", "double"):
            self.report.add(
                "DG605", f"{where}: there is no frame “{frame}”", node.spans.get("frame"), "say `single` or `double`"
            )
        for key in dress:
            if key in node:
                self._colour_roles([str(node[key])], node.spans.get(key))
        size = self._length(node, "size", where, 10.5, least=1)
        return BookStyle(
            name=str(node.get("name", "")),
            size=size,
            line=self._length(node, "line", where, 1.2 * size, least=size),
            before=self._length(node, "before", where, least=0),
            after=self._length(node, "after", where, least=0),
            indent_left=self._length(node, "indent_left", where, least=0),
            first_line=self._length(node, "first_line", where),
            strong=self._flag(node, "strong", where),
            keep_next=self._flag(node, "keep_next", where),
            justify=self._flag(node, "justify", where),
            colour=self._colour_role(node, where),
            bar=str(node.get("bar", "")),
            rule=str(node.get("rule", "")),
            rule_above=str(node.get("rule_above", "")),
            fill=str(node.get("fill", "")),
            frame=frame,
            latin=str(node.get("latin", "")),
            east_asian=str(node.get("east_asian", "")),
        )

    def _boxes(self) -> BoxMetrics:
        """Distances inside books; those the theme does not name keep their usual value."""
        node = self._section("boxes")
        usual = {field.name: float(field.default) for field in fields(BoxMetrics) if field.default is not MISSING}
        self._unknown(node, tuple(usual), "boxes")
        return BoxMetrics(**{key: self._length(node, key, "boxes", value, least=0) for key, value in usual.items()})

    def _page_items(self) -> tuple[PageItem, ...]:
        """What stands on the pages of books; none in a theme that says nothing of it."""
        listed = self.root.get("page_items", ())
        if not isinstance(listed, list | tuple):
            self.report.add(
                "DG605", "`page_items` must be a list", self.root.spans.get("page_items"), "begin with `- `"
            )
            return ()
        return tuple(self._page_item(node) for node in listed if isinstance(node, Located))

    def _page_item(self, node: Located) -> PageItem:
        where = "page_items"
        sides, words = ("x", "y", "w", "h"), ("pages", "picture", "vector", "text", "align", "fill")
        self._unknown(node, (*sides, *words, "size"), where)
        for key, known in (("pages", get_args(Pages)), ("align", get_args(Align))):
            if node.get(key, known[0]) not in known:
                hint = f"one of {', '.join(known)}"
                self.report.add("DG605", f"{where}.{key} is {node[key]!r}", node.spans.get(key), hint)
        if sum(1 for key in ("picture", "text", "fill") if node.get(key)) != 1:
            self.report.add("DG605", f"{where}: an item is one of `picture`, `text`, `fill`", node.span, "keep one")
        values: dict[str, Any] = {key: str(node[key]) for key in words if key in node}
        frame = Frame(*(self._length(node, side, where) for side in sides))
        return PageItem(frame, size=self._length(node, "size", where, 8.0, least=1), **values)


def _book_fonts(fonts: Mapping[str, str], books: Mapping[str, str]) -> Fonts | None:
    """The faces of books, None where they are those of decks."""
    if not fonts.keys() >= set(_FONTS) or all(books[role] == fonts[role] for role in books):
        return None
    metrics = {key: fonts[key] for key in ("latin_metrics", "east_asian_metrics", "mono") if key in fonts}
    return Fonts(**books, **metrics)


def _slots_of(layout: str, node: Located) -> tuple[str, ...]:
    """The slots a layout must have; places for the source line and for a picture are welcome, not asked for."""
    furniture = () if layout in _UNFURNISHED else FURNITURE
    return (*ALL_LAYOUTS[layout], *furniture, *(slot for slot in MAY_HAVE if slot in node))
