"""A placed Slide into its slide part.

Refuses what fit must have settled: a Diagram that is not drawn (TypeError), a slot or layout the
template does not know (KeyError).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deckgen.base.runs import Runs, runs
from deckgen.base.units import Frame
from deckgen.theme.geometry import Holder, Layout, SlotBox
from deckgen.tree import Chart, Drawing, Element, ListBlock, Para, Picture, Slide, Slot, Table
from deckgen.writers.pptx.drawing import write_drawing
from deckgen.writers.pptx.markup import NAMESPACES, PAGE_FIELD, SHAPE_TREE, XML, escape, extent, hundredths
from deckgen.writers.pptx.table import write_table
from deckgen.writers.pptx.text import TextContext, write_paragraph, write_runs, write_slot_text

# What a screen reader reads, in this order, after the title.
READING_ORDER = ("kicker", "subtitle", "lead", "body", "canvas", "takeaway", "meta")
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_CLOSE = 0.05  # points; a frame so near to the layout's is the layout's
_SOURCE_HEIGHT = 18.0


class Shelf(Protocol):
    """Where a slide puts the parts it shares with the package."""

    def put_picture(self, path: Path) -> str:
        """The target of the picture's part, seen from a slide."""

    def put_chart(self, chart: Chart) -> str:
        """The target of a new chart part, seen from a slide."""


@dataclass(slots=True)
class SlideWriter:
    """Writes the shapes of one slide."""

    slide: Slide
    layout: Layout
    number: int  # of the slide in the deck, from 1
    context: TextContext
    shelf: Shelf
    ids: Iterator[int]

    def markup(self) -> bytes:
        """The slide part."""
        shapes = "".join(self._shapes())
        hidden = ' show="0"' if self.slide.hidden else ""
        return (
            f"{XML}<p:sld {NAMESPACES}{hidden}><p:cSld><p:spTree>{SHAPE_TREE}{shapes}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        ).encode()

    def _shapes(self) -> Iterator[str]:
        slide = self.slide
        yield self._title()
        ranks = {name: rank for rank, name in enumerate(READING_ORDER)}
        for slot in sorted(slide.slots, key=lambda slot: ranks.get(slot.name, len(ranks))):
            yield from self._slot(slot)
        source = slide.source or runs(
            next((item.source for slot in slide.slots for item in slot.content if isinstance(item, Chart)), "")
        )
        if source:
            yield self._source(source)
        yield from self._furniture()

    def _title(self) -> str:
        box = self.layout.slots.get("title")
        if box is None:
            raise KeyError(f"layout {self.slide.layout} has no title")
        size = self.slide.title_size
        written = size if size and abs(size - box.size) > 0.01 else 0.0
        title = write_runs(self.slide.title, self.context, written)
        return self._text_shape(box, write_paragraph("", title, self.context, written), None)

    def _slot(self, slot: Slot) -> Iterator[str]:
        box = self.layout.slots.get(slot.name)
        if box is None:
            raise KeyError(f"slide {self.slide.id}: layout {self.slide.layout} has no slot {slot.name}")
        texts = tuple(item for item in slot.content if isinstance(item, Para | ListBlock))
        if texts:
            body = write_slot_text(texts, slot.name, slot.size, box.size, self.context)
            yield self._text_shape(box, body, slot.frame)
        frame = slot.frame or box.frame
        for item in slot.content:
            if not isinstance(item, Para | ListBlock):
                # a second object cannot share the placeholder
                yield self._object(item, frame, box.holder.name, "" if texts else _reference(box.holder))
                texts = (Para(()),)

    def _text_shape(self, box: SlotBox, paragraphs: str, frame: Frame | None) -> str:
        moved = frame is not None and _differs(frame, box.frame)
        place = f"<p:spPr>{extent(frame)}</p:spPr>" if moved and frame is not None else "<p:spPr/>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self.ids)}" name="{escape(box.holder.name)}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_reference(box.holder)}</p:nvPr></p:nvSpPr>{place}'
            f"<p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def _object(self, item: Element, frame: Frame, name: str, holder: str) -> str:
        if isinstance(item, Drawing):
            return write_drawing(item, name, self.ids, self.context)
        if isinstance(item, Table):
            return write_table(item, frame, name, next(self.ids), holder, self.context)
        if isinstance(item, Chart):
            return self._chart(item, frame, name, holder)
        if isinstance(item, Picture):
            return self._picture(item, frame, name, holder)
        raise TypeError(f"slide {self.slide.id}: no {type(item).__name__} on a placed slide")

    def _chart(self, chart: Chart, frame: Frame, name: str, holder: str) -> str:
        link = self.context.links.add("chart", self.shelf.put_chart(chart))
        uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(self.ids)}" name="{escape(name)}" '
            f'descr="{escape(chart.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>{extent(frame, 'p')}"
            f'<a:graphic><a:graphicData uri="{uri}"><c:chart xmlns:c="{uri}" r:id="{link}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _picture(self, picture: Picture, frame: Frame, name: str, holder: str) -> str:
        link = self.context.links.add("image", self.shelf.put_picture(Path(picture.path)))
        alt = f' descr="{escape(picture.alt)}"/>' if picture.alt else f">{_DECORATIVE}</p:cNvPr>"
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{next(self.ids)}" name="{escape(name)}"{alt}<p:cNvPicPr>'
            f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{holder}</p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{extent(_contain(picture, frame))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</p:spPr></p:pic>"
        )

    def _source(self, source: Runs) -> str:
        own = self.layout.slots.get("source")
        paragraph = write_paragraph("", write_runs(source, self.context), self.context)
        if own is not None:
            return self._text_shape(own, paragraph, None)
        style = self.context.dress.theme.slide_text["source"]
        canvas = self.layout.slots.get("canvas")
        box = canvas.frame if canvas else Frame(0, 0, 0, 0)
        frame = Frame(box.x, box.y + box.h, box.w, _SOURCE_HEIGHT)
        line = write_runs(source, self.context, style.size, style.colour)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self.ids)}" name="Source"/><p:cNvSpPr txBox="1"/>'
            f"<p:nvPr/></p:nvSpPr><p:spPr>{extent(frame)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
            '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{write_paragraph('', line, self.context, style.size)}</p:txBody></p:sp>"
        )

    def _furniture(self) -> Iterator[str]:
        crumb = self.layout.slots.get("breadcrumb")
        if crumb is not None and self.slide.breadcrumb:
            properties = self._small_print("breadcrumb")
            run = f"<a:r>{properties}<a:t>{escape(self.slide.breadcrumb)}</a:t></a:r>"
            yield self._text_shape(crumb, f"<a:p>{_aligned(crumb.holder)}{run}</a:p>", None)
        page = self.layout.slots.get("page")
        if page is not None:
            properties = self._small_print("page")
            field = f'<a:fld id="{PAGE_FIELD}" type="slidenum">{properties}<a:t>{self.number}</a:t></a:fld>'
            yield self._text_shape(page, f"<a:p>{_aligned(page.holder)}{field}</a:p>", None)

    def _small_print(self, role: str) -> str:
        """Run properties of the furniture; LibreOffice does not look at the layout for footers."""
        dress = self.context.dress
        style = dress.theme.slide_text[role]
        size = hundredths(style.size)
        return f'<a:rPr {dress.lang} sz="{size}">{dress.fill(style.colour)}</a:rPr>'


_USUAL = Holder()


def _reference(holder: Holder) -> str:
    """The `p:ph` of a shape that stands for a placeholder; what is as usual is left out."""
    attributes = (
        ("type", holder.kind, _USUAL.kind),
        ("orient", holder.orient, _USUAL.orient),
        ("sz", holder.share, _USUAL.share),
        ("idx", holder.index, _USUAL.index),
    )
    said = "".join(f' {key}="{escape(str(value))}"' for key, value, usual in attributes if value != usual)
    return f"<p:ph{said}/>"


def _aligned(holder: Holder) -> str:
    return f'<a:pPr algn="{escape(holder.align)}"/>' if holder.align else ""


def write_slide(slide: Slide, layout: Layout, number: int, context: TextContext, shelf: Shelf) -> bytes:
    """The part of a placed slide, the `number`-th of its deck."""
    return SlideWriter(slide, layout, number, context, shelf, itertools.count(2)).markup()


def _differs(one: Frame, other: Frame) -> bool:
    return any(abs(a - b) > _CLOSE for a, b in zip(one, other, strict=True))


def _contain(picture: Picture, frame: Frame) -> Frame:
    """The largest frame of the picture's aspect in the middle of `frame`."""
    if picture.width <= 0 or picture.height <= 0:
        return frame
    scale = min(frame.w / picture.width, frame.h / picture.height)
    w, h = picture.width * scale, picture.height * scale
    return Frame(frame.x + (frame.w - w) / 2, frame.y + (frame.h - h) / 2, w, h)
