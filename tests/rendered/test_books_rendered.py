"""Books as files and as LibreOffice draws them: pages as predicted, nothing lost, nothing outside the margins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph

from deckgen.base.runs import plain
from deckgen.theme import Theme
from deckgen.tree import (
    Book,
    Callout,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Shape,
    Table,
    Toc,
    WritingSpace,
)
from rendered.artefacts import BOOKS, Artefact, Rendered
from rendered.pages import NEVER_FIRST, Page, Word, badly_broken, in_tab, missing_signs, read_pages, signs
from rendered.taller import make_taller
from tools import to_pdf, to_pdf_as_word

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDGE = 2.5  # points a renderer may round


@pytest.fixture(scope="module", params=BOOKS)
def artefact(request: pytest.FixtureRequest, rendered: Rendered) -> Artefact:
    return rendered[request.param]


@pytest.fixture(scope="module")
def pages(artefact: Artefact, rendered: Rendered) -> tuple[Page, ...]:
    return rendered.pages(artefact.delivery, artefact.kind)


@pytest.fixture(scope="module")
def body(artefact: Artefact) -> Any:
    return docx.Document(str(artefact.path)).element.body


# -- the file ------------------------------------------------------------------------------------


def test_headings_never_skip_a_level(artefact: Artefact) -> None:
    """In the order of the text, those of sheets, which have a dress of their own, among them."""
    document = docx.Document(str(artefact.path))
    inside = [Paragraph(element, document).style for element in document.element.body.iter(f"{W}p")]
    names = [style.name for style in inside if style is not None and style.name]
    levels = [int(found[1]) for name in names if (found := re.fullmatch(r"(?:Sheet )?[Hh]eading (\d)", name))]
    assert levels and levels[0] == 1
    skipped = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert not skipped


def test_tables_repeat_their_heads_and_split_no_row(artefact: Artefact, body: Any) -> None:
    heads = 0
    for table in body.iter(f"{W}tbl"):
        for number, row in enumerate(table.findall(f"{W}tr")):
            properties = row.find(f"{W}trPr")
            repeats = properties is not None and properties.find(f"{W}tblHeader") is not None
            heads += repeats
            assert (
                not repeats or number == 0 or table.findall(f"{W}tr")[number - 1].find(f".//{W}tblHeader") is not None
            )
            if table.find(f"{W}tblPr/{W}tblDescription") is not None:
                assert properties is not None and properties.find(f"{W}cantSplit") is not None
    wanted = sum(len(item.head) for item in _walk_book(artefact.book) if isinstance(item, Table))
    assert heads == wanted


def test_no_paragraph_is_empty_for_the_sake_of_layout(body: Any) -> None:
    """But what keeps tables apart, which would become one."""
    for before, paragraph, behind in zip([None, *body], body, [*body[1:], None], strict=False):
        if paragraph.tag != f"{W}p" or "".join(paragraph.itertext()).strip():
            continue
        if next(paragraph.iter(f"{W}drawing"), None) is not None:
            continue
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        assert style in {"BoxGap", "EntryGap", "SectionEnd"}
        assert style != "EntryGap" or {before.tag, behind.tag} == {f"{W}tbl"}


def test_headers_and_footers_carry_fields(artefact: Artefact) -> None:
    document = docx.Document(str(artefact.path))
    for section in document.sections:
        codes = "".join(node.text or "" for node in section.footer._element.iter(f"{W}instrText"))
        assert "PAGE" in codes and "NUMPAGES" in codes
        assert "".join(section.header._element.itertext()).strip() or section.different_first_page_header_footer


def test_every_reference_leads_to_a_bookmark(body: Any) -> None:
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    ids = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) and len(ids) == len(set(ids))
    assert sorted(ids) == sorted(mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd"))
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    codes = {code.text.split()[1] for code in body.iter(f"{W}instrText") if "PAGEREF" in (code.text or "")}
    assert codes and anchors | codes <= set(names)


def test_fonts_come_from_styles(body: Any) -> None:
    """Only drawings, which have no styles, and the boxes to tick, which need their face, say a font."""
    direct = []
    for run in body.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None or any(parent.tag == f"{W}txbxContent" for parent in run.iterancestors()):
            continue
        kinds = {child.tag.removeprefix(W) for child in properties} & {"rFonts", "sz", "szCs", "color"}
        if kinds and not set("".join(run.itertext())) <= set("☐☒①②③④⑤⑥⑦⑧⑨⑩"):
            direct.append((kinds, "".join(run.itertext())))
    assert not direct, direct[:5]


# -- the pages -----------------------------------------------------------------------------------


def test_as_many_pages_as_predicted(artefact: Artefact, pages: tuple[Page, ...]) -> None:
    assert len(pages) == artefact.book.pages


def test_as_many_pages_in_an_engine_with_the_table_model_of_word(artefact: Artefact) -> None:
    assert len(artefact.pages_as_word) == artefact.book.pages


def test_every_heading_is_on_the_page_the_contents_say(artefact: Artefact, pages: tuple[Page, ...]) -> None:
    _headings_are_where_the_contents_say(artefact, pages)


def test_every_heading_is_on_its_page_in_an_engine_with_the_table_model_of_word(artefact: Artefact) -> None:
    _headings_are_where_the_contents_say(artefact, artefact.pages_as_word)


@pytest.mark.parametrize("draw", [to_pdf, to_pdf_as_word], ids=["LibreOffice", "as-word"])
def test_and_so_it_is_where_every_row_and_line_is_1_percent_taller(
    artefact: Artefact, tmp_path: Path, draw: Callable[[Path, Path], Path]
) -> None:
    pages = read_pages(draw(make_taller(artefact.path, tmp_path, 1.01), tmp_path))
    assert len(pages) == artefact.book.pages
    _headings_are_where_the_contents_say(artefact, pages)


def _headings_are_where_the_contents_say(artefact: Artefact, pages: tuple[Page, ...]) -> None:
    entries = [entry for item in _walk_book(artefact.book) if isinstance(item, Toc) for entry in item.entries]
    assert entries
    headings = {heading.anchor: heading for heading in _walk_book(artefact.book) if isinstance(heading, Heading)}
    wrong = []
    texts = [signs("".join(word.text for word in _by_rows(page))) for page in pages]
    for entry in entries:
        heading = headings[entry.anchor]
        assert entry.runs == (*heading.label, *heading.runs)
        # what kind of paper its number counts stands before the number of a sheet
        parts = [*re.findall(r"\w+", plain(heading.label)), signs(plain(heading.runs))]
        real = [at for at, text in enumerate(texts, 1) if all(part in text for part in parts)]
        if entry.page not in real:
            wrong.append(f"{plain(entry.runs)}: page {entry.page} in the contents, found on {real}")
    assert not wrong, "\n".join(wrong)


def test_no_text_outside_the_margins(artefact: Artefact, pages: tuple[Page, ...], theme: Theme) -> None:
    margins = theme.page
    small = signs(
        "".join((artefact.book.footer, artefact.book.page_phrase, *(s.header for s in artefact.book.sections)))
    )
    found = []
    for number, page in enumerate(pages, 1):
        sides = (margins.left + margins.gutter, margins.right)
        left, right = sides if number % 2 or not margins.mirrored else sides[::-1]
        right = page.width - right
        for word in page.words:
            if in_tab(word, page):
                continue
            # LibreOffice hangs a closing mark past the edge whatever the file says; its ink stays within
            hanging = word.y1 - word.y0 if word.text[-1] in NEVER_FIRST else 0.0
            if word.x0 < left - EDGE or word.x1 > right + EDGE + hanging:
                found.append(f"page {number}: “{word.text}” at {word.x0:.0f}-{word.x1:.0f} of {left:.0f}-{right:.0f}")
            beyond = word.top < margins.top - EDGE or word.bottom > page.height - margins.bottom + EDGE
            if beyond and not set(signs(word.text)) <= {*small, *"0123456789"}:
                found.append(f"page {number}: “{word.text}” at the height {word.top:.0f}-{word.bottom:.0f}")
    assert not found, f"{len(found)}:\n" + "\n".join(found[:30])


def test_no_text_of_the_book_is_lost(artefact: Artefact, pages: tuple[Page, ...], theme: Theme) -> None:
    shown: list[Word] = []
    for page in pages:
        shown += [word for word in page.words if _in_text_area(word, page, theme)]
    lost = missing_signs(_texts_of(artefact.book), shown)
    assert not lost, dict(lost)


def test_no_line_begins_or_ends_with_a_mark_that_must_not_stand_there(pages: tuple[Page, ...]) -> None:
    found = [f"page {number}: {line}" for number, page in enumerate(pages, 1) for line in badly_broken(page)]
    assert not found, f"{len(found)}:\n" + "\n".join(found[:30])


def _middle(page: Page) -> list[Word]:
    """The words of a page without its running head and foot."""
    return [word for word in page.words if 60 < word.middle < page.height - 55]


def _by_rows(page: Page) -> list[Word]:
    """The words of the middle row by row: poppler reads what stands beside each other column by column."""
    made: list[Word] = []
    row: list[Word] = []
    for word in sorted(_middle(page), key=lambda word: word.middle):
        if row and word.middle - row[-1].middle > 4:
            made += sorted(row, key=lambda one: one.x0)
            row = []
        row.append(word)
    return made + sorted(row, key=lambda one: one.x0)


def _in_text_area(word: Word, page: Page, theme: Theme) -> bool:
    return theme.page.top - EDGE < word.middle < page.height - theme.page.bottom + EDGE


# -- the tree ------------------------------------------------------------------------------------


def _walk_book(book: Book) -> Iterator[Element]:
    for section in book.sections:
        for child in section.children:
            yield from _walk(child)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    if isinstance(element, Group):
        inner = element.children
    elif isinstance(element, Callout):
        inner = element.body
    elif isinstance(element, Table):
        inner = tuple(part for row in (*element.head, *element.rows) for cell in row.cells for part in cell.content)
    else:
        inner = ()
    for child in inner:
        yield from _walk(child)


def _texts_of(book: Book) -> Iterator[str]:
    """Every text of a book that its pages must show."""
    for element in _walk_book(book):
        match element:
            case (
                Para(runs=runs)
                | Heading(runs=runs)
                | Callout(title=runs)
                | WritingSpace(prompt=runs)
                | Field(label=runs)
            ):
                yield plain(runs)
            case ListBlock():
                yield from (plain(item) for item in element.items)
            case Toc():
                yield plain(element.title)
                for entry in element.entries:
                    yield f"{plain(entry.runs)}{entry.page}"
            case Drawing():
                for shape in element.shapes:
                    if isinstance(shape, Shape) and shape.text:
                        yield from (plain(label.runs) for label in shape.text.labels)
            case _:
                continue
