"""The look of a house that a profile asks for, laid over the one of a course before it is decoded.

Every value keeps its place, so that what is wrong is blamed where it is written.
"""

from __future__ import annotations

from typing import Any

from deckgen.source.node import Located

LOGO, BRAND = "logo", "brand"
KEYS = (LOGO, BRAND)


def lay_over(course: Any, profile: Located) -> None:
    """Take ``logo`` and ``brand`` of a profile into a course as read; a brand is laid over the course's key by key."""
    if not isinstance(course, Located):
        return
    over = profile.get(BRAND)
    if LOGO in profile or (isinstance(over, Located) and LOGO in over):
        _drop(course, LOGO)
        if isinstance(own := course.get(BRAND), Located):
            _drop(own, LOGO)
    for key in KEYS:
        if key in profile:
            own = course.get(key)
            if isinstance(own, Located) and isinstance(profile[key], Located):
                for inner in profile[key]:
                    _put(own, inner, profile[key])
            else:
                _put(course, key, profile)


def _put(into: Located, key: str, source: Located) -> None:
    into[key] = source[key]
    for places, others in ((into.spans, source.spans), (into.keys_at, source.keys_at)):
        if key in others:
            places[key] = others[key]


def _drop(mapping: Located, key: str) -> None:
    mapping.pop(key, None)
    mapping.spans.pop(key, None)
