from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.variables import MAX_TEXT, MAX_VALUE, render

VALUES = {"client": "华为", "days": 2, "names": ["甲", "乙"], "room": {"name": "三号厅", "door": object()}}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("没有变量 {x} # {#", "没有变量 {x} # {#"),
        ("{{ client }}的 {{days}} 天\n", "华为的 2 天\n"),
        ("{{ contact | default('教务') }}", "教务"),
        ("{{ client | upper | trim }} {# #}", "华为 {# #}"),
        ("{{ room.name }}", "三号厅"),
        ("<b>{{ client }}</b> & co", "<b>华为</b> & co"),
        ("{{\nclient\v}}", "华为"),
        (r"\{{ client }} \{% if %} \{client} {{ client }}", r"\{{ client }} \{% if %} \{client} 华为"),
    ],
)
def test_render(text: str, meant: str) -> None:
    assert render(text, VALUES) == (meant, None)


NOT_ALLOWED = "only variables may stand between braces"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ cleint }}", "unknown variable “cleint”; did you mean client?"),
        ("{{ zzz }}", "unknown variable “zzz”; known: client, days, names, room"),
        ("{{ zzz | upper }}", "unknown variable “zzz”"),
        ("{{ zzz | upper | default('x') }}", "unknown variable “zzz”"),
        ("{{ room.size }}", "unknown variable “size”; known: door, name"),
        ("{{ client.upper }}", "has no “upper”"),
        ("{{ client", "not closed"),
        ("{{ names }}", "is no text"),
        ("{{ room }}", "is no text"),
        ("{{ room.door }}", "is no text"),
        ("{% if client %}x{% endif %}", NOT_ALLOWED),
        ("{% raw %}{{ x }}{% endraw %}", NOT_ALLOWED),
        ("{{ client.upper() }}", NOT_ALLOWED),
        ("{{ client.__class__ }}", NOT_ALLOWED),
        ("{{ lipsum() }}", NOT_ALLOWED),
        ("{{ names[0] }}", NOT_ALLOWED),
        ("{{ [client] }}", NOT_ALLOWED),
        ("{{ 'text' }}", NOT_ALLOWED),
        ("{{ client ~ client }}", NOT_ALLOWED),
        ("{{ client if days else client }}", NOT_ALLOWED),
        ("{{ client is defined }}", NOT_ALLOWED),
        ("{{ 10 ** 10 ** 10 }}", NOT_ALLOWED),
        ("{{ 'x' * 999999999 }}", NOT_ALLOWED),
        ("{{ 'aaaaaaaaaa'|join('aaaaaaaaaa')|join('aaaaaaaaaa') }}", NOT_ALLOWED),
        ("{{ 'abc'|join(' ', attribute='upper') }}", NOT_ALLOWED),
        ("{{ client | default(days) }}", NOT_ALLOWED),
        ("{{ client | default('a' * 99) }}", NOT_ALLOWED),
        ("{{ client | trim(chars='x') }}", NOT_ALLOWED),
        ("{{ client | random }}", NOT_ALLOWED),
        ("{{ client | trim | trim | trim | trim | trim }}", NOT_ALLOWED),
        ("{{ " + "(" * 9000, "not closed"),
        ("{{ " + "1" * 9000 + " }}", "not understood"),
        ("｛｛ client ｝｝", "“｛” is a full-width character"),
        ("{{ client ｝｝", "“｝” is a full-width character"),
        ("{｛ client }}", "“｛” is a full-width character"),
        ("{client}来了", "write {{ client }}"),
        ("{client}}来了", "write {{ client }}"),
        ("a" * (MAX_TEXT + 1), "at most"),
    ],
)
def test_mistakes_are_values(text: str, words: str) -> None:
    same, problem = render(text, VALUES)
    assert same == text
    assert problem
    assert words in problem


def test_a_text_stops_growing_at_its_limit() -> None:
    values = {"v": "x" * MAX_VALUE}
    within = "{{ v }}" * (MAX_TEXT // MAX_VALUE)
    assert render(within, values) == ("x" * MAX_TEXT, None)
    assert "longer than" in (render(within + "{{ v }}", values)[1] or "")


@pytest.mark.parametrize(
    "piece", ["{{v}}", "{{v|upper|lower|title|trim}}", "{{v|default('')}}", "{{v.a}}", "{{(v)}}", "{{", "{{v|"]
)
def test_a_text_costs_no_more_than_its_length(piece: str) -> None:
    """The longest text of nothing but variables over the longest value is done, or refused, in a moment."""
    text = piece * (MAX_TEXT // len(piece))
    start = time.process_time()
    render(text, {"v": "x" * MAX_VALUE})
    assert time.process_time() - start < 3.0


PIECES = [
    "{{", "}}", "{%", "%}", " if ", " endif ",
    "client", " ", "|", "(", ")", ".", "'", "-", "1", "{#", "#}", "~", "[", "｛", "｝",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_never_raises(text: str) -> None:
    filled, problem = render(text, VALUES)
    assert problem or "object at" not in filled
