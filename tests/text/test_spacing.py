from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.runs import Run, plain
from deckgen.text.inline import parse_inline
from deckgen.text.spacing import NO_BREAK, keep_numbers, space_scripts


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("用SMART原则", "用 SMART 原则"),
        ("用 SMART 原则", "用 SMART 原则"),
        ("用  SMART原则", "用  SMART 原则"),
        ("第3步，共5步", "第 3 步，共 5 步"),
        ("达到50%以上", "达到 50%以上"),
        ("室温25°C以下", "室温 25°C 以下"),
        ("（GROW）模型", "（GROW）模型"),
        ("English only", "English only"),
        ("**GROW**模型", "GROW 模型"),
        ("用`code`吧", "用 code 吧"),
        ("café很好", "café 很好"),
        ("甲 乙", "甲 乙"),
        ("见https://e.test/a路径x。好A", "见 https://e.test/a路径x。好 A"),
        ("上www.e.test与B", "上 www.e.test与B"),
    ],
)
def test_space_for_slides(text: str, meant: str) -> None:
    assert plain(space_scripts(parse_inline(text))) == meant


def test_the_space_stays_out_of_code_and_links() -> None:
    made = space_scripts((Run("中", href="#a"), Run("x", code=True), Run("中")))
    assert [run.text for run in made] == ["中", " ", "x", " 中"]
    made = space_scripts((Run("见第"), Run("", page_of="sheet-3"), Run("页")))
    assert [run.text for run in made] == ["见第 ", "", " 页"]


pieces = st.builds(
    Run,
    st.text("a1 中文，%°", max_size=6),
    strong=st.booleans(),
    code=st.booleans(),
    page_of=st.sampled_from(["", "s"]),
)
many = st.lists(pieces, max_size=5).map(tuple)


@given(many)
def test_it_is_idempotent(made: tuple[Run, ...]) -> None:
    assert space_scripts(space_scripts(made)) == space_scripts(made)


@given(many)
def test_only_spaces_are_put_in(made: tuple[Run, ...]) -> None:
    changed = space_scripts(made)
    assert plain(changed).replace(" ", "") == plain(made).replace(" ", "")
    assert len(plain(changed)) >= len(plain(made))
    assert [run for run in changed if run.code] == [run for run in made if run.code]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("用15分钟，看第3页", "用 15_分钟，看第_3_页"),
        ("占 84 % 以上", "占 84_% 以上"),
        ("**15** 分钟", "15_分钟"),
        ("第 **3** 页", "第_3_页"),
        ("84 % of 3 days", "84_% of 3 days"),
        ("from 1980 年 on", "from 1980_年 on"),
        ("说 3 次，B 级", "说 3_次，B 级"),
        ("`15 分`", "15 分"),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, meant: str) -> None:
    kept = keep_numbers(space_scripts(parse_inline(text)))
    assert plain(kept).replace(NO_BREAK, "_") == meant
    assert keep_numbers(kept) == kept


def test_a_page_number_that_is_still_to_come_stays_with_its_words() -> None:
    kept = keep_numbers(space_scripts((Run("见第"), Run("", page_of="sheet-3"), Run("页"))))
    assert [run.text for run in kept] == [f"见第{NO_BREAK}", "", f"{NO_BREAK}页"]
