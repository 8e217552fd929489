"""Plans of small courses, for tests of what shows them."""

from __future__ import annotations

from deckgen.base.diagnostics import Report
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery


def schedule(course: Course, **changes: object) -> Agenda:
    """The agenda of the course's first delivery with some of its values changed; there is nothing to report."""
    report = Report()
    agenda = plan_delivery(course, course.deliveries[0].model_copy(update=changes), report)
    assert agenda is not None and not len(report), list(report)
    return agenda
