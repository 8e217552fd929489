"""Files of text, `.md` and `.txt`: the whole of one is a single text, as if it stood behind `|`.

YAML that was kept under such a name is told from a text by its keys.
"""

from __future__ import annotations

import re
from pathlib import PurePath

import yaml

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.source.decode import LINE_END
from deckgen.source.written import Written

SUFFIXES = frozenset((".md", ".markdown", ".txt"))
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?:---[ \t]*\n)?(?:-[ \t]+)?[a-z_]{2,30}:(?=[ \t\n]|$)")
_LONGEST_LOOK = 100_000  # characters of a file that are tried as YAML


def is_prose(name: str) -> bool:
    """Whether a file holds one text."""
    return PurePath(name).suffix.lower() in SUFFIXES


def read_prose(text: str, file: str) -> tuple[str | None, Span, Diagnostic | None]:
    """The text of a file, where it stands, and what is wrong with it; None when it is no text."""
    lines = [line.rstrip(" \t") for line in LINE_END.split(text)]
    while lines and not lines[-1]:
        lines.pop()
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    kept = lines[first:]
    whole = Span(file, first + 1, 1, len(lines) or 1, len(lines[-1]) + 1 if lines else 1)
    if not kept:
        return None, whole, Diagnostic("DG011", "the file is empty", whole, "write its text, or delete the file")
    if _is_yaml(text):
        suffix = PurePath(file).suffix
        message = f"this file holds keys and values, and a file in {suffix} is read as one text"
        hint = f"call it {PurePath(file).with_suffix('.yaml').name}, and name it so behind !include"
        return None, whole, Diagnostic("DG024", message, Span(file, first + 1, 1), hint)
    places = tuple((number, 1) for number in range(first + 1, len(lines) + 1))
    return Written.of("\n".join(kept) + "\n", places), whole, None


def _is_yaml(text: str) -> bool:
    """Whether a file reads as a mapping, or a list of them, from its first line on."""
    if not _FIRST_KEY.match(text):
        return False
    try:
        value = yaml.safe_load(re.sub(r"!include\b", "", text[:_LONGEST_LOOK]))
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    entries = value if isinstance(value, list) else [value]
    # One word with a colon begins many a sentence; records have several keys.
    return bool(entries) and all(isinstance(entry, dict) and len(entry) > 1 for entry in entries)
