from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.names import MAX_BYTES, fault_in, file_part


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("2026/01", "“/”"), ("1.0: 草稿", "“:”"), ("..\\v2", "“\\”"), ("1:0", "“:”"), ("a|b", "“|”"), ("a?", "“?”"),
        ("con", "device"), ("NUL.txt", "device"), ("Com1", "device"), ("lpt9.a.b", "device"), ("COM¹", "device"),
        ("mini.", "full stop"), (".mini", "full stop"), (" a", "space"), ("a\u3000", "space"), ("", "blank"),
        (" ", "blank"), ("a\u200bb", "U+200B"), ("a\u202eb", "U+202E"), ("a\nb", "U+000A"), ("a\udcff", "U+DCFF"),
        ("\ue000", "U+E000"), ("e\u0301", "put together"), ("名" * 41, "too long"),
    ],
)  # fmt: skip
def test_what_no_file_can_be_called(name: str, word: str) -> None:
    assert word in fault_in(name)


@pytest.mark.parametrize(
    "name", ["1.0", "2026-01", "1.0 草稿", "某某银行客服中心", "v2_b", "R&D", "console", "com", "com10", "é", "名" * 40]
)
def test_what_a_file_can_be_called(name: str) -> None:
    assert fault_in(name) == "" and file_part(name) == name.replace(" ", "-")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A/B: Co.", "A-B-Co"), ("某某银行 客服中心", "某某银行-客服中心"), ("*ACME*", "ACME"), ("???", ""),
        ("...", ""),
        ("con", "con_"), ("aux.bank", "aux.bank_"), ("a\u200bb", "ab"), ("甲\n乙", "甲-乙"), ("名" * 50, "名" * 40),
    ],
)  # fmt: skip
def test_a_client_is_made_safe(text: str, part: str) -> None:
    assert file_part(text) == part


@given(st.text())
def test_what_is_made_safe_keeps_the_rule(text: str) -> None:
    part = file_part(text)
    assert not part or fault_in(part) == ""
    assert file_part(part) == part
    assert len(part.encode()) <= MAX_BYTES + 1
    assert unicodedata.is_normalized("NFC", part)
