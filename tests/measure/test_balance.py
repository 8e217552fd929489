"""Short texts into lines of even length that end where a reader would pause."""

from __future__ import annotations

import pytest

from deckgen.measure import balance_lines, break_lines, count_lines, load_faces

FACES = load_faces("latin-sans", "cjk-sans")


@pytest.mark.parametrize(
    ("text", "size", "width", "lines"),
    [
        ("给四个片段找雷，圈出原话，改写两句", 33, 560, ["给四个片段找雷，", "圈出原话，改写两句"]),
        ("收口：把课带回班组", 32, 264, ["收口：", "把课带回班组"]),
        ("写难题、期望、约定各一张，桌内说完贴上墙", 33, 520, ["写难题、期望、约定各一张，", "桌内说完贴上墙"]),
        (
            "讲师念一句\n球到手的人换成一问，再传给下一位",
            33,
            520,
            ["讲师念一句", "球到手的人换成一问，", "再传给下一位"],
        ),
        ("变了对他有何好处", 19, 130, ["变了对他", "有何好处"]),
    ],
)
def test_lines_end_at_pauses_and_are_even(text: str, size: float, width: float, lines: list[str]) -> None:
    assert balance_lines(text, size, width, FACES, True).split("\n") == lines


@pytest.mark.parametrize("text", ["一行", "这一行放得下", "已经\n分好的一段话，不再动它"])
def test_what_needs_no_break_stays(text: str) -> None:
    assert balance_lines(text, 24, 400, FACES) == text


@pytest.mark.parametrize("width", range(130, 700, 37))
def test_it_never_takes_more_lines_and_every_line_fits(width: int) -> None:
    text = "把卡上的原话改成 BIA 和 BID，当面说一遍；说完请同伴打勾，再换一张卡"
    made = balance_lines(text, 24, width, FACES)
    assert made.replace("\n", "").replace(" ", "") == text.replace(" ", "")
    assert count_lines(made, 24, width, FACES) <= count_lines(text, 24, width, FACES)
    assert len(break_lines(made, 24, width, FACES)) == made.count("\n") + 1 or made == text
