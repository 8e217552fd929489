"""Elements of the tree and roles: dumped, written and answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from catalogue.gap import attempt, missing
from deckgen.base.roles import BOOK_TEXT, CALLOUTS, COLOURS, DERIVED_COLOURS, LAYOUTS, SLIDE_TEXT
from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.model.diagrams import DIAGRAMS
from deckgen.theme import Theme, read_theme, shipped_themes
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
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.shelf import Shelf
from draw.samples import SAMPLES
from shown import nothing

ROOT = Path(__file__).resolve().parents[2]
PARA = Para(runs("Text"))
ELEMENTS: dict[type, Any] = {
    Para: PARA,
    ListBlock: ListBlock((runs("One"),)),
    Heading: Heading(1, runs("Heading"), "anchor"),
    Table: Table((1.0,), (), (Row((Cell((PARA,)),)),), "A table"),
    Chart: Chart("column", ("A", "B"), ("Series",), ((1.0, 2.0),), "A chart"),
    Picture: Picture("a.png", "A picture", 40.0, 20.0),
    Diagram: Diagram(DIAGRAMS["hub"].model_validate(SAMPLES["hub"][0]), "A diagram"),
    Drawing: Drawing("hub", Frame(0, 0, 100, 50), (), "A drawing"),
    Callout: Callout("info", runs("Title"), (PARA,)),
    WritingSpace: WritingSpace(2),
    Field: Field(runs("Label"), tag="f1"),
    Group: Group((PARA,), "g1", "sheet"),
    Toc: Toc(runs("Contents"), entries=(TocEntry(1, runs("Heading"), "anchor", 1),)),
}
NOT_IN_BOOKS = (Diagram,)  # paginate has drawn it
ON_SLIDES = (Para, ListBlock, Table, Chart, Picture, Drawing)  # what a placed slide may hold


def element_gaps() -> Iterator[str]:
    """Elements that are not dumped or that a writer does not know."""
    names = [kind.__name__ for kind in get_args(Element)]
    yield from missing("ELEMENTS of tests/catalogue/elements.py", names, (kind.__name__ for kind in ELEMENTS))
    theme, _ = read_theme(shipped_themes() / "default", Path.read_bytes)
    assert theme is not None
    for kind, sample in ELEMENTS.items():
        yield from attempt(f"tree/dump.py on {kind.__name__}", lambda sample=sample: _undumped(sample))  # type: ignore[misc]
        if kind not in NOT_IN_BOOKS:
            yield from attempt(
                f"writers/docx on {kind.__name__}",
                lambda sample=sample: _unwritten(sample, theme),  # type: ignore[misc]
            )
    sources = [path.read_text("utf-8") for path in (ROOT / "src" / "deckgen" / "writers" / "pptx").glob("*.py")]
    for kind in ON_SLIDES:
        if not any(f", {kind.__name__})" in text for text in sources):
            yield f"writers/pptx asks no element whether it is a {kind.__name__}"


def _undumped(sample: Any) -> Iterator[str]:
    if not list(dump_element(sample)):
        yield f"tree/dump.py says nothing of a {type(sample).__name__}"


def _unwritten(sample: Any, theme: Theme) -> Iterator[str]:
    ledger = Ledger(Dress(theme, "en"), Shelf("word", nothing), {})
    xml = "".join(block.xml() for block in lower_elements([sample], ledger, Place(440.0)))
    if not xml.startswith("<w:"):
        yield f"writers/docx makes nothing of a {type(sample).__name__}"


def role_gaps() -> Iterator[str]:
    """Roles that a shipped theme does not answer."""
    for folder in sorted(path for path in shipped_themes().iterdir() if path.is_dir()):
        theme, found = read_theme(folder, Path.read_bytes)
        if theme is None:
            yield f"theme {folder.name} cannot be read: {found}"
            continue
        name = f"theme {folder.name}"
        named = [role for role in theme.colours if role not in DERIVED_COLOURS]  # which it need not name
        yield from missing(f"{name}: colours", COLOURS, named)
        yield from missing(f"{name}: slide text", SLIDE_TEXT, theme.slide_text)
        yield from missing(f"{name}: book text", BOOK_TEXT, theme.book_text)
        yield from missing(f"{name}: callouts", CALLOUTS, theme.callouts)
        for layout, slots in LAYOUTS.items():
            yield from (f"{name}: layout {layout} lacks {slot}" for slot in slots if slot not in theme.slots[layout])
