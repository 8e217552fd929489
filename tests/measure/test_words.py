"""Chinese words are known, and no break that is forced lies inside one; Latin words shrink before they break."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.draw.pen import Box, Plan, Words
from deckgen.draw.settle import settle
from deckgen.measure import balance_lines, breaks_words, inside_words, load_faces, widest_word
from deckgen.model.course import Course
from deckgen.model.diagrams import DIAGRAMS
from deckgen.pipeline.lexicon import is_chinese, terms_of
from deckgen.tree import Diagram, Shape
from small_courses import make_block, make_course

PLAIN = load_faces("latin-sans", "cjk-sans")
FACES = replace(PLAIN, terms=frozenset({"三问法", "小楠"}))
TORN = (
    "能认出沟通三雷区", "说清一线经理的核心价值", "认出低勤奋陷阱", "只捡跟指标有关的", "留下一条做法",
    "能用七步把任务接清楚", "每人出声走完一次七步，拿到一张打勾表", "报险兆的照卡说，接的人说三句", "个性有温度的服务",
)  # fmt: skip


def words_of(text: str, terms: frozenset[str] | None = frozenset()) -> list[str]:
    """The text parted wherever it may be."""
    inside = inside_words(text, terms)
    cuts = [0, *(at for at in range(1, len(text)) if at not in inside), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("能认出沟通陷阱", ["能", "认出", "沟通", "陷阱"]),
        ("小楠的三问法", ["小楠的", "三问法"]),  # names and terms of the course, a particle with its word
        ("讲15分钟，占88%", ["讲", "15分钟", "，", "占", "88%"]),
        ("翻到第 3 页", ["翻到", "第 3 页"]),
        ("写了GROW模型", ["写了", "GROW", "模型"]),
    ],
)
def test_words_are_those_of_the_language_and_of_the_course(text: str, words: list[str]) -> None:
    assert words_of(text, FACES.terms) == words


def test_words_are_looked_for_in_chinese_courses_only() -> None:
    assert inside_words("能认出沟通陷阱", None) == inside_words("Hand over the shift", frozenset()) == frozenset()
    assert not breaks_words(TORN[0], 20, 100, PLAIN) and breaks_words(TORN[0], 20, 100, FACES)


@pytest.mark.parametrize("text", TORN)
def test_no_forced_break_tears_a_word(text: str) -> None:
    forced = 0
    inside = inside_words(text, FACES.terms)
    for width in range(60, 260, 7):
        lines = balance_lines(text, 18, width, FACES).split("\n")
        assert "".join(lines) == text
        at = 0
        for line in lines[:-1]:
            at += len(line)
            forced += 1
            assert at not in inside, lines
    assert forced > 5


def test_the_labels_of_a_drawing_are_parted_between_words() -> None:
    record = DIAGRAMS["cards"].model_validate(
        {"type": "cards", "cards": [{"title": text, "text": text} for text in TORN[:4]]}
    )

    def torn(terms: frozenset[str] | None) -> int:
        count = 0
        for width in range(300, 700, 40):
            pen = Pen(replace(PLAIN, terms=terms), label=(18, 16), strong=(20, 16))
            drawing, _ = draw_diagram(Diagram(record, ""), Frame(40, 110, width, 300), pen)
            count += sum(torn_in(shape) for shape in drawing.shapes if isinstance(shape, Shape) and shape.text)
        return count

    def torn_in(shape: Shape) -> int:
        assert shape.text is not None
        count = 0
        for label in shape.text.labels:
            lines = "".join(run.text for run in label.runs).split("\n")
            inside, at = inside_words("".join(lines), frozenset()), 0
            for line in lines[:-1]:
                at += len(line)
                count += at in inside
        return count

    assert torn(frozenset()) == 0 < torn(None)


@pytest.mark.parametrize("word", ["GROWTH", "Feedback", "196/700"])
def test_a_latin_word_is_smaller_before_it_is_broken(word: str) -> None:
    pen = Pen(FACES, label=(20, 10), strong=(20, 10))
    width = widest_word(word, FACES) * 14.2  # at 14 points it has its line
    box = Box(Frame(0, 0, width, 200), (Words(word),))
    settled = settle("cards", pen, [Plan([box])])
    (shape,) = settled.draw("cards", "", box.frame).shapes
    assert isinstance(shape, Shape) and shape.text is not None
    assert shape.text.labels[0].size == 14.0 and not settled.misfits


def test_terms_are_those_of_the_glossary_and_the_names_of_people() -> None:
    course: Course = make_course(
        "d", {"d": (1, 1.0)}, {"M1": [make_block("B1", "20/30/10")]},
        glossary=[{"term": "三问交接（三问法）", "text": "…"}, {"term": "GROW", "text": "…"}],
        people=[{"name": "小楠", "role": "组员"}], language="zh-CN",
    )  # fmt: skip
    assert terms_of(course) == {"三问交接", "三问法", "小楠", "练习单", "工具卡"} and is_chinese(course)
    assert not is_chinese(course.model_copy(update={"language": "en"}))
