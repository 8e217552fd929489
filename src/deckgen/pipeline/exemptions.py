"""Warnings that a course has reviewed and lives with: taken out of the report, and the exemption named that did it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.suggest import nearest, shorten
from deckgen.model.course import Course, Exemption
from deckgen.source.node import Located, LocatedList, places_in


@dataclass(frozen=True, slots=True)
class Exempted:
    """An exemption that was used, and how many warnings it took out."""

    code: str
    about: str
    reason: str
    count: int


class Exemptions:
    """The exemptions of one course as all deliveries that were looked at have them; `raw` is the course as read."""

    def __init__(self, raw: object, courses: Iterable[tuple[str, Course]]) -> None:
        self._used: dict[Exemption, int] = {}
        self._deliveries: dict[Exemption, set[str]] = {}
        for delivery, course in courses:
            for exemption in course.exempt:
                self._used.setdefault(exemption, 0)
                self._deliveries.setdefault(exemption, set()).add(delivery)
        self._places = _places_by_id(raw, {exemption.about for exemption in self._used} - {""})

    def keep(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """What is left of the diagnostics of a run, and what is wrong with exemptions themselves."""
        for item in diagnostics:
            matching = [exemption for exemption in self._used if self._covers(exemption, item)]
            for exemption in matching:
                self._used[exemption] += 1
            if not matching:
                yield item
        for exemption in self._used:
            if exemption.about and exemption.about not in self._places:
                near = nearest(exemption.about, [name for name in self._places if name], cutoff=0.5)
                hint = f"did you mean {near}?" if near else "write the id of a module, block, slide, sheet or delivery"
                message = f"about: nothing in this course has the id {shorten(exemption.about)}"
                yield Diagnostic("DG209", message, exemption.at("about"), hint)

    def stale(self) -> Iterator[Diagnostic]:
        """Exemptions of what is no longer there; asked only when everything was looked at."""
        for exemption, count in self._used.items():
            meaning = CODES.get(exemption.code)
            if count == 0 and meaning is not None and meaning.severity == "warning":
                about = f" about {exemption.about}" if exemption.about else ""
                message = f"this exemption is used by nothing: there is no {exemption.code}{about}"
                yield Diagnostic("DG425", message, exemption.span, "take it out")

    @property
    def used(self) -> tuple[Exempted, ...]:
        """What was exempted."""
        return tuple(
            Exempted(exemption.code, exemption.about, exemption.reason, count)
            for exemption, count in self._used.items()
            if count
        )

    def _covers(self, exemption: Exemption, item: Diagnostic) -> bool:
        if item.code != exemption.code or item.severity == "error":
            return False
        if item.deliveries and self._deliveries[exemption].isdisjoint(item.deliveries):
            return False
        return not exemption.about or item.span in self._places.get(exemption.about, ())


def _places_by_id(raw: object, wanted: Collection[str]) -> dict[str, set[Span]]:
    """The places in each record that has an id; those of the ids that are `wanted` are filled in."""
    places: dict[str, set[Span]] = {}
    waiting = [raw] if wanted else []
    while waiting:
        value = waiting.pop()
        if isinstance(value, Located):
            name = value.get("id")
            if isinstance(name, str):
                spans = places.setdefault(name, set())
                if name in wanted:
                    spans.update(place for place, _, _ in places_in(value))
            waiting.extend(value.values())
        elif isinstance(value, LocatedList):
            waiting.extend(value)
    return places
