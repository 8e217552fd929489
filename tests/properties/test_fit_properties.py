"""Whatever a slide says, after fit it lies inside its frames and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.runs import plain, runs
from deckgen.base.units import Frame
from deckgen.fit import fit_deck
from deckgen.measure import count_lines, load_faces
from deckgen.theme import read_theme, shipped_themes
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.theme.slide_text import CELL_INSETS, line_height, list_indent
from deckgen.tree import Cell, Deck, DeckSection, ListBlock, Para, Properties, Row, Slide, Slot, Table
from examples import some

FACES = load_faces("latin-sans", "cjk-sans")
THEME = read_theme(shipped_themes() / "default", Path.read_bytes)[0]
assert THEME is not None
LAYOUT = Layout(
    "split",
    "split",
    {
        "title": SlotBox(Frame(40, 20, 800, 70), size=32.0),
        "lead": SlotBox(Frame(40, 100, 800, 40)),
        "body": SlotBox(Frame(40, 150, 380, 330)),
        "canvas": SlotBox(Frame(440, 150, 400, 330)),
    },
)
GEOMETRY = DeckGeometry(960, 540, {"split": LAYOUT})
TEXTS = st.text(st.sampled_from("先听懂任务再承诺，。“”（）—…SMART goal 12% -/"), min_size=1, max_size=60)


def deck(title: str, items: list[str], rows: list[tuple[str, str]], paragraph: str) -> Deck:
    block = ListBlock(tuple(runs(item) for item in items), "number")
    body = (Para(runs(paragraph)), block) if paragraph else (block,)
    table = Table(
        (1, 2),
        (Row((Cell((Para(runs("情形")),)), Cell((Para(runs("做法")),)))),),
        tuple(Row(tuple(Cell((Para(runs(text)),)) for text in row)) for row in rows),
        "表",
    )
    slots = (Slot("body", body), Slot("canvas", (table,)))
    slide = Slide("s1", "concept", "split", runs(title), slots, minutes=3)
    return Deck(Properties("", "", "zh-CN", "1", ""), (DeckSection("M", "M", (slide,)),))


def fit(given_deck: Deck) -> tuple[Deck, list[str]]:
    assert THEME is not None
    fitted, diagnostics = fit_deck(given_deck, GEOMETRY, THEME, FACES, lambda title, i, n: f"{title}（{i}/{n}）")
    return fitted, [diagnostic.code for diagnostic in diagnostics]


@settings(max_examples=some(120), deadline=None)
@given(
    title=TEXTS,
    items=st.lists(TEXTS, min_size=1, max_size=20),
    rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=16),
    paragraph=st.one_of(st.just(""), TEXTS),
)
def test_nothing_overflows_and_nothing_is_lost(
    title: str, items: list[str], rows: list[tuple[str, str]], paragraph: str
) -> None:
    assert THEME is not None
    source = deck(title, items, rows, paragraph)
    fitted, codes = fit(source)
    assert not [code for code in codes if code not in ("DG502",)]
    assert fit(source) == (fitted, codes)
    assert fit(fitted)[0] == fitted

    told: list[str] = []
    shown: list[Row] = []
    for page in fitted.slides:
        for slot in page.slots:
            assert slot.frame is not None
            if slot.name == "body":
                assert slot.size >= THEME.slide_text["body"].floor
                texts, height = _body(slot)
                assert height <= slot.frame.h - 7.2 + 0.02
                told += [text for text in texts if text not in told] if _repeated(fitted, slot) else texts
            else:
                (table,) = slot.content
                assert isinstance(table, Table)
                assert table.layout is not None
                assert table.layout.size >= THEME.slide_text["cell"].floor
                assert sum(table.layout.rows) <= slot.frame.h + 0.02
                assert sum(table.layout.columns) <= slot.frame.w + 0.02
                _rows_hold_their_text(table)
                if not shown or shown[-len(table.rows) :] != list(table.rows):
                    shown += table.rows
    assert "".join(told) == paragraph * bool(paragraph) + "".join(items)
    assert tuple(shown) == _table(source).rows
    assert sum(page.minutes for page in fitted.slides) == 3
    assert len({page.id for page in fitted.slides}) == len(fitted.slides)


def _table(source: Deck) -> Table:
    (table,) = source.slides[0].slots[1].content
    assert isinstance(table, Table)
    return table


def _repeated(fitted: Deck, slot: Slot) -> bool:
    return sum(slot in page.slots for page in fitted.slides) > 1


def _body(slot: Slot) -> tuple[list[str], float]:
    assert THEME is not None
    assert slot.frame is not None
    width, texts, height = slot.frame.w - 14.4, [], 0.0
    role = THEME.slide_text["body"]
    for element in slot.content:
        listed = isinstance(element, ListBlock)
        for item in element.items if isinstance(element, ListBlock) else (element.runs,):  # type: ignore[union-attr]
            indent = list_indent(slot.size) if listed else 0.0
            lines = count_lines(item, slot.size, width - indent, FACES)
            height += lines * line_height(THEME, "body", slot.size) + role.space_after
            texts.append(plain(item))
    return texts, height


def _rows_hold_their_text(table: Table) -> None:
    assert table.layout is not None
    left, top, right, bottom = CELL_INSETS
    for row, height in zip((*table.head, *table.rows), table.layout.rows, strict=True):
        for cell, width in zip(row.cells, table.layout.columns, strict=True):
            (para,) = cell.content
            assert isinstance(para, Para)
            lines = count_lines(para.runs, table.layout.size, width - left - right, FACES, row in table.head)
            assert lines * 1.2 * table.layout.size + top + bottom <= height + 0.02
