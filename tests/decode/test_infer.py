"""What is left out because there is one answer is put in from what stands elsewhere, and points at it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.base.diagnostics import Report
from deckgen.base.units import Split
from deckgen.decode.course import decode_course
from deckgen.decode.declared import declared_deliveries
from deckgen.decode.infer.minutes import share
from deckgen.model.course import Course
from deckgen.source.reader import read_source

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"


def read(text: str, delivery: str = "60-min") -> tuple[Course | None, Report]:
    """A course of one file as a delivery sees it."""
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text.encode(), keep_folds=True)
    report = Report.of(found)
    return decode_course(raw, delivery, {}, report), report


def base(*edits: tuple[str, str], delivery: str = "60-min") -> tuple[Course | None, Report]:
    """The base course with edits, each of which stands once in it."""
    text = BASE.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return read(text, delivery)


def good(*edits: tuple[str, str], delivery: str = "60-min") -> Course:
    course, report = base(*edits, delivery=delivery)
    assert course is not None and not len(report), list(report)
    return course


def test_nothing_else_changes_when_what_follows_is_left_out() -> None:
    """Sheets of blocks and their objectives, kinds and minutes of slides, minutes of blocks and of one step."""
    edits = (
        ("        sheets: [S1]\n", ""),
        ("        sheets: [S2]\n", ""),
        ("          - kind: concept\n            title", "          - title"),
        ("          - kind: activity\n            sheet: S1", "          - sheet: S1"),
        ("            title: Vote for the question you skip most often\n            minutes: 10\n",
         "            title: Vote for the question you skip most often\n"),
        ("        minutes: {60-min: 2/30/8, 90-min: 2/50/18}\n", ""),
        ("      - {minutes: 4, phase: setup, do: Read", "      - {phase: setup, do: Read"),
        ("    title: Which question do we skip?\n    objectives: [O1]\n", "    title: Which question do we skip?\n"),
        ("            say: Hold up one, two or three fingers.\n", ""),
        (" fingers on my count.", " fingers."),
        ("    title: Handover drill\n    objectives: [O1]\n", "    title: Handover drill\n    covers: []\n"),
    )  # fmt: skip
    for delivery in ("60-min", "90-min"):
        short = good(*edits, delivery=delivery)
        points = (
            "    title: Which question do we skip?\n",
            "    title: Which question do we skip?\n    covers: [C1]\n",
        )
        whole = good(edits[9], points, delivery=delivery)
        assert [block.split for block in short.blocks] == [block.split for block in whole.blocks]
        assert [slide.split for block in short.blocks for slide in block.slides] == [
            slide.split for block in whole.blocks for slide in block.slides
        ]
        assert [block.sheets for block in short.blocks] == [("S1",), ("S2",)]
        for ours, theirs in zip(short.sheets, whole.sheets, strict=True):
            assert ours.model_dump(exclude={"guide"}) == theirs.model_dump(exclude={"guide"})
        assert short.blocks[0].slides[2].say == "Hold up one, two or three fingers."


def test_an_inferred_value_has_the_place_of_what_it_follows_from() -> None:
    course = good(("            title: Vote for the question you skip most often\n            minutes: 10\n",
                   "            title: Vote for the question you skip most often\n"))  # fmt: skip
    block = course.blocks[0]
    slide = block.slides[2]
    assert slide.has_inferred("minutes") and not block.has_inferred("minutes")
    assert slide.at("minutes") == block.at("minutes")


def test_a_sheet_may_stand_on_its_slide_and_needs_no_id() -> None:
    text = BASE.read_text("utf-8")
    start, end = text.index("  - kind: poll\n"), text.index("  - kind: drill\n")
    poll = text[start:end].replace("    id: S1\n", "").replace("  - kind: poll", "    kind: poll")
    inline = "            sheet:\n" + "".join(f"          {line}\n" for line in poll.splitlines())
    short = text[:start] + text[end:]
    short = short.replace("            sheet: S1\n", inline).replace("        sheets: [S1]\n", "")
    course, report = read(short)
    assert course is not None and not len(report), list(report)
    whole = good()
    lifted, written = course.sheet("01"), whole.sheet("S1")
    assert lifted is not None and written is not None and course.blocks[0].sheets == ("01",)
    ours, theirs = (sheet.model_dump(exclude={"id", "covers"}) for sheet in (lifted, written))
    assert ours["guide"].pop("debrief") == theirs["guide"].pop("debrief")
    assert ours == theirs


def test_ids_are_counted_in_order_and_go_on_behind_written_ones() -> None:
    data = yaml.safe_load(BASE.read_text("utf-8"))
    data.pop("questions")
    first = data["modules"][0]
    del first["id"], first["blocks"][0]["id"], first["blocks"][1]["id"]
    second = yaml.safe_load(yaml.safe_dump(first, sort_keys=False))
    for block in second["blocks"]:
        block["sheets"] = []
        for slide in block["slides"]:
            slide.pop("sheet", None)
            slide["title"] += " again"
    second["id"] = "M7"
    third = yaml.safe_load(yaml.safe_dump(second, sort_keys=False))
    del third["id"]
    third["blocks"][0]["id"] = "B8.4"
    data["modules"] += [second, third]
    made, _ = read(yaml.safe_dump(data, sort_keys=False, allow_unicode=True))
    assert made is not None
    assert [module.id for module in made.modules] == ["M1", "M7", "M8"]
    assert [block.id for block in made.blocks] == ["B1.1", "B1.2", "B7.1", "B7.2", "B8.4", "B8.5"]


def test_texts_name_a_sheet_by_its_number() -> None:
    edits = (
        ("say: Hold up one, two or three fingers.", "say: Open sheet {{ sheet }}, then sheet {{ sheet.drill }}."),
        ("    id: S2\n", "    id: drill\n"), ("sheets: [S2]", "sheets: [drill]"), ("sheet: S2", "sheet: drill"),
        ("takeaway: Said, repeated, owned.", "takeaway: Sheet {{ sheet }} stays with you."),
    )  # fmt: skip
    course = good(*edits)
    assert course.blocks[0].slides[2].say == "Open sheet 01, then sheet 02."
    assert course.blocks[1].slides[2].takeaway == "Sheet 02 stays with you."
    _, report = base(("say: Nobody skips on purpose.", "say: Look at sheet {{ sheet.S3 }}."))
    (found,) = report
    assert found.code == "DG107" and "no sheet “S3”" in found.message


SHEETS = """
sheets:
  - {kind: prework, id: before, title: Read, purpose: Know, effort: 9, deadline: Monday, used_in: Block 1, reader: Kim}
  - {kind: job_aid, id: desk, title: Card, purpose: Know, when: Now, moves: [{title: One}, {title: Two}]}
  - {kind: followup, id: after, title: Again, purpose: Know, form: task, open: [Why?]}
  - {kind: followup, id: form, title: Form, purpose: Know, form: feedback, open: [Why?]}
"""


def test_sheets_are_numbered_as_participants_come_to_them() -> None:
    lists = ("sheets:\n", "prework: [before]\npostwork: [after]\njob_aids: [desk]\n" + SHEETS.lstrip())
    both = ("    sheets: [S1]", "    sheets: [S2, form, S1]")
    course = good(lists, both)
    labels = {sheet.id: sheet.label for sheet in course.sheets}
    assert labels == {
        "S1": "02", "S2": "01", "before": "Pre-work 1", "desk": "T1", "after": "Follow-up 1", "form": "form",
    }  # fmt: skip
    fixed = good(
        lists, both, ("    id: S1\n", "    id: S1\n    number: 1A\n"), ("id: after,", "id: after, number: F1,")
    )
    assert [fixed.sheet(key).label for key in ("S2", "S1", "after")] == ["01", "1A", "F1"]  # type: ignore[union-attr]


def test_a_number_that_is_fixed_is_not_counted_and_may_be_written() -> None:
    fixed = ("    id: S1\n", "    id: S1\n    number: '02'\n")
    said = ("say: Nobody skips on purpose.", "say: Nobody skips on purpose, as sheet 02 and sheet 01 show.")
    course, report = base(fixed, said)
    assert course is not None and [sheet.label for sheet in course.sheets] == ["02", "01"]
    (found,) = report
    assert found.code == "DG440" and "{{ sheet.S2 }} in place of 01" in (found.hint or "")


def test_a_sheet_that_nobody_comes_to_has_no_number() -> None:
    unused = ("        sheets: [S2]\n", ""), ("            sheet: S2\n", "            output: One\n")
    _, report = base(*unused, ("say: Nobody skips on purpose.", "say: Look at sheet {{ sheet.S2 }}."))
    assert any(item.code == "DG107" and "S2 is not used in this delivery" in item.message for item in report)
    _, report = base(("sheets: [S2]", "sheets: [S9]"), ("sheet: S2", "sheet: S9"),
                     ("say: Nobody skips on purpose.", "say: Look at sheet {{ sheet.S2 }}."))  # fmt: skip
    assert not any(item.code == "DG107" for item in report)


@pytest.mark.parametrize(
    ("edit", "value"),
    [
        (('version: "1.0"', "version: 1.10"), "1.10"), (('version: "1.0"', "version: True"), "True"),
        (('version: "1.0"', "version: 007"), "007"), (('version: "1.0"', "version: true"), "true"),
    ],
)  # fmt: skip
def test_a_text_keeps_its_spelling(edit: tuple[str, str], value: str) -> None:
    assert good(edit).version == value


def test_every_list_takes_a_single_value() -> None:
    course = good(
        ("audience: [Team leads]", "audience: Team leads"),
        ("objectives: [O1]\n        covers: [C1]", "objectives: O1\n        covers: C1"),
        ("  - {id: \"1\", kind: topic, name: The three questions of a handover}\n",
         "  {id: 1, kind: topic, name: The three questions of a handover}\n"),
        ("sheets: [S1]", "sheets: S1"),
    )  # fmt: skip
    assert (course.audience, course.blocks[0].objectives, course.blocks[0].sheets) == (
        ("Team leads",),
        ("O1",),
        ("S1",),
    )
    assert [point.id for point in course.coverage] == ["1"]


def test_a_delivery_that_is_like_another_takes_its_values() -> None:
    third = "90}\n  - {id: long, like: 90-min}\n"
    edit = ("sitting: 90}\n", f"sitting: {third}")
    course, longer = good(edit, delivery="90-min"), good(edit, delivery="long")
    assert [block.split for block in longer.blocks] == [block.split for block in course.blocks]
    assert longer.deliveries[2].minutes == 90 and longer.deliveries[2].title == "90 minutes"
    kept = ("  - kind: poll\n", "  - in: 90-min\n    kind: poll\n")
    override = ("    purpose: See what we skip.", "    purpose: See what we skip.\n    90-min: {purpose: See more.}")
    sheet = good(edit, kept, override, delivery="long").sheet("S1")
    assert sheet is not None and sheet.purpose == "See more."


def test_a_course_of_minutes_has_one_delivery() -> None:
    text = BASE.read_text("utf-8")
    start, end = text.index("deliveries:\n"), text.index("coverage:\n")
    text = text[:start] + "minutes: 60\n" + text[end:]
    for variants, value in (
        ("{60-min: 2/30/8, 90-min: 2/50/18}", "2/30/8"), ("{60-min: 30, 90-min: 50}", "30"),
        ("{60-min: 8, 90-min: 18}", "8"), ("{60-min: 25, 90-min: 45}", "25"),
    ):  # fmt: skip
        text = text.replace(variants, value)
    course, report = read(text, "60-min")
    assert course is not None and not len(report), list(report)
    (delivery,) = course.deliveries
    assert (delivery.id, delivery.title, delivery.days, delivery.minutes) == ("60-min", "60 minutes", 1, 60)


def test_minutes_are_shared_in_whole_ones_and_the_rest_goes_to_the_first() -> None:
    assert share(40, [1, 3]) == [10, 30]
    assert share(50, [1, 3, 2]) == [9, 25, 16]
    assert share(5, [1, 1, 1]) == [3, 1, 1]


def test_a_draft_is_read_with_what_it_has() -> None:
    draft = """
    title: Handing over
    status: draft
    minutes: 30
    modules:
      - title: Three questions
        blocks:
          - title: In order
            slides:
              - {title: What is open comes first, points: Open points}
              - title: Hand over yesterday's shift
                ask: Who goes first?
                sheet: {kind: drill, steps: [Choose, Hand over]}
              - {kind: debrief, title: What was missing, questions: Which name?}
    """
    course, report = read(draft, "30-min")
    assert course is not None and sorted(item.code for item in report) == ["DG314", "DG314"], list(report)
    assert all(item.severity == "hint" for item in report) and course.is_draft
    (block,) = course.blocks
    assert (course.language, block.id, block.split, block.energy) == ("en", "B1.1", Split(5, 15, 10), 4)
    assert block.method == "Input + Drill + Debrief"
    sheet = course.sheet("01")
    assert sheet is not None and sheet.title == "Hand over yesterday's shift" and sheet.purpose == ""
    assert [(step.minutes, step.phase) for step in sheet.steps] == [(13, ""), (12, "")]
    assert getattr(sheet, "cards", None) == () and getattr(sheet, "practice", 0) is None
    assert (course.date, course.objectives, course.class_size) == ("", (), None)


def test_a_draft_block_makes_its_parents_drafts_and_no_other_block() -> None:
    course, report = base(("        method: Talk and vote\n", "        status: draft\n"),
                          ("    rationale: Most surprises", "    notes: x\n    rationale: Most surprises"))  # fmt: skip
    assert course is None and [item.code for item in report] == ["DG101"]
    course = good(("        method: Talk and vote\n", "        status: draft\n"))
    assert (course.status, course.modules[0].status) == ("draft", "draft")
    assert [block.status for block in course.blocks] == ["draft", "finished"]


def test_open_notes_and_texts_are_never_kept() -> None:
    edits = (
        ("        method: Talk and vote\n", "        status: draft\n        todo: [one, two]\n"),
        ("points: [Write while you work,", "points: [TODO ask Kim, Write while you work,"),
        ("purpose: Show the tool.", "purpose: ？？？"),
    )
    course, report = base(*edits)
    assert course is not None and [item.code for item in report] == ["DG424"] * 4
    slide = course.blocks[0].slides[1]
    assert getattr(slide, "points", ()) == ("Read it aloud", "Let the next lead repeat") or "TODO" not in str(slide)
    assert slide.purpose == ""
    _, report = base(edits[1])
    assert [(item.code, item.severity) for item in report] == [("DG424", "error")]


DRAFT = """
title: Handing over
status: draft
minutes: 30
modules:
  - title: Three questions
    blocks:
      - title: In order
        slides:
          - {title: What is open comes first, points: Open points}
          - title: Hand over yesterday's shift
            sheet: {kind: drill, steps: [Choose, Hand over]}
          - {kind: debrief, title: What was missing, questions: [Which name?]}
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("status: draft", "status: draf", "DG104"), ("minutes: 30", "minutes: half an hour", "DG103"),
        ("minutes: 30", "minutes: 0", "DG105"), ("kind: drill", "kind: dril", "DG104"),
        ("kind: debrief", "kind: debreif", "DG104"), ("title: Handing over\n", "", "DG102"),
        ("kind: drill, ", "", "DG102"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_draft_is_one_mistake(old: str, new: str, code: str) -> None:
    text = DRAFT.replace(old, new, 1)
    raw, _ = read_source(Path("course.yaml"), Path(), lambda _: text.encode())
    report = Report()
    delivery = declared_deliveries(raw)[0].id
    assert decode_course(raw, delivery, {}, report) is None
    assert [item.code for item in report if item.severity != "hint"] == [code], list(report)
