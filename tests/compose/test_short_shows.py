"""Short ways when the room is behind: what a custom show leaves out, who leads to it, and what the notes say of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from deckgen.compose.deck import compose_deck
from deckgen.compose.handout import compose_handout
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.cuts import cut_list
from deckgen.plan.short import BEHIND, short_ways
from deckgen.tree import Deck, Slide
from deckgen.tree.dump import dump_element
from small_courses import make_block, make_course
from small_plans import schedule


@cache
def course(elastic: int = 4, days: int = 1) -> Course:
    """Blocks of 45 minutes, two a sitting, of which the second may be skipped."""
    blocks = [
        make_block(f"B{at}", "10/30/5", elastic=elastic, priority=2 if at % 2 else 5, late="Talk less.")
        for at in range(8 * days)
    ]
    modules = {"M1": blocks[:2], "M2": blocks[2:3], "M3": blocks[3:4], "M4": blocks[4:]}
    return make_course("d", {"d": (days, 6 * days)}, modules)


def made(**of_course: int) -> tuple[Agenda, Deck]:
    agenda = schedule(course(**of_course))
    return agenda, compose_deck(course(**of_course), agenda)


def notes(slide: Slide) -> str:
    return "\n".join(line for note in slide.notes for line in dump_element(note))


def test_what_elastic_minutes_do_not_make_up_for_is_left_out_of_the_half_day() -> None:
    agenda, _ = made()
    ways = short_ways(agenda)
    assert [(way.after, str(way.start), [entry.block.id for entry in way.dropped]) for way in ways] == [
        (0, "09:00", ["B3"]), (1, "10:45", ["B3"]), (2, "13:15", ["B5"]),
    ]  # fmt: skip
    assert [(way.elastic, way.saved) for way in ways] == [(16, 41), (8, 41), (16, 41)]  # never the last block of a day
    skipped = {cut.block for listed in cut_list(course(), agenda.days[0]) for cut in listed.cuts if cut.kind == "drop"}
    assert {entry.block.id for way in ways for entry in way.dropped} <= skipped  # as the guide has it


def test_where_elastic_minutes_are_enough_nothing_is_left_out() -> None:
    agenda, deck = made(elastic=BEHIND // 2)
    assert short_ways(agenda) == () and deck.shows == ()
    assert not any(slide.show for slide in deck.slides)


def test_a_show_has_all_slides_from_there_on_but_those_left_out() -> None:
    _, deck = made()
    order = [slide.id for slide in deck.slides]
    assert [(show.id, show.title) for show in deck.shows] == [
        ("agenda-1", "Short way from 09:00"), ("pause-1-1", "Short way from 10:45"),
        ("pause-1-2", "Short way from 13:15"),
    ]  # fmt: skip
    start, late, *_ = (show.slides for show in deck.shows)
    gone = {"M3", "B3.s1", "B3.s2", "B3.s3"}  # a module that is left out whole has no divider either
    assert start == tuple(key for key in order if key not in gone)
    assert late == tuple(key for key in order[order.index("pause-1-1") + 1 :] if key not in gone)


def test_the_slide_from_which_it_begins_leads_to_it_and_says_how() -> None:
    _, deck = made()
    slides = {slide.id: slide for slide in deck.slides}
    assert {key for key, slide in slides.items() if slide.show} == {show.id for show in deck.shows}
    said = notes(slides["pause-1-1"])
    assert "Custom Slide Show → “Short way from 10:45”" in said and "skips B3 and saves 41 min" in said


def test_the_shows_of_several_days_say_which_day_it_is() -> None:
    _, deck = made(days=2)
    titles = [show.title for show in deck.shows]
    assert "Short way, day 2 from 09:00" in titles and len(set(titles)) == len(titles)
    second = next(show for show in deck.shows if show.id == "agenda-2")
    assert second.slides[0] == "agenda-2"


def test_each_block_says_on_its_first_slide_what_it_can_give() -> None:
    _, deck = made()
    slides = {slide.id: slide for slide in deck.slides}
    assert "**If behind: **save 4 min: Talk less; if that is not enough, skip B1 whole and save 41 more" in notes(
        slides["B1.s1"]
    )
    assert "save 4 min: Talk less" in notes(slides["B2.s1"]) and "skip" not in notes(slides["B2.s1"])
    assert "If behind" not in notes(slides["B2.s2"])


@pytest.mark.parametrize("elastic", [0, 4])
def test_nothing_is_said_of_minutes_that_a_block_has_not(elastic: int) -> None:
    agenda, deck = made(elastic=elastic)
    said = {slide.id: notes(slide) for slide in deck.slides}
    for entry in agenda:
        told = said[entry.block.slide_ids[0]]
        assert ("save 4 min" in told) == bool(entry.elastic)
        assert ("**If behind: **skip" in told) == (not elastic and entry.block.id in ("B1", "B3", "B5"))


def test_a_handout_has_no_shows() -> None:
    agenda, deck = made()
    given = compose_handout(course(), agenda, replace(deck))
    assert given.shows == () and deck.shows
