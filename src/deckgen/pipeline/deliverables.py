"""What a delivery is made of: one row for every file or family of files, by the name that `--only` takes.

A new deliverable is a row here and a composer in `pipeline.composers`. `readers` says who gets it: nothing that is
only the facilitator's may stand in what participants, or their managers, get (`is_given_away`); every file is proved by
that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Folder = Literal["trainer", "participant", "office"]
FOLDERS: tuple[Folder, ...] = ("trainer", "participant", "office")
Readers = Literal["trainer", "participants", "managers", "office"]


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A file or a family of files."""

    name: str
    folder: Folder
    readers: Readers
    suffix: str = "docx"
    teaches: bool = False  # what it says counts as taught, beside deck, workbook and guide

    @property
    def is_given_away(self) -> bool:
        """Whether people read it who must not see answers or notes of the facilitator."""
        return self.readers in ("participants", "managers")


DELIVERABLES: tuple[Deliverable, ...] = (
    Deliverable("deck", "trainer", "trainer", "pptx"),
    Deliverable("guide", "trainer", "trainer"),
    Deliverable("run-sheet", "trainer", "trainer"),
    Deliverable("answers", "trainer", "trainer", teaches=True),
    Deliverable("cards", "trainer", "trainer", teaches=True),
    Deliverable("workbook", "participant", "participants"),
    Deliverable("sheets", "participant", "participants"),
    Deliverable("tool-cards", "participant", "participants", teaches=True),
    Deliverable("prework", "participant", "participants", teaches=True),
    Deliverable("followup", "participant", "participants", teaches=True),
    Deliverable("handout", "participant", "participants", "pptx"),
    Deliverable("outline", "office", "managers"),
    Deliverable("sign-in", "office", "participants"),
    Deliverable("groups", "office", "participants"),
    Deliverable("table-signs", "office", "participants"),
    Deliverable("materials", "office", "office"),
    Deliverable("pretest", "office", "participants"),
    Deliverable("posttest", "office", "participants"),
    Deliverable("answer-sheet", "office", "participants"),
    Deliverable("test-key", "office", "office"),
    Deliverable("feedback", "office", "participants"),
    Deliverable("certificate", "office", "participants"),
    Deliverable("letters-participants", "office", "participants"),
    Deliverable("letters-managers", "office", "managers"),
    Deliverable("manager-card", "office", "managers"),
    Deliverable("indicators", "office", "office"),
    Deliverable("cases", "office", "participants"),
    Deliverable("questions-gift", "office", "office", "txt"),
    Deliverable("questions-qti", "office", "office", "zip"),
    Deliverable("calendar", "office", "participants", "ics"),
    Deliverable("followup-calendar", "office", "participants", "ics"),
)

NAMES = tuple(item.name for item in DELIVERABLES)


def read_names(named: tuple[str, ...]) -> tuple[str, ...]:
    """The deliverables named, in their usual order; the name of a folder stands for all of it."""
    return tuple(item.name for item in DELIVERABLES if item.name in named or item.folder in named)


def file_name(item: Deliverable, stem: str, end: str) -> str:
    """The name of a file inside the delivery's folder; `end` is what the composer calls it."""
    path = PurePosixPath(item.folder) / end
    suffix = path.suffix or f".{item.suffix}"
    return (path.parent / f"{stem}-{path.stem}{suffix}").as_posix()
