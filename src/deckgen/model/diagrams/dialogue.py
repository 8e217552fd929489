"""The `dialogue` diagram: who says what."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, Iconed, OptionalText, Text
from deckgen.model.fields import IconName
from deckgen.text.scripts import has_cjk


class Line(Iconed):
    """One line of talk; `tag` names the step of the model it uses."""

    who: Text
    say: Text
    tag: OptionalText = ""
    icon: IconName = ""


class Dialogue(DiagramData):
    """Two to six lines; `tone` says whether this is how to do it or how not to."""

    reading_height: ClassVar[float] = 110.0

    type: Literal["dialogue"] = "dialogue"
    lines: tuple[Line, ...] = Field(min_length=2, max_length=6)
    tone: Literal["good", "bad", "neutral"] = "neutral"

    def parts(self) -> tuple[str, ...]:
        """The lines as they are spoken."""
        return tuple(f"{line.who}{'：' if has_cjk(line.who + line.say) else ': '}{line.say}" for line in self.lines)
