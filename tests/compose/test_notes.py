"""Notes of slides: all that the author wrote reaches the trainer, in the pane, in the guide, or in both."""

from __future__ import annotations

import re

import pytest

from compose.spaced import plain
from deckgen.compose.anchors import slide_ids
from deckgen.compose.deck import compose_deck
from deckgen.compose.guide import compose_guide
from deckgen.model.slides import DebriefSlide, Slide
from deckgen.pipeline.build import Made
from deckgen.plan import Agenda, Entry
from deckgen.tree import Deck, Table
from deckgen.tree.content import runs_in
from walk import bare, find

DELIVERIES = [("every-kind", "1-day"), ("every-kind", "2-day"), ("shift-handover", "90-min")]
SENTENCE = re.compile(r"(?<=[。！？.!?])(?![”’」\"])\s*|\n\n")
Cases = dict[tuple[str, str], Made]


def authored(agenda: Agenda) -> list[tuple[str, Slide, Entry]]:
    """Id, slide and block of every slide an author wrote."""
    return [
        (key, slide, entry) for entry in agenda for key, slide in zip(slide_ids(entry), entry.block.slides, strict=True)
    ]


def deck_of(case: Made) -> Deck:
    return compose_deck(case.planned.course, case.planned.agenda)


@pytest.mark.parametrize("case", DELIVERIES)
def test_the_pane_has_clock_words_questions_and_what_follows(case: tuple[str, str], cases: Cases) -> None:
    slides = {slide.id: slide for slide in deck_of(cases[case]).slides}
    lost = []
    for key, slide, _ in authored(cases[case].planned.agenda):
        pane = bare("\n".join(plain(para.runs) for para in slides[key].notes))
        said = [slide.glance, slide.purpose, *slide.key_points, *slide.do, slide.takeaway, slide.transition]
        for ask in slide.ask:
            said += [ask.q, *ask.expect, ask.follow_up, ask.if_silent]
        said += slide.say.split("\n\n")
        lost += [f"{key}: {text}" for text in said if text and bare(text) not in pane]
    assert not lost, "\n".join(lost[:10])


@pytest.mark.parametrize("case", DELIVERIES)
def test_the_guide_has_all_of_it_and_the_rest(case: tuple[str, str], cases: Cases) -> None:
    planned = cases[case].planned
    sections = compose_guide(planned.course, planned.agenda, {}).sections
    guide = "\n".join(bare(plain(words)) for section in sections for words in runs_in(section.children))
    lost = []
    for key, slide, _ in authored(planned.agenda):
        said = [slide.glance, slide.purpose, *slide.do, slide.takeaway, slide.transition]
        said += [] if getattr(slide, "sheet", None) else slide.key_points
        said += [*slide.materials, *slide.cautions, *slide.sources, *SENTENCE.split(slide.say)]
        for ask in slide.ask:
            said += [ask.q, *ask.expect, ask.follow_up, ask.if_silent]
        if slide.fallback:
            said += [slide.fallback.late, slide.fallback.short_of_people, slide.fallback.no_projector]
        if isinstance(slide, DebriefSlide):
            said += [question for _, question in slide.questions.asked]
        lost += [
            f"{key}: {text}" for text in said if text and bare(text).replace("\n", "") not in guide.replace("\n", "")
        ]
    assert not lost, "\n".join(lost[:10])


def test_clocks_run_through_the_day_and_begin_anew_on_the_second(cases: Cases) -> None:
    case = cases["every-kind", "2-day"]
    slides = {slide.id: plain(slide.notes[0].runs) for slide in deck_of(case).slides}
    assert slides["B0.1.s1"] == "时间：09:00–09:04（4 分钟）"
    assert slides["B2.1.s1"] == "时间：09:49–09:51（2 分钟）"  # behind the break
    assert slides["Z2.s1"] == "时间：09:00–09:01（1 分钟）"  # the second day
    assert slides["B3.3.s7"] == "时间：10:31–10:36（5 分钟）"


@pytest.mark.parametrize("case", DELIVERIES)
def test_slides_follow_one_another_without_a_gap(case: tuple[str, str], cases: Cases) -> None:
    slides = {slide.id: slide for slide in deck_of(cases[case]).slides}
    for entry in cases[case].planned.agenda:
        clock = entry.start
        for key, split in zip(slide_ids(entry), entry.slides, strict=True):
            slide = slides[key]
            said = plain(slide.notes[0].runs).replace("–", "-")
            assert f"{clock}-{clock.later(split.total)}" in said, slide.id
            assert slide.minutes == split.total
            clock = clock.later(split.total)
        assert clock == entry.end


def test_questions_of_the_guide_say_their_type_and_how_long_to_wait(cases: Cases) -> None:
    planned = cases["every-kind", "2-day"].planned
    rows = [row for table in find(compose_guide(planned.course, planned.agenda, {}), Table) for row in table.rows]
    asked = {}
    for row in rows:
        if row.cells[-1].role == "wait":
            question, wait = ("".join(bare(plain(words)) for words in runs_in(cell.content)) for cell in row.cells[1:])
            asked[question] = wait
    assert asked["三问的第二问是什么？"] == bare("回忆题　等3秒")
    assert asked["上一次意外让你多花了什么？"] == bare("经验题　等5秒")
