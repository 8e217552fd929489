"""The entry of a slide as a table of four columns: its head, then what to say, do and ask, what to drop, how to go on.

No cell holds a table and none is merged with the one below. What a trainer's words hold beside paragraphs and lists,
such as a table or a notice, stands between two parts of the entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckgen.base.runs import Run, Runs, plain, runs
from deckgen.compose.anchors import entry_anchor
from deckgen.compose.guide.balance import best_cut
from deckgen.compose.guide.marks import Sign, screen, sign
from deckgen.compose.guide.thoughts import thoughts
from deckgen.compose.kit import Kit
from deckgen.text.scripts import has_cjk
from deckgen.tree import Cell, Element, Group, Heading, ListBlock, Para, Row, Table
from deckgen.tree.content import runs_in

_HEADING = 16.7  # centimetres: title and facts together
_LETTER_OF_TITLE, _LETTER_OF_FACTS = 0.247, 0.177  # centimetres
WIDTHS = (1.65, 1.85, 9.5, 3.7)  # centimetres: 28 characters of 11 points in the second and third


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an entry says. `minutes` is in words; `places` are what participants look at, a line each."""

    clock: str
    minutes: str
    number: str
    title: Runs
    glance: Runs = ()
    places: tuple[Runs, ...] = ()


@dataclass
class Entry:
    """Rows of one entry as they come; `group` makes the entry of them."""

    kit: Kit
    alt: str
    _rows: list[Row] = field(default_factory=list)
    _parts: list[Element] = field(default_factory=list)
    _again: tuple[Element, ...] = ()

    def head(self, head: Head) -> None:
        """Clock and minutes, the slide's number in its screen, its title, and where participants find it."""
        title = [Para(head.title, "slide_title"), *([Para(head.glance, "aside")] if head.glance else [])]
        number = (screen(head.number),) if head.number else ()
        strong, *more = head.places or ((),)
        places = [Para(tuple(replace(run, strong=True) for run in strong), "expected")] if strong else []
        places += [Para(place, "aside") for place in more]
        cells = (
            Cell((Para(runs(head.clock), "clock"), Para(runs(head.minutes), "aside")), "entry_head"),
            Cell(number, "entry_head"),
            Cell(tuple(title), "entry_head"),
            Cell(tuple(places), "entry_head", align="right"),
        )
        self._rows.append(Row(cells, keep=True))
        named = self.kit.phrase("goes_on", title="\0").partition("\0")
        again = (
            Cell((Para(runs(head.clock, strong=True), "aside"),), "entry_again"),
            Cell((Para(runs(head.number, strong=True), "aside"),), "entry_again"),
            Cell((Para((*runs(named[0]), *head.title, *runs(named[2])), "aside"),), "entry_again", 2),
        )
        self._again = (Table(WIDTHS, (), (Row(again, keep=True),), self.alt, "entry"),)

    def say(self, said: Sequence[Element], beside: Sequence[Sequence[Element]] = ()) -> None:
        """Words to say, a thought a paragraph, and beside them what is on the screen.

        What stands beside is in parts; beside many words each part has its own row, so that a page may end between.
        """
        spoken: list[Element] = []
        shown, before = [tuple(part) for part in beside if part], self._sign("say")
        for part in (*said, None):
            if isinstance(part, Para):
                spoken += [replace(part, runs=thought) for thought in thoughts(part.runs)]
            elif isinstance(part, ListBlock):
                spoken.append(part)
            else:
                if spoken or (part is None and shown):
                    for words, aside in _in_rows(spoken, shown):
                        self._rows.append(Row((before, Cell(words, "spoken", 2), Cell(aside, "beside"))))
                        before = Cell(())
                    spoken, shown = [], []
                if part is not None:
                    self._between(part)

    def do(self, acts: Sequence[Runs]) -> None:
        """Acts, each behind a box to tick."""
        if acts:
            listed = ListBlock(tuple(acts), "check", role="do")
            self._rows.append(Row((self._sign("do"), Cell((listed,), columns=3))))

    def ask(self, question: Runs, beside: Runs, answers: Iterable[tuple[str, Runs]]) -> None:
        """A question in its box, at its right how long to wait, below it what may be answered and how to go on."""
        opening = (
            self._sign("ask"),
            Cell((Para(question, "ask"),), "question", 2),
            Cell((Para(beside, "aside"),) if beside else (), "wait", align="right"),
        )
        rows = [Row(opening)]
        for label, told in answers:
            named = Cell((Para(runs(label, strong=True), "expected"),), "heard")
            rows.append(Row((Cell(()), named, Cell((Para(told, "expected"),), "heard_text", 2))))
        self._rows += [*(replace(row, keep=True) for row in rows[:-1]), rows[-1]]

    def rungs(self, rungs: Sequence[Runs], beside: Runs) -> None:
        """Questions one after another in a box; `beside` says at its right what they are."""
        first, *more = rungs
        opening = (
            self._sign("ask"),
            Cell((Para(first, "rung"),), "question", 2),
            Cell((Para(beside, "aside"),), "wait", align="right"),
        )
        rows = [Row(opening), *(Row((Cell(()), Cell((Para(rung, "rung"),), "rung", 3))) for rung in more)]
        self._rows += [*(replace(row, keep=True) for row in rows[:-1]), rows[-1]]

    def told(self, content: Sequence[Element], *, dashed: bool = False) -> None:
        """Paragraphs behind no sign; `dashed` ones stand below a broken line."""
        if content:
            self._rows.append(Row((Cell(()), Cell(tuple(content), "late" if dashed else "cell", 3))))

    def turn(self, words: Runs) -> None:
        """How to go on to the next slide."""
        if words:
            named = Cell((Para(runs(self.kit.phrase("sign.turn")), "transition"),))
            self._rows.append(Row((named, Cell((Para(words, "transition"),), columns=3))))

    def beside(self, element: Element) -> None:
        """Something as wide as the page between two parts of the entry."""
        self._between(element)

    def group(self, key: str, opening: Sequence[Element] = (), closing: Sequence[Element] = ()) -> Group:
        """The entry of the slide `key`; `opening` is what leads into it, such as the heading of its block.

        What goes on on a further page stands there below its clock, its number and its title.
        """
        self._flush()
        children = (*opening, *self._parts, *closing)
        return Group(children, entry_anchor(key), "slide", keep=True, again=self._again)

    def _sign(self, kind: Sign) -> Cell:
        return Cell((sign(kind, self.kit.phrase(f"sign.{kind}")),))

    def _between(self, element: Element) -> None:
        self._flush()
        self._parts.append(element)

    def _flush(self) -> None:
        if not self._rows:
            return
        rows = [
            replace(row, keep=True) if at + 1 < len(self._rows) and _follows(self._rows[at + 1]) else row
            for at, row in enumerate(self._rows)
        ]
        self._parts.append(Table(WIDTHS, (), tuple(rows), self.alt, "entry"))
        self._rows = []


def _in_rows(
    spoken: Sequence[Element], shown: Sequence[tuple[Element, ...]]
) -> Iterator[tuple[tuple[Element, ...], tuple[Element, ...]]]:
    """Words with what stands beside them, in as many rows as there are parts if the words are many."""
    texts = ["".join(plain(words) for words in runs_in((part,))) for part in spoken]
    cut = best_cut(texts, [[plain(words) for words in runs_in(part)] for part in shown])
    if not cut:
        yield tuple(spoken), tuple(element for part in shown for element in part)
        return
    yield tuple(spoken[:cut]), shown[0]
    yield tuple(spoken[cut:]), shown[1]


def _follows(row: Row) -> bool:
    """Whether a row never begins a page: what to drop, and how to go on."""
    return row.cells[-1].role == "late" or any(
        isinstance(part, Para) and part.role == "transition" for part in row.cells[-1].content
    )


def labelled(kit: Kit, label: str, told: Runs, role: str) -> Para:
    """A paragraph behind its strong label."""
    return Para((*runs(f"{label}{kit.phrase('colon')}", strong=True), *told), role)


def block_heading(title: Runs, anchor: str, *facts: Runs) -> Table:
    """The heading of a block and, at the right, its clock and minutes: the first of `facts` with room beside it."""
    free = _HEADING - _across(title, _LETTER_OF_TITLE)
    told = next((one for one in facts if _across(one, _LETTER_OF_FACTS) <= free), facts[-1])
    wide = round(max(_across(told, _LETTER_OF_FACTS), _HEADING / 5), 1)
    cells = (Cell((Heading(2, title, anchor),)), Cell((Para(told, "block_facts"),), align="right"))
    return Table((_HEADING - wide, wide), (), (Row(cells, keep=True),), plain(title), "entry")


def _across(words: Runs, letter: float) -> float:
    """About how many centimetres words take on a line; a Chinese character is as wide as two letters."""
    return sum(letter * (2 if has_cjk(char) else 1.1) for char in plain(words)) + 0.3


def strong(words: Runs) -> Runs:
    """The words in strong type."""
    return tuple(run if run.text == "\n" else replace(run, strong=True) for run in words)


def on_page(kit: Kit, key: str, anchor: str) -> Runs:
    """A reference to a page, in the words of a phrase that names it."""
    before, _, after = kit.phrase(key, page="\0").partition("\0")
    return (*runs(before), Run("", page_of=anchor), *runs(after))
