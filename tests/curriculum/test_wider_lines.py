"""Nothing on a slide overflows when every line is a little wider than measured."""

from __future__ import annotations

import pytest

from curriculum.conftest import ROOT
from deckgen.base.diagnostics import Report
from deckgen.measure import load_faces
from deckgen.pipeline.build import Made, Request, compose_request
from wider_lines import Wider

pytestmark = pytest.mark.slow
WIDER = 1.05
COURSES = ("cs-frontline-leadership", "blameless-reviews")


@pytest.fixture(scope="module")
def decks() -> tuple[Made, ...]:
    report = Report()
    asked = Request(courses=COURSES, curriculum=ROOT / "curriculum", themes=ROOT / "themes", kinds=("deck",))
    made = tuple(compose_request(asked, report))
    assert not report.has_errors
    return made


def _over(made: Made, share: float) -> list[str]:
    assert made.dress is not None and made.trees is not None and made.trees.deck is not None
    theme = made.dress.theme.for_language(made.planned.course.language)
    faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
    wider = Wider(made.dress.templates.deck.geometry, theme, faces, share)
    return [f"{slide.id}: {text}" for slide in made.trees.deck.slides for text in wider.over(slide)]


def test_nothing_overflows_when_lines_are_five_per_cent_wider(decks: tuple[Made, ...]) -> None:
    over = {f"{made.planned.course.id} {made.planned.delivery.id}": _over(made, WIDER) for made in decks}
    assert len(over) >= 4 and not any(over.values()), over


def test_lines_a_fifth_wider_would_overflow(decks: tuple[Made, ...]) -> None:
    assert all(_over(made, 1.2) for made in decks), "else nothing is measured"
