"""Kinds of blocks, slides, sheets and diagrams: in every table that must know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from adapters import read_diagram, read_sheet, read_slide
from catalogue.files import file_gaps, kinds_of
from catalogue.gap import attempt, missing
from deckgen.base.diagnostics import Report
from deckgen.base.roles import ALL_LAYOUTS
from deckgen.base.units import Split
from deckgen.compose.blocks import BLOCKS as COMPOSED_BLOCKS
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.kinds import SHEETS as COMPOSED_SHEETS
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.slides import SLIDES as COMPOSED_SLIDES
from deckgen.compose.visuals import compose_diagram
from deckgen.decode.course import decode_course
from deckgen.decode.variants import view_of
from deckgen.draw import DRAWINGS
from deckgen.model.blocks import BLOCKS, AnyBlock
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, LOWERED
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES
from deckgen.plan import plan_delivery
from deckgen.source.reader import read_source
from deckgen.text.phrases import LANGUAGES, phrases
from deckgen.tree import Diagram
from deckgen.tree.dump import dump_element
from draw.records import FITS
from draw.samples import SAMPLES
from draw.test_geometry import GOLDENS
from model.test_diagrams import GOOD

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
AUTHORED = sorted(DIAGRAMS.keys() - COMPOSED)


@dataclass
class _Bench:
    """A kit of a small course, for composing examples one by one."""

    @cached_property
    def kit(self) -> Kit:
        base = ROOT / "tests" / "diagnostics" / "base"
        raw, _ = read_source(base / "course.yaml", base, Path.read_bytes)
        course = decode_course(raw, "60-min", {}, Report())
        assert course is not None
        agenda = plan_delivery(course, course.deliveries[0], Report())
        assert agenda is not None
        return Kit(course, agenda, phrases("en"), "book")


def kind_gaps() -> Iterator[str]:
    """Everything a kind needs and does not have, also of kinds that no table of the models knows yet."""
    bench = _Bench()
    yield from file_gaps()
    blocks, slides, sheets, diagrams = (kinds_of(room) for room in ("blocks", "slides", "sheets", "diagrams"))
    drawn = [word for word, kind in diagrams.items() if not kind.lowered]  # type: ignore[attr-defined]
    yield from missing("compose/blocks/__init__.py", blocks, COMPOSED_BLOCKS)
    yield from missing("compose/slides/__init__.py", slides, COMPOSED_SLIDES)
    yield from missing("compose/sheets/kinds.py", sheets, COMPOSED_SHEETS)
    yield from missing("draw/__init__.py", drawn, DRAWINGS)
    yield from missing("tests/draw/samples", drawn, SAMPLES)
    yield from missing("GOOD of tests/model/test_diagrams.py", diagrams, GOOD)
    for word in sorted({*drawn, *SAMPLES} - {path.stem for path in GOLDENS.glob("*.txt")}):
        yield f"tests/draw/goldens lacks {word}: run `make golden` and read it"
    yield from missing("FITS of tests/draw/records.py", drawn, FITS)
    for word in DRAWINGS.keys() & FITS.keys() & DIAGRAMS.keys():
        if FITS[word] != (DIAGRAMS[word], DRAWINGS[word].plans):
            yield f"FITS of tests/draw/records.py has another record or drawer for {word} than the tables"
    yield from attempt("AnyBlock", _untagged_blocks)
    for language, table in LANGUAGES.items():
        wanted = [f"diagram.{word}" for word in diagrams] + [f"kind.{word}" for word in sheets]
        yield from (f"the phrases of {language} lack {key}" for key in wanted if key not in table)
    yield from _example_gaps(bench)


def _example_gaps(bench: _Bench) -> Iterator[str]:
    """Kinds without an example for the reference, and examples that do not show what they should."""
    slides, sheets, diagrams = (_examples(name) for name in ("slides", "sheets", "diagrams"))
    yield from missing("docs/examples/slides.yaml", kinds_of("slides"), slides)
    yield from missing("docs/examples/sheets.yaml", kinds_of("sheets"), sheets)
    yield from missing("docs/examples/diagrams.yaml", sorted(kinds_of("diagrams").keys() - COMPOSED), diagrams)
    for word in SLIDES.keys() & slides.keys() & COMPOSED_SLIDES.keys():
        yield from attempt(f"slide {word}", lambda word=word: _slide(word, slides[word], bench.kit))  # type: ignore[misc]
    for word in SHEETS.keys() & sheets.keys() & COMPOSED_SHEETS.keys():
        yield from attempt(f"sheet {word}", lambda word=word: _sheet(word, sheets[word], bench.kit))  # type: ignore[misc]
    for word in AUTHORED:
        if word in diagrams:
            yield from attempt(f"diagram {word}", lambda word=word: _diagram(word, diagrams[word], bench.kit))  # type: ignore[misc]


def _examples(name: str) -> dict[str, Any]:
    """The examples of the reference by kind, as one delivery sees them; their order is that of the words."""
    raw, found = read_source(EXAMPLES / f"{name}.yaml", EXAMPLES, Path.read_bytes)
    assert not found, found
    report = Report()
    examples = view_of(raw, ("1-day",), ["1-day", "2-day"], report).data
    assert isinstance(examples, dict) and not len(report)
    assert list(examples) == sorted(examples), f"docs/examples/{name}.yaml is not in alphabetical order"
    return examples


def _untagged_blocks() -> Iterator[str]:
    union = get_args(AnyBlock)[0]
    tags = {item.tag for part in get_args(union) for item in get_args(part)[1:]}
    yield from missing("AnyBlock of model/blocks/__init__.py", BLOCKS, tags)


def _slide(word: str, example: Any, kit: Kit) -> Iterator[str]:
    slide: Any = read_slide(example)
    layout, slots = COMPOSED_SLIDES[word](kit, slide, kit.agenda.entries[0], Split(1, 1, 1))
    for slot in slots:
        if slot.name not in ALL_LAYOUTS[layout] and not slot.spare:
            yield f"slide {word} fills {slot.name}, which its layout {layout} does not have"


def _sheet(word: str, example: Any, kit: Kit) -> Iterator[str]:
    sheet: Any = read_sheet(example)
    text = "\n".join(dump_element(compose_sheet(kit, sheet, None)))
    yield from (
        f"sheet {word} does not show its {key}" for key in ("title", "purpose") if getattr(sheet, key) not in text
    )


def _diagram(word: str, example: Any, kit: Kit) -> Iterator[str]:
    data: Any = read_diagram(example)
    element = compose_diagram(kit, data, "A title")
    if (word in LOWERED) == isinstance(element, Diagram):
        yield f"diagram {word} becomes a {type(element).__name__}; LOWERED of model/diagrams/__init__.py says otherwise"
