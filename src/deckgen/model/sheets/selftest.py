"""A self-test (现场测试) with scale, scoring and bands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.fields import Text, Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet
from deckgen.model.short_forms import ShortForm


class Item(Strict):
    """A statement to rate; reverse items count from the other end of the scale."""

    text: Text
    reverse: bool = False


class Band(Strict):
    """A range of scores, both ends included, with its reading."""

    low: int
    high: int
    title: Text
    advice: Text


class ItemGroup(Strict):
    """Statements that follow each other and have a score of their own."""

    title: Text
    items: Annotated[int, Field(ge=2, le=20)]


AnyItem = Annotated[Item, ShortForm("text")]
"""A statement as authored: a text alone, or a record."""


class SelftestSheet(Sheet):
    """One scale, 10-20 items, bands that cover every possible score; an aid to reflection, not a measure."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = True
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"items": "tick", "improve": "write"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    finished: ClassVar[frozenset[str]] = Sheet.finished | {"scoring", "bands"}

    kind: Literal["selftest"]
    scale: Annotated[Texts, Field(min_length=2, max_length=7)]  # labels from 1 point upwards
    items: Annotated[tuple[AnyItem, ...], Field(min_length=10, max_length=20)]
    groups: tuple[ItemGroup, ...] = ()  # in their order; items behind the last belong to none
    scoring: Annotated[Texts, Field(min_length=1)]
    bands: Annotated[tuple[Band, ...], Field(min_length=3, max_length=6)]
    improve: str = ""

    @model_validator(mode="after")
    def _groups_have_items(self) -> SelftestSheet:
        grouped = [group.items for group in self.groups]
        if sum(grouped) > len(self.items):
            raise ValueError(f"the groups have {' + '.join(map(str, grouped))} items, the self-test {len(self.items)}")
        return self

    @model_validator(mode="after")
    def _bands_cover(self) -> SelftestSheet:
        if not self.bands:
            return self  # a draft has none yet
        low, high = len(self.items), len(self.items) * len(self.scale)
        expected = low
        for band in self.bands:
            if band.low != expected or band.high < band.low:
                raise ValueError(
                    f"bands must follow one another without gap from {low} to {high}: "
                    f"{band.title} runs {band.low}-{band.high}, expected to start at {expected}"
                )
            expected = band.high + 1
        if expected != high + 1:
            raise ValueError(f"the last band ends at {expected - 1}, the highest score is {high}")
        return self
