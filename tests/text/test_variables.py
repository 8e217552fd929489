from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.variables import render

VALUES = {"client": "华为", "days": 2, "names": ["甲", "乙"]}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("没有变量 {x} # {#", "没有变量 {x} # {#"),
        ("{{ client }}的 {{days}} 天\n", "华为的 2 天\n"),
        ("{% if days == 2 %}两天{% else %}一天{% endif %}", "两天"),
        ("{{ contact | default('教务') }}", "教务"),
        ("{{ names | join('、') }}", "甲、乙"),
        ("<b>{{ client }}</b> & co", "<b>华为</b> & co"),
    ],
)
def test_render(text: str, meant: str) -> None:
    assert render(text, VALUES) == (meant, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ cleint }}", "unknown variable “cleint”; did you mean client?"),
        ("{{ zzz }}", "unknown variable “zzz”; known: client, days, names"),
        ("{{ client.nickname }}", "nickname"),
        ("{{ client", "not closed"),
        ("{% if client %}x", "not closed"),
        ("{{ client.upper }}", "is no text"),
        ("{{ names }}", "is no text"),
        ("{{ client.upper() }}", "only variables and conditions"),
        ("{{ lipsum() }}", "only variables and conditions"),
        ("{% for x in names %}{{ x }}{% endfor %}", "only variables and conditions"),
        ("{% include 'x' %}", "only variables and conditions"),
        ("{{ 10 ** 10 ** 10 }}", "only variables and conditions"),
        ("{{ 'x' * 999999999 }}", "only variables and conditions"),
        ("{{ names | random }}", "random"),
        ("{{ client.__class__ }}", "unsafe"),
        ("{% if client > 3 %}x{% endif %}", "do not work"),
        ("{{ " + "(" * 9000, "not closed"),
        ("{{ " + "1" * 9000 + " }}", "not understood"),
    ],
)
def test_mistakes_are_values(text: str, words: str) -> None:
    same, problem = render(text, VALUES)
    assert same == text
    assert problem
    assert words in problem


PIECES = [
    "{{", "}}", "{%", "%}", " if ", " endif ",
    "client", " ", "|", "(", ")", ".", "'", "-", "1", "{#", "#}", "~", "[",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_never_raises(text: str) -> None:
    render(text, VALUES)
