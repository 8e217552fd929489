"""Slide kinds: the open set that compose lowers into neutral elements."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from deckgen.model.slides.activity import ActivitySlide
from deckgen.model.slides.base import Ask, Fallback, Slide, SlideTable
from deckgen.model.slides.board import BoardSlide
from deckgen.model.slides.case import CaseSlide
from deckgen.model.slides.concept import ConceptSlide
from deckgen.model.slides.debrief import DebriefQuestions, DebriefSlide
from deckgen.model.slides.demo import DemoSlide
from deckgen.model.slides.energiser import EnergiserSlide
from deckgen.model.slides.statement import StatementSlide
from deckgen.model.slides.test import TestSlide
from deckgen.model.slides.tool import ToolSlide

AnySlide = Annotated[
    ActivitySlide
    | CaseSlide
    | ConceptSlide
    | DebriefSlide
    | DemoSlide
    | EnergiserSlide
    | StatementSlide
    | TestSlide
    | ToolSlide,
    Field(discriminator="kind"),
]

__all__ = [
    "ActivitySlide", "AnySlide", "Ask", "BoardSlide", "CaseSlide", "ConceptSlide", "DebriefQuestions", "DebriefSlide",
    "DemoSlide", "EnergiserSlide", "Fallback", "Slide", "SlideTable", "StatementSlide", "TestSlide", "ToolSlide",
]  # fmt: skip
