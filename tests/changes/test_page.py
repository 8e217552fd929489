"""The change page says in the language of the course what a trainer has to look at again."""

from __future__ import annotations

from dataclasses import replace

from changes.test_compare import BEFORE, A, B, C, D, block, outline, slide, with_slides
from deckgen.changes.compare import compare
from deckgen.changes.outline import Part
from deckgen.changes.page import change_page
from deckgen.text.phrases import phrases

ONE, TWO = B.slides
SPOKEN = replace(TWO, texts={**TWO.texts, "say": "More words", "do": "Less"})
SHEET = Part("S1", "Cards", False, {"key": ["two"], "steps": [{"text": "Go"}]})
AFTER = replace(
    outline(A, with_slides(B, replace(ONE, split=slide("x", 6).split), SPOKEN), D, block("E")), sheets=(SHEET,), days=2
)


def test_english() -> None:
    assert change_page(compare(BEFORE, AFTER), "v1", phrases("en")).splitlines() == [
        "# Changes since v1", "", "32 → 33 minutes", "", "1 → 2 days", "", "## Blocks", "",
        "- B “Block B”: 8 → 9 minutes; words to say, content (slide 2 “B two”)",
        "- C “Block C”: no longer there; 8 minutes",
        "- E “Block E”: new; 8 minutes", "", "## Sheets", "", "- S1 “Cards”: key", "",
    ]  # fmt: skip


def test_chinese() -> None:
    assert change_page(compare(BEFORE, AFTER), "v1", phrases("zh-CN")).splitlines()[8:11] == [
        "- B “Block B”：8 → 9 分钟；第 2 页“B two”的讲词、内容",
        "- C “Block C”：已删除；8 分钟",
        "- E “Block E”：新增；8 分钟",
    ]


def test_chinese_of_taiwan_and_words_of_the_course() -> None:
    own = phrases("zh-TW").reworded({"changes.sheets": "學習單"})
    lines = change_page(compare(BEFORE, AFTER), "v1", own).splitlines()
    assert (lines[0], lines[8]) == (
        "# 自 v1 以來的改動", "- B “Block B”：8 → 9 分鐘；第 2 頁「B two」的講詞、內容"
    ) and "## 學習單" in lines  # fmt: skip


def test_two_counted_blocks_of_one_title_have_a_line_each() -> None:
    one, other = (replace(item, title="Round", counted=True, module=module) for item, module in ((B, "M1"), (C, "M2")))
    after = replace(one, slides=(replace(ONE, texts={**ONE.texts, "do": "Less"}), TWO))
    lines = change_page(compare(outline(one, other), outline(after, other)), "v1", phrases("en")).splitlines()
    assert lines[4:] == ["- “Round”: content (slide 1 “B one”)", ""]


def test_nothing_and_something_new() -> None:
    assert change_page(compare(BEFORE, BEFORE), "v1", phrases("en")) == "# Changes since v1\n\nNothing has changed.\n"
    assert change_page(None, "v1", phrases("zh-CN")) == "# 自 v1 以来的改动\n\n自 v1 以来新增的交付。\n"


def test_minutes_shared_out_otherwise_and_another_place() -> None:
    shared = with_slides(B, replace(ONE, split=TWO.split), replace(TWO, split=ONE.split))
    lines = change_page(compare(BEFORE, outline(shared, A, C, D)), "v1", phrases("en")).splitlines()
    assert lines[4:] == ["- B “Block B”: 8 minutes, shared out otherwise", "- A “Block A”: in another place", ""]
