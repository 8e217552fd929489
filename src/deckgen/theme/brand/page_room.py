"""Items of a house's pages: those of several pages joined, and room for them between the edges and the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from deckgen.base.units import Frame
from deckgen.theme.theme import PageItem, PageSetup

RUNNING = 14.0  # points of the running head and of the line with the page number
_GAP = 4.0
_TALLEST = 0.24  # of the page that its head or foot may take


@dataclass(slots=True)
class Letterhead:
    """The items of a house's pages, the page with room for them, the parts of their pictures, and what was left out."""

    page: PageSetup
    items: list[PageItem] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def join_pages(result: Letterhead) -> None:
    """An item that stands in one place on the cover and on the other pages is one item."""
    joined: dict[tuple[object, ...], PageItem] = {}
    for item in result.items:
        key = (item.frame, item.picture and result.parts.get(item.picture), item.text, item.fill)
        known = joined.get(key)
        joined[key] = replace(known, pages="all") if known and known.pages != item.pages else item
    result.items = list(joined.values())


def make_room(result: Letterhead) -> None:
    """The running head stands below what the house has at the head of its pages, the page number above its foot."""
    page = result.page
    kept: list[PageItem] = []
    for item in result.items:
        _, y, w, h = item.frame
        if h > _TALLEST * page.height and w > 0.25 * page.width and not (w < 0.08 * page.width):
            result.dropped["pictures behind the text of pages"] += 1
        elif y + h <= 0 or y >= page.height or item.frame.x >= page.width or item.frame.x + w <= 0:
            result.dropped["drawn things of headers and footers"] += 1
        else:
            kept.append(item)
    left, right = page.left + page.gutter, page.width - page.right
    heads = [item.frame for item in kept if _crosses(item.frame, left, right) and _is_high(item.frame, page)]
    feet = [item.frame for item in kept if _crosses(item.frame, left, right) and not _is_high(item.frame, page)]
    middle = [frame for frame in heads + feet if frame.y > _TALLEST * page.height
              and frame.y + frame.h < (1 - _TALLEST) * page.height]  # fmt: skip
    if middle:
        result.dropped["drawn things over the text of pages"] += len(middle)
        kept = [item for item in kept if item.frame not in middle]
        heads, feet = ([frame for frame in frames if frame not in middle] for frames in (heads, feet))
    header, top = page.header, page.top
    if heads:
        low = max(frame.y + frame.h for frame in heads)
        if low > header - 1:
            header = low + _GAP
        top = max(top, header + RUNNING + 8)
    footer, bottom = page.footer, page.bottom
    if feet:
        high = min(frame.y for frame in feet)
        if high < page.height - footer + 1:
            footer = page.height - high + _GAP
        bottom = max(bottom, footer + RUNNING + 8)
    most = (_TALLEST + 0.03) * page.height
    if top > most or bottom > most:
        result.notes.append("page: headers and footers that leave too little room for text are left out")
        result.items.clear()
        result.parts.clear()
        return
    if (top, bottom) != (page.top, page.bottom):
        result.notes.append(
            f"page: the running head stands below the house's header, the page number above its footer; "
            f"margins are {top / 28.3465:.1f} cm at the top and {bottom / 28.3465:.1f} cm at the bottom"
        )
    result.items = kept
    used = {item.picture for item in kept}
    result.parts = {name: picture for name, picture in result.parts.items() if name in used}
    result.page = replace(page, top=top, bottom=bottom, header=header, footer=footer)


def _crosses(frame: Frame, left: float, right: float) -> bool:
    """Whether an item stands above or below text, not in a margin at the side."""
    return min(frame.x + frame.w, right) - max(frame.x, left) > 2.0


def _is_high(frame: Frame, page: PageSetup) -> bool:
    return frame.y + frame.h / 2 < page.height / 2
