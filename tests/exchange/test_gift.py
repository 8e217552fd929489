"""The question bank as GIFT, read back by a parser that is not ours."""

from __future__ import annotations

import re

import pytest
from pygiftparser import parser  # type: ignore[import-untyped]

from deckgen.exchange.gift import write_gift
from deckgen.model.course import Course, Question
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases

Cases = dict[tuple[str, str], Made]


@pytest.fixture
def course(cases: Cases) -> Course:
    return cases["every-kind", "2-day"].planned.course


def read(course: Course) -> list[object]:
    return list(parser.parseFile(iter(write_gift(course, phrases("zh-CN")).decode().splitlines(keepends=True))))


def told(question: object) -> tuple[str, str, dict[str, float]]:
    """Title, stem and the weight of every answer."""
    answers = {bare(answer.answer): answer.fraction for answer in question.answers.answers}  # type: ignore[attr-defined]
    return question.title, bare(question.text.strip()), answers  # type: ignore[attr-defined]


def bare(text: str) -> str:
    """A text without the marks that escape others, which the parser leaves in."""
    return re.sub(r"\\([~=#{}:\\])", r"\1", text)


def test_a_parser_of_moodle_s_format_reads_every_question(course: Course) -> None:
    questions = read(course)
    assert [question.title.strip() for question in questions] == ["Q1", "Q2", "Q3", "Q4"]  # type: ignore[attr-defined]
    assert all(question.valid for question in questions)  # type: ignore[attr-defined]
    _, stem, answers = told(questions[0])
    assert stem == "交班时先说哪一问？" and answers == {"还有什么没完": 100, "谁负责": 0, "什么时候要": 0}
    assert told(questions[1])[2] == {
        "退款一件张敏四点前回电": 50, "退款一件尽快处理": -100, "换货一件李强明早九点前": 50,
    }  # fmt: skip


def test_marks_of_the_format_are_text_in_a_question(course: Course) -> None:
    marked = Question(
        id="Q9", module="M1", objective="O1", form="pre", type="single", stem="What is {x} ~ y = 3 #?",
        options=("a = b", "c ~ d: e"), answer="B", rationale="No {braces}.",
    )  # fmt: skip
    with_marks = course.model_copy(update={"questions": (marked,)})
    (question,) = read(with_marks)
    _, stem, answers = told(question)
    written = write_gift(with_marks, phrases("zh-CN")).decode()
    assert "What is \\{x\\} \\~ y \\= 3 \\#?" in written and "=c \\~ d\\: e\n" in written
    assert stem == "What is {x} ~ y = 3 #?" and answers == {"a = b": 0, "c ~ d: e": 100}


def test_statements_say_whether_they_are_true(course: Course) -> None:
    text = write_gift(course, phrases("zh-CN")).decode()
    assert "::Q3:: 一件事可以由一个部门负责。 {FALSE####部门不会回电话，人才会。}" in text
    true = course.questions[2].model_copy(update={"answer": "对"})
    assert "{TRUE####" in write_gift(course.model_copy(update={"questions": (true,)}), phrases("zh-CN")).decode()
    assert text.count("$CATEGORY: every-kind/") == 2
