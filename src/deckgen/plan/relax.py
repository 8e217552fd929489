"""What would make an impossible length possible: the smallest set of rules to give up, and the nearest lengths.

Both are searched as long as the effort allows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.plan.choice import Setup
from deckgen.plan.choose import attempt, choose
from deckgen.plan.effort import Effort
from deckgen.plan.forms import Candidate
from deckgen.plan.grid import Wishes
from deckgen.text.inline import plain_text

_USUAL_DAY = 420  # contact minutes


_SITTINGS = "sittings of up to"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One rule to give up so that a length becomes possible; `text` says it, `setup` does it."""

    text: str
    setup: Setup


def find_relaxations(candidates: Sequence[Candidate], wishes: Wishes, effort: Effort) -> tuple[str, ...]:
    """The smallest set of relaxations under which the length works; empty when no pair of them is found to do."""
    base = Setup(wishes, spends_elastic=True, extra_sittings=0, keeps_rhythm=False)
    singles = list(_relax(candidates, base))
    for one in singles:
        if _works(candidates, one.setup, effort):
            return (one.text,)
    for number, one in enumerate(singles):
        known = {item.text for item in singles[: number + 1]}
        for other in _relax(candidates, one.setup):
            if other.text not in known and _works(candidates, other.setup, effort):
                # longer sittings twice over are one thing to give up
                twice = one.text.startswith(_SITTINGS) and other.text.startswith(_SITTINGS)
                return (other.text,) if twice else (one.text, other.text)
    return ()


def _works(candidates: Sequence[Candidate], setup: Setup, effort: Effort) -> bool:
    return not effort.is_spent and any(
        attempt(candidates, replace(setup, extra_sittings=extra), effort).choice is not None for extra in (0, 1)
    )


def _relax(candidates: Sequence[Candidate], base: Setup) -> Iterator[Relaxation]:
    wishes = base.wishes
    for more in (15, 30):
        longer = wishes.with_longer_sittings(more)
        yield Relaxation(f"{_SITTINGS} {longer.sitting} minutes", replace(base, wishes=longer))
    if wishes.asks_for_lunch:
        yield Relaxation("lunch at another time", replace(base, wishes=wishes.with_free_lunch()))
    if base.keeps_conditions and any(_has_conditions(item) for item in candidates):
        yield Relaxation("blocks without their conditions", replace(base, keeps_conditions=False))
    if base.has_day_frames and wishes.days > 1 and any(item.is_day_frame for item in candidates):
        yield Relaxation("days without their opening and close", replace(base, has_day_frames=False))
    fixed = bool(wishes.day_minutes or wishes.each or wishes.dates)  # then somebody chose these very days
    others = () if fixed else (wishes.days - 1, wishes.days + 1, math.ceil(wishes.minutes / _USUAL_DAY))
    for days in dict.fromkeys(others):
        if days >= 1 and days != wishes.days:
            word = "1 day" if days == 1 else f"{days} days"
            yield Relaxation(f"{word} instead of {wishes.days}", replace(base, wishes=replace(wishes, days=days)))
    required = [item for item in candidates if item.required and item.id not in base.released]
    for item in sorted(required, key=lambda one: one.priority):
        what = "core skill" if item.block.core_skill else "frame"
        text = f"without {what} {item.id} {plain_text(item.block.title)}"
        yield Relaxation(text, replace(base, released=base.released | {item.id}))


def _has_conditions(item: Candidate) -> bool:
    return bool(item.needs or item.same_sitting or item.not_last or item.not_after_lunch or item.day)


def bounds_of(candidates: Sequence[Candidate]) -> tuple[int, int]:
    """Least minutes that everything required takes, and most that all blocks together can fill."""
    shortest = sum(min(form.least for form in item.forms) for item in candidates if item.required)
    return shortest, sum(max(form.maximum for form in item.forms) for item in candidates)


def nearest_lengths(candidates: Sequence[Candidate], wishes: Wishes, effort: Effort, step: int = 30) -> tuple[int, ...]:
    """The nearest lengths in minutes, one shorter and one longer, that can be planned in as many days."""
    shortest, longest = bounds_of(candidates)
    lengths = []
    for direction in (-1, 1):
        minutes = (wishes.minutes - 1) // step * step if direction < 0 else (wishes.minutes // step + 1) * step
        minutes = min(minutes, longest // step * step) if direction < 0 else max(minutes, -(-shortest // step) * step)
        for _ in range(24):
            if not shortest <= minutes <= longest or effort.is_spent:
                break
            if choose(candidates, replace(wishes, minutes=minutes), effort).choice is not None:
                lengths.append(minutes)
                break
            minutes += direction * step
    return tuple(lengths)
