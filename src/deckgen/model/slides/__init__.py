"""Slide kinds: the open set that compose lowers into neutral elements."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from deckgen.model.slides.activity import ActivitySlide
from deckgen.model.slides.base import Ask, Fallback, Slide, SlideTable
from deckgen.model.slides.board import BoardSlide
from deckgen.model.slides.case import CaseSlide
from deckgen.model.slides.concept import ConceptSlide
from deckgen.model.slides.content import ContentSlide, TextSlide
from deckgen.model.slides.debrief import DebriefQuestions, DebriefSlide
from deckgen.model.slides.demo import DemoSlide
from deckgen.model.slides.energiser import EnergiserSlide
from deckgen.model.slides.statement import StatementSlide
from deckgen.model.slides.test import TestSlide
from deckgen.model.slides.tool import ToolSlide

_Kinds = (
    ActivitySlide
    | CaseSlide
    | ConceptSlide
    | DebriefSlide
    | DemoSlide
    | EnergiserSlide
    | StatementSlide
    | TestSlide
    | ToolSlide
)

AnySlide = Annotated[_Kinds, Field(discriminator="kind")]
"""A slide as authored: its `kind` decides which fields it has."""

SLIDES: dict[str, type[Slide]] = {cls.words()[0]: cls for cls in get_args(_Kinds)}
"""Every slide kind by its word."""

__all__ = [
    "SLIDES",
    "ActivitySlide", "AnySlide", "Ask", "BoardSlide", "CaseSlide", "ConceptSlide", "ContentSlide", "DebriefQuestions",
    "DebriefSlide", "DemoSlide", "EnergiserSlide", "Fallback", "Slide", "SlideTable", "StatementSlide", "TestSlide",
    "TextSlide", "ToolSlide",
]  # fmt: skip
