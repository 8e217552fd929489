"""The tests before and after: papers without answers, one answer sheet, and the key, objective by objective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.model.course import Question
from deckgen.tree import Book, Cell, Element, Field, Group, Heading, ListBlock, Para, Row, Table

_ROW = 24.0  # points of a row of the answer sheet


def questions_of(desk: Desk, form: str) -> list[Question]:
    """The questions of a test in the order of the bank."""
    return [question for question in desk.course.questions if question.form == form]


def compose_pretest(desk: Desk) -> dict[str, Book]:
    """The test before the course."""
    return _test(desk, "pre")


def compose_posttest(desk: Desk) -> dict[str, Book]:
    """The test after the course."""
    return _test(desk, "post")


def _test(desk: Desk, form: str) -> dict[str, Book]:
    kit = desk.kit
    listed = questions_of(desk, form)
    if not listed:
        return {}
    name = f"{form}test"
    elements: list[Element] = [Heading(1, runs(kit.phrase(name)), name, toc=False)]
    elements += _rules(kit, "test_lead", listed)
    elements += [_question(kit, number, question) for number, question in enumerate(listed, start=1)]
    return {name: desk.paper(name, desk.section(name, kit.phrase(name), elements))}


def _rules(kit: Kit, key: str, listed: Sequence[Question]) -> list[Para]:
    """What holds for a test; what holds for several answers only where one of its questions has them."""
    several = ("test_several",) if any(question.type == "multiple" for question in listed) else ()
    return [Para(runs(kit.phrase(each)), "plain") for each in (key, *several)]


def _question(kit: Kit, number: int, question: Question) -> Group:
    told = kit.phrase("enumeration").join((kit.phrase(f"question.{question.type}"), question.objective))
    kind = kit.phrase("bracketed", text=told)
    stem = (*runs(f"{number}. ", strong=True), *kit.inline(question.stem, strong=True), *runs(f" {kind}"))
    return Group((Para(stem, "label"), _options(kit, question)), question.id, keep=True)


def letters_of(kit: Kit, question: Question) -> tuple[str, ...]:
    """What can be answered: letters of the options, or right and wrong."""
    if question.options:
        return tuple(chr(64 + number) for number in range(1, len(question.options) + 1))
    return (kit.phrase("right"), kit.phrase("wrong"))


def _options(kit: Kit, question: Question) -> Element:
    if not question.options:
        return ListBlock(tuple(map(runs, letters_of(kit, question))), "check")
    lettered = zip(letters_of(kit, question), question.options, strict=True)
    return ListBlock(tuple(kit.inline(f"{letter}. ", text) for letter, text in lettered), "check")


def compose_answer_sheet(desk: Desk) -> dict[str, Book]:
    """One sheet for both tests: circles to fill in, and a sum for every objective."""
    kit = desk.kit
    forms = [form for form in ("pre", "post") if questions_of(desk, form)]
    if not forms:
        return {}
    sections = []
    for form in forms:
        listed = questions_of(desk, form)
        title = kit.phrase("answer_sheet_of", test=kit.phrase(f"{form}test"))
        elements: list[Element] = [Heading(1, runs(title), f"answer-sheet-{form}", toc=False)]
        elements += [Field(runs(kit.phrase(key)), "text", f"{form}-{key}") for key in ("name", "team")]
        elements.append(Field(runs(kit.phrase("date")), "date", f"{form}-date"))
        half = (len(listed) + 1) // 2
        elements.append(_circles(kit, title, listed, half))
        elements += [Para(runs(kit.phrase("by_objective")), "label"), _sums(desk, listed)]
        sections.append(desk.section(f"answer-sheet-{form}", title, elements))
    return {"answer-sheet": desk.paper("answer_sheet", *sections)}


def _circles(kit: Kit, alt: str, listed: Sequence[Question], half: int) -> Table:
    """Two columns of questions, each with its objective and what can be filled in."""
    most = max(3, *(len(letters_of(kit, question)) for question in listed))
    keys = ("number_short", "question_kind", "answers_here")
    named = [Cell((Para(runs(kit.phrase(key)), "cell_head"),), "head") for key in keys]
    head = Row((*named[:2], replace(named[2], columns=most)) * 2)
    rows = []
    for at in range(half):
        other = at + half
        filled = _answers(kit, other, listed[other], most) if other < len(listed) else (Cell((), columns=most + 2),)
        rows.append(Row((*_answers(kit, at, listed[at], most), *filled), _ROW))
    widths = (1.0, 2.0, *[6.0 / most] * most) * 2
    return Table(widths, (head,), tuple(rows), alt, keep=True)


def _answers(kit: Kit, at: int, question: Question, most: int) -> tuple[Cell, ...]:
    """A question of the answer sheet: its number, kind and objective, and a ring for every answer."""
    kind = f"{kit.phrase(f'question.{question.type}')} {question.objective}"
    opening = (Cell((Para(runs(str(at + 1), strong=True), "cell"),)), Cell((Para(runs(kind), "cell"),)))
    if not question.options:
        first, second = (Cell((Field(runs(word), "check"),)) for word in letters_of(kit, question))
        return (*opening, replace(first, columns=2), replace(second, columns=max(1, most - 2)))
    rings = [Cell((Field((), "check", placeholder=letter),), align="center") for letter in letters_of(kit, question)]
    rings += [Cell(())] * (most - len(rings))
    return (*opening, *rings)


def _sums(desk: Desk, listed: Sequence[Question]) -> Table:
    """How many points each objective brought, to be filled in."""
    kit = desk.kit
    rows: list[list[Content]] = []
    for objective in desk.course.objectives:
        numbers = [str(at) for at, question in enumerate(listed, start=1) if question.objective == objective.id]
        if numbers:
            told = kit.phrase("enumeration").join(numbers)
            rows.append([objective.id, objective.sentence, told, f"／{len(numbers)}"])
    rows.append([kit.phrase("total"), "—", "—", f"／{len(listed)}"])
    head = [kit.phrase(key) for key in ("id", "objective", "question", "score")]
    return grid(kit, head, rows, (1.2, 6.4, 3, 1.8), kit.phrase("by_objective"))


def compose_test_key(desk: Desk) -> dict[str, Book]:
    """The key of both tests with reasons, and the questions of every objective. For those who mark."""
    kit = desk.kit
    forms = [form for form in ("pre", "post") if questions_of(desk, form)]
    if not forms:
        return {}
    elements: list[Element] = [Heading(1, runs(kit.phrase("test_key")), "test-key", toc=False)]
    elements += _rules(kit, "test_key_lead", desk.course.questions)
    for form in forms:
        listed = questions_of(desk, form)
        title = kit.phrase(f"{form}test")
        elements.append(Heading(2, runs(title), f"key-{form}", toc=False))
        rows: list[list[Content]] = [
            [str(number), question.objective, kit.inline(question.answer, strong=True), question.rationale]
            for number, question in enumerate(listed, start=1)
        ]
        head = [kit.phrase(key) for key in ("number_short", "objective", "answer_key", "why")]
        elements.append(grid(kit, head, rows, (0.8, 1.7, 1.8, 8.5), title, row_heads=False))
        elements += [Para(runs(kit.phrase("by_objective")), "label"), _sums(desk, listed)]
    return {"test-key": desk.paper("test_key", desk.section("test-key", kit.phrase("test_key"), elements))}
