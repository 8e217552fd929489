"""The last pages of the guide: what differs between deliveries, people, versions, origins, and where every slide is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.runs import Runs, runs
from deckgen.compose.anchors import slide_ids
from deckgen.compose.chapters import running_head
from deckgen.compose.guide.slides import Numbers, places_of
from deckgen.compose.kit import Kit
from deckgen.compose.places import slide_with
from deckgen.compose.tables import Content, grid
from deckgen.model.sheets import Sheet
from deckgen.plan import Entry
from deckgen.tree import BookSection, Callout, Cell, Element, Group, Heading, Para, Row, Table

_WHERE = (0.8, 0.9, 7.0, 3.4)  # columns of a table of slides


def compose_back(kit: Kit, numbers: Numbers) -> BookSection | None:
    """All that is looked up, not taught from; None where there is nothing of it."""
    elements: list[Element] = [
        *_differences(kit), *_reasons(kit), *_people(kit), *_changes(kit), *_origins(kit, numbers),
        *_slides(kit, numbers),
    ]  # fmt: skip
    if not elements:
        return None
    return BookSection(
        "appendix", kit.phrase("appendix"), tuple(elements), header=running_head(kit, "guide", kit.phrase("appendix"))
    )


def _differences(kit: Kit) -> Iterator[Element]:
    """How the deliveries differ, chapter by chapter."""
    parts: list[Element] = []
    for module in kit.course.modules:
        told: list[Element] = []
        if module.differences:
            told += kit.prose(module.differences, "small", place=module.at("differences"))
        for entry in kit.agenda.of_module(module.id):
            block = entry.block
            if block.differences:
                told += kit.told(block.id, block.differences, "small", block.at("differences"))
        if told:
            title = Para(kit.inline(module.title, strong=True), "expected")
            parts += [Group((title, told[0]), keep=True), *told[1:]]  # no title alone at the foot of a page
    if parts:
        yield Heading(1, runs(kit.phrase("differences")), "differences")
        yield from parts


def _reasons(kit: Kit) -> Iterator[Element]:
    """Why blocks of a longer delivery are missing, moved or shorter; what a block itself tells is not told twice."""
    told = {entry.block.id: entry.block.differences for entry in kit.agenda if entry.block.differences}
    texts = [
        reason.text
        for reason in kit.agenda.reasons
        if reason.kind != "lighter" or reason.block not in told or told[reason.block] not in reason.text
    ]
    if texts:
        yield Heading(1, runs(kit.phrase("reasons")), "reasons")
        yield Callout("variant", runs(kit.phrase("reasons_lead")), (kit.bullets(tuple(texts)),), keep=False)


def _people(kit: Kit) -> Iterator[Element]:
    """Who appears in cases and examples."""
    phrase = kit.phrase
    if not kit.course.people:
        return
    cast: list[list[Content]] = [
        [
            person.name,
            phrase(f"gender.{person.gender}") if person.gender else "—",
            person.role or "—",
            person.team or "—",
        ]
        for person in kit.course.people
    ]
    head = [phrase(key) for key in ("person", "pronoun", "person_role", "person_team")]
    yield Heading(1, runs(phrase("people")), "people")
    yield _beside_each_other(kit, head, cast, (1.6, 1.0, 2.6, 2.6), phrase("people"), 2)


def _changes(kit: Kit) -> Iterator[Element]:
    phrase = kit.phrase
    if kit.course.changes:
        rows: list[list[Content]] = [
            [item.title, kit.prose(item.text, "run_cell", place=item.at("text"))] for item in kit.course.changes
        ]
        yield Heading(1, runs(phrase("changes")), "changes")
        head = [phrase("version"), phrase("what_changed")]
        yield grid(kit, head, rows, (2, 8), phrase("changes"), role="run_sheet")


def _origins(kit: Kit, numbers: Numbers) -> Iterator[Element]:
    """Where what the slides say comes from: every source once, with the slides that rest on it."""
    resting: dict[str, list[str]] = {}
    for entry in kit.agenda:
        for key, slide in zip(slide_ids(entry), entry.block.slides, strict=True):
            for source in slide.sources:
                resting.setdefault(source, []).append(numbers.of(key) or key)
    if resting:
        rows: list[list[Content]] = [[", ".join(used), source] for source, used in resting.items()]
        title = kit.phrase("origins")
        yield Heading(1, runs(title), "origins")
        yield grid(kit, [kit.phrase("on_slide"), title], rows, (1.2, 10.8), title, role="run_sheet")


def _slides(kit: Kit, numbers: Numbers) -> Iterator[Element]:
    """Every slide with its clock, what it is for, and where participants find what it is about, chapter by chapter."""
    phrase = kit.phrase
    tables: list[Table] = []
    for module in kit.course.modules:
        rows = [row for entry in kit.agenda.of_module(module.id) for row in _slides_of(kit, entry, numbers)]
        if rows:
            heads = (
                runs(phrase("on_slide")),
                runs(phrase("clock")),
                kit.inline(module.title),
                runs(phrase("workbook")),
            )
            head = Row(tuple(Cell((Para(words, "run_head"),), "head") for words in heads))
            alt = phrase("slides_of_chapter", chapter=kit.plain(module.title))
            tables.append(Table(_WHERE, (head,), tuple(rows), alt, "run_sheet"))
    if tables:
        yield Heading(1, runs(phrase("where_is_what")), "where-is-what")
        yield from tables


def _slides_of(kit: Kit, entry: Entry, numbers: Numbers) -> Iterator[Row]:
    sheets: dict[int, list[Sheet]] = {}  # by the place of the slide that is up while people work on them
    for name in entry.block.sheets:
        if sheet := kit.course.sheet(name):
            sheets.setdefault(slide_with(entry, name)[0], []).append(sheet)
    of_entry = zip(slide_ids(entry), entry.block.slides, entry.slide_starts(), strict=True)
    for at, (key, slide, start) in enumerate(of_entry):
        told = (
            runs(numbers.of(key) or "—", strong=True), runs(str(start)), kit.inline(slide.purpose or slide.title),
            _side_by_side(kit, places_of(kit, entry, at, sheets.get(at, []))),
        )  # fmt: skip
        yield Row(tuple(Cell((Para(words, "run_cell"),) if words else ()) for words in told))


def _side_by_side(kit: Kit, places: Sequence[Runs]) -> Runs:
    parted = [run for place in places for run in (*runs(kit.phrase("gap")), *place)]
    return tuple(parted[1:])


def _beside_each_other(
    kit: Kit, head: list[str], rows: list[list[Content]], widths: tuple[float, ...], alt: str, across: int
) -> Table:
    """A long table with few columns in so many parts beside each other, read down, then to the right."""
    high = -(-len(rows) // across)
    padded = rows + [["—"] * len(head)] * (high * across - len(rows))
    lines = [[cell for part in range(across) for cell in padded[part * high + at]] for at in range(high)]
    return grid(kit, head * across, lines, widths * across, alt, role="run_sheet")
