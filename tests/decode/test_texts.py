"""The texts of a course on their way from YAML to print: what is reported, and where."""

from __future__ import annotations

import time

import pytest

from deckgen.base.diagnostics import Report
from deckgen.model.keys import long_places
from deckgen.text.variables import MAX_TEXT
from typed_course import read_course, write_course


def found(texts: dict[str, str], values: dict[str, str] | None = None, source: str = "") -> list[tuple[str, str]]:
    report = Report()
    read_course(source or write_course(texts), report, values)
    return [(item.code, str(item.span)) for item in report]


def line_of(key: str) -> int:
    """The line of the course that a text stands on."""
    return write_course({key: "@@@"}).split("@@@")[0].count("\n") + 1


def test_a_mistake_stands_at_its_character_however_the_text_is_written() -> None:
    at = line_of("say")
    for written, line, column in (
        ("先 <br> 后", at, 20), ("'先 <br> 后'", at, 21), ("一行\n              先 <br> 后", at + 1, 17),
        ("|\n              一行\n              先 <br> 后", at + 2, 17), (">-\n              先 <br> 后", at + 1, 17),
    ):  # fmt: skip
        assert found({"say": written}) == [("DG121", f"course.yaml:{line}:{column}")], written


def test_behind_a_variable_the_line_is_right() -> None:
    at = line_of("say")
    written = "|\n              {{ desk }} 一行\n              先 <br> 后"
    assert [place.split(":")[1] for _, place in found({"say": written}, {"desk": "前台"})] == [str(at + 2)]


def test_line_ends_of_all_systems_read_alike() -> None:
    source = write_course(
        {"say": "|\n              一行\n              二行\n\n              - 甲", "hook": "先听\n      再问"}
    )
    for end in ("\r\n", "\r"):
        report = Report()
        course, same = read_course(source.replace("\n", end), report), read_course(source, report)
        assert course is not None and same is not None and list(report) == []
        assert course.blocks[0].slides[0].say == same.blocks[0].slides[0].say == "一行\n二行\n\n- 甲"
        assert course.modules[0].hook == "先听再问"


def test_all_mistakes_of_all_texts_come_at_once() -> None:
    texts = {"say": "'<u>先</u>'", "hook": "'[去](x.pdf) 和 [回](#S9)'", "title": "'｛｛ x ｝｝'", "purpose": "' '"}
    codes = sorted(code for code, _ in found(texts))
    assert codes == ["DG107", "DG121", "DG121", "DG123", "DG127", "DG212"]


def test_a_link_that_leads_nowhere_is_one_mistake() -> None:
    assert [code for code, _ in found({"say": "'[一](#) [二](#第一讲)'"})] == ["DG123", "DG123"]


def test_links_to_parts_are_checked_against_all_that_can_be_read() -> None:
    assert found({"say": "'[一](#M1) [二](#B1) [三](#S1)'"}) == []
    source = write_course({"say": "'[三](#S1)'"}).replace("sheets:\n  - kind", "sheets:\n  - !nothing x\n  - kind")
    assert [code for code, _ in found({}, source=source)] == ["DG004"]


def test_what_is_set_from_outside_is_read_like_a_text_of_the_course() -> None:
    assert found({}, {"desk": "前台 <b>"}) == [("DG121", "--set desk")]
    assert found({}, {"desk": "前\u200b台"}) == [("DG032", "--set desk")]
    assert found({}, {"desk": "x" * 2001}) == [("DG125", "--set desk")]
    assert found({}, {"desk": ""}) == []


@pytest.mark.parametrize("written", ["[一, 二]", "{一: 二}", "true"])
def test_a_variable_is_one_text(written: str) -> None:
    source = write_course({}).replace("version:", f"variables: {{desk: {written}}}\nversion:", 1)
    assert [code for code, _ in found({}, source=source)] == ["DG103"]


def test_numbers_keep_their_spelling_as_variables() -> None:
    report = Report()
    source = write_course({"title": "第{{ n }}版"}).replace("version:", "variables: {n: 1.10, m: }\nversion:", 1)
    course = read_course(source, report)
    assert course is not None, list(report)
    assert course.blocks[0].slides[0].title == "第1.10版"


def test_long_texts_are_those_that_may_hold_lists() -> None:
    places = long_places()
    assert {
        ("slides", "say"),
        ("slides", "text"),
        ("modules", "hook"),
        ("guide", "brief"),
        ("", "background"),
    } <= places
    assert {("sheets", "situation"), ("difficult_moments", "text")} <= places
    assert not {"title", "points", "key_points", "purpose", "prompt", "rows"} & {key for _, key in places}
    assert not {("cards", "text"), ("objectives", "text"), ("steps", "text")} & places
    assert found({"say": "|\n              - 一\n              - 二"}) == []
    assert [code for code, _ in found({"purpose": "|\n              - 一\n              - 二"})] == ["DG122", "DG122"]


@pytest.mark.parametrize("text", ["[a](b " * 3000, "*甲" * 9000, "{{ x }}" * 2800, "<" * MAX_TEXT, "- 甲\\n" * 4000])
def test_a_long_text_costs_no_more_than_its_length(text: str) -> None:
    start = time.process_time()
    found({"say": f'"{text[:MAX_TEXT]}"'})
    assert time.process_time() - start < 3.0


def test_a_longer_text_is_refused_unread() -> None:
    start = time.process_time()
    assert [code for code, _ in found({"say": "'" + "<b>" * 1_000_000 + "'"})] == ["DG125"]
    assert time.process_time() - start < 3.0


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("minutes: 10/20/0", "minutes: 10／20／0", "“／” is a full-width character: write 10/20/0"),
        ("minutes: 10/20/0", "minutes: １0/20/0", "“１” is a full-width digit: write 10/20/0"),
        ("objectives: [O1]", "objectives: ［O1］", "“［” is a full-width character: write [O1]"),
        ("audience: [班组长]", "audience: ［班组长，主管］", "write [班组长, 主管]"),
        ("language: zh-CN", "language：zh-CN", "write `key: value` with a colon and a space"),
        ("{min: 6,", "{min：6,", "“：” is a full-width character: write min: 6"),
        ("phase: run", "phase: ｒun", "“ｒ” is a full-width character: write run"),
    ],
)
def test_a_hint_followed_to_the_letter_gives_what_was_meant(old: str, new: str, hint: str) -> None:
    source = write_course({})
    assert source.count(old) >= 1
    report = Report()
    read_course(source.replace(old, new, 1), report)
    assert [item.hint for item in report if hint in item.hint], [(item.message, item.hint) for item in report]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("key_points: [用真事, 三分钟换人]", "key_points: [用真事，三分钟换人]", "DG126"),
        ("audience: [班组长]", "audience: [班组长、主管]", "DG126"),
        ("do: [下班前把三件事说清]", "do: [听，问，复述]", "DG126"),
        ("do: [下班前把三件事说清]", "do: [指着图说，讲到耳麦时做动作]", ""),
        ("do: [下班前把三件事说清]", "do: ['听，问，复述']", ""),
        ("do: [下班前把三件事说清]", "do: [听，问，复述, 再说]", ""),
    ],
)
def test_one_entry_that_lists_short_words_is_asked_about(old: str, new: str, code: str) -> None:
    source = write_course({})
    assert source.count(old) == 1
    assert [item for item, _ in found({}, source=source.replace(old, new))] == [code] * bool(code)


def test_too_few_entries_parted_by_full_width_commas_are_one_mistake_that_names_the_comma() -> None:
    report = Report()
    source = write_course({"point": "x"}).replace(
        "points: [x, 谁负责]", "table: {head: [事项，负责人], rows: [[退款, 王强]]}"
    )
    read_course(source, report)
    (mistake,) = list(report)
    assert mistake.code == "DG105"
    assert "“，” is a full-width character" in (mistake.hint or "")


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("points: [x, 谁负责]", "diagram: {type: loop, loops: [{title: 圈, nodes: [甲, '**乙**', 丙]}]}", ["DG121"]),
        (
            "points: [x, 谁负责]",
            "diagram: {type: loop, loops: [{title: 圈, nodes: [甲, '[乙](https://x.test)', 丙]}]}",
            ["DG123"],
        ),
        (
            "points: [x, 谁负责]",
            "diagram: {type: loop, loops: [{title: 圈, nodes: [甲, '7*24', 姓_名, '\\*乙\\*']}]}",
            [],
        ),
        ("sheet: S1\n", "task: '先 `听` 再说'\n", ["DG121"]),
        ("sheet: S1\n", "task: 听\n            output: '[单](#S1)'\n", ["DG123"]),
        ("purpose: 写下昨天的三件事。", "purpose: 写下。\n    output: '**三行**'\n    grouping: '[两人](#M1)'", []),
    ],
)
def test_drawings_have_plain_labels(old: str, new: str, codes: list[str]) -> None:
    source = write_course({"point": "x"})
    assert source.count(old) == 1
    assert [code for code, _ in found({}, source=source.replace(old, new))] == codes


@pytest.mark.parametrize(
    "questions", ["{feel: 怎么样？, next: '明天先改*哪一点*？'}", "[怎么样？, '明天先改*哪一点*？']"]
)
def test_marks_in_the_questions_of_a_debrief_stand_where_they_are(questions: str) -> None:
    slide = f"kind: debrief\n            questions: {questions}"
    source = write_course({}).replace("kind: activity\n            sheet: S1", slide).replace("10/20/0", "10/0/20")
    line = source.split("明天先改")[0].count("\n") + 1
    before = [code for code, _ in found({}, source=source)]
    marked = source.replace("*哪一点*", " *哪一点*")
    fresh = [(code, at) for code, at in found({}, source=marked) if code not in before]
    assert [code for code, _ in fresh] == ["DG121"]
    assert fresh[0][1].startswith(f"course.yaml:{line}:")
