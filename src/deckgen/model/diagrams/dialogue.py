"""The `dialogue` diagram: who says what."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.base.people import Mood
from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Iconed, OptionalText, Text
from deckgen.model.fields import IconName
from deckgen.text.scripts import has_cjk


class Line(Iconed):
    """One line of talk; `tag` names the step of the model it uses, `mood` how the face beside it looks."""

    who: Text
    say: Text
    tag: OptionalText = ""
    mood: Mood = "calm"
    icon: IconName = ""


class Against(Strict):
    """How not to do it: a title, one to four lines, and what comes of it."""

    title: Text
    lines: tuple[Line, ...] = Field(min_length=1, max_length=4)
    outcome: OptionalText = ""


class Dialogue(DiagramData):
    """Two to six lines; `tone` says whether this is how to do it or how not to.

    With `against`, how not to do it, beside it, the lines are how to do it; `title` heads them.
    """

    reading_height: ClassVar[float] = 110.0

    type: Literal["dialogue"] = "dialogue"
    title: OptionalText = ""
    lines: tuple[Line, ...] = Field(min_length=2, max_length=6)
    tone: Literal["good", "bad", "neutral"] = "neutral"
    against: Against | None = None

    def parts(self) -> tuple[str, ...]:
        """The lines as they are spoken, those of how not to do it first."""
        before = (self.against.title, *map(_spoken, self.against.lines), self.against.outcome) if self.against else ()
        return tuple(text for text in (*before, self.title, *map(_spoken, self.lines)) if text)


def _spoken(line: Line) -> str:
    return f"{line.who}{'：' if has_cjk(line.who + line.say) else ': '}{line.say}"
