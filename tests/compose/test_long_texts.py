"""Links, lists, line breaks and empty cells on their way into the trees of deck, workbook and guide."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from deckgen.base.runs import plain
from deckgen.compose.anchors import workbook_targets
from deckgen.compose.kit import Kit
from deckgen.text.phrases import phrases
from deckgen.tree import Heading, ListBlock, Para, Table
from typed_course import compose, plan_course, runs_of, words_of, write_course


def links(tree: object, words: str) -> list[str]:
    return [run.href for runs in runs_of(tree) for run in runs if run.text == words and run.href]


def find(value: object, kind: type) -> list[object]:
    """Every element of a kind in a tree."""
    if isinstance(value, kind):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in find(item, kind)]
    if is_dataclass(value):
        return [found for field in fields(value) for found in find(getattr(value, field.name), kind)]
    return []


def test_links_are_the_same_in_deck_and_books() -> None:
    text = "'见 [站点](HTTPS://Example.com/路)、[电话](tel:400-800)、[邮箱](mailto:one@Example.com)'"
    deck, workbook, guide = compose({"title": text, "explain": text})
    for tree in (deck.sections, workbook.sections, guide.sections):
        assert set(links(tree, "站点")) == {"https://example.com/%E8%B7%AF"}
        assert set(links(tree, "电话")) == {"tel:400-800"}
        assert set(links(tree, "邮箱")) == {"mailto:one@example.com"}


def test_links_to_parts_lead_to_their_places_in_each_file() -> None:
    text = "'[讲](#M1) [环节](#B1) [单](#S1)'"
    deck, workbook, guide = compose({"title": text, "explain": text, "hook": text})
    slides = {slide.id for slide in deck.slides}
    for words, target in (("讲", "M1"), ("环节", "B1.s1"), ("单", "B1.s2")):
        assert set(links(deck.sections, words)) == {f"#{target}"}
        assert target in slides
    for book, places in (
        (workbook, {"讲": "module-M1", "环节": "block-B1", "单": "sheet-S1"}),
        (guide, {"讲": "module-M1", "环节": "block-B1", "单": "block-B1"}),
    ):
        anchors = {heading.anchor for heading in find(book.sections, Heading)}  # type: ignore[attr-defined]
        for words, target in places.items():
            assert set(links(book.sections, words)) == {f"#{target}"}
            assert target in anchors


LETTER = """|
              各位同事：
              大家好！
              - 第一件：**退款**
                - 金额
              - 第二件：回访
              3. 先复述
              4. 再确认
              此致
              敬礼"""


def test_lines_lists_and_numbers_of_long_texts_stay_in_notes_and_books() -> None:
    deck, workbook, guide = compose({"say": LETTER, "do": "'写板书'", "explain": LETTER, "situation": LETTER})
    slide = next(slide for slide in deck.slides if slide.id == "B1.s1")
    for tree in (slide.notes, workbook.sections, guide.sections):
        lists = [block for block in find(tree, ListBlock) if plain(block.items[0]) in ("第一件：退款", "先复述")]  # type: ignore[attr-defined]
        assert [(block.marker, block.levels, block.start) for block in lists[:2]] == [  # type: ignore[attr-defined]
            ("bullet", (0, 1, 0), 1), ("number", (), 3),
        ]  # fmt: skip
        told = [plain(para.runs) for para in find(tree, Para)]  # type: ignore[attr-defined]
        assert any(text.endswith("各位同事：\n大家好！") for text in told)
        assert "此致\n敬礼" in told


def test_a_label_before_a_list_stands_alone() -> None:
    deck, _, _ = compose({"say": "|\n              - 一\n              - 二"})
    notes = next(slide for slide in deck.slides if slide.id == "B1.s1").notes
    place = next(at for at, note in enumerate(notes) if isinstance(note, ListBlock))
    label = notes[place - 1]
    assert isinstance(label, Para)
    assert plain(label.runs) == "话术："


def test_a_line_break_in_a_title_breaks_the_line_and_is_joined_where_there_is_one_line() -> None:
    deck, workbook, guide = compose({"title": '"交接\\n只答三个问题"', "explain": "看图。"})
    assert "交接\n只答三个问题" in list(words_of(next(s for s in deck.slides if s.id == "B1.s1").title))
    assert "交接\n只答三个问题" in list(words_of(workbook.sections))
    tables = find(guide.sections, Table)
    assert any(table.alt == "交接只答三个问题" for table in tables)  # type: ignore[attr-defined]


def test_marks_of_one_text_do_not_reach_into_its_neighbours() -> None:
    _, _, guide = compose({"key_point": "'*号键'", "purpose": "'按*'", "say": "'*甲'", "transition": "'乙*'"})
    shown = list(words_of(guide.sections))
    for text in ("*号键", "按*", "*甲", "乙*"):
        assert any(text in word for word in shown)


def test_parts_of_a_line_are_read_one_by_one() -> None:
    course, agenda = plan_course(write_course({}))
    kit = Kit(course, agenda, phrases("zh-CN"), "book")
    assert plain(kit.join(("*甲", "乙*", "**丙**"))) == "*甲；乙*；丙"
    assert plain(kit.fill("recap_of", title="*甲")) == kit.phrase("recap_of", title="*甲")


def test_a_block_without_a_reading_is_where_its_first_sheet_is_and_one_without_both_is_its_module() -> None:
    source = "".join(line for line in write_course({}).splitlines(keepends=True) if "explain:" not in line)
    course, agenda = plan_course(source)
    assert workbook_targets(course, agenda)["B1"] == "sheet-S1"
    bare = source.replace("        sheets: [S1]\n", "").replace("            sheet: S1\n", "")
    course, agenda = plan_course(bare)
    targets = workbook_targets(course, agenda)
    assert targets["B1"] == targets["B1.s2"] == "module-M1"
    assert "S1" not in targets
