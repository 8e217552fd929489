from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.runs import Run, plain
from deckgen.text.inline import parse_inline, plain_lines, plain_text


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
        ("**重点** *先*", "*重点*‖ ‖/先/"),
        ("**重点：**后面", "*重点：*‖后面"),
        ("用**“重点”**说明", "用‖*“重点”*‖说明"),
        ('用**"重点"**说明', '用‖*"重点"*‖说明'),
        ("第**3**步", "第‖*3*‖步"),
        ("说**Hello!**吧", "说‖*Hello!*‖吧"),
        ("（*先*），*后*。", "（‖/先/‖），‖/后/‖。"),
        ("***both***", "*/both/*"),
        ("_a_ __b__ snake_case_name", "/a/‖ ‖*b*‖ snake_case_name"),
        ("`x * y` 之后", "|x * y|‖ 之后"),
        ("`` a`b ``", "|a`b|"),
        ("见[第二步](#B2.2)。", "见‖(第二步 #B2.2)‖。"),
        ("[**甲**乙](https://x.test 'title')", "(*甲* https://x.test)‖(乙 https://x.test)"),
        ("[外[内](https://x.test)](https://y.test)", "[外‖(内 https://x.test)‖](https://y.test)"),
        ("`[x](https://x.test)`", "|[x](https://x.test)|"),
        ("http://x.test stays", "http://x.test stays"),
        ("**open", "**open"),
        ("", ""),
        ("   ", ""),
    ],
)  # fmt: skip
def test_marks(text: str, meant: str) -> None:
    assert marked(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "热线 7*24 小时，坐席 5*8 小时",
        "满分=3*4*5",
        "*号键转人工，按#号键结束，再按*号键返回",
        "按“*”键和“*”键",
        "按（*）键或（*）键",
        "(单价)*(数量)*(折扣)",
        "（单价）*（数量）*（折扣）",
        "2*(a+b) 与 3*(c+d)",
        "2**10 和 3**4",
        "客户张**，电话 138****0000；客户李**，电话 139****1111",
        "评级：*一般 **良好 ***优秀",
        "五星*****，四星****",
        "5 * 3 * 2",
        "100%*2*3",
        "姓名_部门_日期",
        "见 交接_模板_新版.xlsx",
        "__年__月__日，__年__",
        "_年_月_日",
        "我感到____，因为______。",
        "____ and ____",
        r"C:\profile 与 \\host\share",
        "主持 王强 记录 李丽",
        "姓 名：＿＿ 日 期：＿＿",
        "甲  空两格　全角",
        "<b>粗</b> &amp; # no heading",
        "[x](javascript:alert(1))",
        "![图](a.png)",
        "`open",
        "[a](b",
    ],
)
def test_what_marks_nothing_stays_as_typed(text: str) -> None:
    assert parse_inline(text) == (Run(text),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r"\*not\* \_so\_ \[x](y) \`z\`", "*not* _so_ [x](y) `z`"),
        (r"\<b> \&amp; \~~x~~ \> \# \- \| \!", "<b> &amp; ~~x~~ > # - | !"),
        (r"1\. 先", "1. 先"),
        (r"第1\. 先", r"第1\. 先"),
        (r"\{\{ x }}", "{{ x }}"),
    ],
)
def test_a_backslash_makes_a_mark_plain(text: str, meant: str) -> None:
    assert plain(parse_inline(text)) == meant


def test_lines_break_where_their_author_broke_them() -> None:
    assert parse_inline("上一行  \n**下一行**\n") == (Run("上一行"), Run("\n"), Run("下一行", strong=True))


def test_neighbours_in_one_dress_are_one_run() -> None:
    assert parse_inline(r"a\*b") == (Run("a*b"),)


def test_marks_of_one_part_do_not_reach_into_the_next() -> None:
    assert parse_inline("*号键；", "再按*") == (Run("*号键；再按*"),)
    assert parse_inline(" 1. ", "**甲**", " ") == (Run("1. "), Run("甲", strong=True))
    assert parse_inline("a ", "", " b") == (Run("a  b"),)
    assert parse_inline() == parse_inline("", " ") == ()


texts = st.text("ab 中，“”*_`[]()!\\\n<>&#1", max_size=40)


@given(texts)
def test_never_raises_and_keeps_letters_in_order(text: str) -> None:
    made = parse_inline(text)
    assert all(run.text for run in made)
    for one, other in pairwise(made):
        dress = [(r.strong, r.emphasis, r.code, r.href) for r in (one, other)]
        assert dress[0] != dress[1] or "\n" in (one.text, other.text)
    if "(" not in text:  # the address of a link is no text
        assert [c for c in plain(made) if c in "ab中，"] == [c for c in text if c in "ab中，"]


@pytest.mark.parametrize(
    "piece", ["[", "[](", "`", "*a ", "**", "_a", "[a](b) ", "![", "\\*", "(", "``` ` ", "<a ", "[^", "|"]
)
def test_a_text_costs_no_more_than_its_length(piece: str) -> None:
    """The longest text of nothing but marks is read in a moment."""
    text = (piece * 20_000)[:20_000]
    start = time.process_time()
    parse_inline(text)
    assert time.process_time() - start < 2.0


def test_plain_text_for_one_line_and_for_several() -> None:
    assert plain_text("**交接**\n只答 `三个` 问题") == "交接只答 三个 问题"
    assert plain_lines("**交接**\n只答") == "交接\n只答"
    assert plain_lines(" two\r\nlines ") == " two\r\nlines "


def test_braces_that_are_no_variable_stand_in_code_without_their_backslash() -> None:
    assert parse_inline("写 `\\{{ name }}` 即可")[1] == Run("{{ name }}", code=True)
