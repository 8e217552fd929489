"""Where the texts of a course are written, by the ids that its books carry."""

from __future__ import annotations

from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.compose.origins import Origins, bare, origins_of
from deckgen.pipeline.build import Request, plan_request
from deckgen.pipeline.planning import Planned

__all__ = ["Origins", "bare", "find_origins", "origins_in", "text_at"]


def find_origins(folder: Path, delivery: str, report: Report) -> Origins | None:
    """Every text of a delivery by its id; None, and the mistakes of the course, when it has some."""
    planned = plan_request(Request(courses=(folder.as_posix(),), delivery=delivery), report)
    if not planned or report.has_errors:
        return None
    return origins_in(planned[0].planned)


def origins_in(planned: Planned) -> Origins:
    """Every text of a planned delivery by its id."""
    return origins_of(planned.course, planned.numbers)


def text_at(origins: Origins, name: str, text: str) -> str:
    """The id of a text that was written under `name`: ids of items are counted, so that one further down may be meant.

    Where nothing says the text any more, or several things do, it is `name`.
    """
    names = origins.by_text.get(bare(text), ())
    return names[0] if name not in names and len(names) == 1 else name
