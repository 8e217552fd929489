"""The `bridge` diagram: what on the left leads to what on the right."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import AnyItem, DiagramData, OptionalText


class Bridge(DiagramData):
    """Two columns and the links between them; a link is a pair of positions counted from 1."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["bridge"] = "bridge"
    left: tuple[AnyItem, ...] = Field(min_length=2, max_length=8)
    right: tuple[AnyItem, ...] = Field(min_length=2, max_length=8)
    links: tuple[tuple[int, int], ...] = Field(min_length=1)
    left_title: OptionalText = ""
    right_title: OptionalText = ""

    @model_validator(mode="after")
    def _link_what_exists(self) -> Bridge:
        seen: set[tuple[int, int]] = set()
        for link in self.links:
            left, right = link
            if not 1 <= left <= len(self.left) or not 1 <= right <= len(self.right):
                raise ValueError(
                    f"link [{left}, {right}] points outside: left runs from 1 to {len(self.left)}, "
                    f"right from 1 to {len(self.right)}"
                )
            if link in seen:
                raise ValueError(f"link [{left}, {right}] is given twice")
            seen.add(link)
        for side, items, linked in (
            ("left", self.left, {left for left, _ in self.links}),
            ("right", self.right, {right for _, right in self.links}),
        ):
            for number, item in enumerate(items, 1):
                if number not in linked:
                    raise ValueError(f"{side} {number} ({item.title}) has no link; link it or leave it out")
        return self

    def parts(self) -> tuple[str, ...]:
        """Each link as its two ends."""
        return tuple(f"{self.left[left - 1].title} → {self.right[right - 1].title}" for left, right in self.links)
