"""The one table of diagnostic codes.

Ranges: DG0xx reading YAML; DG1xx shape of the data; DG2xx references; DG3xx planning;
DG4xx rules of the deliverables; DG5xx fit and pagination; DG6xx theme; DG7xx options and output.
A code is never reused for another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic code means, and whether it stops the build."""

    title: str
    severity: Literal["error", "warning"] = "error"


CODES: dict[str, Code] = {
    # reading YAML
    # shape of the data
    # references
    # planning
    # rules of the deliverables
    # fit and pagination
    # theme
    # options and output
}
