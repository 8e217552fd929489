from __future__ import annotations

import pytest

from deckgen.model.course import Objective


@pytest.mark.parametrize(
    ("verb", "text", "sentence"),
    [
        ("hand over", "a running shift", "hand over a running shift"),
        ("交出", "一个班次", "交出一个班次"),
        ("运用", "BIA 和 BID", "运用BIA 和 BID"),
        ("Use", "三问", "Use三问"),
        ("hand over", "Hand over a running shift", "Hand over a running shift"),  # said already
        ("交清楚", "三分钟内把一个班次交清楚", "三分钟内把一个班次交清楚"),
    ],
)
def test_verb_and_text_are_one_sentence(verb: str, text: str, sentence: str) -> None:
    assert Objective(id="O1", verb=verb, text=text, condition="here", standard="well").sentence == sentence
