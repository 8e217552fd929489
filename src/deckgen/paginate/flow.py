"""Elements of the sections of a book in their flow: what stays together, and what begins a page.

Where a page begins with an element, the book is told so; renderers that would fill a page a little
differently then still begin each of those pages alike, and printed page numbers stay true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.base.diagnostics import Report
from deckgen.paginate.arrange import READING, SHEET_START, SMALL_TABLE, arrange_groups, opening_height
from deckgen.paginate.chains import glue, head_of, turns, turns_within
from deckgen.paginate.entries import ENTRY, LONG, go_on, part_entry
from deckgen.paginate.grow import grow
from deckgen.paginate.lines import Column
from deckgen.paginate.pages import SLACK, Pages, chain_height, usable_height
from deckgen.paginate.placing import Placing
from deckgen.paginate.prepare import SHEET_ROLES
from deckgen.paginate.rows import fix_rows, stretch_tables
from deckgen.paginate.strips import Ruler
from deckgen.paginate.tails import PAGE_START, part_evenly
from deckgen.theme.boxes import text_area
from deckgen.tree import BookSection, Callout, Element, Group, PageUse, Table
from deckgen.tree.edges import ends_in_box, is_captioned, starts_in_box

_MUCH_OF_ENTRY = 0.08  # of a page: with less left, what the guide says to a slide begins the next one


class _Place(NamedTuple):
    """The first element of a flow that stands on a page; of a group that began before, its first child there."""

    at: int
    child: int = 0


class Flow(Placing):
    """Lays out the sections of a book one after another."""

    def __init__(self, ruler: Ruler, report: Report) -> None:
        super().__init__(ruler, report)
        self.fills: list[float] = []
        self.uses: list[PageUse] = []
        self.spreads: set[int] = set()  # pages that something asked for
        self.area = 0.0
        self.column = Column(1.0)
        self.fills_pages, self.depth = False, 0
        self.tail = 0  # which child of the group just laid is the first on its last page

    def section(self, section: BookSection) -> BookSection:
        """A section on pages of its own."""
        width, height = text_area(self.ruler.theme.page.within(section.margins), section.orientation)
        usable = usable_height(height, bound=section.margins is None)
        self.pages = Pages(usable, len(self.fills) + 1)
        self.loose = self.pages.copy()
        self.column = Column(width)
        self.fills_pages = section.fills
        ordered = stretch_tables(section.children, self.ruler, self.column)
        if section.fills:
            ordered = arrange_groups(ordered, self.ruler, self.column, self.pages)
        children = self.elements(ordered, False, False)
        fills = self.pages.close()
        self._use(section.id, len(self.fills) + 1, [fill * usable / height for fill in fills], height)
        self.fills += fills
        self.area += height * len(fills)
        return replace(section, children=children, fills=False)

    def _use(self, section: str, first: int, used: Sequence[float], height: float) -> None:
        """Note what the pages of a section are used for; `used` are shares of the text area, `height` its height."""
        for page, share in enumerate(used, start=first):
            writing = min(1.0, self.written[page] / height)
            ends, spread = page == first + len(used) - 1, page + 1 in self.spreads
            self.uses.append(PageUse(section, round(max(0.0, 1.0 - share), 4), round(writing, 4), ends, spread))

    def elements(self, elements: Sequence[Element], below: bool, above: bool) -> tuple[Element, ...]:
        """Elements in a flow; headings and labels take what follows along."""
        laid: list[Element] = []
        outer, turned = self.rest, None  # what was left of the page turned before, and of the first one turned here
        index, first = 0, _Place(0)
        while index < len(elements):
            end = self._end_of_chain(elements, index)
            chain = elements[index : end + 1]
            under = ends_in_box(elements[index - 1]) if index else below
            over = starts_in_box(elements[end + 1]) if end + 1 < len(elements) else above
            number, self.rest, self.tail = self.pages.number, None, 0
            placed = self.chain(chain, under, over)
            if self.pages.number != number:
                turned = self.rest if turned is None else turned
                opens = turns(placed[0])
                if opens and self.rest is not None:
                    self._fill(laid, first, self.rest, number)
                if opens and self.pages.number == number + 1:
                    first = _Place(len(laid))
                else:  # it crosses pages: only what a group has on the last of them stands on it whole
                    last = len(laid) + len(placed)
                    first = _Place(last - 1, self.tail) if self.tail else _Place(last)
            laid += placed
            index = end + 1
        self.rest = turned if outer is None else outer
        if self.depth == 0:
            self._fill(laid, first, self.pages.capacity - self.pages.used, self.pages.number)
        self.tail = first.at if first.at < len(laid) else 0
        return tuple(laid)

    def _end_of_chain(self, elements: Sequence[Element], start: int) -> int:
        """The last element that must share a page with the beginning of the chain."""
        end = start
        while (
            end < len(elements) - 1 and self._leads(elements[end], elements[end + 1]) and not turns(elements[end + 1])
        ):
            end += 1
        return end

    def _leads(self, element: Element, following: Element) -> bool:
        if isinstance(element, Group):
            return False
        if is_captioned(element, following):
            return True
        strips = self.ruler.strips(element, self.column)
        return bool(strips) and strips[-1].glued

    def chain(self, chain: Sequence[Element], below: bool, above: bool) -> list[Element]:
        """An element, with the headings or labels that lead into it; it may run on to further pages."""
        *heads, last = chain
        if heads and isinstance(last, Group):
            # a group decides for itself: its first lines are what the heading needs
            after_heads = ends_in_box(heads[-1])
            strips = self.ruler.flow(heads, self.column, below, starts_in_box(last))
            follows = self.ruler.flow([last], self.column, after_heads, above)
            if last.keep and self.wastes(last, [*strips, *follows]):
                last = replace(last, keep=False)
            needed = [*strips, *(follows if last.keep else head_of(follows))]
            if not self.holds(needed):
                needed = [*strips, *follows[:1]]
            opens = self.begin(heads[0], needed)
            self.place(strips)
            linked = [*heads, self._group(last, after_heads, above)]
        elif isinstance(last, Group):
            return [self._group(last, below, above)]
        else:
            linked = [self._settle(element) for element in chain]
            if isinstance(last, Table | Callout) and not self.holds(self.ruler.flow(linked, self.column)):
                linked[-1] = replace(last, keep=False)
            opens, linked = self._run_on(linked, below, above)
        if opens and not turns(linked[0]):
            linked[0] = Group((linked[0],), role=PAGE_START, new_page=True)
        return linked

    def _entry(self, entry: Group, below: bool, above: bool) -> Group | None:
        """What the guide says to a slide; where a page ends it goes on, below its name, as a group of its own.

        So each of its pages begins where it should in every program: none heeds a page that begins within a table.
        None if some of it is too long for a page and cannot be parted.
        """
        capacity = self.pages.capacity
        pieces: list[tuple[Element, ...]] = []
        rest, opens = tuple(entry.children), False
        while rest:
            used = 0.0 if opens or pieces else self.pages.used
            under = below and not (opens or pieces)
            height = chain_height(self.ruler.flow(rest, self.column, under, above)) + SLACK
            if used + height <= capacity:
                pieces.append(rest)
                break
            free = capacity - used
            kept = used > 0.0 and (free < capacity * _MUCH_OF_ENTRY or height <= capacity * LONG)
            parted = None if kept else part_entry(rest, free, self.ruler, self.column, below=under)
            if parted is None:
                if used == 0.0:
                    return None
                opens = True
                continue
            left = go_on(parted[1], entry.again)
            if left == rest:  # only its name would stand on a page, again and again
                return None
            pieces.append(parted[0])
            rest = left
        if opens or (entry.new_page and self.pages.used > 0):
            self.turn()
        self.note(entry, self.pages.number)
        first, *further = pieces
        self.place(glue(self.ruler.flow(first, self.column, below and not opens, above)))
        children = first
        for piece in further:
            self.turn()
            self.place(glue(self.ruler.flow(piece, self.column, False, above)))
            children = (*children, Group(piece, role=PAGE_START, new_page=True))
        whole = not further
        return replace(entry, children=children, keep=whole, new_page=entry.new_page or opens, again=())

    def _run_on(self, elements: list[Element], below: bool, above: bool) -> tuple[bool, list[Element]]:
        """Place elements that may cross pages; whether they begin one, and how they must be written.

        What crosses a page must do so however many lines a renderer needs, or every later page could
        move: else it begins a page. The rows of a table that crosses pages get fixed heights.
        """
        strips = self.ruler.flow(elements, self.column, below, above)
        opens = self.begin(elements[0], head_of(strips))
        if any(isinstance(element, Table) for element in elements) and self.crosses(strips):
            elements = [
                fix_rows(part, self.ruler, self.column, self.pages.capacity) if isinstance(part, Table) else part
                for part in elements
            ]
            strips = self.ruler.flow(elements, self.column, below, above)
        if not self.is_certain(strips) and self.pages.used > 0:
            self.turn()
            opens = True
        self.place(strips)
        return opens, elements

    def _group(self, group: Group, below: bool, above: bool) -> Group:
        if group.role == ENTRY and not turns_within(group):
            if (entry := self._entry(group, below, above)) is not None:
                return entry
            group = replace(group, again=())
        if self._asks_side(group) and self.pages.begins_on(group.side):
            self.spreads.add(self.pages.number + (self.pages.used > 0))
            group = replace(group, new_page=True)
        if group.new_page and self.pages.used > 0:
            self.turn()
        strips = self.ruler.flow(group.children, self.column, below and not group.new_page, above)
        if group.keep and self.holds(strips) and not (turns_within(group) or self.wastes(group, strips)):
            whole = glue(strips)
            opens = self.begin(group, whole)
            self.note(group, self.pages.number)
            self.place(whole)
            return replace(group, new_page=group.new_page or opens)
        if group.role in SHEET_ROLES and self.pages.used > 0.0 and not self._shows_task(group):
            # too long for one page: it still begins where its task and steps can be seen together
            self.turn()
            group = replace(group, new_page=True)
        faces = group.side == "left" and self.holds(strips)  # put on two pages that face each other: the end is seen
        if group.role in (*SHEET_ROLES, READING) and not faces:
            group = part_evenly(group, self.ruler, self.column, self.pages)
        first = self.pages.number
        empty = self.pages.used == 0.0
        self.depth += 1
        children = self.elements(group.children, below and not group.new_page, above)
        self.depth -= 1
        turned = bool(children) and turns(children[0]) and not empty
        self.note(group, first + 1 if turned else first)
        return replace(group, children=children, keep=False)

    def _asks_side(self, group: Group) -> bool:
        """Whether the group needs the side of a spread it asks for: what fits on a page needs no left one."""
        return group.side == "right" or (
            group.side == "left" and not self.holds(self.ruler.flow(group.children, self.column))
        )

    def _shows_task(self, sheet: Group) -> bool:
        """Whether this page has room for a good part of the sheet, its first table whole."""
        free = self.pages.capacity - self.pages.used
        opening = opening_height(sheet, self.ruler, self.column)
        return free >= self.pages.capacity * SHEET_START and opening + SLACK <= free

    def _settle(self, element: Element) -> Element:
        """An element that can be on a page: small tables whole, long boxes allowed to run on."""
        if isinstance(element, Table | Callout):
            strips = self.ruler.flow([element], self.column)
            if element.keep and not self.holds(strips):
                return replace(element, keep=False)
            small = chain_height(strips) <= self.pages.capacity * SMALL_TABLE
            # renderers part the one cell of a box differently, so a box parts only where it must
            if small if isinstance(element, Table) else self.holds(strips):
                return replace(element, keep=True)
        return element

    def _fill(self, laid: list[Element], first: _Place, rest: float, number: int) -> None:
        """Let the room to write that stands on a page take what is left of it, if the section asks for that."""
        room = rest - SLACK
        if not self.fills_pages or room <= 0.0:
            return
        head = laid[first.at : first.at + 1]
        parted = head[0] if first.child and head and isinstance(head[0], Group) else None
        inner = parted.children[first.child :] if parted is not None else ()
        outer = laid[first.at + (parted is not None) :]
        grown, taken = grow((*inner, *outer), room, self.ruler, self.column)
        if parted is not None:
            rest_of = replace(parted, children=(*parted.children[: first.child], *grown[: len(inner)]))
            grown = (rest_of, *grown[len(inner) :])
        laid[first.at :] = grown
        self.writing += taken
        self.written[number] += taken
        if number == self.pages.number:
            self.pages.used += taken
        else:
            self.pages.fills[number - self.pages.number] += taken / self.pages.capacity
