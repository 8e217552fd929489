"""Slides in reserve: at the back, in nobody's way, reached from where they belong, and never given away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckgen.base.runs import plain
from deckgen.checks.leaks import check_deck_leaks
from deckgen.checks.length import check_slide_count
from deckgen.compose.deck import compose_deck
from deckgen.compose.handout import compose_handout
from deckgen.pipeline.build import Made
from deckgen.tree import Deck, Slide
from deckgen.tree.content import runs_in
from deckgen.tree.dump import dump_element
from small_courses import make_block, make_course
from small_plans import schedule

Cases = dict[tuple[str, str], Made]


def said(slide: Slide) -> str:
    return "\n".join(plain(runs) for slot in slide.slots for runs in runs_in(slot.content))


def notes(slide: Slide) -> str:
    return "\n".join(line for note in slide.notes for line in dump_element(note))


@pytest.fixture(scope="module")
def deck() -> Deck:
    """A block whose second and third slides are in reserve, and one whose first is."""
    first, second = make_block("B1", "10/20/5"), make_block("B2", "10/20/5")
    spare = {"kind": "concept", "title": "If somebody asks", "minutes": 0, "hidden": True, "points": ["So"]}
    first["slides"][1:1] = [spare, {**spare, "title": "And again"}]
    second["slides"].insert(0, {**spare, "title": "Before all"})
    course = make_course("d", {"d": (1, 70 / 60)}, {"M1": [first], "M2": [second]})
    return compose_deck(course, schedule(course))


def test_hidden_slides_stand_in_a_section_of_their_own_behind_all_others(deck: Deck) -> None:
    *_, closing, reserve = deck.sections
    assert closing.id == "closing" and (reserve.id, reserve.title) == ("reserve", "Reserve slides")
    assert [slide.id for slide in reserve.slides] == ["B1.s2", "B1.s3", "B2.s1"]
    assert all(slide.hidden == (slide in reserve.slides) for slide in deck.slides)


def test_they_are_reached_from_the_slide_they_belong_to_and_lead_back(deck: Deck) -> None:
    slides = {slide.id: slide for slide in deck.slides}
    assert {key: slide.reserve for key, slide in slides.items() if slide.reserve} == {
        "B1.s1": "B1.s2",
        "M2": "B2.s1",
    }
    assert [slides[key].back for key in ("B1.s2", "B1.s3", "B2.s1")] == ["B1.s1", "B1.s1", "M2"]
    assert "“If somebody asks” is at the back; click the page number" in notes(slides["B1.s1"])
    assert "“And again”" in notes(slides["B1.s1"])
    assert not any(slide.id in show.slides for show in deck.shows for slide in slides.values() if slide.hidden)


def _of_case(made: Made) -> Iterator[Slide]:
    deck = compose_deck(made.planned.course, made.planned.agenda)
    yield from (slide for slide in deck.slides if slide.kind == "reserve")


def test_a_board_keeps_the_text_and_the_answers_of_its_sheet_in_reserve(cases: Cases) -> None:
    made = cases["every-kind", "2-day"]
    text, key = _of_case(made)
    sheet = next(sheet for sheet in made.planned.course.sheets if sheet.kind == "case")
    assert text.id.removesuffix(".text") == key.id.removesuffix(".key") and text.hidden and key.hidden
    assert plain(text.title).startswith(sheet.title) and sheet.questions[0] in said(text)  # type: ignore[attr-defined]
    assert sheet.guide is not None and all(answer[:8] in said(key) for answer in sheet.guide.key)
    assert not text.minutes and not key.minutes


def test_answers_never_leave_the_trainers_deck(cases: Cases) -> None:
    made = cases["every-kind", "2-day"]
    course, agenda = made.planned.course, made.planned.agenda
    deck = compose_deck(course, agenda)
    assert not [*check_deck_leaks(course, agenda, deck)]
    given = compose_handout(course, agenda, deck)
    assert "reserve" not in {slide.kind for slide in given.slides} and "reserve" not in {
        one.id for one in given.sections
    }
    shown = replace(deck, sections=tuple(
        replace(one, slides=tuple(replace(slide, hidden=False) for slide in one.slides)) for one in deck.sections
    ))  # fmt: skip
    assert [item.code for item in check_deck_leaks(course, agenda, shown)] == ["DG417"]  # shown by mistake, it is told
    (key,) = (slide for slide in compose_handout(course, agenda, shown).slides if slide.id.endswith(".key"))
    assert not said(key)  # and not handed out even then


def test_they_count_in_no_number_of_slides(cases: Cases) -> None:
    made = cases["every-kind", "2-day"]
    deck = compose_deck(made.planned.course, made.planned.agenda)
    fewer = replace(deck, sections=deck.sections[:-1])
    counted = [[*check_slide_count(made.planned.course, made.planned.agenda, one)] for one in (deck, fewer)]
    assert counted[0] == counted[1]
    assert [slide.id for slide in deck.slides][: len(fewer.slides)] == [slide.id for slide in fewer.slides]


def test_what_opens_and_closes_a_day_are_sections_of_their_own() -> None:
    blocks = [make_block(f"B{at}", "10/30/5") for at in range(14)]
    close = make_block("Z1", "5/30/10", kind="frame", place="day_end")
    opening = make_block("Z2", "5/30/10", kind="frame", place="day_start")
    modules = {"M1": blocks[:6], "M2": [blocks[6], close, opening, *blocks[7:9]], "M3": blocks[9:]}
    course = make_course("d", {"d": (2, 12)}, modules)
    sections = compose_deck(course, schedule(course)).sections
    assert [(section.id, section.title) for section in sections] == [
        ("opening", "Opening"), ("M1", "Module M1"), ("M2", "Module M2"), ("day_end-1", "End of day 1"),
        ("day_start-2", "Beginning of day 2"), ("M2+1", "Module M2"), ("M3", "Module M3"), ("closing", "Closing"),
    ]  # fmt: skip
    by_id = {section.id: [slide.id for slide in section.slides] for section in sections}
    assert by_id["day_start-2"][:3] == ["agenda-2", "day-2", "Z2.s1"] and by_id["day_end-1"][0] == "Z1.s1"
