"""The `formula` diagram: terms joined by operators."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, OptionalText, Text, Titled


class Term(Titled):
    """One term: the symbol of the formula and what it stands for."""

    symbol: Text


class Formula(DiagramData):
    """Two to five terms with one operator between each two; `note` states the rule to remember."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["formula"] = "formula"
    terms: tuple[Term, ...] = Field(min_length=2, max_length=5)
    operators: tuple[Text, ...]
    note: OptionalText = ""

    @model_validator(mode="after")
    def _join_every_term(self) -> Formula:
        if len(self.operators) != len(self.terms) - 1:
            raise ValueError(f"{len(self.terms)} terms need {len(self.terms) - 1} operators, not {len(self.operators)}")
        return self

    def parts(self) -> tuple[str, ...]:
        """The formula as read, what its symbols stand for, and the note."""
        pairs = zip(self.terms, (*self.operators, ""), strict=True)
        read = " ".join(part for term, operator in pairs for part in (term.symbol, operator) if part)
        meanings = tuple(f"{term.symbol} {term.title}" for term in self.terms)
        return (read, *meanings, *((self.note,) if self.note else ()))
