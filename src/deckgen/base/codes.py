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
    "DG601": Code("a theme lacks an answer"),
    "DG602": Code("a theme names a layout its deck template does not have"),
    "DG603": Code("a theme names a placeholder its layout does not have"),
    "DG604": Code("a theme answers what nobody asks"),
    "DG605": Code("a theme has a value that cannot be used"),
    "DG606": Code("a theme has a colour that cannot be read"),
    "DG607": Code("text of a theme has too little contrast"),
    "DG608": Code("theme not found"),
    "DG609": Code("a theme's template cannot be read"),
    # options and output
}
