"""Each kind of sheet has a board of its own, which shows nothing that is the facilitator's."""

from __future__ import annotations

import pytest

from deckgen.compose.kit import Kit
from deckgen.compose.slides.boards import show_kind, show_ring
from deckgen.model.sheets import RoleplaySheet
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases

DESIGNS = {
    "case": "case", "cocreation": "wall", "discussion": "talk", "drill": "lanes", "poll": "talk", "roleplay": "track",
    "selftest": "scale",
}  # fmt: skip


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["every-kind", "2-day"].planned
    return Kit(planned.course, planned.agenda, phrases("zh-CN"), "slide")


def test_every_kind_of_sheet_has_its_design(kit: Kit) -> None:
    seen = {}
    for sheet in kit.course.sheets:
        shown = show_kind(kit, sheet)
        assert shown["word"] == kit.phrase(f"kind.{sheet.kind}")
        assert shown["design"] == DESIGNS.get(sheet.kind, shown["design"])
        seen[sheet.kind] = shown["design"]
    assert set(DESIGNS) <= set(seen)
    assert seen["solo"] in ("page", "list")


def test_of_role_cards_a_board_shows_names_and_letters_alone(kit: Kit) -> None:
    sheets = [sheet for sheet in kit.course.sheets if isinstance(sheet, RoleplaySheet)]
    assert sheets
    for sheet in sheets:
        shown = repr(show_kind(kit, sheet))
        for card in sheet.cards:
            assert card.name in shown
            assert all(text not in shown for text in (card.identity, card.goal, card.knows, card.hidden) if text)


def test_people_of_the_course_stand_in_the_ring_and_others_only_where_they_are_too_few(kit: Kit) -> None:
    names = [person.name for person in kit.course.people]
    ring = show_ring(kit)["who"]
    assert len(ring) == len(set(ring)) == 8 and set(ring) <= set(names)
