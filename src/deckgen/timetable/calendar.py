"""An agenda into an iCalendar file: one event a block and a pause, on floating local time.

Nothing comes from the clock: day 1 is the course's date, and so is every time stamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_lines

_FOLD = 75  # bytes of a line
_YEARS = range(1900, 2200)


def agenda_ics(course: Course, agenda: Agenda, first_day: date) -> str:
    """The plan as RFC 5545 text with lines that end in CR LF; days that have dates keep their distance."""
    say = course_phrases(course)
    lines = _opening(f"{plain_lines(course.title)} {plain_lines(agenda.delivery.title)}")
    for day in agenda.days:
        on = _date_of(day, agenda, first_day)
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
    return _write([*lines, "END:VCALENDAR"])


FOLLOW_UP = (1, 7, 30, 60, 90)
"""Days after the course on which participants are reminded."""


def course_ics(course: Course, agenda: Agenda, first_day: date) -> str:
    """The days of a delivery for those who come: one event a day, its sittings and pauses in the text."""
    say = course_phrases(course)
    lines = _opening(f"{plain_lines(course.title)} {plain_lines(agenda.delivery.title)}")
    several = len(agenda.days) > 1
    for day in agenda.days:
        rows = []
        for sitting in day.sittings:
            rows.append(f"{sitting.start}–{sitting.end} {say('sitting_number', n=sitting.number)}")
            if (pause := sitting.pause) is not None:
                rows.append(f"{pause.start}–{pause.end} {say(pause.kind)}")
        which = f" {say('day_short', n=day.number)}" if several else ""
        key, title = f"{agenda.delivery.id}-day-{day.number}", f"{plain_lines(course.title)}{which}"
        on = _date_of(day, agenda, first_day)
        lines += _event(course, key, on, day.start, day.end, title, "\n".join(rows), first_day)
    return _write([*lines, "END:VCALENDAR"])


def followup_ics(course: Course, agenda: Agenda, first_day: date) -> str:
    """What participants do on the days after the last one that `FOLLOW_UP` names, as events of whole days."""
    say = course_phrases(course)
    lines = _opening(say("followup_calendar_of", title=plain_lines(course.title)))
    last = _date_of(agenda.days[-1], agenda, first_day)
    for number in FOLLOW_UP:
        on = last + timedelta(days=number)
        key = f"{agenda.delivery.id}-followup-{number}"
        lines += ["BEGIN:VEVENT", f"UID:{course.id}-{key}@deckgen", f"DTSTAMP:{first_day:%Y%m%d}T000000Z"]
        lines += [f"DTSTART;VALUE=DATE:{on:%Y%m%d}", f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"]
        lines.append(f"SUMMARY:{_escape(say('followup_event', title=plain_lines(course.title), n=number))}")
        lines += [f"DESCRIPTION:{_escape(say(f'followup_event.{number}'))}", "TRANSP:TRANSPARENT", "END:VEVENT"]
    return _write([*lines, "END:VCALENDAR"])


def _opening(name: str) -> list[str]:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//deckgen//plan//EN", "CALSCALE:GREGORIAN"]
    return [*head, f"X-WR-CALNAME:{_escape(name)}"]


def _write(lines: Iterable[str]) -> str:
    return "".join(part + "\r\n" for line in lines for part in _fold(line))


def _date_of(day: Day, agenda: Agenda, first_day: date) -> date:
    """When a day is, with day 1 on `first_day`; days that have dates keep their distance."""
    first = agenda.days[0].on
    return first_day + (day.on - first if day.on and first else timedelta(days=day.number - 1))


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
