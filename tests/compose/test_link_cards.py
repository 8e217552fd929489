"""Links of books for people with paper: their words, a short address and a code below what holds them."""

from __future__ import annotations

import segno
from test_long_texts import find

from deckgen.base.runs import plain
from deckgen.compose.links import SIDE, draw_code, outlines
from deckgen.paginate import scale_drawing
from deckgen.tree import Book, Drawing, Group, Para, Path, Table
from deckgen.tree.content import runs_in
from typed_course import compose

ADDRESS = "https://example.com/files/card.xlsx"


def codes(tree: object) -> list[Drawing]:
    return [item for item in find(tree, Drawing) if isinstance(item, Drawing) and item.type == "qr"]


def cards(book: Book, group: str) -> list[str]:
    """What stands in the last table of a group."""
    (holder,) = (item for item in find(book.sections, Group) if isinstance(item, Group) and item.id == group)
    last = holder.children[-1]
    return [plain(text) for text in runs_in((last,))] if isinstance(last, Table) else []


def test_a_link_stands_below_its_reading_and_its_sheet_in_any_text() -> None:
    link = f"'[卡片]({ADDRESS})'"
    deck, workbook, guide = compose({"explain": link, "prompt": link, "say": link})
    told = ["卡片", "文件：example.com/files/card.xlsx"]
    assert cards(workbook, "B1.1") == told
    assert cards(workbook, "S1") == told
    assert len(codes(guide.sections)) == 1
    assert not codes(deck.sections)
    shown = [run.href for text in runs_in(workbook.sections[-1].children) for run in text if run.href]
    assert ADDRESS in shown


def test_each_address_stands_once_and_parts_of_the_course_never() -> None:
    text = f"'[一]({ADDRESS})、[二]({ADDRESS})、[三](https://example.com/)、[讲](#M1)'"
    _, workbook, _ = compose({"explain": text})
    assert [drawing.alt for drawing in codes(workbook.sections)] == ["二维码：一二", "二维码：三"]


def test_links_of_sources_have_their_code_too() -> None:
    _, workbook, _ = compose({"explain": f"|\n              甲[^1]\n              [^1]: [手册]({ADDRESS})"})
    assert len(codes(workbook.sections)) == 1


def test_books_without_links_have_no_cards() -> None:
    _, workbook, guide = compose({})
    assert not codes((workbook.sections, guide.sections))
    assert "扫码打开" not in [plain(p.runs) for p in find(workbook.sections, Para) if isinstance(p, Para)]


def inside(outlined: list[tuple[tuple[int, int], ...]], x: float, y: float) -> bool:
    """Whether a point lies in an odd number of outlines."""
    crossings = 0
    for points in outlined:
        for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
            crossings += x1 == x2 > x and min(y1, y2) < y < max(y1, y2)
    return crossings % 2 == 1


def test_outlines_enclose_the_dark_modules_and_nothing_else() -> None:
    for rows in (
        [[bool(module) for module in row] for row in segno.make(ADDRESS, micro=False).matrix],
        [[True, False, True], [False, True, False], [True, True, True]],
        [[True, True, True], [True, False, True], [True, True, True]],
    ):
        outlined = list(outlines(rows))
        assert all(
            inside(outlined, x + 0.5, y + 0.5) == dark for y, row in enumerate(rows) for x, dark in enumerate(row)
        )
        for points in outlined:  # corners only
            assert all(
                len({a[i], b[i], c[i]}) < 3
                for a, b, c in zip(points, points[1:], points[2:], strict=False)
                for i in (0, 1)
            )


def test_a_code_has_white_around_it_and_modules_that_a_camera_can_tell_apart() -> None:
    code = draw_code(ADDRESS, "码")
    (path,) = code.shapes
    assert isinstance(path, Path)
    assert code.frame.w == SIDE
    module = SIDE / (len(tuple(segno.make(ADDRESS, micro=False).matrix)) + 8)
    assert min(x for x, _ in path.points) >= 4 * module - 0.01
    assert draw_code("https://example.com/" + "x" * 800, "码").frame.w > SIDE


def test_a_code_becomes_smaller_as_a_whole() -> None:
    code = draw_code(ADDRESS, "码")
    (path,), (small,) = code.shapes, scale_drawing(code, 0.5).shapes
    assert isinstance(path, Path) and isinstance(small, Path)
    assert len(small.more) == len(path.more) > 0
    (x, y), (half_x, half_y) = path.more[-1][0], small.more[-1][0]
    assert abs(half_x - x / 2) < 0.01 and abs(half_y - y / 2) < 0.01
