"""An agenda that only pretends to be one: for looking at the trees of a course whose minutes are still wrong."""

from __future__ import annotations

import math

from deckgen.base.units import Clock
from deckgen.model.course import Course, Delivery
from deckgen.plan.agenda import Agenda
from deckgen.plan.clock import Portion, Rest, Stint, lay_day

_SITTINGS = 4  # of each day


def sketch_agenda(course: Course, delivery: Delivery) -> Agenda:
    """All blocks in order, about as many on each day, with pauses; nobody may be told these times."""
    portions = [
        Portion(block, module.id, block.split or block.shown) for module in course.modules for block in module.blocks
    ]
    size = math.ceil(len(portions) / delivery.days)
    shares = [portions[number * size : (number + 1) * size] for number in range(delivery.days)]
    days = [lay_day(number, Clock(0), _stints(share), course) for number, share in enumerate(shares, start=1) if share]
    return Agenda(delivery, tuple(days), ())


def _stints(portions: list[Portion]) -> list[Stint]:
    size = math.ceil(len(portions) / _SITTINGS)
    groups = [portions[at : at + size] for at in range(0, len(portions), size)]
    return [
        Stint(number, tuple(group), Rest("break", 15) if number < len(groups) else None)
        for number, group in enumerate(groups, start=1)
    ]
