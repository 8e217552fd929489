"""The deck to give away: no notes, no hidden slide, nothing of the facilitator; files that leak are not written."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run, runs
from deckgen.compose.handout import compose_handout
from deckgen.compose.kit import Kit
from deckgen.compose.sheets import kinds
from deckgen.compose.sheets.parts import Parts
from deckgen.pipeline.build import Made, Request, build, compose_request
from deckgen.pipeline.printed import printed_text
from deckgen.tree import Callout, Deck, DeckSection, Para, Slot

SMALL = Path(__file__).resolve().parents[1] / "cases" / "shift-handover"
HIDDEN = """\
          - kind: concept
            id: reserve
            title: Only if somebody asks for the night shift
            hidden: true
            minutes: 0
            points: [Same questions]
            purpose: In reserve.
            key_points: [Nights, Days]
            say: The night shift uses the same three questions, whoever asks.
            transition: Back to the drill.
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The small course with a slide in reserve, and a link to it."""
    folder = tmp_path / "course"
    shutil.copytree(SMALL, folder)
    text = (folder / "course.yaml").read_text("utf-8")
    first = "          - kind: concept\n            title: Three questions, always in the same order\n"
    assert text.count(first) == 1
    text = text.replace(first, HIDDEN + first)
    (folder / "course.yaml").write_text(text, "utf-8")
    return folder


def build_into(out: Path, course: Path, *kinds: str) -> dict[str, bytes]:
    outcome = build(Request(courses=(str(course),), out=out, kinds=kinds))
    assert not outcome.failed, outcome.diagnostics
    return {path.name: path.read_bytes() for path in outcome.made[0].files}


def test_a_handout_is_the_deck_without_what_is_the_trainers(course: Path, tmp_path: Path) -> None:
    files = build_into(tmp_path / "out", course, "deck", "handout")
    deck, handout = (files[f"shift-handover-90-min-v1.0-{kind}.pptx"] for kind in ("deck", "handout"))
    listed = [item["name"] for item in json.loads(files["manifest.json"])["outputs"]]
    assert "participant/shift-handover-90-min-v1.0-handout.pptx" in listed
    folder = tmp_path / "out/shift-handover/90-min"
    with zipfile.ZipFile(folder / "participant/shift-handover-90-min-v1.0-handout.pptx") as package:
        assert not [name for name in package.namelist() if "notesSlide" in name]
        assert all(b'show="0"' not in package.read(name) for name in package.namelist() if "/slides/slide" in name)
    given, shown = (Presentation(folder / name) for name in listed)
    titles = [[slide.shapes.title.text for slide in deck.slides] for deck in (shown, given)]
    assert [title for title in titles[0] if "night shift" not in title] == titles[1] and len(titles[0]) == len(
        titles[1]
    ) + 1
    hidden = [slide for slide in shown.slides if slide._element.get("show") == "0"]
    assert ["night shift" in slide.shapes.title.text for slide in hidden] == [True]
    said = printed_text(handout)
    assert "night shift" not in said and "night shift" in printed_text(deck)
    assert "Most surprises at the start of a shift" not in said and "Hand-out" in said


def test_a_hidden_slide_takes_no_minutes(course: Path) -> None:
    text = (course / "course.yaml").read_text("utf-8")
    (course / "course.yaml").write_text(text.replace("            minutes: 0\n", "            minutes: 2\n"), "utf-8")
    report = Report()
    compose_request(Request(courses=(str(course),)), report)
    assert any("a hidden slide is passed over, but has 2 minutes" in item.message for item in report)


@pytest.fixture(scope="module")
def small() -> Made:
    (made,) = compose_request(Request(courses=(str(SMALL),)), Report())
    return made


def test_answers_go_by_their_role_and_links_to_what_is_gone_become_text(small: Made) -> None:
    assert small.trees is not None
    first, second, *_ = small.trees.deck.slides
    content = (
        Para((Run("see there", href=f"#{second.id}"), Run("and here", href=f"#{first.id}"))),
        Para(runs("the answer"), "answer"),
        Callout("info", (), (Para(runs("shown")), Para(runs("say this"), "say"))),
        Callout("answer", (), (Para(runs("boxed")),)),
    )
    slides = (replace(first, slots=(Slot("body", content),)), replace(second, hidden=True))
    deck = Deck(small.trees.deck.properties, (DeckSection("a", "A", slides), DeckSection("b", "B", (slides[1],))))
    made = compose_handout(small.planned.course, small.planned.agenda, deck)
    assert [section.id for section in made.sections] == ["a"] and [slide.id for slide in made.slides] == [first.id]
    para, box = made.slides[0].slots[0].content
    assert isinstance(para, Para) and [run.href for run in para.runs] == ["", f"#{first.id}"]
    assert isinstance(box, Callout) and box.body == (Para(runs("shown")),)
    assert made.slides[0].notes == () and first.notes


@pytest.mark.parametrize("kind", ["workbook", "handout"])
def test_a_file_for_participants_that_would_leak_is_not_written(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "workbook":
        compose = kinds.SHEETS["drill"]

        def leaking(kit: Kit, sheet: object) -> Parts:
            made = compose(kit, sheet)
            key = sheet.guide.key[0]  # type: ignore[attr-defined]
            half = len(key) // 2
            return replace(made, parts=(*made.parts, Para(runs(key[:half])), Para(runs(key[half:]))))

        monkeypatch.setitem(kinds.SHEETS, "drill", leaking)
    else:
        monkeypatch.setattr("deckgen.pipeline.stages.compose_handout", lambda course, agenda, deck: deck)
    course = shutil.copytree(SMALL, tmp_path / "course")  # of which no other test has made anything
    with (course / "course.yaml").open("a", encoding="utf-8") as file:
        file.write("# to be leaked\n")
    outcome = build(Request(courses=(str(course),), out=tmp_path / "out", kinds=("deck", kind)))
    assert outcome.failed and not (tmp_path / "out").exists()
    assert {item.code for item in outcome.diagnostics} == {"DG417"}
    assert all(f"-{kind}." in item.message and item.span for item in outcome.diagnostics)


def test_another_client_is_another_set(course: Path, tmp_path: Path) -> None:
    build_into(tmp_path / "out", course, "workbook")
    request = Request(courses=(str(course),), out=tmp_path / "out", kinds=("deck",), values={"client": "Acme"})
    (line,) = build(request).told
    assert line.endswith("-workbook.docx was removed: it was made from other sources")
    (line,) = build(replace(request, kinds=("workbook",))).told
    assert line.endswith("-deck.pptx stays: it was made from the same sources")
