"""Lists of a book into the numbering part: every ordered list counts for itself. Refuses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.base.markup import Markup, Template, join
from deckgen.theme import BookStyle, Theme
from deckgen.writers.docx.markup import W, twips
from deckgen.writers.parts import write_part

_BULLETS = ("•", "–", "·")
_NUMBERS = ("%1.", "%2.", "%3.")  # as they are typed
_NUMBERING = Template(
    '<w:numbering xmlns:w="{w}">'
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>{instances}</w:numbering>'
)
_INSTANCE = Template(
    '<w:num w:numId="{id}"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
)
_LEVEL = Template(
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
    '<w:rPr><w:color w:val="{colour}"/></w:rPr></w:lvl>'
)


def write_numbering(theme: Theme, starts: Sequence[int]) -> bytes:
    """The numbering part: instance 1 bullets, 2 the list style's own numbers, then one for each start."""
    colour = theme.colours["primary"]
    return write_part(
        _NUMBERING(
            W,
            join(_levels("bullet", _BULLETS, theme.book_text["bullet"], colour)),
            join(_levels("decimal", _NUMBERS, theme.book_text["number"], colour)),
            join(_INSTANCE(number, start) for number, start in enumerate(starts, 3)),
        )
    )


def _levels(kind: str, texts: Sequence[str], style: BookStyle, colour: str) -> Iterable[Markup]:
    hanging = -style.first_line
    for level, text in enumerate(texts):
        left = style.indent_left + level * hanging
        yield _LEVEL(level, kind, text, twips(left), twips(hanging), colour)
