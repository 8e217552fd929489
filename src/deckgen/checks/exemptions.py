"""Exemptions that a course records: only of warnings that there are."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic
from deckgen.base.suggest import nearest, shorten
from deckgen.model.course import Course


def check_exemptions(course: Course) -> Iterator[Diagnostic]:
    """Exemptions of codes that do not exist, or of errors, which nobody is exempt from."""
    warnings = [code for code, meaning in CODES.items() if meaning.severity == "warning"]
    for exemption in course.exempt:
        code = exemption.code
        if code not in CODES:
            near = nearest(code, warnings, cutoff=0.5)
            hint = f"did you mean {near}?" if near else "write the code of a warning, for example DG406"
            yield Diagnostic("DG104", f"code: {shorten(code)} is not known here", exemption.at("code"), hint)
        elif CODES[code].severity == "error":
            message = f"{code} ({CODES[code].title}) is an error; only warnings can be exempted"
            yield Diagnostic("DG111", message, exemption.at("code"), "mend what it says, and take the exemption out")
