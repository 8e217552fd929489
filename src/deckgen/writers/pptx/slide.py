"""A placed Slide into its slide part.

Refuses what fit must have settled: a Diagram that is not drawn (TypeError), a slot or layout the
template does not know (KeyError).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from deckgen.base.markup import Markup, Template, join
from deckgen.base.roles import OWN_PLACE
from deckgen.base.runs import Run, Runs, runs
from deckgen.base.units import Frame
from deckgen.theme.backdrop import Backdrop
from deckgen.theme.geometry import Holder, Layout, SlotBox
from deckgen.theme.theme import TextRole
from deckgen.tree import Callout, Chart, Drawing, Element, Image, ListBlock, Para, Picture, Slide, Slot, Table
from deckgen.tree.clicks import Click, clicks_of, place_of_text, reading_order
from deckgen.tree.drawing import CLOCK, COUNTDOWN
from deckgen.tree.picture import contain
from deckgen.writers.drawingml.chart import write_chart_graphic
from deckgen.writers.drawingml.shape import RECTANGLE, write_place
from deckgen.writers.drawingml.text import NONE, write_paragraph, write_run_properties, write_runs
from deckgen.writers.parts import write_part
from deckgen.writers.pptx.box import write_box, write_free_text
from deckgen.writers.pptx.drawing import Standing, write_drawing, write_image
from deckgen.writers.pptx.markup import NAMESPACES, SHAPE_TREE, write_graphic_frame, write_page_number
from deckgen.writers.pptx.naming import Ids
from deckgen.writers.pptx.table import write_table
from deckgen.writers.pptx.text import SHOW, TextContext, write_shape_link, write_slot_text
from deckgen.writers.pptx.timing import Appearance, Countdown, write_timing
from deckgen.writers.shelf import Shelf

_CLOSE = 0.05  # points; a frame so near to the layout's is the layout's
_SOURCE_HEIGHT = 18.0

_SLIDE = Template('<p:sld {namespaces}{hidden}><p:cSld name="{name}"><p:spTree>{root}')  # a name that PowerPoint keeps
_HIDDEN = Markup(' show="0"')
_SLIDE_END = Template("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing}</p:sld>")
_TEXT = Template(
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"{link}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    "<p:nvPr>{holder}</p:nvPr></p:nvSpPr>{place}"
    "<p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
)
_SOURCE = Template(
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
    '<p:spPr>{place}{geometry}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
    "<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraph}</p:txBody></p:sp>"
)
_REFERENCE, _ATTRIBUTE = Template("<p:ph{attributes}/>"), Template(' {key}="{value}"')
_USUAL = Holder()
_MOVED, _UNMOVED = Template("<p:spPr>{place}</p:spPr>"), Markup("<p:spPr/>")
_ALIGNED = Template('<a:pPr algn="{align}"/>')
_PARAGRAPH = Template("<a:p>{properties}{content}</a:p>")


@dataclass(slots=True)
class SlideWriter:
    """Writes the shapes of one slide."""

    slide: Slide
    layout: Layout
    number: int  # of the slide in the deck, from 1
    context: TextContext
    shelf: Shelf
    ids: Ids
    backdrop: Backdrop
    standing: Standing = field(default_factory=list)  # what runs or appears by itself, with its id
    objects: dict[tuple[int, int], int] = field(default_factory=dict)  # ids by places of slot and element

    def part(self) -> bytes:
        """The slide part."""
        head = _SLIDE(NAMESPACES, _HIDDEN if self.slide.hidden else NONE, self.slide.id, SHAPE_TREE)
        shapes = tuple(self._shapes())
        return write_part(head, *shapes, _SLIDE_END(self._timing()))

    def _timing(self) -> Markup:
        """What appears click by click, and the countdown of a slide whose drawing has a clock to run."""
        running = {bundle.part: number for bundle, number in self.standing if bundle.part in (CLOCK, COUNTDOWN)}
        runs = self.slide.countdown and len(running) == len((CLOCK, COUNTDOWN))
        countdown = Countdown(running[CLOCK], running[COUNTDOWN], self.slide.countdown) if runs else None
        return write_timing([self._shown_at(click) for click in clicks_of(self.slide)], countdown)

    def _shown_at(self, click: Click) -> list[Appearance]:
        if click.bundles:
            return [Appearance(number) for bundle, number in self.standing if bundle.click == click.bundles]
        number = self.objects[click.slot, click.element]
        if click.paragraphs:
            return [Appearance(number, paragraph, has_text=True) for paragraph in click.paragraphs]
        slot = self.slide.slots[click.slot]
        return [Appearance(number, has_text=isinstance(slot.content[click.element], Para | ListBlock))]

    def _shapes(self) -> Iterator[Markup]:
        slide = self.slide
        yield self._title()
        for at in reading_order(slide.slots):
            yield from self._slot(slide.slots[at], at)
        source = slide.source or runs(
            next((item.source for slot in slide.slots for item in slot.content if isinstance(item, Chart)), "")
        )
        if source:
            yield self._source(source)
        yield from self._furniture()

    def _title(self) -> Markup:
        box = self.layout.slots.get("title")
        if box is None:
            raise KeyError(f"layout {self.slide.layout} has no title")
        size = self.slide.title_size
        written = size if size and abs(size - box.size) > 0.01 else 0.0
        title = write_runs(self.slide.title, self.context, written)
        said = write_paragraph(NONE, title, self.context.dress, written)
        return self._text_shape(box, said, None, source=_source(self.slide.title))

    def _slot(self, slot: Slot, at: int) -> Iterator[Markup]:
        box = self.layout.slots.get(slot.name)
        if box is None and slot.name == OWN_PLACE and slot.frame is not None:
            yield from (self._object(item, slot.frame, "Picture", NONE, slot.source) for item in slot.content)
            return
        if box is None:
            raise KeyError(f"slide {self.slide.id}: layout {self.slide.layout} has no slot {slot.name}")
        if slot.free:
            self.objects[at, 0] = self.ids.following
            yield self._free(slot, box)
            return
        texts = tuple(item for item in slot.content if isinstance(item, Para | ListBlock))
        if texts:
            seen = self.backdrop.ink(slot.frame or box.frame) == "ink"  # markers have the main colour of the theme
            body = write_slot_text(texts, slot.name, slot.size, box.size, self.context, seen)
            self.objects[at, place_of_text(slot)] = self.ids.following
            yield self._text_shape(box, body, slot.frame, source=slot.source)
        frame = slot.frame or box.frame
        for place, item in enumerate(slot.content):
            if not isinstance(item, Para | ListBlock):
                self.objects[at, place] = self.ids.following
                # a second object cannot share the placeholder
                holder = NONE if texts else _write_reference(box.holder)
                yield self._object(item, frame, box.holder.name, holder, slot.source)
                texts = (Para(()),)

    def _free(self, slot: Slot, box: SlotBox) -> Markup:
        """What stands beside the placeholder: a box, a table or further text."""
        frame, (first, *_) = slot.frame or box.frame, slot.content
        name = self._named(box.holder.name)
        lasting = self.context.names.lasting(slot.source)
        if isinstance(first, Callout):
            return write_box(first, frame, name, self.ids, slot.size, slot.code_size, self.context, lasting)
        if isinstance(first, Table):
            return write_table(first, frame, name, next(self.ids), NONE, self.context, lasting)
        number = next(self.ids)
        return write_free_text(slot.content, frame, box.insets, name, number, slot.size, self.context, lasting)

    def _text_shape(
        self, box: SlotBox, paragraphs: Markup, frame: Frame | None, href: str = "", source: str = ""
    ) -> Markup:
        moved = frame is not None and _differs(frame, box.frame)
        place = _MOVED(write_place(frame)) if moved and frame is not None else _UNMOVED
        link = write_shape_link(href, self.context, self.context.names.lasting(source))
        name = self._named(box.holder.name)
        return _TEXT(next(self.ids), name, link, _write_reference(box.holder), place, paragraphs)

    def _named(self, kind: str) -> str:
        """A name that no other shape of the slide has."""
        return self.context.names.of(kind)

    def _object(self, item: Element, frame: Frame, name: str, holder: Markup, source: str) -> Markup:
        """What is no text; `source` is the id of what it shows."""
        if isinstance(item, Drawing):
            return write_drawing(item, name, self.ids, self.context, self.shelf, self.standing, source)
        if isinstance(item, Picture):
            return self._picture(item, frame, name, holder, source)
        lasting = self.context.names.lasting(source)
        if isinstance(item, Table):
            return write_table(item, frame, self._named(name), next(self.ids), holder, self.context, lasting)
        if isinstance(item, Chart):
            return self._chart(item, frame, self._named(name), holder, lasting)
        raise TypeError(f"slide {self.slide.id}: no {type(item).__name__} on a placed slide")

    def _chart(self, chart: Chart, frame: Frame, name: str, holder: Markup, lasting: str) -> Markup:
        dress = self.context.dress
        part = self.shelf.put_chart(chart, dress, dress.theme.slide_text["label"].floor)
        graphic = write_chart_graphic(self.context.links.add("chart", f"../{part}"))
        return write_graphic_frame(next(self.ids), name, chart.alt, holder, frame, graphic, lasting)

    def _picture(self, picture: Picture, frame: Frame, name: str, holder: Markup, source: str) -> Markup:
        place = frame if any(picture.crop) else contain(picture.width, picture.height, frame)
        image = Image(place, picture.path, picture.alt, picture.crop, name)
        return write_image(image, next(self.ids), self.context.links, self.shelf, self.context.names, holder, source)

    def _source(self, source: Runs) -> Markup:
        dress = self.context.dress
        own = self.layout.slots.get("source")
        if own is not None:
            said = write_paragraph(NONE, write_runs(source, self.context), dress)
            return self._text_shape(own, said, None, source=_source(source))
        style = dress.theme.slide_text["source"]
        canvas = self.layout.slots.get("canvas")
        box = canvas.frame if canvas else Frame(0, 0, 0, 0)
        frame = Frame(box.x, box.y + box.h, box.w, _SOURCE_HEIGHT)
        line = write_runs(source, self.context, style.size, style.colour)
        paragraph = write_paragraph(NONE, line, dress, style.size)
        return _SOURCE(next(self.ids), self._named("source"), write_place(frame), RECTANGLE, paragraph)

    def _back(self) -> str:
        """Where a click on the breadcrumb leads."""
        return f"#{self.slide.back}" if self.slide.back else ""

    def _own_colour(self, box: SlotBox, style: TextRole) -> str:
        """The colour of a role; none where the layout gives its place another, that can be read on its ground."""
        usual = self.context.dress.theme.colours[style.colour]
        return style.colour if box.colour in ("", usual) else ""

    def _furniture(self) -> Iterator[Markup]:
        crumb = self.layout.slots.get("breadcrumb")
        if crumb is not None and self.slide.breadcrumb:
            style = self.context.dress.theme.slide_text["breadcrumb"]
            words = write_runs((Run(self.slide.breadcrumb),), self.context, style.size, self._own_colour(crumb, style))
            yield self._text_shape(crumb, _PARAGRAPH(_aligned(crumb.holder), words), None, self._back())
        page = self.layout.slots.get("page")
        if page is not None:
            style = self.context.dress.theme.slide_text["page"]
            properties = write_run_properties(self.context.dress, style.size, self._own_colour(page, style))
            number = write_page_number(self.number, properties)
            href = f"#{self.slide.reserve}" if self.slide.reserve else ""
            href = f"{SHOW}{self.slide.show}" if self.slide.show else href
            yield self._text_shape(page, _PARAGRAPH(_aligned(page.holder), number), None, href)


@lru_cache(maxsize=256)
def _write_reference(holder: Holder) -> Markup:
    """The `p:ph` of a shape that stands for a placeholder; what is as usual is left out."""
    attributes = (
        ("type", holder.kind, _USUAL.kind),
        ("orient", holder.orient, _USUAL.orient),
        ("sz", holder.share, _USUAL.share),
        ("idx", holder.index, _USUAL.index),
    )
    return _REFERENCE(join(_ATTRIBUTE(key, value) for key, value, usual in attributes if value != usual))


def _aligned(holder: Holder) -> Markup:
    return _ALIGNED(holder.align) if holder.align else NONE


def write_slide(slide: Slide, layout: Layout, number: int, context: TextContext, shelf: Shelf) -> bytes:
    """The part of a placed slide, the `number`-th of its deck."""
    backdrop = Backdrop(layout, context.dress.theme.colours)
    return SlideWriter(slide, layout, number, context, shelf, Ids(), backdrop).part()


def _source(runs: Runs) -> str:
    """The id of what a text was written as; empty where it is of phrases."""
    return runs[0].source if runs else ""


def _differs(one: Frame, other: Frame) -> bool:
    return any(abs(a - b) > _CLOSE for a, b in zip(one, other, strict=True))
