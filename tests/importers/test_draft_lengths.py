"""Deliveries of a draft: days of different length, and lengths that the material does not give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run
from deckgen.cli.main import cli
from deckgen.importers.code import narrow
from deckgen.importers.lengths import TooShortError, name_of, set_lengths
from deckgen.importers.pieces import Piece
from deckgen.importers.prose import is_told_in, write_runs
from deckgen.importers.shape import DraftBlock, DraftModule, DraftSlide
from deckgen.importers.texts import long_text
from deckgen.importers.timing import frame_of, minutes_of
from deckgen.pipeline.build import Request, compose_request
from deckgen.pipeline.importing import Import, import_files
from importers.test_import import LESSON, course_of, png, slides_of


def part(number: int, minutes: tuple[int, ...]) -> DraftModule:
    slides = [DraftSlide(f"s{at}", 1, [Piece("text", 1, "words")], minutes=given) for at, given in enumerate(minutes)]
    blocks = [DraftBlock(f"b{at}", 1, [slide]) for at, slide in enumerate(slides)]
    return DraftModule(f"m{number}", "a.md", blocks)


def test_days_of_different_length_have_sittings_that_end_with_blocks() -> None:
    modules = [part(number, (20, 35, 17, 28)) for number in range(4)]
    frames, _ = set_lengths(modules, (1,), ((230, 170),))
    assert [(name_of(frame, frames), frame.days) for frame in frames] == [
        ("1-day", (400,)),
        ("230-170-min", (230, 170)),
    ]
    ends, at = set(), 0
    for block in (block for module in modules for block in module.blocks):
        at += sum(slide.lengths[400] for slide in block.slides)
        ends.add(at)
    assert at == 400 and {end for frame in frames for end in frame.ends()} <= ends and 230 in ends


def test_a_shorter_delivery_keeps_all_in_less_time() -> None:
    modules = [part(number, (60, 90, 40, 110)) for number in range(4)]
    frames, lost = set_lengths(modules, (1, 3), ())
    assert [frame.days for frame in frames] == [(420,), (400, 400, 400)]
    slides = [slide for module in modules for slide in module.slides]
    assert sum(slide.lengths[420] for slide in slides) == 420 and min(slide.lengths[420] for slide in slides) >= 1
    assert sum(slide.lengths[1200] for slide in slides) == 1200 == minutes_of(modules)
    assert any("35% of its time [1-day]" in left.what for left in lost)


def test_days_need_a_minute_for_each_slide() -> None:
    modules = [part(1, (5,) * 30)]
    for slide in modules[0].slides:
        slide.exercise = Piece("exercise", 1)
    with pytest.raises(TooShortError, match="30 slides and exercises"):
        set_lengths(modules, (), ((15,),))


def test_two_deliveries_never_share_a_name() -> None:
    frames = [frame_of((300, 300)), frame_of((400, 400)), frame_of((200, 100))]
    assert [name_of(frame, frames) for frame in frames] == ["2-day", "400-400-min", "200-100-min"]


def test_a_course_of_two_lengths_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fig").mkdir()
    Path("fig/desk.jpg").write_bytes(png().getvalue())  # a PNG under another name
    Path("lesson.md").write_text(LESSON.replace("fig/desk.png", "fig/desk.jpg") + "\n![gone](fig/gone.png)\n", "utf-8")
    told = CliRunner().invoke(
        cli, ["import", "lesson.md", "--out", "made", "--days", "1", "--day-minutes", "40,30", "--language", "en"]
    )
    assert told.exit_code == 0 and "fig/gone.png cannot be read" in told.output + told.stderr
    report = Report()
    assert len(compose_request(Request(courses=("made",)), report)) == 2
    assert not [item for item in report if item.severity == "error"]
    assert {path.name for path in Path("made/pictures").iterdir()} == {"desk.png"}
    again = import_files(Import((Path("lesson.md"),), Path("again"), language="en", day_minutes=((40, 30),)))
    course: Any = course_of(again)
    assert course["deliveries"][0]["day_minutes"] == [40, 30]
    assert sum(slide["minutes"] for slide in slides_of(course)) == 70


def test_code_goes_on_below_where_a_page_is_too_narrow() -> None:
    assert narrow("short\n  kept") == "short\n  kept"
    wide = "  run " + " ".join(f"--option-{number}=value" for number in range(8))
    lines = narrow(wide).split("\n")
    assert len(lines) > 1 and max(map(len, lines)) <= 64 and all(line.startswith("      --") for line in lines[1:])
    assert "".join(narrow(wide).split()) == "".join(wide.split())
    assert all(len(line) <= 64 for line in narrow("x" * 200).split("\n"))
    assert narrow("字" * 40).split("\n")[0] == "字" * 32


def test_what_leads_into_the_source_loses_its_link_alone() -> None:
    assert write_runs((Run("see "), Run("below", href="#novice"))) == ("see below", ("#novice",))


def test_notices_and_quotations_without_words_leave_no_marks() -> None:
    picture = Piece("picture", 2, word="a.png")
    assert long_text([Piece("notice", 1, word="note", inside=(picture,)), Piece("quote", 3, inside=(picture,))]) == ""
    assert long_text([Piece("notice", 1, "Look", word="note")]) == "> [!note] Look"


def test_what_participants_read_is_no_secret() -> None:
    printed = "firstasktheotherpersontorepeatit名字和时间都要写下来才算数"
    assert is_told_in("First, ask the other person to repeat it. Then wait.", printed)
    assert is_told_in("名字和时间，都要写下来才算数。", printed)
    assert not is_told_in("Ask the other.", printed) and not is_told_in("先等三秒再说下一句话。", printed)
