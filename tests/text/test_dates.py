from __future__ import annotations

from datetime import date

import pytest

from deckgen.text.dates import write_date
from deckgen.text.phrases import LANGUAGES, phrases


@pytest.mark.parametrize(
    ("language", "written"), [("zh-CN", "2026年3月7日"), ("zh-TW", "2026年3月7日"), ("en", "7 March 2026")]
)
def test_a_day_is_written_as_its_language_writes_it(language: str, written: str) -> None:
    assert write_date(phrases(language), "2026-03-07") == write_date(phrases(language), date(2026, 3, 7)) == written


def test_what_is_no_date_stands_as_it_is() -> None:
    assert write_date(phrases("en"), "") == ""
    assert write_date(phrases("en"), "soon") == "soon"


def test_every_month_has_a_name_of_its_own() -> None:
    for language in LANGUAGES:
        assert len({write_date(phrases(language), date(2026, month, 1)) for month in range(1, 13)}) == 12
