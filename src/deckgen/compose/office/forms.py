"""Filled-in forms into papers: letters, certificate, feedback form and the card for managers.

A form is Markdown as in long texts, and three things more: lines that begin with `#` or `##` are headings; a label
before four underscores is a field; lines of nothing but underscores are lines to write on, under the paragraph above.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.base.roles import Colour
from deckgen.base.runs import Runs, plain, runs
from deckgen.base.units import Frame, Margins, Split
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_form
from deckgen.compose.sheets.page import compose_sheet
from deckgen.tree import (
    Book,
    BookSection,
    Cell,
    Drawing,
    Element,
    Field,
    Heading,
    Label,
    ListBlock,
    Para,
    Row,
    Shape,
    Table,
    TextBox,
    WritingSpace,
)

_HEADING = re.compile(r"(#{1,2})[ \t]+(.+)")
_FIELD = re.compile(r"(.+?)[ \t]*(?:：|:)?[ \t]*_{4,}[ \t]*")
_RULE = re.compile(r"[ \t]*_{4,}[ \t]*")
_BOX = re.compile(r"[-*][ \t]+\[[ ]\][ \t]+(.+)")
_EMPTY_BOX = "□"
_CERTIFICATE = Margins(top=74.0, right=80.0, bottom=56.0, left=80.0, header=14.0, footer=20.0)
_BAR_WIDTH, _BARS_HEIGHT, _BAR_GAP, _LEAST_BAR = 150.0, 400.0, 3.0, 22.0


class _Form:
    """Reads a form from top to bottom."""

    def __init__(self, kit: Kit, text: str, name: str) -> None:
        self.kit, self.name = kit, name
        self.lines = text.splitlines()
        self.flow: list[Element] = []
        self.held: list[str] = []
        self.boxes: list[Runs] = []
        self.fields = 0

    def elements(self) -> list[Element]:
        """All elements of the form."""
        at = 0
        while at < len(self.lines):
            at = self._read(at)
        self._release()
        return self.flow

    def _read(self, at: int) -> int:
        line = self.lines[at]
        if match := _BOX.fullmatch(line):
            self._release(boxes=False)
            self.boxes.append(self.kit.inline(match[1]))
            return at + 1
        if match := _HEADING.fullmatch(line):
            self._release()
            level = len(match[1])
            anchor = f"{self.name}-{len(self.flow) + 1}"
            breaks = level == 1 and bool(self.flow)
            self.flow.append(Heading(level, self.kit.inline(match[2].strip()), anchor, toc=False, new_page=breaks))
            return at + 1
        if _RULE.fullmatch(line):
            return self._ruled(at)
        if match := _FIELD.fullmatch(line):
            self._release()
            label = self.kit.plain(match[1])
            self.fields += 1
            control = "date" if label == self.kit.phrase("date") else "text"
            self.flow.append(Field(runs(label), control, f"{self.name}-{self.fields}"))  # type: ignore[arg-type]
            return at + 1
        self._release(held=False)
        self.held.append(line)
        return at + 1

    def _ruled(self, at: int) -> int:
        """Lines to write on, under the paragraph that stands right above them."""
        end = at
        while end < len(self.lines) and _RULE.fullmatch(self.lines[end]):
            end += 1
        prompt: list[str] = []
        while self.held and self.held[-1].strip():
            prompt.insert(0, self.held.pop())
        self._release()
        self.flow.append(WritingSpace(end - at, self.kit.inline(" ".join(prompt))))
        return end

    def _release(self, *, held: bool = True, boxes: bool = True) -> None:
        """Put what was held back into the flow."""
        if boxes and self.boxes:
            self.flow.append(ListBlock(tuple(self.boxes), "check"))
            self.boxes = []
        if held and self.held:
            text = "\n".join(self.held).strip("\n")
            self.held = []
            if text.strip():
                self.flow.extend(map(_fillable, self.kit.prose(text, "body")))


def _fillable(element: Element) -> Element:
    """A table of a form whose boxes can be ticked, and whose empty cells can be written in."""
    if not isinstance(element, Table):
        return element
    rows = tuple(replace(row, cells=tuple(map(_fillable_cell, row.cells))) for row in element.rows)
    return replace(element, rows=rows)


def _fillable_cell(cell: Cell) -> Cell:
    said = "".join(plain(part.runs) for part in cell.content if isinstance(part, Para)).strip()
    if said == _EMPTY_BOX:
        return replace(cell, content=(Field((), "check"),), align="center")
    blank = all(isinstance(part, Para) for part in cell.content) and not said and cell.role == "cell"
    return Cell((), "answer", cell.columns) if blank else cell


def form_elements(kit: Kit, text: str, name: str) -> list[Element]:
    """The elements of a filled-in form; anchors and fields are named after it."""
    return _Form(kit, text, name).elements()


def _paper(desk: Desk, name: str, kind: str) -> dict[str, Book]:
    elements = form_elements(desk.kit, desk.forms[name], name)
    return {name: desk.paper(kind, desk.section(name, desk.kit.phrase(kind), elements))} if elements else {}


def compose_participant_letters(desk: Desk) -> dict[str, Book]:
    """Letters to participants, each on a page of its own."""
    return _letters(desk, "participants")


def compose_manager_letters(desk: Desk) -> dict[str, Book]:
    """Letters to their managers."""
    return _letters(desk, "managers")


def _letters(desk: Desk, to: str) -> dict[str, Book]:
    """The letters of the form and those of the course, each on a page of its own."""
    kit, name = desk.kit, f"letters-{to}"
    elements = form_elements(kit, desk.forms[name], name)
    for number, letter in enumerate((letter for letter in desk.course.letters if letter.to == to), start=1):
        elements.append(
            Heading(1, kit.inline(letter.title), f"letter-{to}-{number}", toc=False, new_page=bool(elements))
        )
        elements.extend(kit.prose(letter.text, "body", place=letter.at("text")))
    kind = f"letters_{to}"
    return {name: desk.paper(kind, desk.section(name, kit.phrase(kind), elements))} if elements else {}


def compose_manager_card(desk: Desk) -> dict[str, Book]:
    """What a manager does before and after, to keep."""
    return _paper(desk, "manager-card", "manager_card")


def compose_feedback(desk: Desk) -> dict[str, Book]:
    """The feedback form: that of the course where it has one among its sheets, else the form."""
    kit = desk.kit
    sheets = [sheet for sheet in desk.course.sheets if is_form(sheet)]
    if not sheets:
        return _paper(desk, "feedback", "feedback")
    used = {key: entry for entry in desk.agenda for key in entry.block.sheets}
    pages = [compose_sheet(kit, sheet, used.get(sheet.id)) for sheet in sheets]
    return {"feedback": desk.paper("feedback", desk.section("feedback", kit.phrase("feedback"), pages))}


def compose_certificate(desk: Desk) -> dict[str, Book]:
    """The certificate: the words of the form beside the modules, each as high as it is long."""
    kit = desk.kit
    elements = form_elements(kit, desk.forms["certificate"], "certificate")
    if not elements:
        return {}
    row = Row((Cell(tuple(map(_enlarge, elements))), Cell((_modules(desk),))))
    table = Table((4.4, 1.3), (), (row,), kit.phrase("certificate"), "columns", keep=True)
    title = kit.phrase("certificate")
    section = BookSection("certificate", title, (table,), "landscape", margins=_CERTIFICATE, bare=True, framed=True)
    return {"certificate": desk.paper("certificate", section)}


def _enlarge(element: Element) -> Element:
    """A part of a certificate in words that are read on a wall: its title, the course in strong words, all else."""
    match element:
        case Heading():
            return Para(element.runs, "certificate_title")
        case Para(runs=told) if told and all(run.strong for run in told):
            return Para(told, "certificate_course")
        case Para():
            return Para(element.runs, "certificate")
        case _:
            return element


def _modules(desk: Desk) -> Drawing:
    kit = desk.kit
    minutes = [
        (module.label, sum((entry.split for entry in desk.agenda.of_module(module.id)), Split()).total)
        for module in desk.course.modules
    ]
    shown = [(label, length) for label, length in minutes if length]
    room = _BARS_HEIGHT - _BAR_GAP * (len(shown) - 1) - _LEAST_BAR * len(shown)
    total = sum(length for _, length in shown) or 1
    shapes: list[Shape] = []
    top = 0.0
    for number, (label, length) in enumerate(shown):
        height = _LEAST_BAR + max(0.0, room) * length / total
        fill: Colour = "primary" if number % 2 == 0 else "secondary"
        told = f"{label}{kit.phrase('gap')}{kit.phrase('minutes', n=length)}"
        text = TextBox((Label(runs(told), 12.0, "on_fill", strong=True),), align="left", insets=(10.0, 2.0, 6.0, 2.0))
        shapes.append(
            Shape("rect", Frame(0.0, top, _BAR_WIDTH, height), fill, None, text=text, part=f"module-{number}")
        )
        top += height + _BAR_GAP
    alt = kit.phrase("semicolon").join(f"{label} {kit.phrase('minutes', n=length)}" for label, length in shown)
    return Drawing("modules", Frame(0.0, 0.0, _BAR_WIDTH, top - _BAR_GAP), tuple(shapes), alt)
