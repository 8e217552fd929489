"""`--set` and names: what is set arrives, what cannot be set is refused, and what becomes a file name can be one."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import examples
from deckgen.cli.main import EXIT_DIAGNOSTICS, EXIT_USAGE, cli
from deckgen.cli.options import split_values

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "tiny.yaml"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good course of one block and a variable, `desk`."""
    folder = tmp_path / "curriculum" / "handover"
    folder.mkdir(parents=True)
    shutil.copy(BASE, folder / "course.yaml")
    monkeypatch.chdir(tmp_path)
    return folder / "course.yaml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@cache
def show_usual(what: str) -> str:
    """The tree of the course as it stands; for tests that do not edit it."""
    return show(what)


def show(what: str, *settings: str) -> str:
    result = run("show", what, "--delivery", "60-min", *(part for each in settings for part in ("--set", each)))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("clinet=Bank", "--set clinet: nothing is called clinet; did you mean client?"),
        ("Client=Bank", "did you mean client?"),
        ("dask=x", "did you mean desk?"),
        ("zzz=1", "what can be set: author, class_size, client, date, desk, room, subtitle, title, version"),
        ("start=08:30", "--set start: it has an option of its own: write --start 08:30"),
        ("language=en", "language is part of the course and cannot be set from here"),
        ("deliveries=x", "is part of the course"),
        ("class_size=many", "--set class_size: “many” is no number of people; write 18, or 12-18"),
        ("client=a\u202eb", "U+202E"),
        ("client=a\udcff", "bytes that are no text"),
        ("client", "KEY=VALUE"),
        ("=x", "KEY=VALUE"),
    ],
)
def test_a_name_that_nothing_has_is_refused(pair: str, words: str) -> None:
    result = run("build", "--set", pair)
    assert result.exit_code == EXIT_USAGE and words in result.stderr, result.stderr
    assert not Path("build").exists()


def test_a_name_stands_once() -> None:
    assert "stands twice" in run("check", "--set", "client=a", "--set", "client=b").stderr


def test_a_text_may_ask_for_what_nobody_declared(course: Path) -> None:
    text = course.read_text("utf-8")
    course.write_text(text.replace("title: Handing over a shift", 'title: "Shifts at {{ hotel }}"'), "utf-8")
    assert "DG107" in run("check").stderr
    assert "Shifts at Ritz" in show("deck", "hotel=Ritz")


@pytest.mark.parametrize(
    ("pair", "tree", "shown"),
    [
        ("client=某某银行客服中心", "deck", "某某银行客服中心"),
        ("client=某某银行客服中心", "workbook", "某某银行客服中心"),
        ("title=Passing on", "deck", "Passing on"),
        ("subtitle=For night shifts", "deck", "For night shifts"),
        ("date=2027-01-15", "deck", "2027-01-15"),
        ("version=2.0", "guide", "2.0"),
        ("author=Li Wei", "deck", "Li Wei"),
        ("class_size=18", "guide", "18 people"),
        ("class_size=10-20", "guide", "10-20 people"),
        ("room=Room 301", "guide", "Room 301"),
    ],
)
def test_what_is_set_arrives(pair: str, tree: str, shown: str) -> None:
    assert shown not in show_usual(tree)
    assert shown in show(tree, pair)


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("date=tomorrow", "--set date: error DG103: date: a date is written year-month-day"),
        ("version=1/0", "--set version: error DG110: version: “1/0” has “/”"),
        ("class_size=20-10", "class_size: min 20 is more than max 10"),
        ("client=???", "--set client: error DG710"),
        ("title={{ nobody }}", "--set title: error DG107"),
    ],
)
def test_a_wrong_value_is_an_error_at_its_option(pair: str, words: str) -> None:
    result = run("check" if examples.run == "full" else "plan", "--set", pair)
    assert result.exit_code == EXIT_DIAGNOSTICS and words in result.stderr, result.stderr


def test_a_class_size_that_the_course_declares_as_a_variable_is_any_text(course: Path) -> None:
    text = course.read_text("utf-8")
    course.write_text(text.replace("variables: {", "variables: {class_size: few, ", 1), "utf-8")
    result = run("check", "--set", "class_size=many")
    assert result.exit_code == 0, result.stderr


def test_a_variable_of_the_same_name_is_what_is_meant(course: Path) -> None:
    text = course.read_text("utf-8").replace("{desk: the front desk}", "{desk: the front desk, title: Ms}")
    course.write_text(text, "utf-8")
    assert "deck Handing over a shift" in show("deck", "title=Dr")


def test_the_client_of_the_variables_is_on_the_cover(course: Path) -> None:
    text = course.read_text("utf-8").replace("{desk: the front desk}", "{desk: the front desk, client: Ritz}")
    course.write_text(text, "utf-8")
    assert "Ritz" in show("deck") and "Savoy" in show("deck", "client=Savoy")


@pytest.mark.parametrize(
    ("client", "part"), [("某某银行客服中心", "-某某银行客服中心"), ("A/B: Co.", "-A-B-Co"), ("con", "-con_"), ("", "")]
)
def test_the_client_is_part_of_the_file_names(client: str, part: str) -> None:
    result = run("build", "--delivery", "60-min", "--only", "deck", "--set", f"client={client}")
    assert result.exit_code == 0, result.output
    assert [path.name for path in Path("build").rglob("*.pptx")] == [f"handover-60-min{part}-v1.0-deck.pptx"]


def test_a_course_named_twice_is_built_once() -> None:
    result = run("check", "handover", "curriculum/handover", "--delivery", "60-min")
    assert result.stdout.count("handover 60-min") == 1


def test_two_courses_of_one_id_are_an_error_that_names_both(course: Path) -> None:
    other = course.parent.with_name("copy")
    shutil.copytree(course.parent, other)
    for command in (("check",), ("build", "--only", "deck")):
        result = run(*command)
        assert result.exit_code == EXIT_DIAGNOSTICS
        assert (
            "DG712" in result.stderr and "curriculum/handover" in result.stderr and "curriculum/copy" in result.stderr
        )
    (other / "course.yaml").write_text(course.read_text("utf-8").replace("id: handover", "id: Handover"), "utf-8")
    assert "differs only by case from" in run("check").stderr
    assert run("check", "handover").exit_code == 0


def test_bytes_that_the_locale_could_not_read_are_read_as_utf8() -> None:
    broken = os.fsencode("client=银行").decode("ascii", "surrogateescape")
    assert split_values((broken,)) == {"client": "银行"}
