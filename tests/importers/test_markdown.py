"""Markdown lessons into pieces: nothing of them is dropped without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.importers.markdown import read_markdown
from deckgen.importers.pieces import Piece, walk
from deckgen.importers.texts import long_text

LESSON = (Path(__file__).parent / "lesson.md").read_text("utf-8")


def pieces_of(text: str) -> list[Piece]:
    return list(walk(read_markdown(text, "a.md").pieces))


def test_a_lesson_comes_with_its_parts_and_their_lines() -> None:
    material = read_markdown(LESSON, "lesson.md")
    assert (material.title, material.talk, material.practice) == ("Three Questions Keep a Handover Whole", 20, 15)
    found = list(walk(material.pieces))
    assert [piece.text for piece in found if piece.kind == "heading"] == ["What gets lost", "Three losses", "Saying it"]
    exercises = [(piece.kind, piece.text, piece.minutes) for piece in found if piece.kind in ("exercise", "discussion")]
    assert exercises == [
        ("exercise", "Find the missing question", 5), ("discussion", "What will you change tomorrow?", 10),
    ]  # fmt: skip
    for kind, items in (("questions", 2), ("goals", 2), ("summary", 2)):
        assert [len(piece.items) for piece in found if piece.kind == kind] == [items]
    picture = next(piece for piece in found if piece.kind == "picture")
    assert (picture.word, picture.alt, picture.text) == ("fig/desk.png", 'A desk with "three" open cases', "The desk")
    lines = LESSON.split("\n")
    for piece in found:
        if piece.kind in ("heading", "picture"):
            assert piece.text in lines[piece.line - 1] or piece.word in lines[piece.line - 1]
    code = next(piece for piece in found if piece.kind == "code")
    assert code.word == "python" and "# 7*24" in code.text and code.text.count("\n") == 1
    assert next(piece for piece in found if piece.kind == "table").rows[1] == ("refund", "Wang")
    notice = next(piece for piece in found if piece.kind == "notice")
    assert (notice.word, notice.text) == ("note", "A name beats a team")
    assert notice.inside[0].text == "- Write a name.\n  - Not a department."


def test_what_has_no_place_is_named_with_its_line() -> None:
    found = {(left.line, left.what) for left in read_markdown(LESSON, "lesson.md").unplaced}
    at = LESSON[: LESSON.index("[the log]")].count("\n") + 1
    assert (5, "front matter: editor") in found
    assert (at, "the link to logs.md; its words are kept") in found
    assert any("HTML; its words are kept: Three minutes are enough." in what for _, what in found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7*24 and snake_case", "7*24 and snake_case"),
        ("a*b and c*d", "ab and cd"),
        ("**strong** and *soft* and `co*de`", "**strong** and *soft* and `co*de`"),
        ("see {{ name }}", "see \\{\\{ name \\}\\}"),
        ("broken\nlines *over\ntwo*", "broken lines *over two*"),
        ("汉字\n折行", "汉字折行"),
        ("~~gone~~ text", "gone text"),
        ("a<br>b &amp; c", "ab & c"),
        ("[x](https://e.test/ö) [y](file:///etc)", "[x](https://e.test/%C3%B6) y"),
        ("\\# no heading", "\\# no heading"),
        ("1\\. no list", "1\\. no list"),
    ],
)
def test_a_paragraph_reads_as_it_looked(written: str, meant: str) -> None:
    (piece,) = pieces_of(written)
    assert (piece.kind, piece.text) == ("text", meant)


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("> ## Try it\n> Do this.\n{: .challenge}\n", ["exercise", "text"]),
        (
            "> ## Try it\n> Do this.\n>\n> > ## Solution\n> > Yes.\n> {: .solution}\n{: .challenge}\n",
            ["exercise", "text", "solution", "text"],
        ),
        ("> Only said.\n", ["quote", "text"]),
        ("![a](b.png)\n{: .image}\n", ["picture"]),
        ("```\n::: challenge\n```\n", ["code"]),
        ("::: nonsense\ntext\n:::\n", ["text"]),
        ("<img src='x.png' alt='An x'/>\n", ["picture"]),
        ("- a\n\n  ```\n  code\n  ```\n- b\n", ["list", "code"]),
        ("---\n\ntext\n\n***\n", ["text"]),
    ],
)
def test_parts_of_every_dress(written: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in pieces_of(written)] == kinds


def test_a_file_that_is_a_pause_has_nothing_to_show() -> None:
    material = read_markdown("---\ntitle: Coffee\nbreak: 15\n---\nBack at ten.\n", "03.md")
    assert material.pieces == ()
    assert "a pause of 15 minutes" in material.unplaced[-1].what


def test_pieces_stand_one_below_the_other_in_a_long_text() -> None:
    text = long_text(read_markdown(LESSON, "a.md").pieces[4:9])
    assert "| what | who |\n| --- | --- |\n| refund | Wang |" in text
    assert "> [!note] A name beats a team\n> - Write a name.\n>   - Not a department." in text
