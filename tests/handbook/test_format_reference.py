"""The reference of the format says what the models say, in both languages, with examples that are built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.reference import key_examples
from deckgen.base.diagnostics import Report
from deckgen.handbook.examples import owner_of
from deckgen.handbook.meanings import CHINESE, ENGLISH, described
from deckgen.handbook.reference import Examples, make_reference, split_examples
from deckgen.handbook.shapes import shapes_of
from deckgen.model.diagrams import COMPOSED, DIAGRAMS
from deckgen.model.keys import all_models
from deckgen.model.profile import Profile
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES
from deckgen.pipeline.build import Request, compose_request

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
KINDS = {"slides": SLIDES, "sheets": SHEETS, "diagrams": DIAGRAMS.keys() - COMPOSED}
TIMED = re.compile(r"^minutes: (?:\{1-day: )?(\d+)", re.MULTILINE)


@pytest.fixture(scope="module")
def examples() -> Examples:
    kinds = {key: {word: f"example: of {word}" for word in words} for key, words in KINDS.items()}
    return Examples("id: small\n", kinds, {})


@pytest.fixture(scope="module")
def page(examples: Examples) -> str:
    return make_reference(examples)


@pytest.mark.parametrize(
    "row",
    [
        "| `title` * | text |",  # must be given
        "| `elastic` | whole number, at least 0, at most 60 | `0` | Minutes that can be given back",
        "| `breaks` | one of `exclusive`, `inclusive` | `exclusive` |",
        "| `goals` * | list of texts, 1 to 4 |",
        "| `class_size` | `18`, `12-18` or [class size](#class-size-classsize) |",
    ],
)
def test_rows_say_what_a_key_takes_and_means(page: str, row: str) -> None:
    assert row in page


def test_the_chinese_page_has_the_same_keys_in_chinese(examples: Examples, page: str) -> None:
    chinese = make_reference(examples, CHINESE)
    keys = re.compile(r"^\| `(\w+)`", re.MULTILINE)
    table = '<a id="course">'
    assert keys.findall(chinese.partition(table)[2]) == keys.findall(page.partition(table)[2])
    assert "| `goals` * | 多条文字，1 到 4 |" in chinese and "取其一" in chinese
    assert "### 班级规模\n" in chinese and "[班级规模](#class-size-classsize)" in chinese
    assert not re.findall(r"^#+ [A-Za-z].*|\| \[[A-Za-z][^\]]*\]\(#", chinese, re.MULTILINE)
    assert not [
        line
        for line in chinese.splitlines()
        if keys.match(line) and line.count("|") > 4 and not re.search("[\u4e00-\u9fff]", line)
    ]


def test_every_kind_is_there_once_with_its_example(page: str) -> None:
    for words in KINDS.values():
        for word in words:
            assert len(re.findall(rf"^### `{word}`$", page, re.MULTILINE)) >= 1
            assert f"```yaml\nexample: of {word}\n```" in page


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_links_lead_to_parts_of_the_page(examples: Examples, language: str) -> None:
    text = make_reference(examples, language)
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", re.sub("`[^`]*`", "", text))) <= set(anchors)


def test_a_kind_without_an_example_is_refused(examples: Examples) -> None:
    some = {word: text for word, text in examples.kinds["slides"].items() if word != "concept"}
    with pytest.raises(KeyError, match="concept"):
        make_reference(Examples("", {**examples.kinds, "slides": some}, {}))


def test_examples_are_split_by_kind_as_they_are_written() -> None:
    text = "# About\none:\n  kind: one\n  list:\n    - a\n\ntwo:\n  kind: two\n"
    assert split_examples(text) == {"one": "kind: one\nlist:\n  - a", "two": "kind: two"}


# -- examples ---------------------------------------------------------------------------------


def test_every_key_has_an_example() -> None:
    shown = key_examples()
    missing = {
        f"{described(owner)}.{key}"
        for model in {*all_models(), Profile}
        for key in shapes_of(model)
        if (owner := owner_of(model, key), key) not in shown
    }
    assert not missing, "write an example into docs/examples/ of " + ", ".join(sorted(missing))


def mistakes_in(course: Path, profile: str = "") -> list[str]:
    """What is wrong with any tree of a course, placed."""
    report = Report()
    compose_request(Request(courses=(str(course),), profile=profile), report)
    return [str(item) for item in report if item.severity == "error"]


@pytest.mark.parametrize("course", ["small-course", "small-course.zh-CN", "draft-course"])
def test_the_courses_of_the_examples_are_built(course: str) -> None:
    assert not mistakes_in(EXAMPLES / course)


def test_the_course_of_every_key_is_built_for_a_client_and_with_a_trainers_notes() -> None:
    assert not mistakes_in(EXAMPLES / "whole-course", profile="north-bank")
    assert not mistakes_in(EXAMPLES / "whole-course", profile="south-bank")


def test_the_examples_of_kinds_are_built(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(course_of_kinds(), "utf-8")
    assert not mistakes_in(tmp_path)


def course_of_kinds() -> str:
    """A draft whose slides, sheets and diagrams are the examples of their kinds."""
    slides, sheets, diagrams = (
        split_examples((EXAMPLES / f"{name}.yaml").read_text("utf-8")) for name in ("slides", "sheets", "diagrams")
    )
    together = ("concept", "tool", "demo", "activity", "debrief")
    blocks = [[slides[word] for word in together], *([slides[word]] for word in slides if word not in together)]
    for word, text in sheets.items():
        minutes = sum(map(int, re.findall(r"\{minutes: (\d+)", text)))
        name = text.partition("\nid: ")[2].partition("\n")[0]
        if SHEETS[word].has_steps and name not in ("S2", "S3", "S4"):  # which slides use
            blocks.append([f"title: Work on it\nsheet: {name}\nminutes: {minutes}"])
    shown = [f"title: A drawing of this kind\nminutes: 2\ndiagram:\n{_in(text)}" for text in diagrams.values()]
    blocks += [shown[at : at + 8] for at in range(0, len(shown), 8)]
    listed = "\n".join(f"  - title: Block\n    slides:\n{_items(texts, 6)}" for texts in blocks)
    minutes = sum(int(match[1]) for texts in blocks for text in texts if (match := TIMED.search(text)))
    return (
        "status: draft\ntitle: Handing over\nlanguage: en\njob_aids: [T1]\nprework: [P1]\npostwork: [S13]\n"
        f"deliveries: [{{id: 1-day, day_minutes: {minutes}, start: 08:00, sitting: 480}}]\n"
        f"modules:\n- title: All kinds\n  blocks:\n{listed}\nsheets:\n{_items(list(sheets.values()), 0)}\n"
    ).replace(", 2-day: 8}", "}")


def _in(text: str, by: int = 2) -> str:
    return "\n".join(" " * by + line if line else line for line in text.splitlines())


def _items(texts: list[str], by: int) -> str:
    return "\n".join(" " * by + "- " + _in(text, by + 2).lstrip() for text in texts)
