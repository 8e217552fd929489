"""What drafts need: one hint a block, with what their module and course need at the first of them."""

from __future__ import annotations

from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.checks import check_course
from deckgen.checks.drafts import check_drafts
from deckgen.decode.course import decode_course
from deckgen.model.course import Course
from deckgen.source.reader import read_source

DRAFT = """
title: Handing over
status: draft
minutes: 60
modules:
  - title: Three questions
    blocks:
      - title: In order
        minutes: 10/20/0
        slides:
          - {title: What is open comes first and has a name, points: Open points, purpose: Show it.}
          - title: Hand over yesterday's shift
            sheet:
              kind: solo
              steps: {minutes: 20, do: Write it down}
      - title: Looking back
        minutes: 0/0/30
        slides:
          - {kind: debrief, title: What was missing, questions: [Which name?], ask: Who begins?}
"""


def course(text: str = DRAFT) -> Course:
    raw, _ = read_source(Path("course.yaml"), Path(), lambda _: text.encode())
    made = decode_course(raw, "60-min", {}, Report())
    assert made is not None
    return made


def test_one_hint_a_block_lists_the_keys() -> None:
    first, second = check_drafts(course())
    assert {first.code, second.code} == {"DG423"} and first.severity == second.severity == "hint"
    assert first.message.endswith(
        "needs key_points (2), say (2), transition (2), purpose (slides); grouping, purpose, output, guide, phase "
        "(sheet 01); version, date, audience, class_size, objectives (the course); short, key_message, hook, "
        "rationale, goals, summary (the module)"
    )
    assert "expect, follow_up, if_silent, questions (with their phases)" in second.message
    assert "transition" not in second.message and "the course" not in second.message


def test_what_only_a_finished_course_needs_is_said_once() -> None:
    codes = [item.code for item in check_course(course(), None)]
    assert codes == ["DG423", "DG423"]


def test_minutes_and_references_of_a_draft_are_checked_as_ever() -> None:
    codes = [item.code for item in check_course(course(DRAFT.replace("minutes: 20,", "minutes: 25,")), None)]
    assert "DG305" in codes
    broken = DRAFT.replace("minutes: 0/0/30\n", "minutes: 0/0/30\n        objectives: O3\n        sheets: T4\n")
    assert {"DG203", "DG204"} <= {item.code for item in check_course(course(broken), None)}
