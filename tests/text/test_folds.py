from __future__ import annotations

import pytest

from deckgen.base.folds import FOLD
from deckgen.text.folds import join_folds, join_lines


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("中文|换行", "中文换行"),
        ("逗号，|后面", "逗号，后面"),
        ("后面|“引号”|再来", "后面“引号”再来"),
        ("破折号——|后面…|完", "破折号——后面…完"),
        ("打断它。|6 个人", "打断它。6 个人"),
        ("全场|SMART|原则", "全场SMART原则"),
        ("他说“好”|SMART", "他说“好”SMART"),
        ("**中文**|**换行**", "**中文****换行**"),
        ("`中`|_x_", "`中`_x_"),
        ("中文 空格|换行", "中文 空格换行"),
        ("English|text", "English text"),
        ("“one”|“two” — three", "“one” “two” — three"),
        ("**Hello**|world", "**Hello** world"),
        ("3|4", "3 4"),
        ("一|\n二", "一\n二"),
    ],
)
def test_folded_lines(text: str, meant: str) -> None:
    assert join_folds(text.replace("|", FOLD)) == meant


def test_lines_on_one_line() -> None:
    assert join_lines("交接\n只答三个问题\nin English\nonly") == "交接只答三个问题in English only"
    assert join_lines("one line") == "one line"
