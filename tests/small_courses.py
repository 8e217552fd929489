"""Small courses for planning, built from plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deckgen.model.course import Course

SLIDES = {
    "talk": {"kind": "concept", "title": "Three questions keep a handover whole", "minutes": 1},
    "activity": {
        "kind": "activity",
        "title": "Hand over your own shift",
        "minutes": 1,
        "task": "Try it",
        "output": "One",
    },
    "debrief": {
        "kind": "debrief",
        "title": "What did the listener hear",
        "minutes": 1,
        "questions": {"feel": "How was it?"},
    },
}


def make_block(key: str, minutes: str | int | None, **others: Any) -> dict[str, Any]:
    """A block whose slides have the minutes of the block."""
    parts = [int(part) for part in str(minutes).split("/")] if isinstance(minutes, str) else [2, 3, 1]
    slides = [{**SLIDES[name], "minutes": part} for name, part in zip(SLIDES, parts, strict=True) if part]
    made = {"id": key, "title": f"Block {key}", "method": "drill", "energy": 3, "objectives": ["O1"], "slides": slides}
    if minutes is not None:
        made["minutes"] = minutes
    return {**made, **others}


def make_course(
    delivery: str,
    declared: Mapping[str, tuple[int, float]],
    modules: Mapping[str, Sequence[dict[str, Any]]],
    **others: Any,
) -> Course:
    """The course as one delivery sees it; `declared` has days and hours by delivery."""
    data = {
        "id": "sample", "title": "Sample", "version": "1.0", "date": "2026-01-15", "language": "en",
        "audience": ["leads"], "class_size": {"min": 6, "max": 12},
        "objectives": [{"id": "O1", "verb": "do", "text": "Do it", "condition": "here", "standard": "well"}],
        "deliveries": [
            {"id": key, "title": key.upper(), "days": days, "hours": hours, "start": "09:00",
             "lunch": {"after": 2, "minutes": 60} if hours > 4 else None}
            for key, (days, hours) in declared.items()
        ],
        "modules": [
            {"id": key, "title": f"Module {key}", "short": key, "key_message": "Do", "hook": "Why?", "rationale": "So",
             "goals": ["Know"], "blocks": list(blocks)}
            for key, blocks in modules.items()
        ],
        **others,
    }  # fmt: skip
    return Course.model_validate(data)


def two_forms() -> dict[str, Course]:
    """A course of one and of two days: short forms of 300 minutes, full ones of 600 with a close and an opening."""
    short, full = {}, {}
    for module in ("M1", "M2", "M3"):
        short[module] = [
            make_block(f"{module}a", "3/5/2", core_skill=True),
            make_block(f"{module}b", "10/20/5", elastic=5, priority=3),
            make_block(f"{module}c", "8/14/3", elastic=3, priority=2),
            make_block(f"{module}d", "10/16/4", elastic=4, priority=1, conditions={"needs": [f"{module}b"]}),
        ]
        full[module] = [
            make_block(f"{module}a", "6/18/6", core_skill=True),
            make_block(f"{module}b", "10/32/18", elastic=6, priority=3),
            make_block(f"{module}c", "9/22/9", elastic=3, priority=2),
            make_block(f"{module}d", "10/35/15", elastic=4, priority=1, conditions={"needs": [f"{module}b"]}),
        ]
    full["M2"].insert(2, make_block("Z1", "2/9/4", kind="frame", place="day_end"))
    full["M2"].insert(3, make_block("Z2", "2/9/4", kind="frame", place="day_start"))
    declared = {"1-day": (1, 5.0), "2-day": (2, 10.0)}
    return {"1-day": make_course("1-day", declared, short), "2-day": make_course("2-day", declared, full)}
