"""What the open sets of kinds share: a word of its own, and traits that no kind may forget.

A trait is a class variable that the root of a set declares without a value. A kind that leaves one out
fails to load, and so does one that has no word: both are mistakes of a programmer, named at once.
"""

from __future__ import annotations

from typing import Any, get_args

from deckgen.model.base import Strict


class Kind(Strict):
    """A record of an open set. Its `type` or `kind` is one word; only the root of the set leaves it a plain text."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if not cls.words():
            return
        lacking = sorted(name for name in cls.__class_vars__ if not name.startswith("_") and not hasattr(cls, name))
        if lacking:
            raise TypeError(
                f"{cls.__module__}: {cls.__name__} lacks {', '.join(lacking)}, traits that every kind gives"
            )

    @classmethod
    def words(cls) -> tuple[str, ...]:
        """The word of the kind, as it stands under `kind:` or `type:`; none of a root."""
        field = cls.model_fields.get("type") or cls.model_fields.get("kind")
        return get_args(field.annotation) if field is not None else ()
