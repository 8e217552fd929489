"""A text that somebody points at on a slide, into the places of the course where it is written."""

from __future__ import annotations

from deckgen.base.diagnostics import Span
from deckgen.compose.origins import bare
from deckgen.pipeline.live import Live

_AROUND = "“”‘’「」『』\"'•·。，、…：:-— "  # what drawings put around the words of a course
# Keys of a slide that its notes show, and the slide itself does not.
_NOTES = frozenset(
    {
        "say", "ask", "do", "glance", "purpose", "key_points", "transition", "cautions", "sources", "example",
        "story", "setup", "wrap_up",
    }
)  # fmt: skip


def places_of(live: Live, slide: str, text: str, *, in_notes: bool) -> list[tuple[str, Span]]:
    """Where a text that stands on a slide, or in its notes, is written, the likeliest first: the way of keys to it,
    and its place.

    A line of a text leads to the whole of it. Where the slide itself does not say it, what the course says is named.
    """
    wanted = bare(text).strip(_AROUND)
    if not wanted:
        return []
    origins = live.origins()
    owner = origins.slides.get(slide.partition("+")[0], "")
    ranked: list[tuple[tuple[bool, bool, int], str]] = []
    for said, names in origins.by_text.items():
        if wanted not in said and (len(said) < 2 or said not in wanted):
            continue
        exact = said.strip(_AROUND) == wanted
        for name in names:
            inside = bool(owner) and name.startswith(f"{owner}/")
            if inside or exact:
                key = name[len(owner) + 1 :].partition("/")[0].partition(".")[0]
                ranked.append(
                    ((not inside, (key in _NOTES) != in_notes, 0 if exact else abs(len(said) - len(wanted)) + 1), name)
                )
    if any(not rank[0] for rank, _ in ranked):
        ranked = [item for item in ranked if not item[0][0]]
    places = ((name, origins.places.get(name)) for name in dict.fromkeys(name for _, name in sorted(ranked)))
    return [(name, place) for name, place in places if place is not None]
