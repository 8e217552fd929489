"""Text, boxes and tables of a slide that follow one another."""

from __future__ import annotations

import itertools

import pytest

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, plain, runs
from deckgen.base.units import Frame
from deckgen.fit import fit_deck
from deckgen.measure import code_width, load_faces
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.theme.slide_text import BOX_INSETS, FLOW_GAP
from deckgen.tree import Callout, Cell, Deck, DeckSection, Element, ListBlock, Para, Properties, Row, Slide, Slot, Table
from default_theme import THEME

FACES = load_faces("latin-sans", "cjk-sans")
BODY = Frame(40.0, 100.0, 800.0, 360.0)
GEOMETRY = DeckGeometry(
    960.0, 540.0,
    {"text": Layout("text", "Text", {"title": SlotBox(Frame(40.0, 30.0, 800.0, 60.0)), "body": SlotBox(BODY)})},
)  # fmt: skip
PLACE = Span("course.yaml", 7, 3)
TABLE = Table((1.0, 1.0), (Row((Cell((Para(runs("事项"), "cell_head"),), "head"), Cell(()))),),
              (Row((Cell((Para(runs("退款"), "cell"),)), Cell(()))),), "表格")  # fmt: skip


def code(*lines: str) -> Callout:
    return Callout("code", (), tuple(Para(runs(line), "code") for line in lines), span=PLACE)


def tip(text: str = "先说没结的。") -> Callout:
    return Callout("tip", runs("提示"), (Para(runs(text), "plain"),), span=PLACE)


def fit(*content: Element) -> tuple[list[Slide], list[tuple[str, Span | None]]]:
    slide = Slide("s", "concept", "text", runs("标题"), (Slot("body", content),), span=Span("course.yaml", 1, 1))
    deck = Deck(Properties("", "", "zh-CN", "1", ""), (DeckSection("a", "a", (slide,)),))
    fitted, found = fit_deck(deck, GEOMETRY, THEME, FACES, lambda title, n, of: f"{title}（{n}/{of}）")
    return list(fitted.slides), [(item.code, item.span) for item in found]


def check_frames(slide: Slide) -> None:
    """Slots follow one another inside the slot of the layout, and never overlap."""
    frames = [slot.frame for slot in slide.slots]
    for frame in frames:
        assert frame is not None
        assert frame.y >= BODY.y - 0.01
        assert frame.y + frame.h <= BODY.y + BODY.h + 0.01
    for above, below in itertools.pairwise(slide.slots):
        assert above.frame and below.frame
        inset = 3.6 * sum(isinstance(slot.content[0], Para | ListBlock) for slot in (above, below))  # lies in the gap
        assert abs(below.frame.y - above.frame.y - above.frame.h + inset - FLOW_GAP) < 0.01


def test_text_stands_in_the_placeholder_and_the_rest_beside_it() -> None:
    (slide,), found = fit(Para(runs("先看")), code("a"), Para(runs("再看")), tip(), TABLE)
    assert not found
    assert [slot.free for slot in slide.slots] == [False, True, True, True, True]
    assert [type(slot.content[0]).__name__ for slot in slide.slots] == ["Para", "Callout", "Para", "Callout", "Table"]
    check_frames(slide)
    assert isinstance(slide.slots[-1].content[0], Table)
    assert slide.slots[-1].content[0].layout is not None


def test_text_alone_is_as_it_was() -> None:
    (slide,), _ = fit(Para(runs("先看")), ListBlock((runs("一"), runs("二"))))
    assert len(slide.slots) == 1
    assert not slide.slots[0].free


def test_code_is_as_large_as_its_widest_line_allows() -> None:
    (short,), _ = fit(code("x" * 20))
    (long,), found = fit(code("x" * 95))
    assert not found
    assert short.slots[0].code_size == THEME.slide_text["code"].size
    room = BODY.w - 14.4 - BOX_INSETS[0] - BOX_INSETS[2]
    assert THEME.slide_text["code"].floor <= long.slots[0].code_size < short.slots[0].code_size
    assert code_width("x" * 95, long.slots[0].code_size) <= room


def test_a_line_of_code_wider_than_its_slide_is_refused() -> None:
    for box in (code("x" * 120), Callout("example", runs("例子"), (code("x" * 120),), span=PLACE)):
        assert fit(box)[1] == [("DG507", PLACE)]


@pytest.mark.parametrize("box", [code(*"x" * 40), tip("很长的一段文字，" * 80)])
def test_a_box_higher_than_its_slide_is_refused(box: Callout) -> None:
    slides, found = fit(Para(runs("先看")), box)
    assert found == [("DG503", PLACE)]
    assert [plain(part.runs) for slot in slides[0].slots for part in slot.content if isinstance(part, Para)] == ["先看"]


def test_what_fits_no_slide_goes_on_on_the_next() -> None:
    parts = [part for number in range(6) for part in (Para(runs(f"第 {number} 段，先看这里。")), tip())]
    slides, found = fit(*parts)
    assert not found
    assert len(slides) > 1
    assert plain(slides[1].title) == f"标题（2/{len(slides)}）"
    shown = [part for slide in slides for slot in slide.slots for part in slot.content]
    assert shown == parts
    for slide in slides:
        check_frames(slide)
        assert not slide.slots[0].free  # each begins with a sentence, which leads into its box


def test_pages_are_as_large_as_all_of_them_fit() -> None:
    slides, _ = fit(*[part for number in range(4) for part in (Para(runs(f"第 {number} 段")), code(*"abcd"))])
    assert len(slides) == 2
    sizes = {(slot.size, slot.code_size) for slide in slides for slot in slide.slots if slot.code_size}
    assert sizes != {(THEME.slide_text["body"].floor, THEME.slide_text["code"].floor)}
    assert len(sizes) == 1


def test_a_list_goes_on_and_keeps_its_levels() -> None:
    items = ListBlock(tuple(runs(f"第 {n} 项") for n in range(30)), "number", (0, 1, 2) * 10)
    slides, found = fit(tip(), items)
    assert not found
    lists = [part for slide in slides for slot in slide.slots for part in slot.content if isinstance(part, ListBlock)]
    assert sum(len(part.items) for part in lists) == 30
    assert all(part.level(0) == 0 for part in lists)  # a page begins with no item that stands under another


def test_a_table_that_is_too_long_among_text_is_refused() -> None:
    rows = Table(TABLE.widths, TABLE.head, TABLE.rows * 30, "表格")
    assert [code for code, _ in fit(Para((Run("先看"),)), rows)[1]] == ["DG503"]
