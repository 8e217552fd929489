"""Courses in their shorter form say the same in every artefact, and lose no comment; ids are written when asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from deckgen.pipeline.upgrade import pin_ids, upgrade_course, write_texts
from trees import CASES, KINDS, tree_text

SPLIT = """
id: split
title: Handing over
version: "1.0"
date: "2026-01-15"
language: en
audience: [Leads]
class_size: {min: 6, max: 12}
objectives:
  - {id: O1, verb: do, text: Do it well, condition: here, standard: well}
deliveries:
  - {id: 60-min, title: Hour, days: 1, hours: 1, start: "09:00"}
modules: !include modules.yaml
sheets: !include sheets.yaml
"""
MODULES = """
- id: M1
  title: One
  short: One
  key_message: Do.
  hook: Why?
  rationale: So.
  goals: [Know]
  blocks:
    - id: B1.1
      title: First
      method: Talk
      energy: 3
      minutes: 10/40/10
      objectives: [O1]
      sheets: ["01"]   # all of them
      slides:
        - {kind: concept, title: What is open comes first, minutes: 10, points: [One]}
        # the drill of the morning
        - kind: activity
          title: Try it with your neighbour
          sheet: "01"
          minutes: 40
        - kind: debrief
          title: What was missing
          minutes: 10   # never less
          questions: {next: What now?}
"""
SHEETS = """
# sheets of the day
- id: "01"
  kind: solo
  title: Mine   # a working title
  objectives: [O1]
  purpose: >-
    Write it
    down.
  steps:
    - {minutes: 50, phase: run, do: Write}
- {id: T1, kind: job_aid, title: Card, purpose: Keep, when: Late, moves: [{title: One}, {title: Two}]}
"""


def write_split(folder: Path) -> None:
    for name, text in (("course", SPLIT), ("modules", MODULES), ("sheets", SHEETS)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def test_the_shorter_form_gives_equal_trees(tmp_path: Path) -> None:
    shutil.copytree(CASES / "shift-handover", tmp_path / "course")

    def trees() -> list[str]:
        report = Report()
        return [tree_text(kind, made) for made in compose_request(Request((str(tmp_path / "course"),)), report)
                for kind in KINDS]  # fmt: skip

    before = trees()
    rewritten = upgrade_course(tmp_path / "course", Report())
    assert rewritten is not None and rewritten.done["sheets moved to their slides"] == 2
    write_texts(rewritten)
    text = (tmp_path / "course" / "course.yaml").read_text("utf-8")
    assert "sheet:\n" in text and "kind: concept" not in text and "\nsheets:" not in text
    assert trees() == before
    again = upgrade_course(tmp_path / "course", Report())
    assert again is not None and not again.texts


def test_comments_stay_and_what_would_lose_one_is_left_as_it_is(tmp_path: Path) -> None:
    write_split(tmp_path)
    rewritten = upgrade_course(tmp_path, Report())
    assert rewritten is not None
    texts = {path.name: text for path, text in rewritten.texts.items()}
    assert set(texts) == {"modules.yaml", "sheets.yaml"}
    assert texts["sheets.yaml"].startswith("\n# sheets of the day\n- {id: T1")
    for comment in ("# all of them", "# the drill of the morning", "# never less", "# a working title"):
        assert comment in texts["modules.yaml"]
    assert "        - {title: What is open comes first, points: [One]}\n" in texts["modules.yaml"]
    assert "            purpose: >-\n              Write it\n              down.\n" in texts["modules.yaml"]
    assert 'sheet: "01"' not in texts["modules.yaml"] and "id: B1.1" not in texts["modules.yaml"]


def test_a_course_with_mistakes_is_left_alone(tmp_path: Path) -> None:
    write_split(tmp_path)
    (tmp_path / "sheets.yaml").write_text(SHEETS.replace("kind: solo", "kind: sloo"), "utf-8")
    report = Report()
    assert upgrade_course(tmp_path, report) is None and pin_ids(tmp_path, report) is None
    assert report.has_errors


def test_counted_ids_are_written_down_when_asked_for(tmp_path: Path) -> None:
    write_split(tmp_path)
    for _ in range(2):
        if rewritten := upgrade_course(tmp_path, Report()):
            write_texts(rewritten)
    pinned = pin_ids(tmp_path, Report())
    assert pinned is not None and pinned.done == {"ids written": 2}
    (text,) = pinned.texts.values()
    assert "- id: M1\n  title: One\n" in text and "    - id: B1.1\n      title: First\n" in text
    write_texts(pinned)
    again = pin_ids(tmp_path, Report())
    assert again is not None and not again.texts


@pytest.mark.parametrize("name", ["first-draft"])
def test_a_draft_can_be_pinned(name: str, tmp_path: Path) -> None:
    shutil.copytree(CASES / name, tmp_path / name)
    pinned = pin_ids(tmp_path / name, Report())
    assert pinned is not None and pinned.done == {"ids written": 4}
    write_texts(pinned)
    text = (tmp_path / name / "course.yaml").read_text("utf-8")
    assert "            sheet:\n              id: 01\n              kind: drill\n" in text
