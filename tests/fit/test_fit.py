from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.runs import Run, plain, runs
from deckgen.base.units import Frame
from deckgen.fit import fit_deck
from deckgen.fit.place import CLEAR_UNDER_TITLE
from deckgen.fit.split import split_evenly, steps
from deckgen.fit.table import MOST_GROWTH, lay_out
from deckgen.measure import LINE, load_faces
from deckgen.model.diagrams.base import Named, Titled
from deckgen.model.diagrams.chevrons import Chevrons, Step
from deckgen.model.diagrams.hub import Hub
from deckgen.theme import Theme, read_theme, shipped_themes
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.tree import (
    Cell,
    Deck,
    DeckSection,
    Diagram,
    Drawing,
    Element,
    ListBlock,
    Para,
    Picture,
    Properties,
    Row,
    Slide,
    Slot,
    Table,
)

FACES = load_faces("latin-sans", "cjk-sans")
SPAN = Span("course.yaml", 12, 3)


def _theme() -> Theme:
    theme, diagnostics = read_theme(shipped_themes() / "default", Path.read_bytes)
    assert theme is not None, diagnostics
    return theme


THEME = _theme()


def _box(x: float, y: float, w: float, h: float, size: float = 0.0) -> SlotBox:
    return SlotBox(Frame(x, y, w, h), (0.0, 0.0, 0.0, 0.0), size)


_TITLE, _LEAD = _box(40, 20, 800, 70), _box(40, 100, 800, 30)
GEOMETRY = DeckGeometry(
    960,
    540,
    {
        role: Layout(role, role, {"title": _TITLE, **slots})
        for role, slots in {
            "cover": {"subtitle": _box(40, 300, 400, 60)},
            "visual": {"lead": _LEAD, "canvas": _box(40, 140, 800, 340), "source": _box(40, 486, 400, 16)},
            "split": {"lead": _LEAD, "body": _box(40, 144, 380, 336), "canvas": _box(440, 140, 400, 340)},
            "text": {"lead": _LEAD, "body": _box(40, 140, 800, 340)},
            "debrief": {"body": _box(40, 140, 800, 200), "takeaway": _box(40, 400, 800, 70)},
        }.items()
    },
)


def slide(layout: str = "text", *, title: str = "先听懂任务，再承诺结果", source: str = "", **slots: Element) -> Slide:
    return Slide(
        "B2.2.s3",
        "concept",
        layout,
        runs(title),
        tuple(Slot(name, (element,)) for name, element in slots.items()),
        notes=(Para(runs("目的")),),
        minutes=4,
        span=SPAN,
        source=runs(source),
    )


def fit(*slides: Slide, geometry: DeckGeometry = GEOMETRY) -> tuple[tuple[Slide, ...], tuple[Diagnostic, ...]]:
    deck = Deck(Properties("课程", "", "zh-CN", "1", "2025-01-01"), (DeckSection("M2", "模块二", slides),))
    fitted, diagnostics = fit_deck(deck, geometry, THEME, FACES, lambda title, i, n: f"{title}（{i}/{n}）")
    return fitted.slides, diagnostics


def larger(role: str, name: str, size: float) -> DeckGeometry:
    """The geometry with a slot that its layout sets larger."""
    slots = GEOMETRY.layouts[role].slots
    return DeckGeometry(960, 540, {role: Layout(role, role, {**slots, name: replace(slots[name], size=size)})})


def items(count: int, length: int = 30, marker: str = "number") -> ListBlock:
    return ListBlock(tuple(runs(f"{i:02d}" + "字" * length) for i in range(count)), marker)  # type: ignore[arg-type]


def table(rows: int, length: int = 10, widths: tuple[float, ...] = (1, 3)) -> Table:
    def cell(text: str) -> Cell:
        return Cell((Para(runs(text), "cell"),))

    head = Row(tuple(cell(f"列{i}") for i in range(len(widths))))
    body = tuple(Row(tuple(cell(f"{at:02d}" + "字" * length) for _ in widths)) for at in range(rows))
    return Table(widths, (head,), body, "对照表")


def slot(page: Slide, name: str) -> Slot:
    return next(slot for slot in page.slots if slot.name == name)


def laid_out(page: Slide) -> Table:
    element = slot(page, "canvas").content[0]
    assert isinstance(element, Table)
    assert element.layout is not None
    return element


def test_short_text_keeps_the_ideal_size_and_the_layout_frame() -> None:
    (page,), diagnostics = fit(slide(lead=Para(runs("导语"), "lead"), body=items(3)))
    assert not diagnostics
    assert slot(page, "body").frame == Frame(40, 140, 800, 340)
    assert slot(page, "body").size == THEME.slide_text["body"].size
    assert page.title_size == 28
    assert page.minutes == 4


def test_the_size_of_the_layout_is_tried_first() -> None:
    (page,), _ = fit(slide("debrief", body=items(1, 5)), geometry=larger("debrief", "body", 32.0))
    assert slot(page, "body").size == 32


def test_text_is_set_smaller_before_it_is_split() -> None:
    (page,), _ = fit(slide(lead=Para(runs("导语"), "lead"), body=items(9)))
    assert 20 <= slot(page, "body").size < 24


def test_a_list_is_split_evenly_and_numbering_goes_on() -> None:
    pages, diagnostics = fit(slide(body=items(15), lead=Para(runs("导语"), "lead")))
    assert not diagnostics
    assert [page.id for page in pages] == ["B2.2.s3", "B2.2.s3+1"]
    assert [plain(page.title) for page in pages] == [f"先听懂任务，再承诺结果（{i}/2）" for i in (1, 2)]
    assert [page.minutes for page in pages] == [4, 0]
    assert all(page.notes == pages[0].notes for page in pages)
    lists = [slot(page, "body").content[0] for page in pages]
    assert all(isinstance(block, ListBlock) for block in lists)
    assert sorted(len(block.items) for block in lists) == [7, 8]  # type: ignore[union-attr]
    assert [block.start for block in lists] == [1, len(lists[0].items) + 1]  # type: ignore[union-attr]
    assert slot(pages[0], "body").size == slot(pages[1], "body").size


def test_no_item_is_left_alone_on_a_continuation() -> None:
    heights = [40.0] * 9
    assert split_evenly(heights, 330) == ((0, 5), (5, 9)) or split_evenly(heights, 330) == ((0, 4), (4, 9))
    assert split_evenly([100, 100, 30, 30, 30], 200) == ((0, 2), (2, 5))
    assert split_evenly([10, 500], 330) is None


def test_what_introduces_a_list_stays_with_it() -> None:
    assert split_evenly([60, 60, 20, 70, 60], 200) == ((0, 3), (3, 5))
    assert split_evenly([60, 60, 20, 70, 60], 200, (False, False, True, False)) == ((0, 2), (2, 5))


def test_the_takeaway_closes_the_last_of_the_continued_slides() -> None:
    pages, _ = fit(slide("debrief", body=items(10), takeaway=Para(runs("先复述，再承诺。"), "takeaway")))
    assert len(pages) > 1
    assert [any(slot.name == "takeaway" for slot in page.slots) for page in pages] == [False] * (len(pages) - 1) + [
        True
    ]


def test_empty_slots_vanish_and_the_rest_rises_where_the_lead_would_be() -> None:
    (page,), _ = fit(slide("split", lead=Para(()), body=items(2, 5), canvas=table(2, 3)))
    assert [slot.name for slot in page.slots] == ["body", "canvas"]
    body, canvas = slot(page, "body").frame, slot(page, "canvas").frame
    assert body is not None and canvas is not None
    # Both rise by as much, keep their lower edges and leave the title half an inch of air.
    assert (body.y - canvas.y, body.y + body.h, canvas.y + canvas.h) == (4, 480, 480)
    title = GEOMETRY.layouts["split"].slots["title"].frame
    assert canvas.y == title.y + title.h + CLEAR_UNDER_TITLE


def test_a_title_is_set_smaller_then_refused() -> None:
    (page,), diagnostics = fit(slide(title="字" * 40, body=items(1)), geometry=larger("text", "title", 40.0))
    assert not diagnostics
    assert 28 <= page.title_size < 40
    _, (refused,) = fit(slide(title="字" * 70, body=items(1)))
    assert (refused.code, refused.span) == ("DG502", SPAN)
    assert "14 characters" in refused.hint  # two lines of 28 fit


def test_a_paragraph_that_cannot_be_split_is_refused_with_its_excess() -> None:
    _, (refused,) = fit(slide(lead=Para(runs("字" * 54), "lead"), body=items(1)))
    assert (refused.code, refused.span) == ("DG503", SPAN)
    assert "11 characters" in refused.hint  # 44.4 em hold 43, safely
    _, (refused,) = fit(slide(body=Para(runs("字" * 900))))
    assert refused.code == "DG503"


def test_a_source_line_that_is_too_long_is_refused() -> None:
    _, diagnostics = fit(slide("visual", canvas=table(1), source="来源：" + "字" * 40))
    assert [d.code for d in diagnostics] == ["DG510"]
    assert not fit(slide("visual", canvas=table(1), source="来源：示例数据"))[1]


def test_columns_follow_the_shares_and_rows_the_text() -> None:
    (page,), _ = fit(slide("visual", lead=Para(runs("导语"), "lead"), canvas=table(4, 12)))
    layout = laid_out(page).layout
    assert layout is not None
    assert layout.columns == (200, 600)
    assert len(layout.rows) == 5
    cell = THEME.slide_text["cell"]
    assert cell.floor <= layout.size <= cell.size
    assert sum(layout.rows) <= 340.01


def test_columns_follow_the_text_when_the_shares_would_make_text_small() -> None:
    (page,), _ = fit(slide("visual", lead=Para(runs("导语"), "lead"), canvas=table(5, 36)))
    layout = laid_out(page).layout
    assert layout is not None
    assert layout.columns == pytest.approx((400, 400))


def test_the_words_of_a_link_are_taken_to_stay_together() -> None:
    texts = ("导入：从骨干到一线经理；", "学习力：管理者必备的能力", "；", "向上协作与沟通")

    def height(*links: str) -> float:
        words = tuple(Run(text, href="#m" if text in links else "") for text in texts)
        table = Table((1.0,), (), (Row((Cell((Para(words, "cell"),)),)),), "T")
        layout = lay_out(table, 17.5 * 20 + 20, 20.0, FACES).layout
        assert layout is not None
        return layout.rows[0]

    assert height(texts[1], texts[3]) == pytest.approx(height() + 20 * LINE)


def test_a_small_table_grows_but_not_without_limit() -> None:
    (page,), _ = fit(slide("visual", canvas=table(2, 3)))
    layout = laid_out(page).layout
    assert layout is not None
    usual = 1.2 * THEME.slide_text["cell"].size + 8
    assert layout.size > THEME.slide_text["cell"].size
    assert usual * MOST_GROWTH < layout.rows[-1] == pytest.approx((1.2 * layout.size + 8) * MOST_GROWTH)
    assert usual < layout.rows[0] < layout.rows[-1]


def test_a_narrow_column_is_given_room_for_its_words() -> None:
    (page,), _ = fit(slide("visual", canvas=table(2, 3, widths=(1, 30))))
    layout = laid_out(page).layout
    assert layout is not None
    assert layout.columns[0] > 60
    assert sum(layout.columns) == pytest.approx(800)


def test_a_long_table_is_split_with_its_head_repeated() -> None:
    pages, diagnostics = fit(slide("visual", lead=Para(runs("导语"), "lead"), canvas=table(20)))
    assert not diagnostics
    parts = [laid_out(page) for page in pages]
    assert [len(part.rows) for part in parts] == [10, 10]
    assert {part.head for part in parts} == {table(1).head}
    assert sum((part.rows for part in parts), ()) == table(20).rows
    assert len({part.layout.columns for part in parts if part.layout}) == 1


def test_a_row_higher_than_its_slide_is_refused() -> None:
    _, (refused,) = fit(slide("visual", canvas=table(2, 900)))
    assert (refused.code, refused.span) == ("DG503", SPAN)


def test_a_diagram_is_drawn_and_its_overlong_labels_refused() -> None:
    def chevrons(text: str) -> Diagram:
        return Diagram(Chevrons(steps=(Step(title="记", text=text),) * 4), "四步", SPAN)

    (page,), diagnostics = fit(slide("visual", canvas=chevrons("当场记要点")))
    drawing = slot(page, "canvas").content[0]
    assert isinstance(drawing, Drawing)
    assert drawing.frame == slot(page, "canvas").frame
    assert not diagnostics
    _, diagnostics = fit(slide("visual", canvas=chevrons("字" * 300)))
    assert {(d.code, d.span) for d in diagnostics} == {("DG501", SPAN)}


def test_a_picture_keeps_its_aspect_in_the_middle() -> None:
    (page,), _ = fit(slide("visual", lead=Para(runs("导语"), "lead"), canvas=Picture("a.png", "图", 100, 100)))
    assert slot(page, "canvas").frame == Frame(270, 140, 340, 340)


def test_sizes_go_down_by_the_steps_of_the_scale_to_the_floor() -> None:
    assert steps(30, 17) == (30, 28, 22, 18, 17)
    assert steps(22, 20) == (22, 20)
    assert steps(24, 24) == (24,)


def test_slides_that_are_placed_stay_as_they_are() -> None:
    pages, _ = fit(slide(body=items(15)))
    assert fit(*pages)[0] == pages


def _beside(*sizes: int, geometry: DeckGeometry | None = None) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """The layouts that slides with drawings of so many characters a spoke come to stand on."""
    aside = Layout("aside", "Aside", {"title": _box(40, 60, 232, 150), "canvas": _box(324, 40, 592, 440)})
    both = DeckGeometry(960, 540, {**GEOMETRY.layouts, "aside": aside})

    def hub(size: int) -> Diagram:
        spokes = tuple(Titled(title="甲", text="字" * size) for _ in range(4))
        return Diagram(Hub(center=Named(title="上级"), spokes=spokes), "四个角色", SPAN)

    pages, mistakes = fit(*(slide("aside", canvas=hub(size)) for size in sizes), geometry=geometry or both)
    return [page.layout for page in pages], mistakes


def test_a_drawing_may_stand_beside_its_title_but_not_twice_in_a_row() -> None:
    assert _beside(6, 6, 6) == (["aside", "visual", "aside"], ())


def test_a_drawing_whose_texts_get_small_there_stands_below_its_title() -> None:
    assert _beside(30, 6, 80) == (["aside", "visual", "visual"], ())


def test_a_title_too_long_for_a_narrow_column_stands_above() -> None:
    aside = Layout("aside", "Aside", {"title": _box(40, 60, 60, 40), "canvas": _box(324, 40, 592, 440)})
    assert _beside(6, geometry=DeckGeometry(960, 540, {**GEOMETRY.layouts, "aside": aside})) == (["visual"], ())


def test_a_template_without_a_further_layout_has_the_usual_one() -> None:
    assert _beside(6, 6, geometry=GEOMETRY) == (["visual", "visual"], ())
