from __future__ import annotations

import time

import pytest

import examples
from deckgen.base.folds import FOLD
from deckgen.text.inline import parse_inline
from deckgen.text.marks import find_mistakes


def found(text: str, *, long: bool = False) -> list[tuple[str, int]]:
    return [(item.code, item.offset) for item in find_mistakes(text.replace("|fold|", FOLD), long=long)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一行<br>第二行", [("DG121", 3)]),
        ("<u>下划线</u>与 &nbsp; &amp;", [("DG121", 0), ("DG121", 6), ("DG121", 12), ("DG121", 19)]),
        ('<font color="red">红</font>', [("DG121", 0), ("DG121", 19)]),
        ("<!-- 注 -->", [("DG121", 0)]),
        ("~~旧口径~~ ==新口径==", [("DG121", 0), ("DG121", 8)]),
        ("见 <https://example.com/>", [("DG121", 2)]),
        ("见 <one@example.com>", [("DG121", 2)]),
        ("![门店](photo.jpg)", [("DG121", 0)]),
        ("> 引用", [("DG121", 0)]),
        (">> 引用", [("DG121", 0)]),
        ("| a | b |", [("DG121", 0)]),
        ("|---|---|", [("DG121", 0)]),
        ("# 标题", [("DG121", 0)]),
        ("---", [("DG121", 0)]),
        ("- - -", [("DG121", 0)]),
        ("* * *", [("DG121", 0)]),
        ("```", [("DG121", 0)]),
        ("注[^1]", [("DG121", 1)]),
        ("[1]: https://x.test", [("DG121", 0)]),
        ("甲\t乙", [("DG121", 1)]),
        ("• item", [("DG122", 0)]),
        ("－ item", [("DG122", 0)]),
        ("– item", [("DG122", 0)]),
        ("● 高", [("DG122", 0)]),
        ("- item", [("DG122", 0)]),
        ("* item", [("DG122", 0)]),
        ("[讲义](handout.pdf)", [("DG123", 0)]),
        ("[](https://x.test)", [("DG123", 0)]),
        ("[甲](https://x.test", [("DG123", 0)]),
        ("• 甲|fold|• 乙", [("DG122", 0), ("DG124", 4)]),
        ("甲|fold|▪ 乙", [("DG124", 2)]),
        ("三件事：|fold|- 甲", [("DG124", 5)]),
        ("1. 甲|fold|2. 乙", [("DG124", 5)]),
        ("甲|fold|transition：乙", [("DG124", 2)]),
        ("①甲|fold|②乙", [("DG124", 3)]),
        ("（1）甲|fold|（2）乙|fold|（3）丙", [("DG124", 5), ("DG124", 10)]),
        ("一、甲|fold|二、乙", [("DG124", 4)]),
        ("第一步 听|fold|第二步 问", [("DG124", 6)]),
        ("a) one|fold|b) two", [("DG124", 7)]),
        ("· 甲", [("DG122", 0)]),
        ("<!DOCTYPE html>", [("DG121", 0)]),
        ('<?xml version="1.0"?>', [("DG121", 0)]),
        ("甲<o:p></o:p>", [("DG121", 1), ("DG121", 6)]),
        ('<section class="x">甲</section>', [("DG121", 0), ("DG121", 20)]),
        ("［讲义］（https://x.test）", [("DG123", 0)]),
        ("见[讲义]（https：//x.test/a），再看", [("DG123", 1)]),
    ],
)
def test_marks_that_are_mistakes(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected
    for item in find_mistakes(text.replace("|fold|", FOLD)):
        assert item.message
        assert item.hint


@pytest.mark.parametrize(
    "text",
    [
        "完成率 > 50%，等待 < 3 分钟",
        "> 50%",
        ">90 秒",
        "a<b，<姓名>，<name>",
        "R&D；AT&T",
        "好的~~",
        "1~2 天，约~3 次",
        "a == b",
        "A | B",
        "|x| 的绝对值",
        "#号键，第 3#",
        "#话题#",
        "–5℃ 到 5℃",
        "①先听；|fold|②再问",
        "（1）先听，|fold|（2）再问。",
        "第一步听清楚，|fold|第二步问清楚",
        "卡尔·马克思",
        "A 组|fold|B 组",
        "［甲］（乙）",
        "<section> 与 <姓名>",
        "– 5℃",
        "- 5",
        "○○公司",
        "□ 已完成",
        "●高 ○低",
        "—— 引自《手册》",
        "— aside —",
        "！[注]",
        "[注]（见后）",
        "[x](https://x.test) 与 [y](#B1)",
        r"\<br> \&amp; \~~x~~ \> 引用 \# 号 \- 条 \| a |",
        "`<br>` `a|b`",
        "wrapped|fold|– aside – goes on",
        "第 3.|fold|4. 版",
        "第一句。|fold|第二句",
    ],
)
def test_marks_that_are_none(text: str) -> None:
    assert found(text) == []


def test_long_texts_may_hold_lists_of_three_levels() -> None:
    assert found("各位：\n- 甲\n  - 乙\n1. 丙", long=True) == []
    assert found("- 甲\n  - 乙\n    - 丙\n      - 丁", long=True) == [("DG121", 26)]
    assert found("甲\n• 乙", long=True) == [("DG122", 2)]
    assert found("- [ ] 甲", long=True) == [("DG121", 0)]


@pytest.mark.parametrize(
    ("wrong", "right", "printed"),
    [
        ("a<br>b", r"a\<br>b", "a<br>b"),
        ("&copy;", "©", "©"),
        ("~~x~~", r"\~~x~~", "~~x~~"),
        ("> x", r"\> x", "> x"),
        ("# x", r"\# x", "# x"),
        ("- x", r"\- x", "- x"),
    ],
)
def test_the_hint_leads_to_the_right_result(wrong: str, right: str, printed: str) -> None:
    hints = " ".join(item.hint for item in find_mistakes(wrong))
    assert any(part in hints for part in (right[:3], right[1:3], "\\" + right.split("\\")[-1][:1], right))
    assert list(find_mistakes(right)) == []
    assert "".join(run.text for run in parse_inline(right)) == printed


PIECES = [
    "[", "[](", "`", "*a ", "<", "<a ", "<a@b", "[^", "~~a", "==a", "&a", "|", "> ", "- ", "•", f"{FOLD}- ", "\n- ",
    "[a](b) ", "![",
]  # fmt: skip


@pytest.mark.parametrize(("number", "piece"), [*enumerate(PIECES)])
def test_the_search_costs_no_more_than_the_length(number: int, piece: str) -> None:
    texts = ((piece * 30_000)[:30_000], (piece * 30_000)[:30_000] + "\n")  # of one line, of several
    for text in texts if examples.run == "full" else (texts[number % 2],):
        start = time.process_time()
        list(find_mistakes(text, long=True))
        assert time.process_time() - start < 1.0
