"""The phrases that a course or a profile says in its own words, checked against those that there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.texts import TextReader
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling
from deckgen.source.written import place_in
from deckgen.text.inline import parse_inline
from deckgen.text.phrases import longest_phrase, names_of_phrase, placeholders_of, width_of
from deckgen.text.phrases.en import EN

PHRASES = "phrases"
_EDGES = re.compile(r"( *)(.*?)( *)\Z", re.DOTALL)
_WIDE = re.compile("[｛｝]")
_HINT = "write for example `apply: Use it tomorrow`; `deckgen docs phrases` lists the keys"


def read_wording(raw: Any, place: Span | None, values: Mapping[str, str], report: Report) -> Located:
    """The phrases under `phrases:` by key, each one ready to be filled in; what is wrong is reported and left out.

    `values` are the variables that stand in their texts.
    """
    wording = Located()
    wording.span = place
    if raw is None or raw is UNREAD or raw is OPEN:
        return wording
    if not isinstance(raw, Located):
        report.add("DG103", "phrases: a mapping of keys to texts is expected here", place, _HINT)
        return wording
    for key, value in raw.items():
        if key not in EN:
            near = nearest(key, EN)
            hint = f"did you mean {near}?" if near else "`deckgen docs phrases` lists the keys"
            report.add("DG101", f"there is no phrase {shorten(key)}", raw.keys_at.get(key), hint)
            continue
        at = raw.spans.get(key, place)
        text = _read_phrase(key, value, at, values, report)
        if text is not None:
            wording[key] = text
            wording.spans.update({key: at} if at else {})
    return wording


def _read_phrase(key: str, value: Any, at: Span | None, values: Mapping[str, str], report: Report) -> str | None:
    if value is UNREAD or value is OPEN:
        return None
    if value is None or isinstance(value, Located | LocatedList):
        report.add("DG103", f"the phrase {key} is one text", at, f'write for example {key}: "{EN[key]}"')
        return None
    raw = value if isinstance(value, str) else spelling(value)
    if wide := _WIDE.search(raw):
        report.add("DG129", f"{key}: “{wide.group()}” is a full-width character", place_in(raw, wide.start(), at),
                   "placeholders stand between { and }")  # fmt: skip
        return None
    if not raw:
        report.add("DG127", f"{key}: the phrase is empty", at, "write its words, or leave the key out")
        return None
    own = Report()
    text = TextReader(values, own, key=key).read(raw, at)
    told = [item for item in own if item.code != "DG122"]  # what parts two words may look like the mark of a list
    report.extend(told)
    if text is UNREAD or told:
        return None
    if any(run.strong or run.emphasis or run.code or run.href for run in parse_inline(text)):
        report.add("DG121", f"{key}: phrases are plain words, and this one has marks", at, "take the marks off")
        return None
    if "\n" in text:
        report.add("DG129", f"{key}: a phrase has one line", at, "write it on one line")
        return None
    lead, _, trail = _EDGES.match(raw).groups()  # type: ignore[union-attr]
    text = f"{lead}{text}{trail}"
    return text if _fits(key, text, raw, at, report) else None


def _fits(key: str, text: str, raw: str, at: Span | None, report: Report) -> bool:
    """Whether a phrase can be filled in and is short enough."""
    known = placeholders_of(key)
    told = (
        f"it takes {list_names(f'{{{name}}}' for name in known)}" if known else "it takes no value: leave { and } out"
    )
    try:
        names = names_of_phrase(text)
    except ValueError as error:
        report.add("DG129", f"{key}: {shorten(str(error))}", at, told)
        return False
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {{{near}}}?" if near else told
            place = place_in(raw, max(raw.find(f"{{{name}}}"), 0), at)
            report.add("DG129", f"{key}: there is nothing to fill in for {{{shorten(name)}}}", place, hint)
    if not set(names) <= set(known):
        return False
    if lost := [f"{{{name}}}" for name in known if name not in names]:
        hint = f"put {list_names(lost)} in: {EN[key]}"
        report.add("DG130", f"{key}: the phrase leaves {list_names(lost)} out", at, hint)
    wide, most = width_of(text), longest_phrase(key)
    if wide > most:
        message = f"{key}: the phrase is {wide} wide, and its places hold {most} (Chinese characters count twice)"
        report.add("DG125", message, at, "shorten it")
        return False
    return True
