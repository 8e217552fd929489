"""Pictures of the course into tree elements: one as it is, several or captioned ones as a drawing of them.

Their natural sizes are handed in, since nothing here opens a file; one that could not be read takes a usual shape, so
that the rest can be composed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.runs import Runs, runs
from deckgen.compose.kit import Kit
from deckgen.model.diagrams.pictures import Pictures, Shown
from deckgen.model.picture import Picture as PictureData
from deckgen.tree import Diagram, Element, Group, Para, Picture

_UNREAD = (400.0, 300.0)  # points
_ROW = 150.0  # points: height of a row of pictures in a book


def compose_picture(kit: Kit, told: PictureData) -> Picture:
    """One picture, without its caption."""
    width, height = kit.pictures.get(told.file, _UNREAD)
    return Picture(told.file, kit.plain(told.alt), width, height, told.focus)


def show_on_slide(kit: Kit, pictures: Sequence[PictureData]) -> Element:
    """The pictures of a slide: a single one that has no caption stands there by itself."""
    if len(pictures) == 1 and not pictures[0].caption:
        return compose_picture(kit, pictures[0])
    return _side_by_side(kit, pictures)


def show_in_book(kit: Kit, pictures: Sequence[PictureData], most: float = 0.0) -> tuple[Element, ...]:
    """Pictures in the flow of a page, with captions and credits under them; a single one at `most` points high."""
    if not pictures:
        return ()
    if len(pictures) > 1:
        rows = 1 if len(pictures) < 4 else 2
        shown: Element = _side_by_side(kit, pictures, _ROW * rows)
        words = credits_of(kit, pictures)
    else:
        shown = compose_picture(kit, pictures[0])
        if most and shown.height > most:
            shown = replace(shown, width=shown.width * most / shown.height, height=most)
        words = _join(kit, (kit.inline(pictures[0].caption), credits_of(kit, pictures)))
    below = (Para(words, "caption"),) if words else ()
    return (Group((shown, *below), role="picture", keep=True),)


def credits_of(kit: Kit, pictures: Sequence[PictureData]) -> Runs:
    """Whose the pictures are, each owner once; empty when nothing is said of it."""
    owners = dict.fromkeys(picture.credit for picture in pictures if picture.credit)
    return kit.fill("credit", owners=kit.phrase("semicolon").join(owners)) if owners else ()


def _join(kit: Kit, parts: Sequence[Runs]) -> Runs:
    told = [part for part in parts if part]
    return (*told[0], *runs(kit.phrase("bar")), *told[1]) if len(told) > 1 else told[0] if told else ()


def _side_by_side(kit: Kit, pictures: Sequence[PictureData], height: float = 0.0) -> Diagram:
    shown = []
    for told in pictures:
        one = compose_picture(kit, told)
        shown.append(
            Shown(
                file=one.path,
                alt=one.alt,
                caption=kit.plain(told.caption),
                width=one.width,
                height=one.height,
                focus=one.focus,
            )
        )
    alt = kit.phrase("semicolon").join(picture.alt for picture in shown if picture.alt)
    return Diagram(Pictures(shown=tuple(shown)), alt, pictures[0].span, height)
