"""What changed is told once, at the thing an author would say it of; what only follows from it is not told."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.units import Split
from deckgen.changes.align import moved
from deckgen.changes.compare import compare, words_in
from deckgen.changes.outline import BlockFacts, Outline, Part, SlideFacts
from deckgen.changes.render import as_data, as_markdown, as_text
from deckgen.text.phrases import phrases
from examples import some


def slide(title: str, minutes: int = 5, **texts: Any) -> SlideFacts:
    return SlideFacts("", title, Split(talk=minutes), {"kind": "concept", "say": f"We say {title}", **texts})


def block(name: str, *slides: SlideFacts, day: int = 1, **others: Any) -> BlockFacts:
    its = slides or (slide(f"{name} one"), slide(f"{name} two", 3))
    split = sum((item.split for item in its), Split())
    facts = BlockFacts(name, f"Block {name}", False, "M1", day, split, its, {}, {"method": "Talk"})
    return replace(facts, **others)


def outline(*blocks: BlockFacts, **others: Any) -> Outline:
    split = sum((item.split for item in blocks), Split())
    sheets = (Part("S1", "Cards", False, {"key": ["one"], "steps": [{"text": "Go"}]}),)
    facts = Outline(
        "c", "1-day", phrases("en"), split, 1, blocks, sheets, (Part("M1", "Start", False, {}),), {}, {"days": 1}
    )
    return replace(facts, **others)


A, B, C, D = (block(name) for name in "ABCD")
BEFORE = outline(A, B, C, D)


def told(before: Outline, after: Outline) -> list[str]:
    """The lines below the heading, without their indentation."""
    return [line.strip() for line in as_text(compare(before, after), "x").splitlines()[1:]]


def with_slides(item: BlockFacts, *slides: SlideFacts) -> BlockFacts:
    return replace(item, slides=slides, split=sum((each.split for each in slides), Split()))


def test_figures_of_keys_are_told_and_what_came_or_went() -> None:
    older = replace(B, texts={"elastic": 2, "late": "Skip it", "practice": {"seconds": 210, "rounds": 2}})
    newer = replace(B, texts={"elastic": 8, "practice": {"seconds": 360, "rounds": 2}, "energy": 3})
    assert told(outline(older), outline(newer)) == [
        "block B “Block B”: elastic (2 → 8), practice (seconds 210 → 360) changed; energy 3 added; late removed"
    ]


def test_what_a_course_gets_is_added_and_not_changed() -> None:
    assert told(BEFORE, outline(A, B, C, D, texts={"overnight": ["S9"]})) == ["course c: overnight added"]


def test_the_same_words_with_other_figures_are_told_as_such() -> None:
    one, other = (with_slides(B, slide("On", say=f"Open sheet {number}")) for number in ("06", "10"))
    assert told(outline(one), outline(other))[1:] == ["slide 1 “On”: words to say (only figures) changed"]


def test_a_slide_is_known_by_its_sheet_and_by_its_kind_where_it_works_with_one() -> None:
    one = with_slides(B, slide("Ask", sheet="20", say="a"), slide("Test", kind="test", sheet="30", say="b"))
    other = with_slides(B, slide("Listen", 8, sheet="20", say="c d"), slide("Sit", kind="test", sheet="F4", say="e"))
    assert told(outline(one), outline(other)) == [
        "block B “Block B”: 10 → 13 minutes (talk 10 → 13; slide 1: 5 → 8)",
        "slide 1 “Listen”: was Ask; words to say (1 → 2) changed",
        "slide 2 “Sit”: was Test; words to say (1), sheet (30 → F4) changed",
    ]


def test_a_minute_that_goes_to_a_new_slide_is_seen_to_arrive() -> None:
    one, other = with_slides(B, slide("On")), with_slides(B, slide("On", 4), slide("More", 1))
    text = as_text(compare(outline(A, one), outline(A, other)), "x")
    assert text.splitlines() == [
        "x: 13 minutes; blocks 1 changed; slides 1 added; minutes within 1 block",
        "  block B “Block B”: 5 minutes as before (slide 1: 5 → 4; slide 2: 1, new)",
        "    slide 2 “More” added",
    ]


def test_nothing_changed_is_one_line() -> None:
    assert as_text(compare(BEFORE, BEFORE), "c 1-day") == "c 1-day: nothing changed\n"
    assert compare(BEFORE, BEFORE).is_empty and "|" not in as_markdown(compare(BEFORE, BEFORE), "x")


def test_a_change_of_one_minute_is_one_line() -> None:
    longer = with_slides(B, B.slides[0], slide("B two", 4))
    assert told(BEFORE, outline(A, longer, C, D)) == [
        "block B “Block B”: 8 → 9 minutes (talk 8 → 9; slide 2: 3 → 4)"
    ]  # fmt: skip
    shifted = replace(with_slides(B, slide("B one", 4), slide("B two", 4)), steps={"S1": (1, 3)})
    before = outline(A, replace(B, steps={"S1": (2, 2)}), C, D)
    assert told(before, outline(A, shifted, C, D)) == [
        "block B “Block B”: 8 minutes as before (slide 1: 5 → 4; slide 2: 3 → 4; steps of S1: 2+2 → 1+3)"
    ]
    practised = with_slides(B, B.slides[0], replace(B.slides[1], split=Split(talk=2, activity=1)))
    (line,) = told(BEFORE, outline(A, practised, C, D))
    assert (
        line == "block B “Block B”: 8 minutes as before (talk 8 → 7; activity 0 → 1; "
        "slide 2: talk 3, activity 0 → talk 2, activity 1)"
    )


def test_what_comes_and_goes_is_told_with_its_minutes() -> None:
    assert told(BEFORE, outline(A, C, block("E"), D)) == [
        "block B “Block B” removed: 8 minutes (talk 8)",
        "block E “Block E” added: 8 minutes (talk 8)",
    ]


def test_what_moves_is_the_fewest_and_what_stands_around_it_does_not() -> None:
    assert told(BEFORE, outline(B, C, D, A)) == ["block A “Block A”: moved, M1, first → M1, behind D “Block D”"]
    other = replace(C, module="M2")
    assert told(BEFORE, outline(A, B, other, D)) == [
        "block C “Block C”: moved, M1, behind B “Block B” → M2, behind B “Block B”"
    ]


@settings(max_examples=some(40))
@given(st.permutations(range(5)))
def test_the_rest_is_in_its_order(order: list[int]) -> None:
    pairs = dict(enumerate(order))
    kept = [pairs[place] for place in sorted(pairs.keys() - moved(pairs))]
    assert kept == sorted(kept)
    runs = (part for size in range(6) for part in combinations(order, size) if list(part) == sorted(part))
    assert len(kept) == max(map(len, runs))


def test_a_renamed_block_is_not_another_one() -> None:
    renamed = replace(B, title="Listening")
    assert told(BEFORE, outline(A, renamed, C, D)) == ["block B “Listening”: was B “Block B”"]
    numbered = replace(B, id="B9")
    assert told(BEFORE, outline(A, numbered, C, D)) == ["block B9 “Block B”: was B “Block B”"]


def test_counted_ids_that_shift_are_no_change() -> None:
    def counted(*names: str) -> Outline:
        blocks = [replace(block(name), id=f"B{number}", counted=True) for number, name in enumerate(names, start=1)]
        return outline(*blocks)

    assert told(counted("A", "B", "C"), counted("A", "X", "B", "C")) == ["block “Block X” added: 8 minutes (talk 8)"]


def test_slides_are_told_below_their_block() -> None:
    one, two = B.slides
    more = with_slides(B, slide("New"), one, replace(two, texts={**two.texts, "say": "We say much more"}))
    assert told(BEFORE, outline(A, more, C, D)) == [
        "block B “Block B”: 8 → 13 minutes (talk 8 → 13; slide 1: 5, new)",
        "slide 1 “New” added",
        "slide 3 “B two”: words to say (4) changed",
    ]
    retitled = with_slides(B, one, replace(two, title="B two, said better"))
    assert told(BEFORE, outline(A, retitled, C, D)) == [
        "block B “Block B”", "slide 2 “B two, said better”: was B two",
    ]  # fmt: skip
    swapped = with_slides(B, two, one)
    assert told(BEFORE, outline(A, swapped, C, D))[1:] == ["slide 2 “B one”: moved, slide 1 → slide 2"]
    assert told(BEFORE, outline(A, with_slides(B, one), C, D))[1:] == ["former slide 2 “B two” removed"]


def test_a_slide_that_goes_to_another_block_is_moved() -> None:
    one, two = B.slides
    after = outline(A, with_slides(B, one), with_slides(C, *C.slides, two), D)
    assert told(BEFORE, after) == [
        "block B “Block B”: 8 → 5 minutes (talk 8 → 5; former slide 2: 3, gone)",
        "block C “Block C”: 8 → 11 minutes (talk 8 → 11; slide 3: 3, new)",
        "slide 3 “B two”: moved, B “Block B” → C “Block C”",
    ]


def test_sheets_modules_and_the_course_tell_their_fields() -> None:
    sheet = Part("S1", "Cards", False, {"key": ["two"], "steps": [{"text": "Go"}], "output": "A card"})
    after = replace(
        BEFORE, sheets=(sheet, Part("S2", "More", False, {})), modules=(Part("M1", "Begin", False, {"hook": "Why"}),),
        texts={"version": "1.1"}, timing={"days": 1, "start": "08:30"},
    )  # fmt: skip
    before = replace(BEFORE, texts={"version": "1.0"})
    assert told(before, after) == [
        "course c: version 1.0 → 1.1 changed",
        "delivery 1-day: start changed",
        "module M1 “Begin”: was M1 “Start”; hook added",
        "sheet S1 “Cards”: key changed; output added",
        "sheet S2 “More” added",
    ]
    assert told(after, replace(after, sheets=()))[-1] == "sheet S2 “More” removed"
    other = replace(after, delivery="2-day")
    assert not any("delivery" in line for line in told(before, other))  # two deliveries differ in their clock


def test_words_are_counted_by_language() -> None:
    assert words_in("Well, that is 4 words") == 5 and words_in("说清楚 three") == 4
    assert words_in([{"say": "one two", "n": 3}, ("three",)]) == 3


def test_markdown_has_the_minutes_of_every_block_and_no_markup_of_the_course() -> None:
    odd = replace(B, title="a|b *c*", day=2)
    page = as_markdown(compare(BEFORE, outline(A, odd, C)), "c")
    lines = page.splitlines()
    assert "| B “a\\|b \\*c\\*” | 8 | 8 | day 1 → 2 |" in lines
    assert "| D “Block D” | 8 | **–** |  |" in lines and "| **total** | 32 | 24 | |" in lines
    assert "- block B “a\\|b \\*c\\*”: was B “Block B”" in lines


def test_data_has_one_shape() -> None:
    told_of = as_data(compare(BEFORE, outline(A, C, D, block("E"))))
    assert json.loads(json.dumps(told_of)) == told_of
    assert (told_of["version"], told_of["contact_minutes"], told_of["days"]) == (2, [32, 32], [1, 1])
    assert [(item["what"], item["kind"]) for item in told_of["changes"]] == [("block", "removed"), ("block", "added")]
    rows = {row["block"][0]: (row["before"], row["after"]) for row in told_of["minutes"]}
    assert rows["B"][1] is None and rows["E"][0] is None and rows["A"][0]["total"] == 8


def test_sheets_are_listed_by_their_ids_and_minutes_by_what_of_them_changed() -> None:
    sheets = tuple(Part(name, name, False, {}) for name in ("P1", "10", "9", "1"))
    assert told(replace(BEFORE, sheets=sheets), replace(BEFORE, sheets=()))[-4:] == [
        f"sheet {name} “{name}” removed" for name in ("1", "9", "10", "P1")
    ]
    one, two = B.slides
    talked = with_slides(B, replace(one, split=Split(3, 2, 0)), two)
    other = with_slides(B, replace(one, split=Split(3, 1, 1)), two)
    lines = told(outline(A, talked, C, D), outline(A, other, C, D))
    assert "slide 1: activity 2, debrief 0 → activity 1, debrief 1" in lines[0]
