from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.runs import Run, plain
from deckgen.text.inline import parse_inline, parse_paragraphs


def marked(text: str) -> str:
    """The runs in a notation of their own: *strong*, /emphasis/, |code|, (link)."""
    made = []
    for run in parse_inline(text):
        shown = run.text
        shown = f"|{shown}|" if run.code else shown
        shown = f"/{shown}/" if run.emphasis else shown
        shown = f"*{shown}*" if run.strong else shown
        made.append(f"({shown} {run.href})" if run.href else shown)
    return "‖".join(made)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("plain text", "plain text"),
        ("**重点** 在*先*", "*重点*‖在‖/先/"),
        ("**重点：**后面", "*重点：*‖后面"),
        ("用**“重点”**说明", "用‖*“重点”*‖说明"),
        ('用**"重点"**说明', '用‖*"重点"*‖说明'),
        ("说**Hello!**吧", "说‖*Hello!*‖吧"),
        ("***both***", "*/both/*"),
        ("_a_ __b__ snake_case_name", "/a/‖ ‖*b*‖ snake_case_name"),
        ("我感到____，因为______。", "我感到____，因为______。"),
        ("____ and ____", "____ and ____"),
        ("`x * y` 之后", "|x * y|‖ 之后"),
        ("见[第二步](#B2.2)。", "见‖(第二步 #B2.2)‖。"),
        ("[**甲**乙](https://x.test 'title')", "(*甲* https://x.test)‖(乙 https://x.test)"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("![图](a.png)", "![图](a.png)"),
        ("<b>粗</b> &amp; # no heading", "<b>粗</b> &amp; # no heading"),
        ("http://x.test stays", "http://x.test stays"),
        (r"\*not\* 2 * 3 * 4", "*not* 2 * 3 * 4"),
        ("**open", "**open"),
        ("a\\\nb  \nc", "a‖\n‖b‖\n‖c"),
        ("", ""),
        ("   ", ""),
    ],
)  # fmt: skip
def test_inline(text: str, meant: str) -> None:
    assert marked(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("中文\n换行", "中文换行"),
        ("逗号，\n后面", "逗号，后面"),
        ("后面\n“引号”\n再来", "后面“引号”再来"),
        ("破折号——\n后面…\n完", "破折号——后面…完"),
        ("中文 换行", "中文换行"),
        ("**中文**\n换行", "中文换行"),
        ("**中文** 换行", "中文换行"),
        ("中文  空两格", "中文  空两格"),
        ("中文\nEnglish\n中文", "中文 English 中文"),
        ("English\ntext", "English text"),
        ("“one”\n“two” — three", "“one” “two” — three"),
        ("用 SMART 原则", "用 SMART 原则"),
        ("甲 \n 乙", "甲乙"),
    ],
)
def test_wrapped_lines(text: str, meant: str) -> None:
    assert plain(parse_inline(text)) == meant


def test_neighbours_in_one_dress_are_one_run() -> None:
    assert parse_inline(r"a\*b" + "\n" + "c") == (Run("a*b c"),)


def test_paragraphs() -> None:
    assert [plain(p) for p in parse_paragraphs("一\n二\n\n  \n三 **四**\n")] == ["一二", "三四"]
    assert parse_paragraphs(" \n\n ") == ()
    assert parse_paragraphs("one") == ((Run("one"),),)


texts = st.text("ab 中，“”*_`[]()!\\\n\v<>&#1", max_size=40)


@given(texts)
def test_never_raises_and_keeps_letters_in_order(text: str) -> None:
    made = parse_inline(text)
    assert all(run.text for run in made)
    for one, other in pairwise(made):
        dress = [(r.strong, r.emphasis, r.code, r.href) for r in (one, other)]
        assert dress[0] != dress[1] or "\n" in (one.text, other.text)
    if "(" not in text:  # the address of a link is no text
        assert [c for c in plain(made) if c in "ab中，"] == [c for c in text if c in "ab中，"]


@given(st.text("ab 中，文。\n“”", max_size=30))
def test_text_without_markdown_takes_the_same_way(text: str) -> None:
    """The short way for plain text must agree with the long way."""
    long = parse_inline(text.strip() + "\\\nx")[:-2]
    assert plain(parse_inline(text)) == plain(long)
