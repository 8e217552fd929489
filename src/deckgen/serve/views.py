"""What a page shows, as plain data, and the difference between two states of it.

A state has four parts that travel whole (`head`, `diags`, `stale`, `cause`) and slides by their keys. Whoever has a
state gets what is not in it yet: several changes that came close together are one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.pipeline.live import Live, LiveSlide

MOST_INLINE = 3  # pictures that travel with a patch; others are asked for when they are seen
Link = Callable[[str, int, int], str]


@dataclass(frozen=True, slots=True)
class State:
    """What one view shows. `r` counts its revisions; `stale` says why slides are not as the files are."""

    r: int = 0
    head: Mapping[str, Any] = field(default_factory=dict)
    slides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    diags: Sequence[Mapping[str, Any]] = ()
    stale: Mapping[str, Any] | None = None
    cause: Mapping[str, Any] | None = None

    def same(self, other: State) -> bool:
        """Whether a page that shows the one need not be told of the other."""
        return replace(self, r=0, cause=None) == replace(other, r=0, cause=None)


def state_of(live: Live, keys: Sequence[str], link: Link) -> State:
    """What a course that could be composed shows."""
    head = {
        "title": live.title,
        "language": live.language,
        "delivery": live.delivery,
        "deliveries": [list(item) for item in live.deliveries],
        "sections": [list(item) for item in live.sections],
        "blocks": [asdict(block) for block in live.blocks],
    }
    slides = {key: slide_data(key, slide, link) for key, slide in zip(keys, live.slides, strict=True)}
    return State(head=head, slides=slides, order=tuple(keys), diags=[diag_data(one, link) for one in live.diagnostics])


def slide_data(key: str, slide: LiveSlide, link: Link) -> dict[str, Any]:
    """One slide as the page has it."""
    return {
        "key": key, "id": slide.id, "sum": slide.sum, "title": slide.title, "kind": slide.kind,
        "minutes": slide.minutes, "section": slide.section, "block": slide.block, **_place(slide.place, link),
        "notes": [[note.label, note.text] for note in slide.notes],
    }  # fmt: skip


def diag_data(item: Diagnostic, link: Link) -> dict[str, Any]:
    """One diagnostic as the page has it."""
    return {
        "code": item.code, "severity": item.severity, "message": item.message, "hint": item.hint,
        **_place(item.span, link),
    }  # fmt: skip


def _place(span: Span | None, link: Link) -> dict[str, Any]:
    if span is None:
        return {"file": "", "line": 0, "column": 0, "link": ""}
    known = {"file": span.file, "line": span.line, "column": span.column}
    return {**known, "link": link(span.file, span.line, span.column) if span.line else ""}


def stale_of(diagnostics: Sequence[Diagnostic], before: State, since: str, link: Link) -> dict[str, Any]:
    """Why the slides are not as the files are: the first mistake, and the keys of what its file says."""
    errors = [item for item in diagnostics if item.severity == "error"] or list(diagnostics)
    first = diag_data(errors[0], link) if errors else {"message": "", "hint": "", **_place(None, link)}
    files = {item.span.file for item in errors if item.span is not None}
    keys = [key for key, slide in before.slides.items() if slide["file"] in files]
    return {**first, "since": since, "keys": keys}


def hello(state: State) -> dict[str, Any]:
    """All of a state."""
    return {
        "r": state.r, "head": state.head, "slides": [state.slides[key] for key in state.order],
        "diags": state.diags, "stale": state.stale,
    }  # fmt: skip


def patch(before: State, after: State, picture: Callable[[str], str | None]) -> dict[str, Any]:
    """What somebody who has one state must be told to have the other; `picture` gives an SVG by its sum."""
    changed = [after.slides[key] for key in after.order if before.slides.get(key) != after.slides[key]]
    drawn = [one for one in changed if before.slides.get(one["key"], {}).get("sum") != one["sum"]]
    told: dict[str, Any] = {"r": after.r, "from": before.r, "slides": changed}
    if 0 < len(drawn) <= MOST_INLINE:
        told["svg"] = {one["sum"]: svg for one in drawn if (svg := picture(one["sum"])) is not None}
    if before.order != after.order:
        told["order"] = after.order
    for name in ("head", "diags", "stale"):
        if getattr(before, name) != getattr(after, name):
            told[name] = getattr(after, name)
    if after.cause is not None:
        told["cause"] = after.cause
    return told
