"""What a form may name: the course and its delivery as plain texts, numbers and lists of records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckgen.base.units import Split
from deckgen.compose.desk import Desk
from deckgen.model.sheets import ActionPlanSheet, FollowupSheet, PreworkSheet, Sheet
from deckgen.text.dates import write_date


def form_values(desk: Desk) -> dict[str, Any]:
    """The values by name; marks of Markdown stay in texts, since forms are read as Markdown."""
    course, agenda = desk.course, desk.agenda
    delivery = agenda.delivery
    size = course.class_size
    return {
        "course": {
            "title": course.title,
            "subtitle": course.subtitle,
            "client": course.client,
            "version": course.version,
            "date": course.date,
            "author": course.author,
        },
        "delivery": {
            "title": delivery.title,
            "days": len(agenda.days),
            "hours": f"{delivery.hours:g}",
            "minutes": agenda.split.total,
        },
        "days": [
            {
                "number": day.number,
                "start": str(day.start),
                "end": str(day.end),
                "date": write_date(desk.kit.phrase, day.on) if day.on else "",
            }
            for day in agenda.days
        ],
        "modules": [_module(desk, module.id, module.title, module.label) for module in course.modules],
        "objectives": [item.sentence for item in course.objectives],
        "skills": [entry.block.title for entry in agenda if entry.block.core_skill],
        "contract": list(course.contract),
        "prework": _sheets(desk, course.prework),
        "followup": _sheets(desk, course.postwork),
        "tool_cards": _sheets(desk, course.job_aids),
        "plan": next(iter(_sheets(desk, _plans(desk))), None),
        "indicators": [item.title for item in course.indicators],
        "people": size.max if size else 0,
    }


def _module(desk: Desk, key: str, title: str, label: str) -> dict[str, Any]:
    minutes = sum((entry.split for entry in desk.agenda.of_module(key)), Split()).total
    return {"title": title, "label": label, "minutes": minutes}


def _plans(desk: Desk) -> list[str]:
    used = dict.fromkeys(key for entry in desk.agenda for key in entry.block.sheets)
    return [key for key in used if isinstance(desk.course.sheet(key), ActionPlanSheet)]


def _sheets(desk: Desk, keys: Iterable[str]) -> list[dict[str, str]]:
    return [_sheet(sheet) for key in keys if (sheet := desk.course.sheet(key))]


def _sheet(sheet: Sheet) -> dict[str, str]:
    effort = str(sheet.effort) if isinstance(sheet, PreworkSheet) else ""
    when = sheet.deadline if isinstance(sheet, PreworkSheet) else ""
    if isinstance(sheet, FollowupSheet):
        when = sheet.when
    return {"label": sheet.label, "title": sheet.title, "purpose": sheet.purpose, "when": when, "minutes": effort}
