"""A place of the course that something in a file leads to, and the course that a file is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import shorten
from deckgen.pipeline.choose import UsageError, find_courses
from deckgen.pipeline.door import read_file
from deckgen.pipeline.planning import load_course
from deckgen.release.shelves import CURRICULUM


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written; `then` is the text that it has in the file, `title` the one it has now.

    `page` is that of a book as it was made, 0 where none is known.
    """

    span: Span
    id: str
    title: str
    then: str
    page: int = 0


def made_for(keywords: str) -> tuple[str, str] | None:
    """Ids of course and delivery from the keywords of a file, whatever signs a program puts between them."""
    words = re.split(r"[,;\s]+", keywords.strip())
    return (words[0], words[1]) if len(words) == 2 else None


def course_named(name: str) -> Path:
    """The folder of the course of that id. Raises UsageError when there is none."""
    for folder in find_courses((), CURRICULUM, every=True):
        own = load_course(folder, read_file, Report()).id
        if (own[0] if own else folder.resolve().name) == name:
            return folder
    raise UsageError(f"no course here has the id {shorten(name)}; run this where its curriculum lies")
