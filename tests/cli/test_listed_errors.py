"""Diagnostics in a terminal and as data: what there is too much of is counted, and the count is right."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.cli.report import MAX_ERRORS, MAX_PLACES, print_diagnostics


def many(code: str, count: int) -> list[Diagnostic]:
    return [Diagnostic(code, f"number {n} is wrong", Span("no.yaml", n, 1), "mend it") for n in range(1, count + 1)]


@pytest.mark.parametrize("more", [0, 1, 7])
def test_errors_of_one_code_are_listed_up_to_a_limit(more: int, capsys: pytest.CaptureFixture[str]) -> None:
    print_diagnostics(many("DG105", MAX_ERRORS + more))
    said = capsys.readouterr().err
    assert said.count("is wrong") == MAX_ERRORS
    assert f"number {MAX_ERRORS} is wrong" in said and f"number {MAX_ERRORS + 1} is wrong" not in said
    assert (f"and {more} more DG105" in said) == bool(more)
    assert said.endswith(f"{MAX_ERRORS + more} errors\n")


@pytest.mark.parametrize("more", [0, 1])
def test_places_of_one_warning_are_listed_up_to_a_limit(more: int, capsys: pytest.CaptureFixture[str]) -> None:
    print_diagnostics(many("DG410", MAX_PLACES + more))
    said = capsys.readouterr().err
    assert said.count("is wrong") == MAX_PLACES
    assert (f"and {more} more" in said) == bool(more)
    assert said.endswith(f"{MAX_PLACES + more} warnings\n")
