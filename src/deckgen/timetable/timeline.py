"""An agenda into a drawing of its days, as SVG of plain shapes: one lane a day, blocks to scale, energy above.

Shapes carry classes and shades of the current colour, so that a page gives them its own dress.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day, Entry, Pause
from deckgen.plan.sentences import course_phrases

MARGIN, LANE, BAR, ENERGY = 56.0, 160.0, 46.0, 40.0
NARROW = 30.0  # units; a narrower block has its name below, turned
MINUTE = 2.0  # units a minute
SHADES = (("talk", 0.75), ("activity", 0.45), ("debrief", 0.22))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int  # minute of day at the left edge

    def x(self, minutes: int) -> float:
        return MARGIN + (minutes - self.first) * MINUTE


def agenda_svg(course: Course, agenda: Agenda) -> str:
    """The days drawn to scale: talk, activity and debrief by shade, pauses as gaps, energy as a line."""
    first = min(day.start.minutes for day in agenda.days) // 60 * 60
    last = -(-max(day.end.minutes for day in agenda.days) // 60) * 60
    scale = _Scale(first)
    width = scale.x(last) + 24
    height = 70 + LANE * len(agenda.days)
    title = f"{course.title} · {agenda.delivery.title}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label={quoteattr(title)} fill="currentColor" font-family="sans-serif">',
        f"<title>{escape(title)}</title>",
        f'<text class="heading" x="{MARGIN:g}" y="24" font-size="16">{escape(title)}</text>',
        *_legend(course, width),
    ]
    for number, day in enumerate(agenda.days):
        parts += _lane(course, agenda, day, scale, 50 + LANE * number, last)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend(course: Course, width: float) -> list[str]:
    say = course_phrases(course)
    parts, x = [], width - 260
    for name, shade in SHADES:
        parts.append(f'<rect class="{name}" x="{x:g}" y="14" width="12" height="12" fill-opacity="{shade}"/>')
        parts.append(f'<text x="{x + 16:g}" y="24" font-size="11">{escape(say(name))}</text>')
        x += 84
    return parts


def _lane(course: Course, agenda: Agenda, day: Day, scale: _Scale, top: float, last: int) -> list[str]:
    say = course_phrases(course)
    bar = top + ENERGY + 10
    parts = []
    if len(agenda.days) > 1:
        name = escape(say("day_short", n=day.number))
        parts.append(f'<text class="day" x="4" y="{bar + BAR / 2:g}" font-size="11">{name}</text>')
    for hour in range(scale.first, last + 1, 60):
        x = scale.x(hour)
        parts.append(
            f'<line class="hour" x1="{x:g}" y1="{top:g}" x2="{x:g}" y2="{bar + BAR + 30:g}" '
            'stroke="currentColor" stroke-opacity="0.15"/>'
        )
        label = f"{hour // 60:02d}:00"
        parts.append(f'<text x="{x:g}" y="{bar + BAR + 42:g}" font-size="10" text-anchor="middle">{label}</text>')
    for sitting in day.sittings:
        for entry in sitting.entries:
            parts += _block(entry, scale, bar)
        if sitting.pause is not None:
            parts.append(_pause(say(sitting.pause.kind), sitting.pause, scale, bar))
    parts.append(f'<text class="energy" x="4" y="{top + ENERGY - 12:g}" font-size="11">{escape(say("mood"))}</text>')
    points = " ".join(
        f"{scale.x(entry.start.minutes + entry.split.total // 2):g},{top + ENERGY - (entry.block.energy - 1) * 8:g}"
        for entry in day.entries
    )
    parts.append(f'<polyline class="energy" points="{points}" fill="none" stroke="currentColor" stroke-width="1.5"/>')
    return parts


def _block(entry: Entry, scale: _Scale, bar: float) -> list[str]:
    x = scale.x(entry.start.minutes)
    width = entry.split.total * MINUTE
    told = f"{entry.start}-{entry.end} {entry.block.id} {entry.block.title} ({entry.split})"
    parts = [f"<g><title>{escape(told)}</title>"]
    at = x
    for name, shade in SHADES:
        minutes = getattr(entry.split, name)
        if minutes:
            parts.append(
                f'<rect class="{name}" x="{at:g}" y="{bar:g}" width="{minutes * MINUTE:g}" height="{BAR:g}" '
                f'fill-opacity="{shade}"/>'
            )
            at += minutes * MINUTE
    parts.append(
        f'<rect class="block" x="{x:g}" y="{bar:g}" width="{width:g}" height="{BAR:g}" fill="none" '
        'stroke="currentColor" stroke-width="0.8"/>'
    )
    middle = x + width / 2
    if width < NARROW:
        where = f'x="{middle:g}" y="{bar + BAR + 5:g}" transform="rotate(90 {middle:g} {bar + BAR + 5:g})" dy="3"'
        anchor = "start"
    else:
        where, anchor = f'x="{middle:g}" y="{bar - 3:g}"', "middle"
    parts.append(f'<text {where} font-size="9" text-anchor="{anchor}">{escape(entry.block.id)}</text></g>')
    return parts


def _pause(name: str, pause: Pause, scale: _Scale, bar: float) -> str:
    middle = (scale.x(pause.start.minutes) + scale.x(pause.end.minutes)) / 2
    return (
        f'<text class="pause" x="{middle:g}" y="{bar + BAR / 2 + 4:g}" font-size="9" fill-opacity="0.6" '
        f'text-anchor="middle"><title>{pause.start}-{pause.end}</title>{escape(name)}</text>'
    )
