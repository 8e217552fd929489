"""The texts of a course made ready to print: variables filled in, folded lines joined, mistakes at their place.

One walk over the data of a delivery. What cannot be printed as it was meant becomes `UNREAD`, so that nothing more
is said about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.fixes import Change, Fix
from deckgen.base.folds import FOLD
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.settings import Settings
from deckgen.decode.sheet_numbers import NO_NUMBERS, SheetNumbers, may_name_sheets
from deckgen.model.keys import long_places
from deckgen.source.characters import find_hidden
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.prose_files import is_prose
from deckgen.source.scalars import spelling
from deckgen.source.written import line_in, place_in
from deckgen.text.blocks import blank_marks, split_blocks
from deckgen.text.folds import join_folds
from deckgen.text.full_width import SEPARATORS
from deckgen.text.links import judge_link
from deckgen.text.marks import Finding, find_dress, find_mistakes
from deckgen.text.scan import scan
from deckgen.text.variables import MAX_TEXT, MAX_VALUE, render

# Entries that are short and stand beside others: one of them alone that lists things is probably several.
_ENTRIES = frozenset(
    (
        "audience",
        "checks",
        "dimensions",
        "first",
        "goals",
        "key_points",
        "options",
        "points",
        "scale",
        "summary",
    )
)
_SHORT = 4  # characters; three and more entries as short as this are no sentence in any list
_BOARD = frozenset(("task", "grouping", "output"))  # of a slide
_NAMES = frozenset(("file",))  # of files: what looks like markup in them is none
_CELLS = frozenset(("rows", "head"))  # where an empty text is a cell to fill in
_CODE = "\ue000"  # stands for a block of code; no text of a course has private characters
_ASKS = re.compile(r"[{}｛｝]|\]\(")  # variables and links
_BRACES = re.compile("[{｛][{｛%％]?|[}｝]")

Part = tuple[str, Span | None]
"""The id of a part of the course that a link leads to, and where the link stands."""


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts; `values` are what ``{{ name }}`` stands for, `parts` gathers what links lead to.

    `key` is the key that the data stands under, `parent` that of its record, `drawn` says whether a drawing on a slide
    shows it, with plain labels; `in_slide` whether a slide holds it and no sheet of its own. `sheets` knows the numbers
    of sheets.
    """

    values: Mapping[str, str]
    report: Report
    parts: list[Part] = field(default_factory=list)
    parent: str = ""
    key: str = ""
    drawn: bool = False
    in_slide: bool = False
    sheets: SheetNumbers = NO_NUMBERS
    _below: dict[tuple[str, str, bool, bool, str], TextReader] = field(default_factory=dict, repr=False, compare=False)

    def fill(self, raw: Any, place: Span | None) -> Any:
        """The data with every text in it ready to print."""
        if isinstance(raw, str):
            return self.read(raw, place)
        if isinstance(raw, LocatedList):
            self._check_entries(raw)
            for index, (item, span) in enumerate(zip(raw, raw.items_at, strict=True)):
                raw[index] = self.fill(item, span)
        elif isinstance(raw, Located):
            sheets = self.sheets.within(raw)
            for key, value in raw.items():
                if isinstance(value, str | LocatedList | Located):
                    raw[key] = self._under(key, sheets).fill(value, raw.spans.get(key, place))
        return raw

    def _under(self, key: str, sheets: SheetNumbers) -> TextReader:
        """The reader of what stands under a key of this record; there is one for all that it would say the same of."""
        drawn, in_slide = self.drawn or self._is_drawn(key), self._in_slide(key)
        kind = (self.key, key, drawn, in_slide, sheets.own)
        known = self._below.get(kind)
        if known is None:
            known = self._below[kind] = TextReader(
                self.values, self.report, self.parts, self.key, key, drawn, in_slide, sheets, self._below
            )
        return known

    @property
    def is_long(self) -> bool:
        """Whether a text may have lists, blocks and several paragraphs here."""
        return (self.parent, self.key) in long_places() and not self.drawn

    def _fill_in(self, raw: str) -> tuple[str, str | None]:
        """A text with its variables filled in, and what is wrong with them in words."""
        named, problem = self.sheets.fill_in(raw) if "sheet" in raw and "{{" in raw else (raw, None)
        return (raw, problem) if problem else render(named, self.values)

    def _is_drawn(self, key: str) -> bool:
        """Whether what stands under a key is drawn: diagrams, what a board shows, the questions of a debrief."""
        return key == "diagram" or (self.in_slide and (key in _BOARD or key == "questions"))

    def _in_slide(self, key: str) -> bool:
        return key == "slides" or (self.in_slide and key != "sheet")

    def read(self, raw: str, place: Span | None) -> Any:
        """A text ready to print, or `UNREAD` when nothing can be made of it."""
        if len(raw) > MAX_TEXT:
            message = f"the text has {len(raw)} characters, at most {MAX_TEXT} are printed"
            self.report.add("DG125", message, place, "split it into several texts")
            return UNREAD
        long = self.is_long
        if self.key not in _NAMES and (ready := _as_it_stands(raw, long, self.drawn)) is not None:
            return ready
        text, problem = _outside_code(raw, self._fill_in) if long else self._fill_in(raw)
        if problem:
            brace = _BRACES.search(blank_marks(raw) if long else raw)
            at = place_in(raw, brace.start() if brace else 0, place)
            known = list_names(self.values)
            self.report.add("DG107", problem, at, f"known variables: {known}; \\{{{{ prints the braces")
            return UNREAD
        if raw and not raw.strip():
            if self.key in _CELLS:
                return ""
            message = f"{self.key}: the text is blank" if self.key else "the text is blank"
            self.report.add("DG127", message, place, "write the text, or leave the key out")
            return UNREAD
        if self.key in _NAMES:
            return join_folds(text).strip(" \t\n")
        findings = [*find_mistakes(text, long=long), *self._follow_links(raw, text, place)]
        if self.drawn and not findings and (mark := find_dress(text)):
            findings.append(mark)
        for item in self.sheets.by_hand(raw):
            self.report.add(item.code, item.message, place_in(raw, item.offset, place), item.hint)
        for item in findings:
            at, fix = _place_of(raw, text, item.offset, place), _fix_of(raw, text, item.change, place)
            self.report.add(item.code, item.message, at, item.hint, fix=fix)
        # A text with another line's key in it is no value.
        return UNREAD if any(item.code == "DG124" for item in findings) else join_folds(text).strip(" \t\n")

    def _follow_links(self, raw: str, text: str, place: Span | None) -> Iterable[Finding]:
        """Notes what the links of a text lead to; a mistake where nobody could follow them."""
        if "](" not in text:
            return
        bare = blank_marks(text) if self.is_long else text
        for link in scan(bare).links.values():
            if self.drawn:
                yield Finding(link.start, "DG123", "a link stands in a drawing, where nobody can follow it",
                              "write the words alone, and the link in a text beside it")  # fmt: skip
            elif link.target.startswith("#") and judge_link(link.target).address:
                self.parts.append((link.target[1:], _place_of(raw, text, link.start, place)))

    def _check_entries(self, entries: LocatedList) -> None:
        """A list in square brackets that full-width commas were meant to part."""
        if len(entries) != 1 or not isinstance(entries[0], str) or entries.span is None:
            return
        item, at = entries[0], entries.items_at[0]
        plain = at.end_line == at.line and at.end_column - at.column == len(item)  # no quotes around it
        bracketed = entries.span.end_column - entries.span.column == 1
        comma = next((char for char in item if char in SEPARATORS), "")
        parts = item.split(comma) if comma else []
        listed = self.key in _ENTRIES or (len(parts) > 2 and all(0 < len(part) <= _SHORT for part in parts))
        if bracketed and plain and comma and listed and not item.endswith(("。", "！", "？")):
            message = f"{self.key}: one entry, since “{comma}” is a full-width character that parts no entries"
            self.report.add("DG126", message, place_in(item, item.index(comma), at),
                            "write “, ” between entries, or put the text in quotes if it is one entry")  # fmt: skip


def read_variables(declared: Any, place: Span | None, report: Report) -> dict[str, str]:
    """The values of ``variables:``, each one text."""
    if declared is None or declared is UNREAD:
        return {}
    if not isinstance(declared, Located):
        report.add("DG103", "variables: a mapping of names to texts is expected here", place,
                   "for example `variables: {client: Example Ltd}`")  # fmt: skip
        return {}
    variables: dict[str, str] = {}
    for name, value in declared.items():
        at = declared.spans.get(name, place)
        variables[name] = ""  # known in any case, so that nobody asks what it is
        if isinstance(value, bool | Located | LocatedList):
            report.add("DG103", f"the variable {name} is no text", at, f'write one text in quotes: {name}: "…"')
        elif isinstance(value, str):
            variables.update(_value_of(name, value, at, report))
        elif value is not UNREAD and value is not OPEN and value is not None:
            variables[name] = spelling(value)
    return variables


def read_settings(values: Mapping[str, str], report: Report) -> Settings:
    """The values that were set from outside, each read like a text of the course."""
    given = values if isinstance(values, Settings) else Settings(values)
    settings = Settings({}, given.places, given.phrases, given.phrases_at, laid=given.laid, notes=given.notes)
    for name, value in values.items():
        at = settings.at(name)
        for _, message, hint, _ in find_hidden(value):
            report.add("DG032", message, at, hint)
        settings.update(_value_of(name, value, at, report) if value.strip() else {name: ""})
    return settings


def _value_of(name: str, value: str, at: Span | None, report: Report) -> dict[str, str]:
    """A variable with its value, which is empty when something is wrong with it."""
    text = TextReader({}, report, key=name).read(value, at)
    if text is not UNREAD and len(text) > MAX_VALUE:
        report.add("DG125", f"the variable {name} has more than {MAX_VALUE} characters", at, "shorten it")
        text = UNREAD
    return {name: "" if text is UNREAD else text}


def report_missing_parts(parts: Iterable[Part], course: Located, report: Report) -> None:
    """The links that lead to no part of this delivery, unless not all of its parts can be read."""
    ids = list(_ids_of(course, ("modules", "blocks", "slides"))) + list(_ids_of(course, ("sheets",)))
    there = {name for name in ids if isinstance(name, str)}
    for part, place in parts if UNREAD not in ids else ():
        if part not in there:
            near = nearest(part, there, cutoff=0.5)
            message = f"the link leads to #{shorten(part)}, and this delivery has no such module, block, slide or sheet"
            hint = f"did you mean #{near}?" if near else "write the id of a part, or take the link off"
            report.add("DG212", message, place, hint)


def _ids_of(raw: Any, levels: tuple[str, ...]) -> Iterator[Any]:
    """The ids of records under lists within lists; `UNREAD` where something on the way cannot be read."""
    if not levels:
        return
    listed = raw.get(levels[0], LocatedList()) if isinstance(raw, Located) else UNREAD
    for record in listed if isinstance(listed, LocatedList) else (UNREAD,):
        yield record.get("id") if isinstance(record, Located) else UNREAD
        yield from _ids_of(record, levels[1:])


@lru_cache(maxsize=1 << 13)
def _as_it_stands(raw: str, long: bool, drawn: bool) -> str | None:
    """The text ready to print if nothing about it hangs on the course and nothing is wrong with it: most are like that,
    and the deliveries of a course share them.
    """
    if not raw.strip() or _ASKS.search(raw) or may_name_sheets(raw):
        return None
    if any(find_mistakes(raw, long=long)) or (drawn and find_dress(raw)):
        return None
    return join_folds(raw).strip(" \t\n")


def _outside_code(raw: str, fill_in: Callable[[str], tuple[str, str | None]]) -> tuple[str, str | None]:
    """A long text with its variables filled in, its blocks of code as they stand."""
    if not any(marks in raw for marks in ("```", "~~~")):
        return fill_in(raw)
    code = [(part.start, part.end) for part in split_blocks(raw)[0] if part.kind == "code"]
    kept, outer, end = [], [], 0
    for start, after in code:
        kept.append(raw[start:after])
        outer.append(raw[end:start])
        end = after
    text, problem = fill_in(_CODE.join((*outer, raw[end:])))
    for block in kept:
        text = text.replace(_CODE, block, 1)
    return text, problem


def _fix_of(raw: str, text: str, change: Change | None, place: Span | None) -> Fix | None:
    """The change of a text as one of its file; None behind the first variable, or where YAML would read a list."""
    at = place_in(raw, change.start, place) if change is not None else None
    if change is None or at is None or place is None or not at.line or raw[: change.end] != text[: change.end]:
        return None
    old = raw[change.start : change.end]
    opens_a_list = bool(change.new) and at.line == place.line and not is_prose(place.file)
    if FOLD in old or "\n" in old or opens_a_list:
        return None
    return Fix("list mark", at.file, at.line, at.column, old, change.new)


def _place_of(raw: str, text: str, offset: int, place: Span | None) -> Span | None:
    """The place of a character of the filled-in text: exact up to the first variable, of the right line behind it."""
    return place_in(raw, offset, place) if raw[:offset] == text[:offset] else line_in(raw, text, offset, place)
