"""Nothing is forgotten: every kind, type, element, role, word and code stands in every table that must know it.

One run names all that is missing at once; `CONTRIBUTING.md` says which files a new thing takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from catalogue.codes import code_gaps, rule_gaps
from catalogue.elements import element_gaps, role_gaps
from catalogue.gap import attempt
from catalogue.kinds import kind_gaps
from catalogue.reference import meaning_gaps, reference_gaps
from catalogue.words import word_gaps
from deckgen import draw
from deckgen.base import codes
from deckgen.compose import slides as composed_slides
from deckgen.model import slides as model_slides
from deckgen.pipeline.build import Made
from deckgen.text.phrases import LANGUAGES

GAPS: tuple[Callable[[], Iterator[str]], ...] = (
    reference_gaps,
    meaning_gaps,
    kind_gaps,
    element_gaps,
    role_gaps,
    code_gaps,
    rule_gaps,
)


def _all_gaps(cases: dict[tuple[str, str], Made]) -> list[str]:
    gaps = [gap for check in GAPS for gap in attempt(check.__name__, check)]
    return [*gaps, *attempt("words", lambda: word_gaps(list(cases.values())))]


def test_nothing_is_forgotten(cases: dict[tuple[str, str], Made]) -> None:
    gaps = _all_gaps(cases)
    assert not gaps, "\n".join([f"{len(gaps)} missing:", *gaps])


def test_whatever_is_missing_is_named_at_once(
    cases: dict[tuple[str, str], Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(composed_slides.SLIDES, "tool")
    monkeypatch.delitem(model_slides.SLIDES, "demo")
    monkeypatch.delitem(draw.DRAWINGS, "hub")
    monkeypatch.delitem(codes.CODES, "DG404")
    monkeypatch.setitem(codes.CODES, "DG999", codes.Code("a code that nothing uses"))
    monkeypatch.setitem(model_slides.SLIDES, "film", model_slides.ToolSlide)
    monkeypatch.setitem(LANGUAGES, "en", {key: text for key, text in LANGUAGES["en"].items() if key != "kind.solo"})
    gaps = "\n".join(_all_gaps({}))
    for gap in (
        "model/slides/__init__.py lacks demo of demo.py: an import and a line of the union",
        "draw/__init__.py lacks a row for draw_hub of hub.py",
        "compose/slides/__init__.py lacks tool",
        "compose/slides/__init__.py lacks film",
        "docs/examples/slides.yaml lacks film",
        "checks/slides.py uses DG404, which base/codes.py does not declare",
        "base/codes.py declares DG999 (a code that nothing uses), which nothing uses",
        "DG999 (a code that nothing uses) has no case",
        "the phrases of en lack kind.solo",
        "no course of tests/cases has a ConceptSlide whose kind is concept",
        "no course of tests/cases has a Drawing whose type is hub",
    ):
        assert gap in gaps, gap


def test_a_check_that_breaks_is_a_gap_like_others() -> None:
    def broken() -> Iterator[str]:
        yield "a row is missing"
        raise KeyError("film")

    assert list(attempt("slides", broken)) == ["a row is missing", "slides: KeyError: 'film'"]
