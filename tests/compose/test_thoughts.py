"""Words to say, parted into thoughts: at the ends of sentences, never within a quotation, nothing lost."""

from __future__ import annotations

import pytest

from deckgen.base.runs import Run, plain, runs
from deckgen.compose.guide.thoughts import thoughts

FIRST = "上级一天到晚在忙什么？说穿了三件事：拿结果、控风险、配资源。他给你的任务，背后一定连着一个数，连不上线就先问。"
SECOND = "经理说：“质检那块你抓一下。这周就要。”第一步，拿笔，“您说，我记”。第二步复述，再问做到什么样算成，别急着答。"
THIRD = "记住顺序：复述在前，承诺在后。好多人一上来就是“好的收到”，那是把第六步提到了第一步，等到期了再解释就晚了。"


def test_a_long_speech_becomes_several_thoughts_and_loses_nothing() -> None:
    parts = [plain(part) for part in thoughts(runs(FIRST + SECOND + THIRD))]
    assert "".join(parts) == FIRST + SECOND + THIRD
    assert 2 <= len(parts) <= 4 and all(part[-1] in "。？！”" for part in parts)


def test_a_quotation_is_never_parted() -> None:
    for part in thoughts(runs(SECOND + SECOND + SECOND)):
        assert plain(part).count("“") == plain(part).count("”")


def test_a_short_speech_stays_whole() -> None:
    assert [plain(part) for part in thoughts(runs("翻到练习单。两个人面对面。"))] == ["翻到练习单。两个人面对面。"]


def test_words_keep_their_dress() -> None:
    said = (*runs(FIRST), Run("先复述。", strong=True), *runs(SECOND + THIRD))
    parts = list(thoughts(said))
    assert len(parts) > 1 and [run.text for part in parts for run in part if run.strong] == ["先复述。"]


@pytest.mark.parametrize(
    "said", [(Run("第一句。" * 40), Run("1", note=runs("来源"))), (Run("行。" * 60), Run("\n"), Run("行。"))]
)
def test_what_has_footnotes_or_line_breaks_stays_as_it_is(said: tuple[Run, ...]) -> None:
    assert list(thoughts(said)) == [said]


def test_english_parts_between_sentences_and_not_at_abbreviations_within_words() -> None:
    said = "The card is not a form. Nobody collects it. " * 12
    parts = [plain(part) for part in thoughts(runs(said.strip()))]
    assert len(parts) > 1 and " ".join(parts) == said.strip()
    assert [plain(part) for part in thoughts(runs("It went from 3.5 to 4.5 in a week."))] == [
        "It went from 3.5 to 4.5 in a week."
    ]
