"""Which sheets of a delivery are loose papers: sent ahead, handed out, taken home, cut out or handed in, so bound into
no book.
"""

from __future__ import annotations

from deckgen.model.course import Course
from deckgen.model.sheets import FollowupSheet, Sheet

HANDED_IN = "feedback"  # the form that participants fill in and hand back


def is_loose(course: Course, sheet_id: str) -> bool:
    """Whether a sheet is a paper of its own. What is done between two days stays in the workbook."""
    if sheet_id in course.overnight:
        return False
    if sheet_id in (*course.prework, *course.postwork, *course.job_aids):
        return True
    return is_form(course.sheet(sheet_id)) or is_handed_out(course, sheet_id)


def is_handed_out(course: Course, sheet_id: str) -> bool:
    """Whether the whole sheet is given to participants in class, on paper."""
    sheet = course.sheet(sheet_id)
    return sheet is not None and sheet.handed_out == "sheet"


def is_form(sheet: Sheet | None) -> bool:
    """Whether a sheet is a form that is handed in."""
    return isinstance(sheet, FollowupSheet) and sheet.form == HANDED_IN
