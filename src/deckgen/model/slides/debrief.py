"""A slide on which the group draws the lesson from what it did."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.base import Strict
from deckgen.model.fields import Texts
from deckgen.model.slides.base import Bucket, Building, Slide


class DebriefQuestions(Strict):
    """Debrief questions in Thiagarajan's order; at least one is used, the order is kept."""

    feel: str = ""
    happened: str = ""
    learned: str = ""
    relate: str = ""
    what_if: str = ""
    next: str = ""
    unphased: Texts = ()  # questions of a draft, which need not name their phases

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Phase and question, in order, without the unused ones; those of a draft may have no phase."""
        names = ("feel", "happened", "learned", "relate", "what_if", "next")
        phased = tuple((name, getattr(self, name)) for name in names if getattr(self, name))
        return (*phased, *(("", question) for question in self.unphased))

    @model_validator(mode="after")
    def _not_empty(self) -> DebriefQuestions:
        if not self.asked:
            raise ValueError("a debrief asks at least one question")
        return self


class DebriefSlide(Slide):
    """Questions for the debrief and the one sentence to leave behind (`takeaway`)."""

    bucket: ClassVar[Bucket] = "debrief"
    speaks: ClassVar[bool] = False
    asserts: ClassVar[bool] = False
    building: ClassVar[Building] = "usual"

    kind: Literal["debrief"]
    questions: DebriefQuestions
