"""What is shown during a break: when everybody is back, what comes then, and a clock that runs until then."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import plain
from deckgen.checks.length import check_slide_count
from deckgen.compose.deck import compose_deck
from deckgen.compose.handout import compose_handout
from deckgen.model.course import Course
from deckgen.model.diagrams.pause import Pause
from deckgen.tree import Deck, Slide
from small_courses import make_block, make_course
from small_plans import schedule


def _course() -> Course:
    blocks = [make_block(f"B1.{at}", "10/30/5") for at in range(1, 5)]
    return make_course("d", {"d": (1, 6)}, {"M1": blocks[:3], "M2": [*blocks[3:], *(
        make_block(f"B2.{at}", "10/30/5") for at in range(1, 5)
    )]})  # fmt: skip


def _deck() -> Deck:
    course = _course()
    return compose_deck(course, schedule(course))


def _pauses(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if slide.kind == "interval"]


def test_every_pause_of_the_plan_has_a_slide_behind_what_it_follows() -> None:
    course = _course()
    agenda, deck = schedule(course), _deck()
    sittings = [sitting for day in agenda.days for sitting in day.sittings]
    pauses = _pauses(deck)
    assert len(pauses) == sum(sitting.pause is not None for sitting in sittings) == 3
    ids = [slide.id for slide in deck.slides]
    for sitting, following, slide in zip(sittings, sittings[1:], pauses, strict=False):
        assert sitting.pause is not None
        record = slide.slots[0].content[0].record  # type: ignore[union-attr]
        assert isinstance(record, Pause)
        assert record.end == str(sitting.pause.end) and record.end in plain(slide.title)
        assert record.minutes == sitting.pause.end.minutes - sitting.pause.start.minutes
        assert record.following == following.entries[0].block.title
        assert slide.countdown == record.minutes * 60_000 and not slide.minutes
        assert ids[ids.index(slide.id) - 1].startswith(sitting.entries[-1].block.id)


def test_the_pauses_of_several_days_say_which_day_it_is() -> None:
    blocks = [make_block(f"B{at}", "10/30/5") for at in range(16)]
    course = make_course("d", {"d": (2, 12)}, {"M1": blocks[:8], "M2": blocks[8:]})
    agenda = schedule(course)
    expected = [
        f"Day {day.number}, {sitting.pause.kind.title()} until {sitting.pause.end}"
        for day in agenda.days
        for sitting in day.sittings
        if sitting.pause is not None
    ]
    assert [title[:5] for title in expected] == ["Day 1", "Day 1", "Day 1", "Day 2", "Day 2", "Day 2"]
    assert [plain(slide.title) for slide in _pauses(compose_deck(course, agenda))] == expected


def test_they_are_not_given_away_and_count_in_nobody_s_minutes() -> None:
    course = _course()
    agenda, deck = schedule(course), _deck()
    assert not _pauses(compose_handout(course, agenda, deck))
    taught = replace(deck, sections=tuple(
        replace(section, slides=tuple(slide for slide in section.slides if slide.kind != "interval"))
        for section in deck.sections
    ))  # fmt: skip
    counts = [[item.message for item in check_slide_count(course, agenda, shown)] for shown in (deck, taught)]
    assert counts[0] and counts[0] == counts[1]
