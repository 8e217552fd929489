"""The course as every declared delivery sees it, and which of them a free length takes after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckgen.model.course import Course, Module
from deckgen.model.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Sources:
    """`courses` by declared delivery; `nearest` is the delivery whose texts win."""

    courses: Mapping[str, Course]
    nearest: str

    @property
    def main(self) -> Course:
        """The course of the nearest delivery."""
        return self.courses[self.nearest]

    def sheet(self, key: str) -> Sheet | None:
        """A sheet of any delivery, that of the nearest first."""
        return next((sheet for course in self._in_order() if (sheet := course.sheet(key))), None)

    def modules(self) -> dict[str, Module]:
        """All modules by id, those of the nearest delivery first."""
        modules: dict[str, Module] = {}
        for course in self._in_order():
            for module in course.modules:
                modules.setdefault(module.id, module)
        return modules

    def _in_order(self) -> Iterator[Course]:
        yield self.main
        yield from self.courses.values()
