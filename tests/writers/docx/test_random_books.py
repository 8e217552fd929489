"""Predicted pages against LibreOffice's, on books put together by chance (from fixed seeds)."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from books import chart, default_faces, drawing, properties
from deckgen.base.runs import Run, plain, runs
from deckgen.paginate import lay_out_book
from deckgen.paginate.prepare import headings_of
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.writers.docx import write_book
from default_theme import TEMPLATES, THEME
from shown import nothing
from tools import pdftotext, to_pdf

WORDS = (
    *("先复述", "目的", "FCR首解率", "99%", "工时利用率（Occupancy）", "，", "。", "请", "上级", "：", "BIA/BID"),
    *("是否", "“第一句”", "标准", "SMART", "三分钟内", "、", "客户升级", "TeamLeader", "09:30", "质检", "；"),
)
MARKS = "，。：、；"
ROLES = ("say", "do", "ask", "note", "transition", "answer", "lead", "label", "plain", "small", "caption")


class _Chance:
    """Elements drawn by lot."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)

    def words(self, low: int, high: int) -> tuple[Run, ...]:
        text, length = "客", self.lot.randint(low, high)
        while len(text) < length:
            word = self.lot.choice(WORDS)
            if word not in MARKS or text[-1] not in MARKS:
                text += word
        return runs(text)

    def element(self, key: str, depth: int = 0) -> Element:
        lot = self.lot
        makers = (
            lambda: Para(self.words(20, 260)),
            lambda: Para(self.words(20, 260)),
            lambda: Para(self.words(20, 150), lot.choice(ROLES)),
            self.list_block,
            lambda: Heading(lot.choice((2, 3)), (*runs(f"标题 {key} "), *self.words(3, 14)), f"h{key}"),
            self.callout,
            lambda: WritingSpace(lot.randint(1, 12), self.words(5, 40)),
            lambda: Field(self.words(2, 6), "text", f"f{key}", "点击填写"),
            drawing,
            chart,
            self.table,
            self.table,
            lambda: self.group(key, depth),
            lambda: self.group(key, depth),
        )
        return lot.choice(makers)()

    def list_block(self) -> ListBlock:
        items = tuple(self.words(5, 80) for _ in range(self.lot.randint(2, 6)))
        return ListBlock(items, self.lot.choice(("bullet", "number", "check")))

    def callout(self) -> Callout:
        role = self.lot.choice(("tip", "info", "warning", "variant", "answer", "card", "apply"))
        body: tuple[Element, ...] = (Para(self.words(20, 150)),)
        if role == "apply":
            body = (WritingSpace(self.lot.randint(1, 4), self.words(5, 40)),)
        return Callout(role, self.words(3, 12), body)

    def table(self) -> Table:
        columns = self.lot.randint(2, 4)

        def cell() -> Cell:
            if self.lot.random() < 0.3:
                return Cell((), "answer")
            return Cell((Para(self.words(3, 60), "cell"),), self.lot.choice(("cell", "row_head", "good")))

        rows = tuple(Row(tuple(cell() for _ in range(columns))) for _ in range(self.lot.randint(1, 14)))
        head = (Row(tuple(Cell((Para(self.words(2, 6), "cell_head"),), "head") for _ in range(columns))),)
        widths = tuple(self.lot.choice((3.0, 4.0, 6.0)) for _ in range(columns))
        role = self.lot.choice(("grid", "form", "plain", "run_sheet"))
        return Table(widths, head, rows, "表", role, keep=self.lot.random() < 0.3)

    def group(self, key: str, depth: int) -> Element:
        if depth > 1:
            return Para(self.words(20, 260))
        children = tuple(self.element(f"{key}_{n}", depth + 1) for n in range(self.lot.randint(1, 5)))
        keep, turn = self.lot.random() < 0.6, self.lot.random() < 0.1
        return Group(children, f"g{key}", "reading", keep=keep, new_page=turn)

    def book(self) -> Book:
        sections = [BookSection("front", "前", (Toc(runs("目录"), 3),), header="前")]
        for number in range(3):
            start = Heading(1, runs(f"模块 {number} 章"), f"m{number}", new_page=self.lot.random() < 0.5)
            children = (start, *(self.element(f"{number}_{n}") for n in range(40)))
            turned = self.lot.choice(("portrait", "portrait", "landscape"))
            sections.append(BookSection(f"s{number}", "节", children, turned, header=f"模块 {number}"))
        return Book("workbook", properties("书"), tuple(sections), "书")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_every_heading_is_where_it_was_predicted(seed: int, tmp_path: Path) -> None:
    reader = pdftotext()
    layout, _ = lay_out_book(_Chance(seed).book(), THEME, default_faces(THEME))
    path = tmp_path / "book.docx"
    path.write_bytes(write_book(layout.book, THEME, TEMPLATES.book, nothing))
    text = subprocess.run(
        [reader, "-layout", str(to_pdf(path, tmp_path)), "-"], capture_output=True, text=True, check=True
    )
    pages = [re.sub(r"[^\S\n]", "", page) for page in text.stdout.split("\f")[:-1]]
    assert len(pages) == layout.pages > 30
    for heading in headings_of(child for section in layout.book.sections for child in section.children):
        start = re.sub(r"\s", "", plain(heading.runs))[:12]
        page = layout.anchors[heading.anchor]
        assert any(line.startswith(start) for line in pages[page - 1].splitlines()), f"{start} is not on page {page}"
