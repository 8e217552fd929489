"""What `--pdf` makes with the LibreOffice that is there: bookmarks, tags, fonts, pages."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from deckgen.pipeline.build import Outcome, Request, build
from deckgen.pipeline.deliverables import NAMES
from deckgen.tree import Book
from tools import ROOT, pdf_pages, soffice

pytestmark = pytest.mark.slow
COURSE = ROOT / "tests" / "cases" / "shift-handover"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    soffice()
    outcome = build(Request(courses=(str(COURSE),), kinds=NAMES, out=tmp_path_factory.mktemp("printed"), pdf=True))
    assert not outcome.failed, outcome.diagnostics
    return outcome


def _pdfs(outcome: Outcome) -> list[Path]:
    return [path for path in outcome.made[0].files if path.suffix == ".pdf"]


def test_every_document_and_deck_is_printed_with_tags_title_and_language(printed: Outcome) -> None:
    office = [path for path in printed.made[0].files if path.suffix in (".docx", ".pptx")]
    paths = _pdfs(printed)
    assert {path.with_suffix(".pdf") for path in office} == {path for path in paths if not path.stem.endswith("-pack")}
    for path in paths:
        root: Any = PdfReader(path).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], path
        assert root["/StructTreeRoot"]["/K"], path
        assert root["/Lang"].startswith("en"), path
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], path
        told = PdfReader(path).metadata
        assert told is not None and "Handing over a shift" in str(told.title) and told.creation_date is None, path


def test_every_font_is_embedded(printed: Outcome) -> None:
    for path in _pdfs(printed):
        for page in PdfReader(path).pages:
            for font in _fonts(page):
                below = font.get("/DescendantFonts")
                described: Any = (below[0].get_object() if below else font)["/FontDescriptor"]  # type: ignore[index]
                assert any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")), (path, font)


def _fonts(page: DictionaryObject) -> Iterator[DictionaryObject]:
    fonts: Any = page["/Resources"].get("/Font", {})  # type: ignore[union-attr]
    yield from (font.get_object() for font in fonts.values())


def test_books_have_as_many_pages_as_foreseen_and_bookmarks_for_their_chapters(printed: Outcome) -> None:
    (product,) = printed.made
    trees = product.trees
    assert trees is not None and trees.guide is not None
    named = {"workbook": trees.workbook, "guide": trees.guide}
    named |= {name: tree for papers in trees.papers.values() for name, tree in papers.items() if isinstance(tree, Book)}
    for name, book in named.items():
        (path,) = (path for path in _pdfs(printed) if path.stem.endswith(f"v1.0-{name.rpartition('/')[2]}"))
        assert pdf_pages(path) == book.pages, name
    for name in ("workbook", "guide"):
        (path,) = (path for path in _pdfs(printed) if path.stem.endswith(f"v1.0-{name}"))
        assert len(PdfReader(path).outline) > 2


def test_a_pack_holds_its_parts_and_the_tags_of_all_of_them(printed: Outcome) -> None:
    (pack,) = (path for path in _pdfs(printed) if path.stem.endswith("trainer-pack"))
    read = PdfReader(pack)
    starts = [read.get_destination_page_number(item) for item in read.outline if not isinstance(item, list)]
    assert len(starts) == 3 and all(start is not None and start % 2 == 0 for start in starts)
    parts = [path for path in _pdfs(printed) if path.stem.rpartition("v1.0-")[2] in ("run-sheet", "guide", "answers")]
    assert sum(map(_words_in_tags, parts)) == _words_in_tags(pack)


def _words_in_tags(path: Path) -> int:
    """How many words can be reached through the tags of a file."""
    told = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True).stdout
    return sum(len(line.split()) for line in told.splitlines() if line.strip().startswith('"'))
