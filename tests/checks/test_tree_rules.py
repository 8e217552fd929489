"""Each rule of decks and books speaks where it should and stays silent at its very limit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.edited import PROPERTIES, codes_of, edited_course, edited_day, planned, resplit
from deckgen.base.diagnostics import Span
from deckgen.base.runs import runs
from deckgen.base.units import Clock, Split
from deckgen.checks.builds import check_builds
from deckgen.checks.exemptions import check_exemptions
from deckgen.checks.leaks import check_deck_leaks, check_given_away, check_workbook_leaks
from deckgen.checks.length import check_slide_count
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Deck,
    DeckSection,
    Group,
    Para,
    Row,
    Slide,
    Slot,
    Table,
)


def _slide(text: str, number: int = 1) -> Slide:
    para = Para(runs(text))
    return Slide(
        f"s{number}", "concept", "text", runs("Title"), (Slot("body", (para,)),), span=Span("course.yaml", 3, 1)
    )


def _deck(*slides: Slide) -> Deck:
    return Deck(PROPERTIES, (DeckSection("M1", "Module", slides),))


def _workbook(*children: object) -> Book:
    section = BookSection("M1", "Module", tuple(children))  # type: ignore[arg-type]
    return Book("workbook", PROPERTIES, (section,))


def test_names_of_other_deliveries_are_found_on_slides_and_their_own_are_not() -> None:
    course = edited_course()
    agenda = planned(course)
    assert list(check_deck_leaks(course, agenda, _deck(_slide("Sixty minutes are enough")))) == []
    (found,) = check_deck_leaks(course, agenda, _deck(_slide("See you in the Ninety minutes course")))
    assert found.code == "DG418" and str(found.span) == "course.yaml:3:1"


def test_what_is_the_facilitators_is_found_by_its_role() -> None:
    course = edited_course()
    agenda = planned(course)
    quiet = Group((Para(runs("What I skip")),), "S1", "sheet")
    assert list(check_workbook_leaks(course, agenda, _workbook(quiet))) == []
    celled = Table((1.0,), (), (Row((Cell((Para(runs("Yes"), "say"),)),)),), "A table")
    boxed = Callout("info", (), (Callout("answer", (), (Para(runs("Yes")),)),))
    for theirs in (Para(runs("Yes"), "transition"), celled, boxed, Group((), "S1", "answer")):
        (found,) = check_workbook_leaks(course, agenda, _workbook(Group((theirs,), "S1", "sheet")))
        assert found.code == "DG417" and found.span == course.sheets[0].span
    shown = replace(_slide("Yes"), slots=(Slot("body", (Para(runs("Yes"), "answer"),)),))
    (found,) = check_deck_leaks(course, agenda, _deck(shown))
    assert found.code == "DG417" and found.span == shown.span


@pytest.mark.parametrize(("slides", "codes"), [(20, ["DG416"]), (21, []), (39, []), (40, ["DG416"])])
def test_seven_to_thirteen_slides_an_hour(slides: int, codes: list[str]) -> None:
    course, agenda = edited_day()
    three_hours = resplit(agenda, Split(4, 63, 23), Split(2, 64, 24))
    deck = _deck(*(_slide("Text", number) for number in range(slides)))
    assert codes_of(check_slide_count(course, three_hours, deck)) == codes


def test_short_deliveries_may_have_as_many_slides_as_they_like() -> None:
    course = edited_course()
    agenda = planned(course)
    assert agenda.days[0].start == Clock(14 * 60)
    assert list(check_slide_count(course, agenda, _deck(*(_slide("Text", n) for n in range(60))))) == []


@pytest.mark.parametrize(("asked", "built", "codes"), [(True, True, []), (True, False, ["DG446"]), (None, False, [])])
def test_what_is_to_appear_item_by_item_has_items(asked: bool | None, built: bool, codes: list[str]) -> None:
    course = edited_course()
    block = course.blocks[0]
    slides = (block.slides[0].model_copy(update={"build": asked}), *block.slides[1:])
    module = course.modules[0].model_copy(
        update={"blocks": (block.model_copy(update={"slides": slides}), *course.modules[0].blocks[1:])}
    )
    course = course.model_copy(update={"modules": (module, *course.modules[1:])})
    going_on = replace(
        _slide("Text"), id=f"{block.slide_ids[0]}+1", build=built
    )  # what is built may be on the next one
    assert codes_of(check_builds(course, planned(course), _deck(_slide("Text"), going_on))) == codes


def test_only_warnings_that_there_are_can_be_exempted() -> None:
    text = "exempt: [{code: DG406, reason: Fine}, {code: DG401, reason: Fine}, {code: DG999, reason: Fine}]\n"
    found = list(check_exemptions(edited_course(("language: en\n", f"language: en\n{text}"))))
    assert [item.code for item in found] == ["DG111", "DG104"]


def test_a_paper_that_is_given_away_holds_nothing_of_the_facilitator_or_of_another_delivery() -> None:
    course = edited_course()
    agenda = planned(course)
    other = next(item.id for item in course.deliveries if item.id != agenda.delivery.id)
    children = (Group((Para(runs("Key"), "answer"),), "S2"), Para(runs(f"See {other}")), Para(runs("Plain")))
    paper = Book("posttest", PROPERTIES, (BookSection("posttest", "Test", children),))
    found = list(check_given_away(course, agenda, paper, "posttest"))
    assert [(item.code, "posttest" in item.message) for item in found] == [("DG417", True), ("DG418", True)]
