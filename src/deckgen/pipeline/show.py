"""Requests into text: trees, agendas and plans as values the cli prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from deckgen.base.diagnostics import Report
from deckgen.documents.tree.dump import dump_book, dump_deck
from deckgen.pipeline.build import Made, Request, compose_request, plan_request
from deckgen.plan.views import PlanRow, agenda_json, agenda_rows, agenda_text

__all__ = ["TREES", "PlanRow", "plan_tables", "show_tree"]


def _deck(made: Made) -> str:
    return dump_deck(made.trees.deck) if made.trees else ""


def _workbook(made: Made) -> str:
    return dump_book(made.trees.workbook) if made.trees else ""


def _guide(made: Made) -> str:
    return dump_book(made.trees.guide) if made.trees and made.trees.guide else ""


TREES: dict[str, Callable[[Made], str]] = {"deck": _deck, "guide": _guide, "workbook": _workbook}


def show_tree(what: str, request: Request, report: Report) -> Iterator[tuple[str, str]]:
    """Heading and text of the tree asked for, for every delivery asked for."""
    if what == "agenda":
        for made in plan_request(request, report):
            yield _name(made), agenda_text(made.planned.course, made.planned.agenda)
        return
    for made in compose_request(request, report):
        yield _name(made), TREES[what](made)


def plan_tables(request: Request, report: Report) -> list[tuple[str, tuple[PlanRow, ...], dict[str, Any]]]:
    """Heading, rows and JSON of every plan asked for."""
    return [
        (
            f"{made.planned.course.title} · {made.planned.delivery.title}",
            tuple(agenda_rows(made.planned.agenda)),
            agenda_json(made.planned.course, made.planned.agenda),
        )
        for made in plan_request(request, report)
    ]


def _name(made: Made) -> str:
    return f"{made.planned.course.id} {made.planned.delivery.id}"
