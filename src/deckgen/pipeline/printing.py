"""The files of a delivery as PDF: each that is printed, and one pack a role to print on both sides.

What is cut out is printed on one side, so it is in no pack. The library that binds is loaded when somebody prints.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from deckgen.base.diagnostics import Diagnostic
from deckgen.compose.deck import compose_properties
from deckgen.compose.kit import Kit
from deckgen.pipeline.deliverables import DELIVERABLES, file_name
from deckgen.pipeline.file_names import stem_of
from deckgen.pipeline.libraries import took_part
from deckgen.pipeline.libreoffice import (
    VARIABLE,
    NoOfficeError,
    PrintError,
    draw_pdfs,
    find_office,
    office_version,
    pdf_name,
)
from deckgen.pipeline.planning import Planned
from deckgen.plan.sentences import course_phrases

PROGRAM = "LibreOffice"
PACKS: dict[str, tuple[str, ...]] = {
    "trainer_pack": ("run-sheet", "guide", "answers"),
    "participant_pack": ("prework", "workbook", "followup"),
}
"""What is bound into each pack, by the names of deliverables, in the order of use; packs have the names of phrases."""
_PARTS = {item.name: item for item in DELIVERABLES}
_INSTALL = (
    f"install LibreOffice, or name its program in the variable {VARIABLE}; without --pdf the Office files are made"
)
_AGAIN = "open the Office file in LibreOffice to see what it says, or build again without --pdf"


class Printed(NamedTuple):
    """PDF files by name, and with what they were made: name and version of programs."""

    files: dict[str, bytes]
    programs: dict[str, str]


def check_printer() -> Diagnostic | None:
    """What to say where nothing can be printed."""
    if find_office() is not None:
        return None
    return Diagnostic("DG740", "there is no LibreOffice to make PDF files with", None, _INSTALL)


def print_files(planned: Planned, files: Mapping[str, bytes], kinds: Collection[str]) -> Printed | Diagnostic:
    """The PDF of every document and deck, and the packs whose parts are all among `kinds`; or what went wrong."""
    from deckgen.pdf.bind import settle

    try:
        printed = {name: settle(content) for name, content in draw_pdfs(files).items()}
    except NoOfficeError:
        return Diagnostic("DG740", "there is no LibreOffice to make PDF files with", None, _INSTALL)
    except PrintError as problem:
        return Diagnostic("DG741", str(problem), None, _AGAIN)
    printed |= _packs(planned, printed, kinds)
    libraries = took_part((settle.__module__,))
    return Printed(printed, {PROGRAM: office_version(find_office() or ""), **libraries})


def _packs(planned: Planned, printed: Mapping[str, bytes], kinds: Collection[str]) -> dict[str, bytes]:
    from deckgen.pdf.bind import Part, bind

    course, stem = planned.course, stem_of(planned.course, planned.delivery)
    kit = Kit(course, planned.agenda, course_phrases(course), "book")
    packs: dict[str, bytes] = {}
    for pack, names in PACKS.items():
        if not set(names) <= set(kinds):
            continue
        paths = {name: pdf_name(file_name(_PARTS[name], stem, name)) for name in names}
        parts = [Part(_title(kit, name), printed[path]) for name, path in paths.items() if path in printed]
        if parts:
            told = compose_properties(kit, pack)
            path = file_name(_PARTS[names[-1]], stem, pack.replace("_", "-"))
            packs[pdf_name(path)] = bind(told.title, told.author, told.language, parts)
    return packs


def _title(kit: Kit, name: str) -> str:
    """What a part is called among the bookmarks."""
    return kit.phrase(name.replace("-", "_"))
