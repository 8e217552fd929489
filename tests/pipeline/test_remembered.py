"""What one process remembers: the same as what would be made anew, and nothing that is out of date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline import runs, stages
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.remembered import Remembered
from deckgen.source.node import Located, LocatedList

CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "shift-handover", tmp_path / "course")
    return tmp_path / "course"


def compose(course: Path, **others: str) -> list[Made]:
    report = Report()
    asked = {"kinds": ("deck", "workbook"), **others}
    composed = compose_request(Request(courses=(str(course),), **asked), report)  # type: ignore[arg-type]
    assert not report.has_errors
    return composed


def test_a_course_that_is_as_it_was_is_not_made_again(course: Path) -> None:
    first, again = compose(course), compose(course)
    assert again[0].planned.course is first[0].planned.course and again[0].trees is first[0].trees
    assert dict(again[0].read.seen) == dict(first[0].read.seen) != {}


def test_a_byte_makes_it_new(course: Path) -> None:
    first = compose(course)
    (part := course / "course.yaml").write_bytes(part.read_bytes() + b"\n")
    again = compose(course)
    assert again[0].planned.course is not first[0].planned.course and again[0].trees is not first[0].trees


@pytest.mark.parametrize("asked", [{"values": {"client": "North"}}, {"kinds": ("deck",)}, {"theme": "other"}])
def test_what_is_asked_otherwise_is_made_otherwise(course: Path, tmp_path: Path, asked: dict[str, str]) -> None:
    shutil.copytree(CASES.parents[1] / "themes" / "default", tmp_path / "themes" / "other")
    first = compose(course)
    again = compose(course, themes=tmp_path / "themes", **asked)  # type: ignore[arg-type]
    assert again[0].trees is not first[0].trees


def places(raw: object) -> object:
    """Data as it was read with all that is known of it."""
    if isinstance(raw, Located):
        inside = {key: places(value) for key, value in raw.items()}
        return raw.span, dict(raw.spans), dict(raw.keys_at), raw.auto, raw.draft, raw.inferred, inside
    if isinstance(raw, LocatedList):
        return raw.span, list(raw.items_at), list(raw.levels), [places(value) for value in raw]
    return raw


@pytest.mark.parametrize("name", ["first-draft", "shift-handover"])
def test_a_run_leaves_what_it_read_as_it_was(name: str) -> None:
    (run,) = runs.open_courses([str(CASES / name)], Path(), {}, "", "", Disk())
    compose(CASES / name)
    before = places(run.loaded.raw)
    compose(CASES / name, values={"client": "North"})  # type: ignore[arg-type]
    assert places(run.loaded.raw) == before


def test_a_file_that_is_gone_or_new_makes_a_value_old(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    known = Remembered[str](2)
    door = Record(Disk())
    door(tmp_path / "a")
    door.files(tmp_path)
    known.keep("key", "value", door)
    value, seen = known.find("key", Disk()) or ("", Record(Disk()))
    assert value == "value" and seen.seen == door.seen
    (tmp_path / "b").write_text("")
    assert known.find("key", Disk()) is None
    (tmp_path / "b").unlink()
    assert known.find("key", Disk()) is not None
    (tmp_path / "a").unlink()
    assert known.find("key", Disk()) is None


def test_the_oldest_is_forgotten() -> None:
    known = Remembered[int](2)
    for number in range(3):
        known.keep(number, number, Record(Disk()))
    assert [known.find(number, Disk()) is None for number in range(3)] == [True, False, False]
    assert len(stages._MADE) <= stages._MOST_MADE
