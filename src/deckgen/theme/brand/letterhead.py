"""What the headers and footers of a Word template show, as items that stand where the house has them.

Pictures, plain areas, lines and lines of words are taken over, each with its place on the page; fields and words to be
replaced go, since a book has its own running head and page number. What is drawn in other ways is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.base.units import Frame
from deckgen.theme.brand.clean import PICTURES, R, parse, targets
from deckgen.theme.brand.header_words import SIZE, W, alignment_of, paragraphs_of, stretches_of, width_of
from deckgen.theme.brand.page_room import RUNNING, Letterhead, join_pages, make_room
from deckgen.theme.office.ground import UNKNOWN, A, resolve
from deckgen.theme.theme import Align, PageItem, Pages, PageSetup

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU = 12700
_PITCH = 1.3 * SIZE
_MOST_LINES = 4
_LEAST_LETTERS = 3
_TO_REPLACE = re.compile(
    r"[\[<{《【].*[\]>}》】]|lorem ipsum|click|x{3,}|请输入|单击|点击此处|在此|クリック|placeholder|text here"
    r"|company name",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|in|cm|mm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, None: 1.0}


def read_letterhead(parts: Mapping[str, bytes], main: str, page: PageSetup, colours: Mapping[str, str]) -> Letterhead:
    """The items on pages of this size, from the headers and footers of a template; `main` is its document part."""
    result = Letterhead(page)
    related = {link: target for link, word, target in targets(parts, main) if word in ("header", "footer")}
    seen: set[tuple[object, ...]] = set()
    for kind, pages, link in _used(parse(parts[main])):
        part = related.get(link)
        if part is None or part not in parts:
            continue
        reader = _Reader(parts, part, kind, pages, page, colours, result)
        for item in reader.items():
            key = (item.frame, item.picture, item.text, item.fill)
            if key not in seen:
                seen.add(key)
                result.items.append(item)
    join_pages(result)
    make_room(result)
    return result


def _used(document: Any) -> Iterator[tuple[str, Pages, str]]:
    """Kind, pages and relationship of the headers and footers that hold for the body and for its first page."""
    held: dict[tuple[str, str], str] = {}
    has_title = False
    for number, section in enumerate(document.iter(f"{W}sectPr")):
        if number == 0:
            has_title = section.find(f"{W}titlePg") is not None
        for kind in ("header", "footer"):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                place = reference.get(f"{W}type", "default")
                if place == "first" and (kind, place) in held:
                    continue  # that of the first section is the cover's
                held[kind, place] = reference.get(f"{{{R}}}id", "")
    for (kind, place), link in held.items():
        if place == "default":
            yield kind, "inside" if has_title else "all", link
        elif place == "first" and has_title:
            yield kind, "cover", link


@dataclass(slots=True)
class _Reader:
    """Reads one header or footer."""

    parts: Mapping[str, bytes]
    part: str
    kind: str
    pages: Pages
    page: PageSetup
    colours: Mapping[str, str]
    result: Letterhead
    _line: float = 0.0  # the height of the paragraph that is read

    def items(self) -> Iterator[PageItem]:
        """The items in the order they are drawn."""
        root = parse(self.parts[self.part])
        links = {link: target for link, word, target in targets(self.parts, self.part) if word == "image"}
        for fallback in list(root.iter(f"{_MC}Fallback")):
            fallback.getparent().remove(fallback)
        lines = [line for paragraph in paragraphs_of(root) for line in self._words(paragraph)]
        self._line = self.page.header if self.kind == "header" else self.page.height - self.page.footer - RUNNING
        for drawing in root.iter(f"{_WP}anchor", f"{_WP}inline", f"{_V}shape", f"{_V}rect", f"{_V}line"):
            yield from self._drawing(drawing, links)
        yield from self._lines(lines)

    # -- drawings ----------------------------------------------------------------------------

    def _drawing(self, drawing: Any, links: Mapping[str, str]) -> Iterator[PageItem]:
        is_vml = drawing.tag.startswith(_V)
        frame = self._vml_frame(drawing) if is_vml else self._frame(drawing)
        blips = list(drawing.iter(f"{_V}imagedata")) if is_vml else list(drawing.iter(f"{A}blip"))
        if frame is None or frame.w > 3 * self.page.width or frame.h > 3 * self.page.height:
            self.result.dropped["drawn things of headers and footers"] += 1
        elif len(blips) == 1:
            link = blips[0].get(f"{{{R}}}id") or blips[0].get(f"{{{R}}}embed", "")
            picture = links.get(link, "")
            if picture.rpartition(".")[2].lower() not in PICTURES or picture not in self.parts:
                self.result.dropped["pictures of headers and footers"] += 1
                return
            self.result.parts[picture] = self.parts[picture]
            yield PageItem(frame, self.pages, picture=picture)
        elif fill := self._area(drawing, frame):
            yield PageItem(self._thick(frame), self.pages, fill=fill)
        elif not is_vml or drawing.find(f".//{_V}textpath") is None:
            self.result.dropped["drawn things of headers and footers"] += 1
        else:
            self.result.dropped["watermarks"] += 1

    def _area(self, drawing: Any, frame: Frame) -> str:
        """The colour of a plain rectangle or line; empty for all else."""
        if drawing.tag.startswith(_V):
            colour = drawing.get("strokecolor" if drawing.tag == f"{_V}line" else "fillcolor", "")
            hexadecimal = re.match(r"#([0-9A-Fa-f]{6})", colour)
            is_plain = drawing.tag in (f"{_V}rect", f"{_V}line") and drawing.find(f".//{W}t") is None
            return hexadecimal[1].upper() if hexadecimal and is_plain else "line" if drawing.tag == f"{_V}line" else ""
        shapes = list(drawing.iter(f"{_WPS}wsp"))
        if len(shapes) != 1 or drawing.find(f".//{W}t") is not None:
            return ""
        look = shapes[0].find(f"{_WPS}spPr")
        preset = look.find(f"{A}prstGeom") if look is not None else None
        if look is None or preset is None or preset.get("prst") not in ("rect", "line", "straightConnector1"):
            return ""
        solid = look.find(f"{A}solidFill") if min(frame.w, frame.h) > 1.5 else look.find(f"{A}ln/{A}solidFill")
        colour = resolve(solid, self.colours) if solid is not None else ""
        return "" if colour == UNKNOWN else colour

    @staticmethod
    def _thick(frame: Frame) -> Frame:
        return Frame(frame.x, frame.y, max(frame.w, 0.75), max(frame.h, 0.75))

    def _frame(self, drawing: Any) -> Frame | None:
        extent = drawing.find(f"{_WP}extent")
        if extent is None:
            return None
        w, h = (int(extent.get(key, "0") or 0) / _EMU for key in ("cx", "cy"))
        if drawing.tag == f"{_WP}inline":
            paragraph = next(drawing.iterancestors(f"{W}p"), None)
            x = self._aligned(alignment_of(paragraph), w)
            y = self._line if self.kind == "header" else self.page.height - self.page.footer - h
            return Frame(x, max(4.0, y), w, h)
        across, down = drawing.find(f"{_WP}positionH"), drawing.find(f"{_WP}positionV")
        if across is None or down is None:
            return None
        left, width = self._span(across.get("relativeFrom", ""))
        top, height = self._rise(down.get("relativeFrom", ""))
        return Frame(_place(across, left, width, w), _place(down, top, height, h), w, h)

    def _vml_frame(self, shape: Any) -> Frame | None:
        style = dict(pair.strip().split(":", 1) for pair in shape.get("style", "").split(";") if ":" in pair)
        style = {key.strip(): value.strip() for key, value in style.items()}
        if shape.tag == f"{_V}line":
            ends = [_points(value) for key in ("from", "to") for value in shape.get(key, "0,0").split(",")[:2]]
            x, y = min(ends[0], ends[2]), min(ends[1], ends[3])
            left, top, w, h = x, y, abs(ends[0] - ends[2]), abs(ends[1] - ends[3])
        else:
            left, top = _points(style.get("margin-left", "0")), _points(style.get("margin-top", "0"))
            w, h = _points(style.get("width", "0")), _points(style.get("height", "0"))
        if w <= 0 and h <= 0:
            return None
        start, width = self._span(style.get("mso-position-horizontal-relative", "column"))
        rise, height = self._rise(style.get("mso-position-vertical-relative", "paragraph"))
        x = _stand(style.get("mso-position-horizontal", ""), start, width, w, left)
        y = _stand(style.get("mso-position-vertical", ""), rise, height, h, top)
        return Frame(x, y, w, h)

    def _span(self, relative: str) -> tuple[float, float]:
        """Where a horizontal place is counted from, and how far it goes."""
        page = self.page
        if relative == "page":
            return 0.0, page.width
        if relative in ("leftMargin", "insideMargin"):
            return 0.0, page.left
        if relative in ("rightMargin", "outsideMargin"):
            return page.width - page.right, page.right
        return page.left + page.gutter, page.width - page.left - page.right - page.gutter

    def _rise(self, relative: str) -> tuple[float, float]:
        page = self.page
        if relative == "page":
            return 0.0, page.height
        if relative == "topMargin":
            return 0.0, page.top
        if relative == "bottomMargin":
            return page.height - page.bottom, page.bottom
        if relative == "margin":
            return page.top, page.height - page.top - page.bottom
        return self._line, RUNNING

    def _aligned(self, align: Align, width: float) -> float:
        left, room = self._span("margin")
        return left + {"left": 0.0, "center": (room - width) / 2, "right": room - width}[align]

    # -- words -------------------------------------------------------------------------------

    def _words(self, paragraph: Any) -> Iterator[tuple[Align, str]]:
        """The stretches between tabs of a paragraph that are words of the house."""
        align = alignment_of(paragraph)
        for number, (text, is_field) in enumerate(stretches_of(paragraph)):
            words = " ".join(text.split())
            if sum(char.isalpha() for char in words) < _LEAST_LETTERS or is_field:
                continue
            if _TO_REPLACE.search(words):
                self.result.dropped["words to be replaced in headers and footers"] += 1
                continue
            yield align if number == 0 else "right", words

    def _lines(self, stretches: list[tuple[Align, str]]) -> Iterator[PageItem]:
        """Lines of words at the head or foot of the page; many short ones, as of an address, share lines."""
        left, room = self._span("margin")
        lines: list[tuple[Align, str]] = []
        for align, words in stretches:
            joined = f"{lines[-1][1]} · {words}" if lines else ""
            if len(stretches) > 2 and lines and lines[-1][0] == align and width_of(joined) <= room:
                lines[-1] = align, joined
            else:
                lines.append((align, words))
        fitting = [(align, words) for align, words in lines if width_of(words) <= room * 1.02]
        for _ in range(len(lines) - len(fitting[:_MOST_LINES])):
            self.result.dropped["lines of headers and footers that are too long"] += 1
        shown = fitting[:_MOST_LINES]
        side_by_side = len(shown) == 2 and {align for align, _ in shown} == {"left", "right"}
        rows = 1 if side_by_side else len(shown)
        foot = min(max(14.0, self.page.footer - rows * _PITCH), 24.0)
        first = max(10.0, self.page.header) if self.kind == "header" else self.page.height - foot - rows * _PITCH
        for number, (align, words) in enumerate(shown):
            y = first + (0 if side_by_side else number) * _PITCH
            yield PageItem(Frame(left, y, room, _PITCH), self.pages, text=words, size=SIZE, align=align)


def _place(position: Any, start: float, room: float, size: float) -> float:
    offset, align = position.find(f"{_WP}posOffset"), position.find(f"{_WP}align")
    word = (align.text or "").strip() if align is not None else ""
    return _stand(word, start, room, size, int((offset.text or "0").strip() or 0) / _EMU if offset is not None else 0.0)


def _stand(word: str, start: float, room: float, size: float, offset: float) -> float:
    if word in ("right", "bottom", "outside"):
        return start + room - size
    if word == "center":
        return start + (room - size) / 2
    return start + (0.0 if word in ("left", "top", "inside") else offset)


def _points(value: str) -> float:
    length = _LENGTH.match(value.strip())
    return float(length[1]) * _UNITS[length[2]] if length else 0.0
