"""An agenda into a drawing of its days, as SVG of plain shapes: one lane a day, blocks to scale, energy above.

Shapes carry classes and shades of the current colour, so that a page gives them its own dress.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.base.markup import Markup, Template, join
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day, Entry, Pause
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_lines

MARGIN, LANE, BAR, ENERGY = 56.0, 160.0, 46.0, 40.0
NARROW = 30.0  # units; a narrower block has its name below, turned
MINUTE = 2.0  # units a minute
SHADES = (("talk", 0.75), ("activity", 0.45), ("debrief", 0.22))


_DRAWING = Template(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
    'aria-label="{title}" fill="currentColor" font-family="sans-serif">\n<title>{title}</title>\n'
    '<text class="heading" x="{margin}" y="24" font-size="16">{title}</text>\n{shapes}</svg>\n'
)
_KEY = Template(
    '<rect class="{name}" x="{x}" y="14" width="12" height="12" fill-opacity="{shade}"/>\n'
    '<text x="{text_x}" y="24" font-size="11">{text}</text>\n'
)
_DAY = Template('<text class="day" x="4" y="{y}" font-size="11">{name}</text>\n')
_HOUR = Template(
    '<line class="hour" x1="{x}" y1="{top}" x2="{x}" y2="{bottom}" stroke="currentColor" stroke-opacity="0.15"/>\n'
    '<text x="{x}" y="{text_y}" font-size="10" text-anchor="middle">{hour}</text>\n'
)
_ENERGY = Template(
    '<text class="energy" x="4" y="{y}" font-size="11">{name}</text>\n'
    '<polyline class="energy" points="{points}" fill="none" stroke="currentColor" stroke-width="1.5"/>\n'
)
_BLOCK = Template(
    "<g><title>{told}</title>\n{parts}"
    '<rect class="block" x="{x}" y="{y}" width="{width}" height="{height}" fill="none" '
    'stroke="currentColor" stroke-width="0.8"/>\n{name}</g>\n'
)
_PART = Template('<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}" fill-opacity="{shade}"/>\n')
_NAME = Template('<text x="{x}" y="{y}" font-size="9" text-anchor="middle">{name}</text>')
_TURNED_NAME = Template(
    '<text x="{x}" y="{y}" transform="rotate(90 {x} {y})" dy="3" font-size="9" text-anchor="start">{name}</text>'
)
_PAUSE = Template(
    '<text class="pause" x="{x}" y="{y}" font-size="9" fill-opacity="0.6" text-anchor="middle">'
    "<title>{time}</title>{name}</text>\n"
)


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
    title = f"{plain_lines(course.title)} · {plain_lines(agenda.delivery.title)}"
    shapes = [*_legend(course, width)]
    for number, day in enumerate(agenda.days):
        shapes += _lane(course, agenda, day, scale, 50 + LANE * number, last)
    return str(_DRAWING(_spell(width), _spell(height), title, _spell(MARGIN), join(shapes)))


def _spell(length: float) -> str:
    return f"{length:g}"


def _legend(course: Course, width: float) -> Iterator[Markup]:
    say = course_phrases(course)
    x = width - 260
    for name, shade in SHADES:
        yield _KEY(name=name, x=_spell(x), shade=shade, text_x=_spell(x + 16), text=say(name))
        x += 84


def _lane(course: Course, agenda: Agenda, day: Day, scale: _Scale, top: float, last: int) -> Iterator[Markup]:
    say = course_phrases(course)
    bar = top + ENERGY + 10
    if len(agenda.days) > 1:
        yield _DAY(_spell(bar + BAR / 2), say("day_short", n=day.number))
    for hour in range(scale.first, last + 1, 60):
        x, bottom, text_y = _spell(scale.x(hour)), _spell(bar + BAR + 30), _spell(bar + BAR + 42)
        yield _HOUR(x=x, top=_spell(top), bottom=bottom, text_y=text_y, hour=f"{hour // 60:02d}:00")
    for sitting in day.sittings:
        for entry in sitting.entries:
            yield _block(entry, scale, bar)
        if sitting.pause is not None:
            yield _pause(say(sitting.pause.kind), sitting.pause, scale, bar)
    points = " ".join(
        f"{scale.x(entry.start.minutes + entry.split.total // 2):g},{top + ENERGY - (entry.block.energy - 1) * 8:g}"
        for entry in day.entries
    )
    yield _ENERGY(_spell(top + ENERGY - 12), say("mood"), points)


def _block(entry: Entry, scale: _Scale, bar: float) -> Markup:
    x = scale.x(entry.start.minutes)
    width = entry.split.total * MINUTE
    parts = []
    at = x
    for kind, shade in SHADES:
        wide = getattr(entry.split, kind) * MINUTE
        if wide:
            parts.append(_PART(kind, _spell(at), _spell(bar), _spell(wide), _spell(BAR), shade))
            at += wide
    name_y = _spell(bar + BAR + 5 if width < NARROW else bar - 3)
    name = (_TURNED_NAME if width < NARROW else _NAME)(_spell(x + width / 2), name_y, entry.block.id)
    return _BLOCK(
        told=f"{entry.start}-{entry.end} {entry.block.id} {plain_lines(entry.block.title)} ({entry.split})",
        parts=join(parts),
        x=_spell(x),
        y=_spell(bar),
        width=_spell(width),
        height=_spell(BAR),
        name=name,
    )


def _pause(name: str, pause: Pause, scale: _Scale, bar: float) -> Markup:
    middle = (scale.x(pause.start.minutes) + scale.x(pause.end.minutes)) / 2
    return _PAUSE(_spell(middle), _spell(bar + BAR / 2 + 4), f"{pause.start}-{pause.end}", name)
