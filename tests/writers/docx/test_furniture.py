"""Headers, footers and tabs of books: what stands inside and outside, on right and left pages."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from books import properties
from deckgen.base.runs import runs
from deckgen.base.units import Frame, Margins
from deckgen.theme import PageItem, Theme
from deckgen.tree import Book, BookSection, Heading, Para, ReadyPicture, ThumbTab
from deckgen.writers.docx import write_book
from default_theme import TEMPLATES, THEME

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU = 12700
LOOSE = Margins(48, 56.7, 54, 56.7, 28, 28)


def chapter(number: int, title: str, margins: Margins | None = None, tab: str = "向上协作") -> BookSection:
    children = (Heading(1, runs(title), f"m{number}"), Para(runs("正文")))
    found = ThumbTab(str(number), tab, number - 1, 7)
    head = f"课程 · 学员手册\t第 {number} 讲　{title}"
    return BookSection(f"m{number}", title, children, header=head, margins=margins, tab=found)


def write(*sections: BookSection, theme: Theme = THEME) -> dict[str, str]:
    book = Book("workbook", properties("书"), sections, "一天版 · 版本 1.0", "第 {page} 页 共 {pages} 页")
    with zipfile.ZipFile(
        io.BytesIO(write_book(book, theme, TEMPLATES.book, lambda _: ReadyPicture(b"", "png")))
    ) as made:
        return {name: made.read(name).decode() for name in made.namelist()}


def furniture(parts: dict[str, str], section: int) -> dict[tuple[str, str], str]:
    """The headers and footers of a section as XML, by their kind and the pages they are for."""
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"].encode())
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    chosen = re.findall(r"<w:sectPr>.*?</w:sectPr>", parts["word/document.xml"])[section]
    found = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"/>', chosen)
    return {(kind, place): parts[f"word/{targets[link]}"] for kind, place, link in found}


def words(part: str) -> str:
    """The text of a header or footer with its tabs, without what hangs on it."""
    root = etree.fromstring(part.encode())
    said = []
    for item in root.iter(f"{W}t", f"{W}tab"):
        if any(parent.tag == f"{W}txbxContent" for parent in item.iterancestors()):
            continue
        if item.tag == f"{W}t":
            said.append(item.text or "")
        elif item.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            said.append("|")
    return "".join(said)


def place_of_tab(part: str) -> tuple[float, float]:
    anchor = next(etree.fromstring(part.encode()).iter(f"{WP}anchor"))
    x, y = (int(offset.text or 0) / EMU for offset in anchor.iter(f"{WP}posOffset"))
    return x, y


def test_chapter_and_page_stand_outside_on_both_pages_of_a_spread() -> None:
    found = furniture(write(chapter(2, "向上协作与沟通")), 0)
    assert words(found["header", "default"]) == "课程 · 学员手册|第 2 讲　向上协作与沟通"
    assert words(found["header", "even"]) == "第 2 讲　向上协作与沟通|课程 · 学员手册"
    assert words(found["footer", "default"]) == "一天版 · 版本 1.0|第 1 页 共 1 页"
    assert words(found["footer", "even"]) == "第 1 页 共 1 页|一天版 · 版本 1.0"


def test_the_chapter_of_a_running_head_follows_its_heading() -> None:
    parts = write(chapter(1, "学习力"), chapter(2, "向上协作"))
    for section, title in enumerate(("学习力", "向上协作")):
        for place in ("default", "even"):
            head = furniture(parts, section)["header", place]
            assert head.count(" STYLEREF 1 ") == 1
            result = head[head.index('"separate"') : head.index('"end"')]
            assert title in result and "讲" not in result
    plain = furniture(write(replace(chapter(1, "学习力"), header="课程\t附录")), 0)["header", "default"]
    assert "STYLEREF" not in plain and words(plain) == "课程|附录"


def test_pages_face_each_other_where_the_theme_says_so_and_the_book_is_bound() -> None:
    settings = write(chapter(1, "学习力"))["word/settings.xml"]
    assert settings.index("mirrorMargins") < settings.index("defaultTabStop") < settings.index("evenAndOddHeaders")
    assert settings.count("mirrorMargins") == 1 and settings.index("evenAndOddHeaders") < settings.index("<w:compat>")
    upright = replace(THEME, page=replace(THEME.page, mirrored=False))
    for parts in (write(chapter(1, "学习力", LOOSE)), write(chapter(1, "学习力"), theme=upright)):
        assert "mirrorMargins" not in parts["word/settings.xml"]
        assert "evenAndOddHeaders" not in parts["word/settings.xml"]
        assert ("header", "even") not in furniture(parts, 0)


def test_the_tab_of_a_chapter_is_at_the_outside_edge_and_lower_from_chapter_to_chapter() -> None:
    parts = write(*(chapter(number, f"第 {number} 章") for number in (1, 2, 3)))
    tops = []
    for section in range(3):
        found = furniture(parts, section)
        right, top = place_of_tab(found["header", "default"])
        left, same = place_of_tab(found["header", "even"])
        assert top == same and left == pytest.approx(0.45 * 28.3465, abs=0.1)
        assert right == pytest.approx(THEME.page.width - (0.45 + 0.62) * 28.3465, abs=0.1)
        tops.append(top / 28.3465)
        assert "decorative" in found["header", "default"]
    assert tops == pytest.approx([3.0, 6.15, 9.3], abs=0.01)


def test_names_of_letters_lie_along_the_edge_and_too_long_ones_give_way_to_the_number() -> None:
    chinese = write(chapter(1, "章"))["word/header1.xml"]
    assert 'vert="horz"' in chinese and ">向</w:t>" in chinese
    english = write(chapter(1, "章", tab="Feedback"))["word/header1.xml"]
    assert 'vert="vert"' in english and ">1 Feedback</w:t>" in english
    long = write(chapter(1, "章", tab="Working with your manager"))["word/header1.xml"]
    assert "Working" not in long and ">1</w:t>" in long


def test_equal_headers_are_one_part() -> None:
    twice = (chapter(1, "学习力"), replace(chapter(1, "学习力"), id="more"))
    parts = write(*twice)
    assert sum(name.startswith("word/header") for name in parts) == 2
    assert sum(name.startswith("word/footer") for name in parts) == 2


def test_a_cover_and_bare_pages_show_no_words() -> None:
    cover = BookSection("cover", "封面", (Para(runs("书"), "cover_title"),), cover=True)
    bare = BookSection("card", "卡", (Para(runs("卡")),), bare=True)
    parts = write(cover, bare)
    first = furniture(parts, 0)
    assert words(first["header", "first"]) == words(first["footer", "first"]) == ""
    assert all(words(part) == "" for part in furniture(parts, 1).values())


def test_marks_stand_off_the_corners_of_what_is_cut_and_nothing_else_is_on_the_page() -> None:
    card = Frame(60.0, 50.0, 400.0, 300.0)
    section = BookSection("cards", "Cards", (Para(runs("x")),), margins=LOOSE, bare=True, cut=(card,))
    shown = furniture(write(section), 0)
    assert words(shown["header", "default"]) == words(shown["footer", "default"]) == ""
    marks = []
    for anchor in etree.fromstring(shown["header", "default"].encode()).iter(f"{WP}anchor"):
        x, y = (int(offset.text or 0) / EMU for offset in anchor.iter(f"{WP}posOffset"))
        (size,) = anchor.iter(f"{WP}extent")
        marks.append((x, y, int(size.get("cx", "")) / EMU, int(size.get("cy", "")) / EMU))
    assert len(marks) == 8
    for x, y, width, height in marks:
        assert sorted((width, height)) == pytest.approx([0.5, 17.0], abs=0.1)
        inside = card.x - 4 < x + width / 2 < card.x + card.w + 4 and card.y - 4 < y + height / 2 < card.y + card.h + 4
        assert not inside
        across = min(abs(y + 0.25 - card.y), abs(y + 0.25 - card.y - card.h))
        along = min(abs(x + 0.25 - card.x), abs(x + 0.25 - card.x - card.w))
        assert min(across, along) < 0.1  # in line with a side


def test_what_a_house_has_within_the_margins_moves_with_them_and_what_reaches_an_edge_stays() -> None:
    page = THEME.page
    within = PageItem(Frame(page.left, 800, page.width - page.left - page.right, 9), text="Eastbank Ltd")
    edge = PageItem(Frame(0, 0, 20, page.height), fill="accent")
    theme = replace(THEME, page_items=(within, edge))
    plain = replace(chapter(1, "章"), tab=None)
    found = furniture(write(plain, theme=theme), 0)
    (right_text, right_edge), (left_text, left_edge) = (
        [int(x.text or 0) / EMU for x in etree.fromstring(part.encode()).iter(f"{WP}posOffset")][::2]
        for part in (found["header", "default"], found["header", "even"])
    )
    assert right_text - left_text == pytest.approx(page.left - page.right, abs=0.1)
    assert right_edge == left_edge == 0
