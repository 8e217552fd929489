"""What a theme was made from, kept beside it: which layout or style serves which role and why, and what was learned.

The doctor tells the reasons from it, and holds what there is now against what there was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from deckgen.base.units import Frame

FILE = "made.json"  # in the folder of a theme
_MOVED = 1.5  # points that a place may differ by
_SMALLER = 0.97  # of its area


@dataclass(frozen=True, slots=True)
class Served:
    """What serves a role: a layout or style of the template, why it, and whether it is only the nearest."""

    source: str
    why: str
    nearest: bool = False


@dataclass(slots=True)
class MadeFrom:
    """All that is kept of a theme that was made from templates."""

    templates: dict[str, str] = field(default_factory=dict)  # kind -> SHA-256 of the parts of the house's template
    layouts: dict[str, Served] = field(default_factory=dict)  # by role
    styles: dict[str, Served] = field(default_factory=dict)  # by role
    slots: dict[str, dict[str, Frame]] = field(default_factory=dict)  # role -> slot -> place
    contrasts: dict[str, dict[str, float]] = field(
        default_factory=dict
    )  # role -> title or the like -> ratio; 0 unknown
    colours: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)
    page: dict[str, float] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)  # of pages of books
    size: tuple[float, float] = (0.0, 0.0)  # of a slide


def write_record(record: MadeFrom) -> bytes:
    """The file of a record."""
    return (json.dumps(asdict(record), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_record(file: bytes) -> MadeFrom | None:
    """The record of a file; None for anything else."""
    try:
        plain = json.loads(file)
        return MadeFrom(
            **{
                **plain,
                "layouts": {role: Served(**item) for role, item in plain["layouts"].items()},
                "styles": {role: Served(**item) for role, item in plain["styles"].items()},
                "slots": {
                    role: {slot: Frame(*frame) for slot, frame in slots.items()}
                    for role, slots in plain["slots"].items()
                },
                "size": tuple(plain["size"]),
            }
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def compare(before: MadeFrom, now: MadeFrom) -> Iterator[str]:
    """What is otherwise than it was, in plain words, the gravest first."""
    if before.size != now.size and before.size[0] and now.size[0]:
        yield f"slides: {_size(before.size)} before, {_size(now.size)} now"
    for what, old, new in (("layout", before.layouts, now.layouts), ("style", before.styles, now.styles)):
        for role in sorted(old.keys() | new.keys()):
            yield from _compare_served(role, what, old.get(role), new.get(role))
    for role, slots in before.slots.items():
        yield from _compare_places(role, slots, now.slots.get(role, {}))
    for what, was, here in (
        ("colours", before.colours, now.colours), ("faces", before.faces, now.faces), ("page", before.page, now.page)
    ):  # fmt: skip
        yield from _compare_values(what, was, here)
    for item in before.items:
        if item not in now.items:
            yield f"pages: {item} is gone"
    for item in now.items:
        if item not in before.items:
            yield f"pages: {item} is new"


def _compare_places(role: str, before: Mapping[str, Frame], now: Mapping[str, Frame]) -> Iterator[str]:
    """What became smaller with its sizes, what else moved by its name."""
    smaller, moved = [], []
    for slot, old in before.items():
        new = now.get(slot)
        if new is None:
            smaller.append(f"{slot} is gone")
        elif new.w * new.h < _SMALLER * old.w * old.h:
            smaller.append(f"{slot} {old.w:.0f} x {old.h:.0f} before, {new.w:.0f} x {new.h:.0f} pt now")
        elif max(abs(a - b) for a, b in zip(old, new, strict=True)) > _MOVED:
            moved.append(slot)
    if smaller:
        yield f"{role}: less room: {'; '.join(smaller)}"
    if moved:
        yield f"{role}: stands elsewhere: {', '.join(moved)}"


def _compare_served(role: str, what: str, old: Served | None, new: Served | None) -> Iterator[str]:
    if old is None or new is None:
        if new is not None:
            yield f"{role}: the {what} “{new.source}” serves it now ({new.why})"
        elif old is not None:
            yield f"{role}: the {what} “{old.source}” served it, and nothing does now"
    elif new.nearest and not old.nearest:
        yield f"{role}: the {what} “{old.source}” cannot serve it any more; the nearest is “{new.source}” ({new.why})"
    elif old.source != new.source:
        yield f"{role}: the {what} “{new.source}” serves it in place of “{old.source}” ({new.why})"


def _compare_values(what: str, was: Mapping[str, Any], here: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(was.keys() | here.keys()):
        one, other = was.get(key), here.get(key)
        near = isinstance(one, float) and isinstance(other, float) and abs(one - other) <= _MOVED
        if one != other and not near:
            yield f"{what}: {key} is {_value(other)}, {_value(one)} before"


def _value(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value or "none")


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:g} x {size[1]:g} pt"
