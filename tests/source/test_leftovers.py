"""Texts that begin like another value of YAML: each is named at its place, and what the hint shows reads as meant."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.source import document
from deckgen.source.reader import read_source

WRITTEN = re.compile(r"put the whole text in quotes: (.+)")


def read(source: str) -> tuple[Any, list[tuple[str, int, int, str, str]]]:
    value, found = read_source(Path("a.yaml"), Path(), lambda _: source.encode())
    return value, [(d.code, d.span.line, d.span.column, d.message, d.hint or "") for d in found if d.span]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("written", "column", "meant"),
    [
        ('"说"三问"的人"', 11, '说"三问"的人'),
        ('"三问"交接', 12, '"三问"交接'),
        ("'it's'", 12, "it's"),
        ("'三问'交接", 12, "'三问'交接"),
        ('"一" 和 "二"', 12, '"一" 和 "二"'),
        ('"一"、"二"', 11, '"一"、"二"'),
        ("[重要] 三问", 8, "[重要] 三问"),
        ("[x] 三问  # 注", 8, "[x] 三问"),
        ("{甲方} 交接", 8, "{甲方} 交接"),
        ("{{ client }}", 8, "{{ client }}"),
        ("{{client}} 的三问", 8, "{{client}} 的三问"),
        ("{{ client | upper }}：三问", 8, "{{ client | upper }}：三问"),
        ("""{{ client | default("某行") }}""", 8, """{{ client | default("某行") }}"""),
        ("""{{ client | default("某行") }} 的三问""", 8, """{{ client | default("某行") }} 的三问"""),
    ],
)
def test_the_hint_shows_the_text_as_it_has_to_be_written(
    written: str, column: int, meant: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "LOADER", getattr(yaml, loader))
    source = "id: x\ntitle: {}\nend: y\n"
    _, found = read(source.format(written))
    assert [(code, line, at) for code, line, at, *_ in found] == [("DG001", 2, column)], found
    shown = WRITTEN.fullmatch(found[0][4])
    assert shown, found
    value, left = read(source.format(shown[1]))
    assert (value["title"], left) == (meant, [])


def test_a_text_with_both_quotes_or_of_great_length_gets_the_rule() -> None:
    for written in ('"it\'s" "new"', '"三问" ' + "长" * 80):
        assert "put the whole text in single quotes" in read(f"title: {written}\n")[1][0][4]


def test_items_and_brackets_are_looked_at_too() -> None:
    assert read('- "甲"乙\n- 丙\n')[1][0][2:5:2] == (6, "put the whole text in quotes: '\"甲\"乙'")
    value, found = read("points: [{{ client }}, 乙]\nend: y\n")
    assert [(code, at) for code, _, at, *_ in found] == [("DG001", 10)]
    assert found[0][4] == 'put the whole text in quotes: "{{ client }}"'
    assert value["end"] == "y"  # nothing else is hidden


@pytest.mark.parametrize("written", ['"甲",', "[甲],", "{a: b}，", '"甲"；'])
def test_a_comma_at_the_end_of_a_line_is_named(written: str) -> None:
    ((_, line, column, message, hint),) = read(f"id: x\ntitle: {written}\nend: y\n")[1]
    assert (line, column) == (2, 8 + len(written) - 1)
    assert f"“{written[-1]}” stands behind the value" in message and "off" in hint


@pytest.mark.parametrize(
    ("source", "code", "line", "column", "fragment"),
    [
        ("a:\n  b: x\n　　c: d\n  e: f\n", "DG001", 3, 1, "U+3000"),
        ("a:\n  b: x\n\u00a0 c: d\n  e: f\n", "DG001", 3, 1, "U+00A0"),
        ("a:\u3000b\nc: d\n", "DG001", 1, 3, "U+3000"),
        ("l: [甲, , 乙]\n", "DG001", 1, 8, "an entry is missing before this comma"),
        ("l: [#1 三问, 乙]\nc: d\n", "DG030", 1, 5, "in brackets, too"),
        ("l: [甲, #1 三问]\nc: d\n", "DG030", 1, 8, "in brackets, too"),
        ("a: #1 三问\nb: c\n", "DG030", 1, 4, "nothing is written here"),
        ("- #1 三问\n- 乙\n", "DG030", 1, 3, "nothing is written here"),
        ("a: ? 三问\n", "DG001", 1, 4, "“?”"),
        ("a: !注意 三问\n", "DG001", 1, 5, "a tag is malformed"),
    ],
)  # fmt: skip
def test_other_signs_that_yaml_takes_for_its_own(source: str, code: str, line: int, column: int, fragment: str) -> None:
    found = read(source)[1]
    assert [item[:3] for item in found] == [(code, line, column)], found
    assert fragment in found[0][3]


def test_a_remark_where_a_list_or_nothing_follows_is_none_of_them() -> None:
    assert read("points: # three of them\n  - 甲\nb: #  later\nc: # 待补\nl: [甲,  # one\n  乙]\n")[1] == []


def test_braces_cost_no_more_than_their_length() -> None:
    found = read("[" + "{{a}}, " * 20_000 + "]")[1]
    assert 150 < len(found) <= 200
