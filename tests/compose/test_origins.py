"""Every text of a course has an id that lasts, and the paragraphs of books carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run, Runs, plain
from deckgen.compose.origins import Origins, bare, mark_book, mark_deck, origins_of
from deckgen.compose.origins.decks import shared
from deckgen.pipeline.build import Made
from deckgen.pipeline.planning import load_course
from deckgen.tree import (
    Book,
    BookSection,
    Bundle,
    Callout,
    Deck,
    DeckSection,
    Drawing,
    Element,
    Group,
    Heading,
    ListBlock,
    Para,
    Primitive,
    Shape,
    Slide,
    Slot,
    Table,
    WritingSpace,
)
from release.small_release import TINY

Cases = Mapping[tuple[str, str], Made]
DAYS = [("every-kind", "1-day"), ("every-kind", "2-day")]


def origins(made: Made) -> Origins:
    return origins_of(made.planned.course, made.planned.numbers)


def texts(elements: tuple[Element, ...]) -> Iterator[tuple[Element, Runs]]:
    for element in elements:
        match element:
            case Para() | Heading():
                yield element, element.runs
            case ListBlock():
                yield from ((element, item) for item in element.items)
            case Callout():
                yield element, element.title
                yield from texts(element.body)
            case Group():
                yield from texts(element.children)
            case Table():
                for row in (*element.head, *element.rows):
                    for cell in row.cells:
                        yield from texts(cell.content)
            case WritingSpace():
                yield element, element.prompt


def marked(book: Book | None, made: Made) -> list[tuple[Element, Runs]]:
    assert book is not None
    done = mark_book(book, made.planned.course, origins(made))
    return [item for section in done.sections for item in texts(section.children)]


@pytest.mark.parametrize("case", DAYS, ids="-".join)
@pytest.mark.parametrize("kind", ["workbook", "guide"])
def test_what_says_a_text_of_the_course_carries_its_id(cases: Cases, case: tuple[str, str], kind: str) -> None:
    made, known = cases[case], origins(cases[case])
    assert made.trees is not None
    carried = marked(getattr(made.trees, kind), made)
    for element, runs in carried:
        names = known.by_text.get(bare(plain(runs)), [])
        if isinstance(element, Heading):
            assert runs[0].source, plain(runs)
        elif names:
            assert runs[0].source in names, plain(runs)
        elif len(said := bare(plain(runs))) >= 12 and any(said in text for text in known.by_text):
            assert runs[0].source, plain(runs)
    ids = {runs[0].source for _, runs in carried if runs}
    assert {"M1/title", "B1.1/title" if kind == "guide" else "01/title"} <= ids


def test_ids_are_the_same_in_every_delivery_and_lead_to_the_same_line(cases: Cases) -> None:
    one, two = (origins(cases[case]) for case in DAYS)
    shared = one.places.keys() & two.places.keys()
    assert len(shared) > 500
    for name in shared - {"/deliveries", "/title"}:
        ours, other = one.places[name], two.places[name]
        assert ours is None or other is None or one.said.get(name) != two.said.get(name) or ours == other, name
    by_place = {(at.file, at.line, at.column, two.said.get(name)): name for name, at in two.places.items() if at}
    for name, at in one.places.items():
        if at is not None and name in one.said:
            assert by_place.get((at.file, at.line, at.column, one.said[name]), name).count("/") == name.count("/")


@pytest.mark.parametrize(
    ("sources", "whole"),
    [
        (["B1/slides.2/points.1", "", "B1/slides.2/points.3"], "B1/slides.2/points"),
        (["B1/slides.2/diagram/items.1/title"] * 2, "B1/slides.2/diagram/items.1/title"),
        (["B1/slides.2/task", "B1/slides.2/output"], "B1/slides.2"), (["B1/title", "B2/title"], ""), (["", ""], ""),
        (["/people.1/name", "/people.2/name"], "/people"), (["01/steps.1/do", "01/steps.1"], "01/steps.1"),
    ],
)  # fmt: skip
def test_a_group_is_what_all_in_it_belong_to(sources: list[str], whole: str) -> None:
    assert shared(sources) == whole


def in_drawing(shapes: tuple[Primitive, ...]) -> Iterator[tuple[str, str]]:
    """What is said in a drawing, and the ids of that; of groups their name."""
    for shape in shapes:
        if isinstance(shape, Bundle):
            yield shape.name, shape.source
            yield from in_drawing(shape.shapes)
        elif isinstance(shape, Shape) and shape.text is not None:
            yield from ((plain(label.runs), label.runs[0].source) for label in shape.text.labels if label.runs)


def on_slides(made: Made) -> dict[str, list[tuple[str, str]]]:
    """By slide what it says and shows, with the ids of that."""
    assert made.trees is not None
    said: dict[str, list[tuple[str, str]]] = {}
    for slide in mark_deck(made.trees.deck, made.planned.course, origins(made)).slides:
        its = said.setdefault(slide.id, [(plain(slide.title), slide.title[0].source)])
        for slot in slide.slots:
            its.append((slot.name, slot.source))
            its += [(plain(runs), runs[0].source) for _, runs in texts(slot.content) if runs]
            for item in slot.content:
                its += in_drawing(item.shapes) if isinstance(item, Drawing) else ()
    return said


def test_slides_and_their_groups_carry_ids_that_both_deliveries_have(cases: Cases) -> None:
    one, two = (on_slides(cases[case]) for case in DAYS)
    known = origins(cases[DAYS[0]])
    for name, its in one.items():
        own = known.slides.get(name.partition("+")[0], "")
        if not own:
            continue
        assert own in its[0][1] or "+" in name, name
        for text, source in its:
            assert source in known.places or not source, (name, source)
            here = [other for other in known.by_text.get(bare(text), ()) if other.startswith(f"{own}/")]
            assert source in here or not here or source.startswith("/people."), (name, text, source)
    ids = {source for its in (*one.values(), *two.values()) for _, source in its}
    assert {"B1.1/slides.2/diagram", "B1.1/slides.2/diagram/above/items.1/title", "B0.1/slides.1"} <= ids
    assert any(source.startswith("/people.") for source in ids)
    shared_slides = [known.slides.get(name, "") for name in one.keys() & two.keys()]
    both = {name: own for name, own in known.slides.items() if own in shared_slides}
    other = origins(cases[DAYS[1]]).slides
    same = [name for name in both if other.get(name) == both[name]]
    apart = [
        (name, item) for name in same for item in set(one[name]) ^ set(two[name]) if item[1].startswith(both[name])
    ]
    assert len(same) > 8 and len(apart) <= 4, apart


def test_items_are_counted_as_they_are_written(tmp_path: Path) -> None:
    text = TINY.read_text("utf-8").replace(
        "goals: [Name the three questions]", "goals: [{60-min: ~, other: Gone}, Name the three questions]"
    )
    text = text.replace("key_points: [Real cases,", "key_points: [{in: other, text: Gone}, Real cases,")
    steps = "goals: [Name the three questions]"
    assert steps in TINY.read_text("utf-8")
    (tmp_path / "course.yaml").write_text(TINY.read_text("utf-8"), "utf-8")
    loaded = load_course(tmp_path, Path.read_bytes, Report())
    course = loaded.salvage("60-min", {}, Report())
    assert course is not None
    known = origins_of(course, {key: number + 4 for key, number in loaded.numbers.items()})
    assert known.said["M1/goals.5"] == "Name the three questions" and known.slides["B1.s1"] == "B1/slides.5"
    assert "M1/goals.1" in origins_of(course, loaded.numbers).said


def test_of_two_that_say_the_same_the_part_around_decides() -> None:
    known = Origins()
    for owner in ("B1", "B2"):
        known.note(f"{owner}/slides.1/say", "Now you.", None)
    known.note("B2/hint", "Take your **time** for it.", None)
    course = _Course()
    children = (
        Heading(2, (Run("Two"),), "block-B2"), Para((Run("Now"), Run(" you."))), Para((Run("Say: "), Run("Now you."))),
        Para((Run("Note. Take your time for it. Really."),)), Para((Run("A phrase"),)),
        Heading(2, (Run("Aims"),), "objectives"),
    )  # fmt: skip
    book = Book("guide", None, (BookSection("s", "s", children),), places=(("block-B2", 3, ""), ("x", 4, "")))  # type: ignore[arg-type]
    done = mark_book(book, course, known)  # type: ignore[arg-type]
    sources = [runs[0].source for _, runs in texts(done.sections[0].children)]
    assert sources == ["B2", "B2/slides.1/say", "B2/slides.1/say", "B2/hint", "", "/objectives"]
    assert done.places == (("block-B2", 3, "B2"), ("x", 4, "/title"))


def test_what_stands_in_another_block_is_said_on_a_slide_by_chance_unless_it_is_long() -> None:
    known = Origins(slides={"B2.s1": "B2/slides.1"})
    for name, text in (("B1/title", "Feel"), ("B1/output", "A plan on one page"), ("B2/slides.1/points.1", "Now")):
        known.note(name, text, None)
    content = (ListBlock(tuple((Run(text),) for text in ("Feel", "A plan on one page", "Now", "A phrase"))),)
    slides = tuple(
        Slide(name, "concept", "list", (Run("Feel"),), (Slot("body", content),)) for name in ("B2.s1", "cover")
    )
    deck = Deck(None, (DeckSection("s", "s", slides),))  # type: ignore[arg-type]
    written, frame = mark_deck(deck, _Course(), known).slides  # type: ignore[arg-type]
    (said,) = written.slots[0].content
    assert isinstance(said, ListBlock)
    assert [item[0].source for item in said.items] == ["", "B1/output", "B2/slides.1/points.1", ""]
    assert written.title[0].source == "" and frame.title[0].source == "B1/title"


class _Block:
    id, slides, slide_ids, sheets = "B2", (), (), ()


class _Course:
    modules, sheets, blocks = (), (), (_Block(),)
    model_fields = frozenset({"objectives"})
