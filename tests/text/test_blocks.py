"""Blocks of long texts: what is read, what is a mistake, and what stays a sign."""

from __future__ import annotations

import pytest

from deckgen.base.runs import plain
from deckgen.text.blocks import blank_marks
from deckgen.text.content import Block, Code, Grid, Notice, Quotation, parse_text
from deckgen.text.marks import find_mistakes
from deckgen.text.prose import Listing, Paragraph


def told(block: Block) -> object:
    """A block in a few words."""
    match block:
        case Paragraph():
            return plain(block.runs)
        case Listing():
            return [f"{'>' * level}{plain(item)}" for item, level in zip(block.items, block.levels, strict=True)]
        case Code():
            return block.language, block.lines
        case Quotation():
            return "quote", [told(part) for part in block.parts], plain(block.by)
        case Notice():
            return block.word, plain(block.title), [told(part) for part in block.parts]
        case Grid():
            return [[plain(cell) for cell in row] for row in (block.head, *block.rows)]


def blocks(text: str) -> list[object]:
    return [told(block) for block in parse_text(text)]


def mistakes(text: str) -> list[tuple[str, int]]:
    return [(item.code, item.offset) for item in find_mistakes(text, long=True)]


def test_lists_have_three_levels() -> None:
    text = "- 甲\n  - 乙\n    - 丙\n- 丁"
    assert blocks(text) == [["甲", ">乙", ">>丙", "丁"]]
    assert mistakes(text) == []
    assert mistakes(f"{text}\n  - 戊\n    - 己\n      - 庚") == [("DG121", 44)]


def test_code_stands_as_it_was_written() -> None:
    text = '前\n```python\ndef f(x):\n\n    return {"<b>": `x`}  # *a* | [^1]\n```\n后'
    assert blocks(text) == ["前", ("python", ("def f(x):", "", '    return {"<b>": `x`}  # *a* | [^1]')), "后"]
    assert mistakes(text) == []


def test_code_ends_with_as_many_marks_and_may_be_set_in() -> None:
    assert blocks("~~~~\n```\nx\n~~~\n~~~~") == [("", ("```", "x", "~~~"))]
    assert blocks("- 甲\n  ```\n  a\n    b\n  ```\n- 乙") == [["甲"], ("", ("a", "  b")), ["乙"]]
    assert blocks("```\n\tx\n```") == [("", ("    x",))]


def test_a_quotation_ends_with_its_source() -> None:
    assert blocks("> 复述了，\n> 才算交了。\n> —— 王强，二组") == [("quote", ["复述了，\n才算交了。"], "王强，二组")]
    assert blocks("> - a\n>   - b\n>\n> c") == [("quote", [["a", ">b"], "c"], "")]
    assert blocks("> 甲\n> [!tip]\n> 乙") == [("quote", ["甲"], ""), ("tip", "", ["乙"])]
    assert blocks("> 只有一行") == [("quote", ["只有一行"], "")]
    assert blocks("> — a dash alone begins no source") == [("quote", ["— a dash alone begins no source"], "")]


def test_a_sign_before_a_number_quotes_nothing() -> None:
    assert blocks("> 5 分钟\n>3 人") == ["> 5 分钟\n>3 人"]
    assert mistakes("> 5 分钟") == []


@pytest.mark.parametrize("word", ["note", "tip", "WARNING", "example", "accessibility"])
def test_notices(word: str) -> None:
    assert blocks(f"> [!{word}] 题\n> 正文\n> ```\n> x\n> ```") == [(word.lower(), "题", ["正文", ("", ("x",))])]
    assert blocks(f"> [!{word}] 只有一行") == [(word.lower(), "", ["只有一行"])]


def test_a_notice_may_have_an_icon_behind_its_word() -> None:
    for written in (
        "> [!tip icon: phone] 题\n> 正文",
        "> [!tip  icon：phone ] 题\n> 正文",
        "> [!TIP icon=phone] 题\n> 正文",
    ):
        (notice,) = parse_text(written)
        assert isinstance(notice, Notice)
        assert (notice.word, notice.icon, plain(notice.title)) == ("tip", "phone", "题")
        assert mistakes(written) == []
    (bare,) = parse_text("> [!tip] 题\n> 正文")
    assert isinstance(bare, Notice) and bare.icon == ""
    for written in ("> [!tip phone] 题\n> 正文", "> [!tip icon: 电话] 题\n> 正文"):
        (notice,) = parse_text(written)
        assert isinstance(notice, Notice) and (notice.word, notice.icon) == ("tip", "") and mistakes(written)


def test_tables_have_a_head_and_empty_cells() -> None:
    text = "| 事项 | 谁 |\n| :-- | --: |\n| 退款 |  |\n| a\\|b | **c** |"
    assert blocks(text) == [[["事项", "谁"], ["退款", ""], ["a|b", "c"]]]
    assert mistakes(text) == []


def test_what_word_copies() -> None:
    assert blocks("名称\t数量\t备注\n苹果\t3\t\n梨\t\t缺") == [
        [["名称", "数量", "备注"], ["苹果", "3", ""], ["梨", "", "缺"]]
    ]
    pasted = "•\t甲\no\t乙\n▪\t丙\n•\t丁\n1.\t戊\n2.\t己"
    assert blocks(pasted) == [["甲", ">乙", ">>丙", "丁"], ["戊", "己"]]
    assert mistakes(f"{pasted}\n\n名称\t数量\n苹果\t3") == []


def test_sources_stand_on_their_numbers() -> None:
    (para,) = parse_text("甲[^b]，乙[^a]，丙[^b]。`[^a]`\n\n[^a]: **年报**\n[^b]: 手册")
    assert isinstance(para, Paragraph)
    assert [(run.text, plain(run.note)) for run in para.runs if run.note] == [
        ("1", "手册"),
        ("2", "年报"),
        ("1", "手册"),
    ]
    assert plain(para.runs) == "甲，乙，丙。[^a]"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("前\n```py\nx", 2),
        ("> [!hint] x", 2),
        ("> a\n> > b", 6),
        ("> a\n> | x | y |", 6),
        (">", 0),
        ("| a | b |\n| c | d |", 0),
        ("| a | b |\n| - | - |", 0),
        ("| a |\n| - |\n| b |", 0),
        ("| a | b |\n| - | - |\n| c |", 20),
        ("a\tb\nc\td\te", 4),
        ("甲[^1]", 1),
        ("甲\n[^1]: 乙", 2),
        ("甲[^1]\n[^1]: 乙\n[^1]: 丙", 14),
    ],
)
def test_blocks_that_are_not_whole(text: str, at: int) -> None:
    assert mistakes(f"{text}\n") == [("DG128", at)]


@pytest.mark.parametrize(
    ("text", "code"), [("# a", "DG121"), ("---", "DG121"), ("![a](b)", "DG121"), ("a\tb", "DG121")]
)
def test_what_is_no_block_stays_a_mistake(text: str, code: str) -> None:
    assert [found for found, _ in mistakes(f"甲\n{text}\n乙")] == [code]


def test_mistakes_in_blocks_are_found_where_they_stand() -> None:
    assert mistakes("> a <br> b\n> c") == [("DG121", 4)]
    assert mistakes("| a | b |\n| - | - |\n| ~~c~~ | d |") == [("DG121", 22)]
    assert mistakes("> [!tip] t\n> ==c==") == [("DG121", 13)]


def test_blanking_keeps_length_and_words() -> None:
    text = "> [!tip] 题\n> 正文\n```\nx\n```\n| a | b |\n| - | - |\n| c |  |\n•\t甲"
    assert blank_marks(text) == "         题\n  正文\n   \n \n   \n  a   b  \n         \n  c     \n- 甲"


def test_short_texts_hold_no_blocks() -> None:
    for text in ("> a", "```\nx\n```", "| a |", "甲[^1]"):
        assert {item.code for item in find_mistakes(text)} == {"DG121"}


@pytest.mark.parametrize(
    ("rule", "aligns"),
    [
        ("| --- | :-: | --: |", ("left", "center", "right")),
        ("|:---|---:|:---:|", ("left", "right", "center")),
        ("--- | --- | ---:", ("left", "left", "right")),
    ],
)
def test_columns_stand_as_the_colons_of_their_dashes_say(rule: str, aligns: tuple[str, ...]) -> None:
    (table,) = parse_text(f"| a | b | c |\n{rule if rule[0] == '|' else f'| {rule} |'}\n| 1 | 2 | 3 |")
    assert isinstance(table, Grid)
    assert table.aligns == aligns
