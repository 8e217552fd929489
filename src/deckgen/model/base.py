"""The common base of all models: strict, frozen, and aware of their place in the source."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from deckgen.base.diagnostics import Span
from deckgen.model.standins import fill_open
from deckgen.model.typed import typed_by_field
from deckgen.source.node import Located, LocatedList

Private = Literal["private", "spoken", "echo"]
"""How a text is the facilitator's: `private` ones nobody else reads or hears; `spoken` ones the room hears, so that
they may quote what is printed; an `echo` says in short what stands in the same record."""


class Place(NamedTuple):
    """Where a record stands in the source: itself, its values by key, the items of its lists by key and how deep they
    are, and the keys whose values nobody wrote.
    """

    span: Span | None = None
    spans: Mapping[str, Span] = {}
    items: Mapping[str, tuple[Span, ...]] = {}
    levels: Mapping[str, tuple[int, ...]] = {}
    inferred: frozenset[str] = frozenset()


_NOWHERE = Place()


def _stand_nowhere(record: BaseModel, context: Any, /) -> None:
    """The private fields of a record that nobody wrote, or whose place is noted next."""
    object.__setattr__(record, "__pydantic_private__", {"_place": None})


class Strict(BaseModel):
    """A frozen record that refuses unknown keys and remembers where it was written."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, coerce_numbers_to_str=True)

    trainer_only: ClassVar[Mapping[str, Private]] = {}
    """The fields that only a facilitator reads, with all that stands below them. All others may reach participants."""

    unprinted: ClassVar[frozenset[str]] = frozenset()
    """The fields whose texts reach no page."""

    said: ClassVar[frozenset[str]] = frozenset()
    """The fields whose texts are words to say, which stand in quotation marks."""

    finished: ClassVar[frozenset[str]] = frozenset()
    """The fields that only a finished course must have. In a draft they may be empty, whatever else their type says:
    a text or a word ``""``, a list ``()``, anything else None."""

    _place: Place | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, raw: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        filled, left_open = fill_open(cls, raw)
        record = handler(typed_by_field(cls, filled))
        if left_open:  # what a draft leaves empty its type may not allow
            record = record.model_copy(update=left_open)
        if isinstance(raw, Located):
            lists = {key: item for key, item in raw.items() if type(item) is LocatedList}
            if raw.span or raw.spans or lists or raw.inferred:  # one that nobody wrote equals one made of plain data
                assert record.__pydantic_private__ is not None
                record.__pydantic_private__["_place"] = Place(
                    raw.span,
                    raw.spans,
                    {key: tuple(item.items_at) for key, item in lists.items()},
                    {key: tuple(item.levels) for key, item in lists.items() if item.levels},
                    raw.inferred,
                )
        return record

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Have private fields prepared once a record, and a place alone without asking what it is by default.

        A course has thousands of records; pydantic prepares them once more for every class in between.
        """
        super().__pydantic_init_subclass__(**kwargs)
        alone = cls.__private_attributes__.keys() == {"_place"}
        cls.model_post_init = _stand_nowhere if alone else Strict.model_post_init  # type: ignore[method-assign]

    @property
    def _where(self) -> Place:
        private = self.__pydantic_private__  # read as pydantic keeps it: the way through its __getattr__ is long
        return (private and private["_place"]) or _NOWHERE

    @property
    def span(self) -> Span | None:
        """Where this record starts in the source."""
        return self._where.span

    def at(self, key: str) -> Span | None:
        """Where the value of `key` stands, or the record itself."""
        place = self._where
        return place.spans.get(key, place.span)

    def has_inferred(self, key: str) -> bool:
        """Whether nobody wrote the value of `key`: it follows from others."""
        return key in self._where.inferred

    def at_item(self, key: str, index: int) -> Span | None:
        """Where the item `index`, from 0, of the list `key` stands, or the list, or the record."""
        items = self._where.items.get(key, ())
        return items[index] if index < len(items) else self.at(key)

    def depths(self, key: str) -> tuple[int, ...]:
        """How deep each item of the list `key` stands, from 0; empty where all of them are on the first level."""
        return self._where.levels.get(key, ())

    def rewrite(self, change: Callable[[str], str]) -> Self:
        """The record with every text for readers changed; words of the format stay as they are."""
        words = words_of(type(self))
        changes = {name: new for name, old in self if name not in words and (new := _rewrite(old, change)) is not old}
        return self.model_copy(update=changes) if changes else self


@cache
def words_of(model: type[BaseModel]) -> frozenset[str]:
    """The fields that hold words of the format."""
    return frozenset(name for name, field in model.model_fields.items() if _is_word(field.annotation))


def _is_word(annotation: Any) -> bool:
    return typing.get_origin(annotation) is Literal or any(map(_is_word, typing.get_args(annotation)))


def _rewrite(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, Strict):
        return value.rewrite(change)
    if isinstance(value, tuple):
        changed = tuple(_rewrite(item, change) for item in value)
        return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed
    if isinstance(value, dict):
        return {_rewrite(key, change): _rewrite(item, change) for key, item in value.items()}
    return value
