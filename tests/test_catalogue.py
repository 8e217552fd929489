"""Nothing is forgotten: every kind, type, element, role and code has its row in every table that must know it.

A missing row fails here with its name; `CONTRIBUTING.md` says which files a new one takes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Report
from deckgen.base.roles import BOOK_TEXT, CALLOUTS, COLOURS, LAYOUTS, SLIDE_TEXT
from deckgen.base.runs import runs
from deckgen.base.units import Frame, Split
from deckgen.compose.blocks import BLOCKS as COMPOSED_BLOCKS
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.kinds import SHEETS as COMPOSED_SHEETS
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.slides import SLIDES as COMPOSED_SLIDES
from deckgen.compose.visuals import compose_diagram
from deckgen.draw import DRAWINGS
from deckgen.model.blocks import BLOCKS, AnyBlock
from deckgen.model.course import Course
from deckgen.model.decode import decode_course
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, LOWERED, AnyDiagram
from deckgen.model.diagrams.questions import Questions
from deckgen.model.sheets import SHEETS, AnySheet
from deckgen.model.slides import SLIDES, AnySlide
from deckgen.model.variants import specialise
from deckgen.plan import plan_delivery
from deckgen.source.reader import read_source
from deckgen.text.phrases import LANGUAGES, phrases
from deckgen.theme import read_theme, shipped_themes
from deckgen.tree import (
    Callout,
    Cell,
    Chart,
    Diagram,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Picture,
    Row,
    Table,
    Toc,
    TocEntry,
    WritingSpace,
)
from deckgen.tree.dump import dump_element
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.lower import lower_elements
from deckgen.writers.docx.paragraphs import Place

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "tools"))

from make_reference import made_files  # noqa: E402

REFERENCE = (DOCS / "curriculum-reference.md").read_text("utf-8")
AUTHORED = sorted(DIAGRAMS.keys() - COMPOSED)
THEME = read_theme(shipped_themes() / "default", Path.read_bytes)[0]


def _examples(name: str) -> Any:
    raw, found = read_source(DOCS / "examples" / f"{name}.yaml", DOCS / "examples", Path.read_bytes)
    assert not found, found
    report = Report()
    made = specialise(raw, "1-day", ["1-day", "2-day"], report)
    assert not len(report)
    return made


SLIDE_EXAMPLES, SHEET_EXAMPLES, DIAGRAM_EXAMPLES = (_examples(name) for name in ("slides", "sheets", "diagrams"))


@pytest.fixture(scope="module")
def course() -> Course:
    base = ROOT / "tests" / "diagnostics" / "base"
    raw, _ = read_source(base / "course.yaml", base, Path.read_bytes)
    made = decode_course(raw, "60-min", {}, Report())
    assert made is not None
    return made


@pytest.fixture(scope="module")
def kit(course: Course) -> Kit:
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    return Kit(course, agenda, phrases("en"), "book")


# -- the reference ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", made_files(), ids=lambda path: path.name)
def test_what_is_made_from_the_models_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == made_files()[path], f"run `make reference` and commit {path.name}"


@pytest.mark.parametrize("word", [*SLIDES, *SHEETS, *AUTHORED, *BLOCKS])
def test_a_kind_is_in_the_reference(word: str) -> None:
    assert f"### `{word}`" in REFERENCE


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_in_the_reference(code: str) -> None:
    assert f"| {code} | {CODES[code].title} |" in REFERENCE


def test_every_example_is_of_a_kind() -> None:
    assert list(SLIDE_EXAMPLES) == sorted(SLIDES)
    assert list(SHEET_EXAMPLES) == sorted(SHEETS)
    assert list(DIAGRAM_EXAMPLES) == AUTHORED


# -- kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", BLOCKS)
def test_a_block_kind_is_composed(word: str) -> None:
    assert word in COMPOSED_BLOCKS, f"compose/blocks/__init__.py lacks {word}"
    union = get_args(AnyBlock)[0]
    tags = {item.tag for part in get_args(union) for item in get_args(part)[1:]}
    assert word in tags, f"AnyBlock of model/blocks/__init__.py lacks {word}"


@pytest.mark.parametrize("word", SLIDES)
def test_a_slide_kind_is_composed_into_slots_of_its_layout(word: str, kit: Kit) -> None:
    assert word in COMPOSED_SLIDES, f"compose/slides/__init__.py lacks {word}"
    slide: Any = TypeAdapter(AnySlide).validate_python(SLIDE_EXAMPLES[word])
    layout, slots = COMPOSED_SLIDES[word](kit, slide, kit.agenda.entries[0], Split(1, 1, 1))
    assert {slot.name for slot in slots} <= set(LAYOUTS[layout])


@pytest.mark.parametrize("word", SHEETS)
def test_a_sheet_kind_is_composed_and_written(word: str, kit: Kit) -> None:
    assert word in COMPOSED_SHEETS, f"compose/sheets/kinds.py lacks {word}"
    sheet: Any = TypeAdapter(AnySheet).validate_python(SHEET_EXAMPLES[word])
    page = compose_sheet(kit, sheet, None)
    text = "\n".join(dump_element(page))
    assert sheet.title in text and sheet.purpose in text
    assert _docx(page)


@pytest.mark.parametrize("word", AUTHORED)
def test_a_diagram_type_is_composed_and_drawn(word: str, kit: Kit) -> None:
    data: Any = TypeAdapter(AnyDiagram).validate_python(DIAGRAM_EXAMPLES[word])
    made = compose_diagram(kit, data, "A title")
    assert (word in LOWERED) == (not isinstance(made, Diagram))
    assert list(dump_element(made))


@pytest.mark.parametrize("word", sorted(DIAGRAMS.keys() - LOWERED))
def test_a_diagram_type_has_a_drawing_and_samples(word: str) -> None:
    assert word in DRAWINGS, f"draw/__init__.py lacks {word}"
    samples = (ROOT / "tests" / "draw" / "samples.py").read_text("utf-8")
    assert f'    "{word}": [' in samples, f"tests/draw/samples.py lacks {word}"


def test_nothing_is_drawn_or_composed_that_nobody_can_write() -> None:
    assert DRAWINGS.keys() == DIAGRAMS.keys() - LOWERED
    assert COMPOSED_SLIDES.keys() == SLIDES.keys()
    assert COMPOSED_SHEETS.keys() == SHEETS.keys()
    assert COMPOSED_BLOCKS.keys() == BLOCKS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_phrase(language: str) -> None:
    wanted = {f"diagram.{word}" for word in DIAGRAMS} | {f"kind.{word}" for word in SHEETS}
    assert wanted <= LANGUAGES[language].keys(), f"text/phrases lacks {sorted(wanted - LANGUAGES[language].keys())}"


# -- tree elements ----------------------------------------------------------------------------

PARA = Para(runs("Text"))
ELEMENTS: dict[type, Any] = {
    Para: PARA,
    ListBlock: ListBlock((runs("One"),)),
    Heading: Heading(1, runs("Heading"), "anchor"),
    Table: Table((1.0,), (), (Row((Cell((PARA,)),)),), "A table"),
    Chart: Chart("column", ("A", "B"), ("Series",), ((1.0, 2.0),), "A chart"),
    Picture: Picture("a.png", "A picture", 40.0, 20.0),
    Diagram: Diagram(Questions(rows=()), "A diagram"),
    Drawing: Drawing("hub", Frame(0, 0, 100, 50), (), "A drawing"),
    Callout: Callout("info", runs("Title"), (PARA,)),
    WritingSpace: WritingSpace(2),
    Field: Field(runs("Label"), tag="f1"),
    Group: Group((PARA,), "g1", "sheet"),
    Toc: Toc(runs("Contents"), entries=(TocEntry(1, runs("Heading"), "anchor", 1),)),
}
ON_SLIDES = (Para, ListBlock, Table, Chart, Picture, Drawing)  # what a placed slide may hold


def _docx(*elements: Element) -> str:
    assert THEME is not None
    keep = Ledger(THEME, "en", lambda path: b"picture", {})
    return "".join(block.xml() for block in lower_elements(elements, keep, Place(440.0)))


def test_every_element_has_a_sample() -> None:
    assert set(get_args(Element)) == set(ELEMENTS)


@pytest.mark.parametrize("kind", ELEMENTS, ids=lambda kind: kind.__name__)
def test_an_element_is_dumped(kind: type) -> None:
    assert list(dump_element(ELEMENTS[kind]))


@pytest.mark.parametrize("kind", [kind for kind in ELEMENTS if kind is not Diagram], ids=lambda kind: kind.__name__)
def test_an_element_is_written_in_books(kind: type) -> None:
    assert _docx(ELEMENTS[kind]).startswith("<w:")


@pytest.mark.parametrize("kind", ON_SLIDES, ids=lambda kind: kind.__name__)
def test_an_element_is_written_on_slides(kind: type) -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "src" / "deckgen" / "writers" / "pptx").glob("*.py")]
    assert any(f", {kind.__name__})" in text for text in sources), (
        f"writers/pptx asks no element whether it is a {kind}"
    )


# -- roles ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.name for path in shipped_themes().iterdir() if path.is_dir()))
def test_every_theme_answers_every_role(name: str) -> None:
    theme, found = read_theme(shipped_themes() / name, Path.read_bytes)
    assert theme is not None, found
    assert set(theme.colours) == set(COLOURS)
    assert set(theme.slide_text) == set(SLIDE_TEXT)
    assert set(theme.book_text) == set(BOOK_TEXT)
    assert set(theme.callouts) == set(CALLOUTS)
    for layout, slots in LAYOUTS.items():
        assert set(slots) <= set(theme.slots[layout]), layout
