"""Every long text of the format holds every block, and no deck or book drops a word of it or prints a mark of it."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from catalogue.keys import course_samples
from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.workbook import compose_workbook
from deckgen.model.base import Strict
from deckgen.model.course import Course
from deckgen.model.keys import is_long
from deckgen.pipeline.composers import COMPOSERS
from deckgen.plan import plan_delivery
from deckgen.text.forms import FORMS
from deckgen.tree import Book, Deck, Para
from walk import find

BLOCKS = """\
@words with `@code` and **@strong** ones[^1].

- @one
  - @two
    - @three

1. @first
2. @second

```
if @if:
    @then  |  z > w
```

> @quoted
> — @Kim

> [!tip] @tipped
> @inside

| @head | @other |
| --- | --- |
| @cell | |

[^1]: @source
"""
PARTS = tuple(re.findall(r"@(\w+)", BLOCKS))
RAW = re.compile(r"(?:\*\*|`|^\s*[-*+] |\b\d\. |> |\| ?|— *\n)k\d+x|\[\^|\[!|\| ---|\|  z", re.MULTILINE)


def filled(record: Any, seen: dict[str, str]) -> Any:
    """A record with all its long texts replaced; `seen` gathers where, by the mark of each text."""
    if isinstance(record, tuple):
        return tuple(filled(item, seen) for item in record)
    if not isinstance(record, Strict):
        return record
    changed: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        old = getattr(record, name)
        if is_long(field):
            mark = f"k{len(seen)}x"
            seen[mark] = f"{type(record).__name__}.{name}"
            text = BLOCKS.replace("@", mark)
            changed[name] = (text,) if typing.get_origin(field.annotation) is tuple else text
        else:
            changed[name] = filled(old, seen)
    return record.model_copy(update=changed)


@cache
def trees() -> tuple[tuple[dict[str, str], tuple[Deck | Book, ...]], ...]:
    """For every sample course that has a text not seen before: where its texts stand, and its deck and books."""
    sizes = {"a.png": (100.0, 80.0)}
    made = []
    seen: set[str] = set()
    for raw in course_samples():
        marks: dict[str, str] = {}
        course = filled(Course.model_validate(raw), marks)
        if seen.issuperset(marks.values()):
            continue
        seen.update(marks.values())
        agenda = plan_delivery(course, course.deliveries[0], Report())
        assert agenda is not None
        books = (compose_workbook(course, agenda, sizes), compose_guide(course, agenda, {}))
        desk = Desk(course, agenda, sizes, forms=dict.fromkeys(FORMS, ""))
        papers = [paper for compose in COMPOSERS.values() for paper in compose(desk).values()]
        loose = [paper for paper in papers if isinstance(paper, Book)]
        made.append((marks, (compose_deck(course, agenda, sizes), *books, *loose)))
    return tuple(made)


def shown(tree: Deck | Book) -> Iterator[str]:
    """The words of a tree."""
    for run in find(tree, Run):
        yield run.text
        yield from (part.text for part in run.note)


def test_no_word_of_a_long_text_is_dropped() -> None:
    lost: dict[str, set[str]] = {}
    told: set[str] = set()
    for marks, made in trees():
        words = "\n".join(text for tree in made for text in shown(tree))
        for mark, key in marks.items():
            missing = {part for part in PARTS if f"{mark}{part}" not in words}
            told |= {key} if not missing else set()
            lost[key] = lost.get(key, missing) & missing
    assert not {key: parts for key, parts in lost.items() if parts}
    assert len(told) > 50


def test_no_mark_of_a_long_text_is_printed() -> None:
    for _, made in trees():
        for tree in made:
            code = {id(run) for para in find(tree, Para) if para.role == "code" for run in para.runs}
            raw = [run.text for run in find(tree, Run) if id(run) not in code and not run.code and RAW.search(run.text)]
            assert not raw
