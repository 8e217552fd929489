"""What a theme may leave unsaid: roles that are like others of its own, and boxes of its colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from deckgen.theme.theme import BookStyle, TextRole

CODE = TextRole(18.0, 12.0, "ink")
_BOOK_CODE = BookStyle("Code Block", 9.0, 13.0)
# Styles of sheets that a theme may leave out: the style each is like, and what is else.
_STRONG = {"strong": True}
_SIGN = {"size": 13.0, "line": 20.0, "before": 1.0, "after": 0.5, "strong": True}
_BOOK_TEXT_LIKE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("line", "field", {"name": "Form Line", "colour": "muted"}),
    ("brief", "plain", {"name": "Sheet Text", "after": 4.0}),
    ("verb", "cell_head", {"name": "Step Verb", "colour": "on_fill", "keep_next": False}),
    ("pen", "label", {"name": "Writing Label", "colour": "accent"}),
    (
        "chapter_number",
        "plain",
        {"name": "Chapter Number", "size": 22.0, "line": 30.0, **_STRONG, "colour": "accent"},
    ),
    ("sheet_meta", "plain", {"name": "Sheet Facts", "size": 10.0, "line": 15.0}),
    ("sheet_kind", "plain", {"name": "Sheet Kind", "size": 10.5, "line": 17.0, "colour": "accent"}),
    (
        "sheet_number",
        "plain",
        {"name": "Sheet Number", "size": 15.0, "line": 21.0, **_STRONG, "colour": "accent"},
    ),
    ("sign_say", "plain", {"name": "Sign Say", **_SIGN, "colour": "on_fill", "fill": "ink", "frame": "single"}),
    ("sign_do", "plain", {"name": "Sign Do", **_SIGN, "frame": "single"}),
    ("sign_ask", "plain", {"name": "Sign Ask", **_SIGN, "colour": "accent", "frame": "double"}),
    ("cell_dense", "cell", {"name": "Dense Table Text", "size": 10.0, "line": 15.0}),
    ("clock", "plain", {"name": "Clock", "size": 15.0, "line": 19.0, "before": 3.0, **_STRONG}),
    (
        "slide_number",
        "plain",
        {"name": "Slide Number", "size": 14.0, "line": 24.0, "before": 5.0, **_STRONG, "frame": "single"},
    ),
    (
        "slide_title",
        "plain",
        {"name": "Slide Title", "size": 13.0, "line": 19.0, "before": 3.0, **_STRONG, "keep_next": True},
    ),
    ("on_screen", "plain", {"name": "On Screen", "size": 10.0, "line": 15.0, "colour": "muted"}),
    ("expected", "plain", {"name": "Expected Answer", "size": 10.5, "line": 16.0, "before": 1.5, "after": 1.5}),
    (
        "certificate_title",
        "plain",
        {
            "name": "Certificate Title",
            "size": 40.0,
            "line": 54.0,
            "after": 18.0,
            **_STRONG,
            "colour": "primary",
            "rule": "accent",
        },
    ),
    (
        "certificate_course",
        "plain",
        {"name": "Certificate Course", "size": 24.0, "line": 36.0, "after": 6.0, **_STRONG},
    ),
    ("certificate", "plain", {"name": "Certificate Text", "size": 14.0, "line": 24.0, "after": 6.0}),
    ("run_clock", "run_cell", {"name": "Run Sheet Clock", "size": 13.0, "line": 14.0, **_STRONG}),
    ("run_title", "run_cell", {"name": "Run Sheet Block", "size": 11.0, "line": 14.0, **_STRONG}),
    ("run_value", "run_cell", {"name": "Run Sheet Value", "size": 10.0, "line": 14.0}),
    ("slug", "small", {"name": "Cut Slug", "before": 8.0, "after": 14.0, "indent_left": 11.0}),
    ("aside", "small", {"name": "Guide Aside", "size": 10.0, "line": 15.0, "after": 1.0}),
    (
        "beside",
        "plain",
        {"name": "Guide Point", "size": 10.0, "line": 15.0, "before": 1.0, "indent_left": 9.0, "first_line": -9.0},
    ),
    ("walk", "cell", {"name": "Guide Look For", "size": 10.0, "line": 15.0, "after": 1.0}),
    ("rung", "cell", {"name": "Guide Debrief Question", "before": 2.0, "after": 2.0, "indent_left": 6.0}),
    (
        "block_facts",
        "small",
        {"name": "Guide Block Facts", "size": 10.0, "line": 15.0, "before": 9.0, "after": 2.0, "keep_next": True},
    ),
    (
        "block_title",
        "heading2",
        {"name": "Guide Block Title", "before": 4.0, "after": 2.0, "rule_above": "", "bar": ""},
    ),
    ("tool", "plain", {"name": "Tool Card", "size": 11.5, "line": 19.0}),
    ("role_card", "plain", {"name": "Role Card", "size": 12.5, "line": 19.0}),
)
BOXES_LIKE: Mapping[str, dict[str, str]] = {
    "example": {"fill": "primary_soft", "line": "primary", "title": "primary"},
    "accessibility": {"fill": "positive_soft", "line": "positive", "title": "positive"},
    "quote": {"fill": "paper", "line": "primary", "title": "primary"},
    "code": {"fill": "surface", "line": "line", "title": "ink"},
}


def add_derived(book_text: dict[str, BookStyle]) -> None:
    """Give every style of books that the theme leaves out what is derived from its others."""
    book_text.setdefault("code", _BOOK_CODE)
    for role, model, change in _BOOK_TEXT_LIKE:
        if model in book_text:
            book_text.setdefault(role, replace(book_text[model], **change))
