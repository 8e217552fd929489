"""A theme into its ``theme.yaml``, as `theme.read` reads it.

Texts are written as JSON strings, which YAML reads as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from deckgen.theme.box_metrics import BoxMetrics
from deckgen.theme.theme import MONO, BookStyle, PageItem, PageSetup, TextRole, Theme

_HEAD = """# {title}
# Every key is explained in the default theme's theme.yaml; `deckgen theme check {name}` is the doctor.
"""


def write_theme_file(theme: Theme, told: Sequence[str] = ()) -> bytes:
    """The file of a theme; `told` are remarks that open it."""
    head = _HEAD.format(title=f"The theme {theme.name}, made by `deckgen theme new`.", name=theme.name)
    remarks = "".join(f"# - {' '.join(remark.split())}\n" for remark in told)
    sections = "\n".join(_sections(theme))
    return (head + remarks + "\n" + sections).encode()


def _sections(theme: Theme) -> Iterator[str]:
    yield f"name: {_text(theme.name)}\n"
    fonts = theme.fonts
    named = {"latin": fonts.latin, "east_asian": fonts.east_asian}
    named |= {"heading": fonts.heading} if fonts.heading else {}
    named |= {"mono": fonts.mono} if fonts.mono != MONO else {}
    named |= {"latin_metrics": fonts.latin_metrics, "east_asian_metrics": fonts.east_asian_metrics}
    if theme.book_fonts is not None:
        named |= {"book_latin": theme.book_fonts.latin, "book_east_asian": theme.book_fonts.east_asian}
    yield _section("fonts", named)
    yield _section("colours", theme.colours)
    yield _section("scheme", theme.scheme)
    yield _records("slide_text", theme.slide_text, TextRole)
    if theme.names_layouts:
        yield "layout_names: language\n"
    yield _section("layouts", theme.layouts)
    yield "slots:\n" + "".join(f"  {role}: {_flow(slots)}\n" for role, slots in theme.slots.items())
    yield _records("book_text", theme.book_text, BookStyle)
    yield "callouts:\n" + "".join(f"  {role}: {_flow(look)}\n" for role, look in theme.callouts.items())
    yield _section("page", {field.name: getattr(theme.page, field.name) for field in fields(PageSetup)})
    if theme.page_items:
        yield "page_items:\n" + "".join(f"  - {_flow(_item(item))}\n" for item in theme.page_items)
    yield _section("boxes", {field.name: getattr(theme.boxes, field.name) for field in fields(BoxMetrics)})


def _section(name: str, values: Mapping[str, Any]) -> str:
    return f"{name}:\n" + "".join(f"  {key}: {_value(value)}\n" for key, value in values.items())


def _records(name: str, records: Mapping[str, Any], kind: type) -> str:
    """One line a record, with what differs from the usual."""
    usual = {item.name: item.default for item in fields(kind)}
    lines = []
    for role, record in records.items():
        shown = {
            key: getattr(record, key)
            for key, default in usual.items()
            if default is MISSING or getattr(record, key) != default
        }
        lines.append(f"  {role}: {_flow(shown)}\n")
    return f"{name}:\n" + "".join(lines)


def _item(item: PageItem) -> dict[str, Any]:
    usual = {field.name: field.default for field in fields(PageItem)}
    shown = {key: getattr(item, key) for key, default in usual.items() if key != "frame"}
    return {**item.frame._asdict(), **{key: value for key, value in shown.items() if value != usual[key]}}


def _flow(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in values.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{round(float(value), 3):g}"
    return _text(str(value))


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
