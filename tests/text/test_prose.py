from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.runs import plain
from deckgen.text.prose import Listing, Paragraph, parse_prose


def told(text: str) -> list[object]:
    """Paragraphs as texts, lists as (start or bullet, items with their levels)."""
    made: list[object] = []
    for part in parse_prose(text):
        if isinstance(part, Paragraph):
            made.append(plain(part.runs))
        else:
            mark = part.start if part.numbered else "-"
            made.append(
                (mark, [f"{'>' * level}{plain(item)}" for item, level in zip(part.items, part.levels, strict=True)])
            )
    return made


def test_lines_lists_and_numbers_stay_what_they_are() -> None:
    letter = "各位同事：\n大家好！\n- 第一件：退款\n- 第二件：回访\n1. 先复述\n2. 再确认\n此致\n敬礼\n"
    assert told(letter) == [
        "各位同事：\n大家好！",
        ("-", ["第一件：退款", "第二件：回访"]),
        (1, ["先复述", "再确认"]),
        "此致\n敬礼",
    ]


def test_blank_lines_part_paragraphs_and_not_the_items_of_a_list() -> None:
    assert told("一\n\n \n二\n三") == ["一", "二\n三"]
    assert told("- 一\n\n- 二\n\n完") == [("-", ["一", "二"]), "完"]
    assert told(" \n\n") == []


def test_numbers_count_as_written() -> None:
    assert told("3. 三\n4. 四\n7. 七\n9) 九") == [(3, ["三", "四"]), (7, ["七"]), "9) 九"]
    assert told("2026. 没有列表") == ["2026. 没有列表"]


def test_two_levels_and_lines_of_an_item() -> None:
    assert told("- 甲\n  续行\n  - 乙\n  - 丙\n- 丁") == [("-", ["甲\n续行", ">乙", ">丙", "丁"])]
    assert told("1. 甲\n   * 乙\n2. 丙") == [(1, ["甲"]), ("-", [">乙"]), (2, ["丙"])]


def test_marks_are_read_in_every_line_and_escapes_keep_lines_out_of_lists() -> None:
    parts = parse_prose("- **甲**\n\\- 乙\n1\\. 丙")
    assert isinstance(parts[0], Listing)
    assert parts[0].items[0][0].strong
    assert told("- **甲**\n\\- 乙\n1\\. 丙")[1:] == ["- 乙\n1. 丙"]


def test_typed_indentation_and_spaces_stay() -> None:
    assert told("甲　乙\n  丙  丁") == ["甲　乙\n  丙  丁"]


@given(st.text("ab中 -*1.\n", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(str(part) for part in told(text))
    assert [c for c in shown if c in "ab中"] == [c for c in text if c in "ab中"]
