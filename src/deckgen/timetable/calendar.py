"""An agenda into an iCalendar file: one event a block and a pause, on floating local time.

Nothing comes from the clock: day 1 is the course's date, and so is every time stamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_lines

_FOLD = 75  # bytes of a line
_YEARS = range(1900, 2200)


def agenda_ics(course: Course, agenda: Agenda, first_day: date) -> str:
    """The plan as RFC 5545 text with lines that end in CR LF; days that have dates keep their distance."""
    say = course_phrases(course)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//deckgen//plan//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escape(f'{plain_lines(course.title)} {plain_lines(agenda.delivery.title)}')}")
    for day in agenda.days:
        on = first_day + (
            day.on - agenda.days[0].on if day.on and agenda.days[0].on else timedelta(days=day.number - 1)
        )
        for sitting in day.sittings:
            for entry in sitting.entries:
                note = f"{entry.block.method}{say('semicolon')}{say('split_value', split=entry.split)}"
                key = f"{agenda.delivery.id}-{entry.block.id}"
                title = f"{entry.block.id} {plain_lines(entry.block.title)}"
                lines += _event(course, key, on, entry.start, entry.end, title, note, first_day)
            if sitting.pause is not None:
                pause = sitting.pause
                key = f"{agenda.delivery.id}-{pause.kind}-{day.number}-{sitting.number}"
                lines += _event(course, key, on, pause.start, pause.end, say(pause.kind), "", first_day)
    lines.append("END:VCALENDAR")
    return "".join(part + "\r\n" for line in lines for part in _fold(line))


def course_date(course: Course) -> date | None:
    """The course's date, if a calendar can begin on it."""
    try:
        day = date.fromisoformat(course.date)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _event(
    course: Course, key: str, on: date, start: Clock, end: Clock, title: str, note: str, stamp: date
) -> list[str]:
    event = ["BEGIN:VEVENT", f"UID:{course.id}-{key}@deckgen", f"DTSTAMP:{stamp:%Y%m%d}T000000Z"]
    event += [f"DTSTART:{_time(on, start)}", f"DTEND:{_time(on, end)}", f"SUMMARY:{_escape(title)}"]
    if course.room is not None and course.room.name:
        event.append(f"LOCATION:{_escape(plain_lines(course.room.name))}")
    if note:
        event.append(f"DESCRIPTION:{_escape(note)}")
    return [*event, "END:VEVENT"]


def _time(on: date, clock: Clock) -> str:
    return f"{on + timedelta(days=clock.minutes // 1440):%Y%m%d}T{str(Clock(clock.minutes % 1440)).replace(':', '')}00"


def _escape(text: str) -> str:
    """A text as RFC 5545 writes it: its marks and line ends escaped, no other control characters."""
    escaped = re.sub(r"([\\;,])", r"\\\1", re.sub(r"\r\n?|[\u2028\u2029]", "\n", text))
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", escaped).replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, never inside a character; the later ones begin with a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += char
        size += width
    yield piece
