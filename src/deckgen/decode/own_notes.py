"""Private notes of one trainer, by the id of the part of the course that each is about.

They lie outside of the course, in a file of the trainer's, and are texts like those that a trainer says, with
variables, lists and links. Whether there are such parts is told by `check_parts`, which has to know all deliveries: a
part of another delivery is no mistake.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import nearest, shorten
from deckgen.decode.texts import TextReader
from deckgen.decode.variants import view_of
from deckgen.model.course import Course, OwnNote
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling

_HINT = "write one text, or a list of texts, each after a dash"
_LIKE = ("slides", "say")  # where texts stand that may have what notes may have


def read_own_notes(
    raw: Located, chain: Sequence[str], deliveries: Collection[str], texts: TextReader, report: Report
) -> dict[str, OwnNote]:
    """The notes for the first delivery of a chain by id; `texts` reads those of the course."""
    special = view_of(raw, chain, deliveries, report, frozenset(raw)).data
    parent, key = _LIKE
    reader = TextReader(texts.values, report, texts.parts, parent, key, sheets=texts.sheets)
    notes: dict[str, OwnNote] = {}
    for about, value in special.items() if isinstance(special, Located) else ():
        at = special.spans.get(about)
        items = value if isinstance(value, LocatedList) else [value]
        places = value.items_at if isinstance(value, LocatedList) else [at]
        said = []
        for item, place in zip(items, places, strict=True):
            if item is UNREAD or item is OPEN:
                continue
            if item is None or isinstance(item, Located | LocatedList | bool):
                report.add("DG103", f"{shorten(about)}: a note is a text", place, _HINT)
                continue
            text = reader.read(item if isinstance(item, str) else spelling(item), place)
            said += [text] if text is not UNREAD and text else []
        if said:
            notes[about] = OwnNote(tuple(said), at)
    return notes


def check_parts(raw: Located, courses: Iterable[Course], report: Report) -> None:
    """Every note is about a part of the course as one of its deliveries has it."""
    there = frozenset[str]().union(*(course.parts for course in courses))
    for about in raw:
        if about not in there and about != "todo":
            near = nearest(about, there, cutoff=0.5)
            hint = f"did you mean {near}?" if near else "write the id of a module, block, slide or sheet"
            message = f"a note about {shorten(about)}, and the course has no such module, block, slide or sheet"
            report.add("DG214", message, raw.keys_at.get(about), hint)
