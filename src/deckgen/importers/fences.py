"""Fenced parts of Markdown lessons: ``::: challenge`` of Pandoc, ``{: .challenge}`` behind a quotation of kramdown.

A first pass over the lines, so that what stands inside can be read as Markdown of its own, in its own lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_FENCE = re.compile(r"[ \t]{0,8}(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*\Z")
_CLASS = re.compile(r"[{.#: ]*([A-Za-z][\w-]*)")
_TITLE = re.compile(r"title=\"([^\"]*)\"")
_CODE = re.compile(r"[ \t]{0,8}(`{3,}|~{3,})")
_ATTRIBUTES = re.compile(r"[ \t]*\{:[ ]*\.([\w-]+)[^}]*\}[ \t]*\Z")


@dataclass(slots=True)
class Part:
    """Lines of Markdown, or a fenced part with its word and the parts inside; `line` counts from 1."""

    line: int
    word: str = ""
    title: str = ""
    lines: list[str] = field(default_factory=list)
    inside: list[Part] = field(default_factory=list)


def split_fences(lines: Sequence[str], first: int) -> list[Part]:
    """The parts of a file, whose first line is number `first`."""
    root = Part(first)
    open_parts = [root]
    code = ""
    for number, line in enumerate(lines, start=first):
        here = open_parts[-1]
        mark = _CODE.match(line)
        if mark and (not code or mark[1].startswith(code)):
            code = "" if code else mark[1]
        fence = _FENCE.match(line) if not code else None
        if fence and fence[2]:
            match = _CLASS.match(fence[2])
            title = _TITLE.search(fence[2])
            part = Part(number, match[1].lower() if match else "div", title[1] if title else "")
            here.inside.append(part)
            open_parts.append(part)
        elif fence:
            if len(open_parts) > 1:
                open_parts.pop()
        else:
            if not here.inside or here.inside[-1].word:
                here.inside.append(Part(number))
            here.inside[-1].lines.append(line)
    return [part for top in root.inside for part in _kramdown(top)]


def _kramdown(part: Part) -> list[Part]:
    """The part, quotations with a class behind them parted from what stands around."""
    if part.word:
        part.inside = [inner for each in part.inside for inner in _kramdown(each)]
        return [part]
    attributes, at = [], 0
    for index, line in enumerate(part.lines):
        match = _ATTRIBUTES.match(line)
        if not match:
            continue
        start = index
        while start > at and part.lines[start - 1].lstrip().startswith(">"):
            start -= 1
        if start == index:  # of a picture, code or paragraph: only the attributes go
            part.lines[index] = ""
            continue
        if any(entry.strip() for entry in part.lines[at:start]):
            attributes.append(Part(part.line + at, lines=part.lines[at:start]))
        inner = [re.sub(r"\A[ \t]*>[ ]?", "", entry) for entry in part.lines[start:index]]
        attributes.append(Part(part.line + start, match[1].lower(), inside=split_fences(inner, part.line + start)))
        at = index + 1
    return [*attributes, Part(part.line + at, lines=part.lines[at:])]
