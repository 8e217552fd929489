"""What Markdown, HTML and Word know, in a long text: read as it is meant, or a mistake; never printed raw."""

from __future__ import annotations

import pytest

from deckgen.base.runs import plain
from deckgen.text.content import Grid, parse_text
from deckgen.text.marks import find_mistakes
from deckgen.text.prose import Listing, Paragraph

REFUSED = {
    "picture": "See ![a](b.png).",
    "picture by name": "See ![a][b].\n\n[b]: b.png",
    "HTML": "A <b>bold</b> word.",
    "comment": "<!-- x -->",
    "heading": "# Head\n\ntext",
    "heading underlined": "Head\n====\n\ntext",
    "heading underlined once": "Head\n----\n\ntext",
    "boxes to tick": "- [ ] do it\n- [x] done",
    "numbered boxes to tick": "1. [ ] do it",
    "struck out": "old ~~word~~ here",
    "address in brackets": "see <https://example.com/>",
    "link by name": "see [words][1]\n\n[1]: https://example.com/",
    "quotation in a quotation": "> a\n> > b",
    "quotation without a space": ">quoted\n>words",
    "table in a quotation": "> | a | b |\n> | --- | --- |\n> | c | d |",
    "table without a rule": "| a | b |\n| c | d |",
    "table without ends": "a | b\n--- | ---\nc | d",
    "line block": "| a\n| b",
    "line end with a backslash": "one\\\ntwo",
    "line end of HTML": "one<br>two",
    "list of terms": "Term\n: meaning",
    "formula": "a $x^2$ b",
    "formula in brackets": "a \\(x\\) b",
    "formula by itself": "$$\nx^2\n$$",
    "sign by name": "nice :smile: day",
    "highlighted": "a ==lit== b",
    "source in brackets": "a ^[note] b",
    "abbreviation": "*[HTML]: words",
    "rule": "a\n\n---\n\nb",
    "strong without an end": "a **strong word",
    "strong without a beginning": "a strong** word",
    "code without an end": "press `Enter",
    "code by indents": "First:\n\n    if a:\n        b()",
    "fourth level": "- a\n  - b\n    - c\n      - d",
    "box of Markdown dialects": ":::tip\nx\n:::",
    "box of documents": "!!! tip\n    x",
    "unknown notice": "> [!danger] x\n> y",
    "link of a wiki": "[[page]]",
    "entity": "a &amp; b",
    "bullet with a space": "• a\n• b",
    "dash with a space": "– a\n– b",
    "bullet of Wingdings with a space": "\uf0a7 a\n\uf0a7 b",
    "code that is not closed": "```\nx",
}
READ = {
    "Word's bullets": ("•\ta\no\tb\n▪\tc", ["a", "b", "c"], (0, 1, 2)),
    "Word's dashes": ("-\ta\n-\tb", ["a", "b"], ()),
    "Word's long dashes": ("–\ta\n–\tb", ["a", "b"], ()),
    "Word's own signs": ("\uf0b7\ta\n\uf0b7\tb", ["a", "b"], ()),
    "Word's numbers": ("1.\ta\n2.\tb", ["a", "b"], ()),
}
LABELLED = [
    "1)\tone\n2)\ttwo",
    "①\t甲\n②\t乙",
    "a)\tone\nb)\ttwo",
    "一、\t甲\n二、\t乙",
    "（1）\t甲\n（2）\t乙",
    "1、\t甲\n2、\t乙",
    "ii.\tone\niii.\ttwo",
]
USUAL = [
    "Costs $5 and $6.", "12:30 to 13:00", "a: b: c", "C:\\temp", "a > b and c < d", "> 5 %", "2**10", "7*24", "a | b",
    "#话题", "第一：看；第二：听", "（说明：见第3页）", "http://example.com:80/a", "*先*想", "x^2", "[1]", "!!", "::",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_a_mistake_with_a_hint(text: str) -> None:
    mistakes = list(find_mistakes(text, long=True))
    assert mistakes
    assert all(item.hint and 0 <= item.offset < len(text) for item in mistakes)


@pytest.mark.parametrize(("text", "items", "levels"), READ.values(), ids=READ)
def test_lists_that_word_copies_are_lists(text: str, items: list[str], levels: tuple[int, ...]) -> None:
    assert not list(find_mistakes(text, long=True))
    (listing,) = parse_text(text)
    assert isinstance(listing, Listing)
    assert [plain(item) for item in listing.items] == items
    assert listing.levels == (levels or (0,) * len(items))


@pytest.mark.parametrize("text", LABELLED)
def test_numbers_of_other_kinds_stay_as_they_stand(text: str) -> None:
    assert not list(find_mistakes(text, long=True))
    (paragraph,) = parse_text(text)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == text.replace("\t", " ")


def test_a_table_with_numbered_rows_stays_a_table() -> None:
    (table,) = parse_text("No.\tWhat\tWho\n①\tRefund\tKim\n②\tCall\t")
    assert isinstance(table, Grid)
    assert [[plain(cell) for cell in row] for row in table.rows] == [["①", "Refund", "Kim"], ["②", "Call", ""]]


@pytest.mark.parametrize("text", USUAL)
@pytest.mark.parametrize("long", [True, False])
def test_usual_signs_are_no_marks(text: str, long: bool) -> None:
    assert not list(find_mistakes(text, long=long))
