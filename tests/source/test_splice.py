"""One scalar of a YAML file in the place of another: style and lines kept, everything else byte for byte."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.source.splice import Value, put_back, replace_scalar, shown_value
from deckgen.source.tokens import BOM, KeyPath, RefusedError, TokenFile
from deckgen.text.folds import join_folds
from examples import some

COURSE = """\
# A module, as authors write them
id: M2   # counted by hand
title: 向上协作与沟通
"quoted key": 'it''s so'
minutes: {1-day: 12/6/2, 2-day: 20}   # two lengths
days: 2
blocks:
  - title: "Take the task: \\u201cseven steps\\u201d"
    say: >-
      我先问一句，谁一听“向上管理”就觉得是拍马屁？举手的不少。我们换个词，叫辅佐。
      有个热线组长叫老魏，业务是全场最好的，就是不爱找经理。交上去才知道，经理要的是另一类。
      这一句 also has Latin words, and they
      go on here.

      第二段。
    do: |
      - say it once
      - point at it

      Then wait.

    # between two keys
    explain: >+
      Kept line feeds,

        more indented
      and less.

    note: |2
       leads with a space
      and goes on
    lead: plain words that
      go on below
      and end
    long: "double quotes that \\
      go on \\"without a space\\"
      or with one"
    single: 'one
      two

      three'
    points: [one, "two, 3", 'four', {deep: [6, 6.50, true, ~]}]
  - - nested
    - &shared twice
    -
    - *shared
  - say: &alone >
      folded and clipped
end: last"""

FILES = [COURSE, COURSE.replace("\n", "\r\n"), BOM + COURSE + "\n", COURSE.replace("\n", "\n\n")]
PIECES = st.text(st.sampled_from("ab 甲乙，。：:#-?[]{}&*!|>'\"%@`\\\n\t,~0"), max_size=12)
LONG = st.lists(st.sampled_from(["甲乙丙丁戊", "。", " word", ", ", "much longer words"]), max_size=60).map("".join)


def tree(text: str) -> Any:
    return yaml.safe_load(text.removeprefix(BOM))


def with_value(value: Any, path: KeyPath, new: Value) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = with_value(value[path[0]], path[1:], new)  # type: ignore[index]
    return copy


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, KeyPath, str]:
    text = draw(st.sampled_from(FILES))
    file = TokenFile(text)
    token = draw(st.sampled_from([token for token in file.tokens if not token.fixed]))
    old = str(shown_value(file, token))
    start = draw(st.integers(0, len(old)))
    end = (
        draw(st.integers(start, min(len(old), start + 9)))
        if draw(st.booleans())
        else draw(st.integers(start, len(old)))
    )
    return text, token.path, old[:start] + draw(st.one_of(PIECES, LONG)) + old[end:]


@settings(max_examples=some(200), deadline=None)
@given(edits())
def test_an_edit_changes_that_value_and_no_other_byte(edit: tuple[str, KeyPath, str]) -> None:
    text, path, new = edit
    token = TokenFile(text).at_path(path)
    block = token.style in ("|", ">")
    written = replace_scalar(text, path, new)
    new = new.rstrip("\n") if block else new
    mark = len(text) - len(text.removeprefix(BOM))
    assert written[: mark + token.start] == text[: mark + token.start]
    rest = text[mark + token.end :]
    assert written.endswith(rest)
    value: Any = tree(written)
    for step in path:
        value = value[step]
    assert (value.rstrip("\n") if block else str(value)) == new or shown_value(
        TokenFile(text), token
    ) == new  # a number that was written as such
    assert tree(written) == with_value(tree(text), path, value)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), n=0)
    return [f"{line[0]} {line[1:]}" for line in list(lines)[2:] if line[0] in "+-"]


def edited(path: KeyPath, old: str, new: str, text: str = COURSE) -> list[str]:
    """The lines that change when `old` becomes `new` in a text."""
    file = TokenFile(text)
    value = shown_value(file, file.at_path(path), join_folds)
    assert isinstance(value, str)
    assert value.count(old) == 1
    return changed_lines(text, replace_scalar(text, path, value.replace(old, new), join_folds))


BLOCK: KeyPath = ("blocks", 0)
POINTS = "+     points: [one, \"two, 3\", 'four', {deep: [6, 6.50, true, ~]}]\n"


@pytest.mark.parametrize("text", FILES[:3])
def test_in_a_folded_text_only_the_line_that_changed_is_written(text: str) -> None:
    end = "\r\n" if "\r" in text else "\n"
    assert edited((*BLOCK, "say"), "老魏", "老吴", text) == [
        f"-       有个热线组长叫老魏，业务是全场最好的，就是不爱找经理。交上去才知道，经理要的是另一类。{end}",
        f"+       有个热线组长叫老吴，业务是全场最好的，就是不爱找经理。交上去才知道，经理要的是另一类。{end}",
    ]


def test_a_line_that_becomes_too_long_is_broken_where_a_sentence_or_clause_ends_and_at_the_width_of_the_file() -> None:
    assert edited((*BLOCK, "say"), "叫老魏，", "叫老魏，平时话不多。可是他带出来的新人最多，") == [
        "-       有个热线组长叫老魏，业务是全场最好的，就是不爱找经理。交上去才知道，经理要的是另一类。\n",
        "+       有个热线组长叫老魏，平时话不多。可是他带出来的新人最多，业务是全场最好的，\n",
        "+       就是不爱找经理。交上去才知道，经理要的是另一类。\n",
    ]


def test_a_paragraph_in_a_folded_text_is_a_blank_line() -> None:
    assert edited((*BLOCK, "say"), "交上去", "\n交上去") == [
        "-       有个热线组长叫老魏，业务是全场最好的，就是不爱找经理。交上去才知道，经理要的是另一类。\n",
        "+       有个热线组长叫老魏，业务是全场最好的，就是不爱找经理。\n",
        "+ \n",
        "+       交上去才知道，经理要的是另一类。\n",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (("title",), "沟通", "沟通: 一", '+ title: "向上协作与沟通: 一"\n'),
        (("title",), "沟通", '沟通: “”"一"', "+ title: '向上协作与沟通: “”\"一\"'\n"),
        (("id",), "M2", "M3 # x", '+ id: "M3 # x"   # counted by hand\n'),
        (("quoted key",), "so", "'so'", "+ \"quoted key\": 'it''s ''so'''\n"),
        ((*BLOCK, "title"), "seven", 'the "7"', '+   - title: "Take the task: \\u201cthe \\"7\\" steps\\u201d"\n'),
        ((*BLOCK, "do"), "once", "twice", "+       - say it twice\n"),
        ((*BLOCK, "lead"), "go on below", "end below", "+       end below\n"),
        ((*BLOCK, "long"), "without", "with no", '+       go on \\"with no a space\\"\n'),
        ((*BLOCK, "note"), "goes", "went", "+       and went on\n"),
        ((*BLOCK, "points", 2), "four", "4, 5", POINTS.replace("four", "4, 5")),
        ((*BLOCK, "points", 0), "one", "a, b", POINTS.replace("one", '"a, b"')),
        (("blocks", 2, "say"), "clipped", "cut", "+       folded and cut\n"),
        (("minutes", "1-day"), "12/6/2", "11/7/2", "+ minutes: {1-day: 11/7/2, 2-day: 20}   # two lengths\n"),
    ],
)  # fmt: skip
def test_style_comments_and_anchors_stay(path: KeyPath, old: str, new: str, line: str) -> None:
    removed, added = edited(path, old, new)
    assert removed[0] == "-"
    assert added == line


def test_a_plain_text_of_several_lines_becomes_a_block_and_in_brackets_stays_one_line() -> None:
    assert edited(("title",), "沟通", "\n沟通") == [
        "- title: 向上协作与沟通\n",
        "+ title: |-\n",
        "+   向上协作与\n",
        "+   沟通\n",
    ]
    assert '+     points: ["on\\ne",' in edited((*BLOCK, "points", 0), "n", "n\n")[1]


def test_a_number_stays_a_number_and_a_text_of_figures_gets_quotes() -> None:
    assert changed_lines(COURSE, replace_scalar(COURSE, ("days",), 3)) == ["- days: 2\n", "+ days: 3\n"]
    assert changed_lines(COURSE, replace_scalar(COURSE, ("title",), "3"))[1] == '+ title: "3"\n'


@pytest.mark.parametrize(
    ("text", "path", "new", "reason"),
    [
        (COURSE, ("blocks", 1, 1), "once", "alias"),
        ("a: &x {b: one}\nc: *x\n", ("a", "b"), "two", "alias"),
        ("a: !include b.yaml\n", ("a",), "c.yaml", "tag !include"),
        ("a: one\na: two\n", ("a",), "three", "twice"),
        ("a: one\n", ("b",), "three", "no such value"),
        ("a: 'one\n", ("a",), "three", "cannot be read as YAML"),
        ("a: one\n", ("a",), "x\x07", "control character U+0007"),
        ("a: one\n", ("a",), "x\ry", "control character U+000D"),
    ],
)
def test_what_cannot_be_written_is_refused_with_the_reason(text: str, path: KeyPath, new: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason.replace("+", r"\+")):
        replace_scalar(text, path, new)


def test_what_was_written_is_put_back_only_where_nothing_else_would_read_otherwise() -> None:
    assert put_back("b: 1\na: z\n", ("a",), "z", "x, y") == "b: 1\na: x, y\n"
    with pytest.raises(RefusedError, match="lines around it"):
        put_back("{a: z, b: 1}\n", ("a",), "z", "x, y")
    with pytest.raises(RefusedError, match="written anew since"):
        put_back("a: w\n", ("a",), "z", "x, y")


def test_a_value_that_is_the_same_leaves_the_file_alone() -> None:
    file = TokenFile(COURSE)
    for token in file.tokens:
        if not token.fixed:
            assert replace_scalar(COURSE, token.path, shown_value(file, token, join_folds), join_folds) == COURSE


def test_every_value_is_shown_as_yaml_reads_it() -> None:
    file = TokenFile(COURSE)
    read = tree(COURSE)
    for token in file.tokens:
        value = read
        for step in token.path:
            value = value[step]
        shown = shown_value(file, token)
        assert (value.rstrip("\n") if token.style in ("|", ">") else value) == shown
