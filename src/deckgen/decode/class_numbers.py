"""Numbers that follow from the class size, as variables of every text: no prose goes stale when the class grows."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from deckgen.model.course import ClassSize

_ANY_CLASS = ClassSize(min=12, max=12)  # where the size is wrong, which is said elsewhere


def class_numbers(size: Any) -> dict[str, str]:
    """`people`, `copies`, `pairs`, `triads` and `tables` of the largest class; none where no size is given."""
    if size is None:
        return {}
    try:
        known = ClassSize.model_validate(size)
    except ValidationError:
        known = _ANY_CLASS
    return {name: str(number) for name, number in known.numbers.items()}
