"""Keys of slides that last while a course is written.

Ids are counted: a slide put in before others changes theirs. A key stays with the slide: with the same picture first,
then with the title in its block, then with the place among slides of its kind there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from deckgen.pipeline.live import LiveSlide

_Trait = Callable[[LiveSlide], Hashable]


@dataclass(slots=True)
class Keys:
    """The keys of the slides that were shown last, in their order."""

    _last: list[tuple[LiveSlide, str]] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)

    def assign(self, slides: Sequence[LiveSlide]) -> list[str]:
        """A key for each slide."""
        places = _places(slides)
        places.update(_places([slide for slide, _ in self._last], places))
        traits: tuple[_Trait, ...] = (
            lambda slide: (slide.block, slide.sum, slide.title),
            lambda slide: (slide.block or slide.section, slide.kind, slide.title),
            lambda slide: (slide.block or slide.section, slide.kind, places[id(slide)]),
        )
        keys: dict[int, str] = {}
        left = list(self._last)
        for trait in traits:
            known: dict[Hashable, list[int]] = {}
            for number, (slide, _) in enumerate(left):
                known.setdefault(trait(slide), []).append(number)
            taken: set[int] = set()
            for at, slide in enumerate(slides):
                numbers = known.get(trait(slide), []) if at not in keys else []
                if numbers:
                    number = numbers.pop(0)
                    keys[at] = left[number][1]
                    taken.add(number)
            left = [item for number, item in enumerate(left) if number not in taken]
        result = [keys[at] if at in keys else self._new(slide) for at, slide in enumerate(slides)]
        self._last = list(zip(slides, result, strict=True))
        return result

    def _new(self, slide: LiveSlide) -> str:
        """A key that no slide has had: the id, with a number where that was another's."""
        number, key = 1, slide.id
        while key in self._used:
            number += 1
            key = f"{slide.id}~{number}"
        self._used.add(key)
        return key


def _places(slides: Sequence[LiveSlide], others: dict[int, int] | None = None) -> dict[int, int]:
    """The number of every slide among those of its kind in its block."""
    counts: Counter[tuple[str, str]] = Counter()
    places = dict(others or {})
    for slide in slides:
        group = (slide.block or slide.section, slide.kind)
        counts[group] += 1
        places[id(slide)] = counts[group]
    return places
