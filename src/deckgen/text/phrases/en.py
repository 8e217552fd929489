"""Phrases in English."""

from __future__ import annotations

EN: dict[str, str] = {
    "activity": "Activity",
    "agenda": "Agenda",
    "answer": "Suggested answer",
    "break": "Break",
    "continued": "{title} (continued)",
    "course_map": "Course map",
    "day": "Day {n}",
    "debrief": "Debrief",
    "guide": "Facilitator guide",
    "lunch": "Lunch",
    "minutes": "{n} min",
    "module": "Module {n}",
    "objectives": "Objectives",
    "page": "Page {page} of {pages}",
    "recap": "Key points",
    "run_sheet": "Run sheet",
    "see_page": "See workbook page {page}",
    "sheet": "Exercise {n}",
    "source": "Source: {source}",
    "talk": "Talk",
    "workbook": "Participant workbook",
}
